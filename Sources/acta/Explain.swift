import ActaDiagnostics
import ActaRules
import ArgumentParser

/// `acta explain ID`: what a rule does, why, by which norm, with examples.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Объяснить правило; без имени – перечислить правила.")

  @Argument(help: "Имя правила: numbering/gap.")
  var rule: String?

  @Option(help: "Язык: ru или en.")
  var lang: String = "ru"

  mutating func run() throws {
    guard let language = Language(rawValue: lang) else {
      throw Failure(message: "Неизвестный язык «\(lang)»: ru или en", status: Failure.usage)
    }
    guard let rule else {
      for rule in Registry.all {
        let level = PeoplePrinter.word(rule.level, language).padding(to: 14)
        Terminal.write("\(rule.id.text.padding(to: 28)) \(level) \(rule.summary(language))\n")
      }
      return
    }
    guard let found = Registry.rule(RuleID(rule)) else {
      let near = nearName(rule, among: Registry.all.map(\.id.text))
      let hint = near.map { " – может быть, «\($0)»?" } ?? ""
      throw Failure(message: "Нет правила «\(rule)»\(hint)", status: Failure.usage)
    }
    Terminal.write(found.text(language))
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
