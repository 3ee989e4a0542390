import ActaModel

extension StatedDate {
  /// The date as it is printed: as it is spelled, but `2023-09-18`, which is a notation for machines, in words, as
  /// ГОСТ Р 7.0.97 (requisite 10) wants it.
  var printed: String {
    guard let value, text == value.iso, Self.months.indices.contains(value.month - 1) else {
      return text
    }
    return "\(value.day) \(Self.months[value.month - 1]) \(value.year) г."
  }

  private static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]
}
