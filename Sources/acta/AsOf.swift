import ActaModel

/// The day that `--as-of` names.
enum AsOf {
  static func date(_ text: String?) throws -> CalendarDate? {
    guard let text else { return nil }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3,
      let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
    else {
      throw Failure(message: "«\(text)» – не дата: пишут 2024-03-29", status: Failure.usage)
    }
    return date
  }
}
