import ActaDiagnostics
import ActaLanguage
import ActaModel
import Foundation

/// `acta read calendar`: a question a line, its answer a line.
///
/// A question is a date, or an object: `{"date":"2024-12-28"}`, `{"from":"2023-12-29","workingDays":5}`,
/// `{"before":"2024-05-02","workingDays":3}`, `{"from":"2023-09-29","to":"2023-10-01"}`. Instead of working days a term
/// may be given in `calendarDays`, `weeks`, `months`, `quarters`, `halfYears` or `years`.
struct CalendarQuestion {
  /// What the question's line is known by, where it says so.
  var id: JSON?
  private var query: CalendarQuery?

  init(_ line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    if let date = Self.date(text.trimmingCharacters(in: .whitespaces)) {
      query = .day(date)
      return
    }
    guard let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
      return
    }
    if let string = object["id"] as? String {
      id = .string(string)
    } else if let number = object["id"] as? Int {
      id = .number(number)
    }
    query = Self.query(object)
  }

  var answer: JSON {
    query?.answer(in: .russia)
      ?? .members([
        "error": .string(
          "ожидается дата или объект: date; from и to; from или before с одним из "
            + CalendarQuery.termNames.map(\.name).joined(separator: ", "))
      ])
  }

  private static func query(_ object: [String: Any]) -> CalendarQuery? {
    let dates = ["date", "from", "to", "before"].map { (object[$0] as? String).flatMap(date) }
    if let day = dates[0] { return .day(day) }
    if let from = dates[1], let to = dates[2] { return .count(from: from, through: to) }
    for (name, unit) in CalendarQuery.termNames {
      guard let amount = object[name] as? Int else { continue }
      if let from = dates[1] { return .end(of: Term(amount, unit), from: from) }
      if let before = dates[3] { return .start(of: Term(amount, unit), before: before) }
    }
    return nil
  }

  /// A date written `2024-12-28` or `28.12.2024`.
  private static func date(_ text: String) -> CalendarDate? {
    for (separator, order) in [("-", [0, 1, 2]), (".", [2, 1, 0])] {
      let parts = text.split(separator: Character(separator), omittingEmptySubsequences: false)
      let numbers = parts.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
      guard parts.count == 3, numbers.count == 3 else { continue }
      return CalendarDate(
        year: numbers[order[0]], month: numbers[order[1]], day: numbers[order[2]])
    }
    return nil
  }
}
