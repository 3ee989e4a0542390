import ActaDiagnostics
import ActaRules
import ArgumentParser

/// `acta explain ID`: what a rule does, why, by which norm, with examples.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Объяснить правило; без имени – перечислить правила.")

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
    Terminal.write(Self.text(found, language))
  }

  private static func text(_ rule: Rule, _ language: Language) -> String {
    let isRussian = language == .russian
    var text =
      "\(rule.id.text) (\(PeoplePrinter.word(rule.level, language)))\n\n\(rule.summary(language)).\n\n"
    text += (isRussian ? "Зачем: " : "Why: ") + rule.reason(language) + "\n"
    text += (isRussian ? "Норма: " : "Norm: ") + rule.norm(language) + "\n"
    for example in rule.examples {
      let head =
        switch example {
        case .accepts: isRussian ? "Верно" : "Right"
        case .rejects:
          isRussian ? "Нарушено (слова между ⟦ и ⟧)" : "Wrong (the words between ⟦ and ⟧)"
        }
      let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false)
      text += "\n\(head):\n\n" + lines.map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    }
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
