import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// A word that no dictionary has.
  static let spelling = Rule(
    "text/spelling", .note,
    summary: Text(
      ru: "Слова нет в словаре: похоже на опечатку", en: "A word that is in no dictionary"),
    reason: Text(
      ru: "Опечатка в акте заметна каждому читателю и может изменить смысл.",
      en: "Every reader sees a misprint in an act, and it may change the sense."),
    norm: Text(
      ru:
        "Акт излагается по нормам современного русского литературного языка (53-ФЗ от 01.06.2005, "
        + "ст. 1). Слова, верные для ваших актов, перечисляют в acta.yml: «словарь».",
      en: "Acts keep to the norms of modern literary Russian (53-ФЗ of 01.06.2005, art. 1). Words "
        + "that are right in your acts are listed in acta.yml: «словарь»."),
    examples: [
      .accepts(example("1. Утвердить план. Глава Пакалов А.А. и Пакалову А.А. – план.\n")),
      .accepts(example("1. Утвердить не-план, видеоплан, ПКЛАН и кв.м плана.\n")),
      .rejects(example("1. Утвердить ⟦пклан⟧ и глава.\n\n2. План и пклан.\n")),
    ],
    .act { act, report in
      // Loading a dictionary takes longer than checking an act: not for a rule that is turned off.
      guard let spelling = report.spelling,
        report.settings.levels["text/spelling"] != .some(nil)
      else { return }
      let known = KnownWords(act, report.settings)
      for mistake in known.mistakes(in: act, spelling) {
        let fix = mistake.suggestions.first.flatMap { word in
          mistake.editable.map {
            Fix(
              .replace(word), .unsafe, $0.map { Fix.Edit(file: mistake.file, at: $0, with: word) })
          }
        }
        report(
          mistake.file, at: mistake.span, .unknown(mistake.word),
          level: mistake.suggestions.isEmpty || mistake.word.count < 6 ? .note : .warning,
          places: mistake.others.map { Place(file: mistake.file, at: $0, .another) },
          help: mistake.suggestions.isEmpty ? .addWord : .suggest(mistake.suggestions), fix: fix)
      }
    })

  private static func example(_ body: String) -> String {
    "//- order.md\n---\nвид: приказ\nназвание: О плане\nномер: 1\nдата: 01.02.2024\n"
      + "орган: Совет\nподписал: {должность: Глава, имя: А.А. Пакалов}\n---\n\nп р и к а з ы в а ю:\n\n"
      + body
  }
}

extension Text {
  fileprivate static func unknown(_ word: String) -> Text {
    Text(ru: "Слова «\(word)» нет в словаре", en: "No dictionary has the word «\(word)»")
  }

  fileprivate static let another = Text(ru: "и здесь", en: "and here")

  fileprivate static func suggest(_ words: [String]) -> Text {
    let list = words.map { "«\($0)»" }.joined(separator: ", ")
    return Text(ru: "возможно, \(list)", en: "perhaps \(list)")
  }

  fileprivate static let addWord = Text(
    ru: "если слово верное, добавьте его в acta.yml: «словарь»",
    en: "if the word is right, add it to acta.yml: «словарь»")

  fileprivate static func replace(_ word: String) -> Text {
    Text(ru: "написать «\(word)»", en: "write «\(word)»")
  }
}
