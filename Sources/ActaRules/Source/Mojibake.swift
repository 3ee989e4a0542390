import ActaDiagnostics

extension Rule {
  /// Text that was read in the wrong encoding and saved so.
  static let mojibake = Rule(
    "source/mojibake", .error,
    summary: Text(
      ru: "Текст, прочитанный в чужой кодировке: «в„–» вместо «№»",
      en: "Text read in the wrong encoding: «в„–» for «№»"),
    reason: Text(
      ru: "Номер и дату акта с таким знаком не найти и не сверить.",
      en: "Numbers and dates with such signs can be neither found nor compared."),
    norm: Text(
      ru: "Реквизиты совпадают посимвольно (ГОСТ Р 7.0.97-2016, реквизит 11).",
      en: "Requisites agree character by character (ГОСТ Р 7.0.97-2016, requisite 11)."),
    examples: [
      .accepts("1. Приказ № 5, категория «В».\n"),
      .rejects("1. Приказ ⟦в„–⟧ 5.\n"),
      .rejects("1. ⟦РџСЂРёРєР°Р·⟧ принят.\n"),
    ],
    .whileReading)
}
