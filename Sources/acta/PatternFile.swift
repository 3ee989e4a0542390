import ActaDiagnostics
import ActaRender
import Foundation

/// The patterns of Russian hyphenation of this machine.
enum PatternFile {
  /// Where Debian's hyphen-ru puts them.
  static let path = "/usr/share/hyphen/hyph_ru_RU.dic"

  /// The hyphenator; where there is none, that is told, and words stay whole.
  static func read(_ language: Language) -> Hyphenator? {
    let data = FileManager.default.contents(atPath: path)
    if let hyphenator = data.flatMap({ Hyphenator(dictionary: Array($0)) }) { return hyphenator }
    Terminal.complain(absent(language) + "\n")
    return nil
  }

  private static let absent = Text(
    ru: "Слова в печати не переносятся: нет словаря \(path) – поставьте пакет hyphen-ru",
    en: "Words are not hyphenated in print: no dictionary \(path) – install the package hyphen-ru")
}
