package import ActaDiagnostics

/// Why a font cannot be used.
package struct FontProblem: Error, Sendable, Hashable {
  package let message: Text

  /// No TrueType at all.
  static let noTrueType = FontProblem(
    ru: "это не шрифт TrueType", en: "this is no TrueType font")
  static let collection = FontProblem(
    ru: "это собрание шрифтов (TTC), а нужен один файл TrueType",
    en: "this is a collection of fonts (TTC), and a single TrueType file is needed")
  static let postScript = FontProblem(
    ru: "контуры шрифта записаны как PostScript (CFF), а нужен TrueType",
    en: "the font's outlines are PostScript (CFF), and TrueType is needed")
  /// Its maker forbids that documents carry it (`fsType` of OS/2).
  static let restricted = FontProblem(
    ru: "изготовитель шрифта запретил встраивать его в документы",
    en: "the font's maker forbids that documents embed it")
  static let noCharacters = FontProblem(
    ru: "в шрифте нет таблицы знаков Unicode", en: "the font has no table of Unicode characters")

  static func missing(_ table: String) -> FontProblem {
    FontProblem(ru: "в шрифте нет таблицы «\(table)»", en: "the font has no table «\(table)»")
  }
  /// Something is said to lie where the table has already ended.
  static func outside(_ table: String) -> FontProblem {
    FontProblem(
      ru: "таблица «\(table)» шрифта указывает за свой конец или за конец файла",
      en: "the font's table «\(table)» points behind its end or that of the file")
  }
  static func senseless(_ table: String) -> FontProblem {
    FontProblem(
      ru: "числа в таблице «\(table)» шрифта не имеют смысла",
      en: "the numbers in the font's table «\(table)» make no sense")
  }
  static func glyph(_ number: Int) -> FontProblem {
    FontProblem(
      ru: "контур знака \(number) в шрифте испорчен", en: "the font's glyph \(number) is damaged")
  }
  private init(ru: String, en: String) { message = Text(ru: ru, en: en) }
}
