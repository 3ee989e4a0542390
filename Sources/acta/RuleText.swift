import ActaDiagnostics
import ActaRules

extension Rule {
  /// Everything that is known of the rule, as `acta explain` prints it.
  func text(_ language: Language) -> String {
    let isRussian = language == .russian
    var text = "\(id.text) (\(PeoplePrinter.word(level, language)))\n\n\(summary(language)).\n\n"
    text += (isRussian ? "Зачем: " : "Why: ") + reason(language) + "\n"
    text += (isRussian ? "Норма: " : "Norm: ") + norm(language) + "\n"
    for example in examples {
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

  /// What reports say of the rule.
  var description: RuleDescription {
    RuleDescription(
      id: id, level: level, summary: summary, reason: reason, norm: norm,
      help: Text(ru: text(.russian), en: text(.english)))
  }
}
