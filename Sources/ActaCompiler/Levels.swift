import ActaDiagnostics
import ActaModel
import ActaRules

/// The findings that no comment silences, and what is to be said of the comments themselves.
func suppressed(_ findings: [Finding], in documents: [Document]) -> [Finding] {
  var orders: [String: [(suppression: Suppression, isUsed: Bool)]] = [:]
  for document in documents where !document.suppressions.isEmpty {
    orders[document.path] = document.suppressions.map { ($0, false) }
  }
  var kept: [Finding] = []
  for finding in findings {
    guard let span = finding.span, finding.rule != "source/suppression",
      let index = orders[finding.file]?.firstIndex(where: {
        $0.suppression.silences(finding.rule, span)
      })
    else {
      kept.append(finding)
      continue
    }
    orders[finding.file]?[index].isUsed = true
  }
  for (path, orders) in orders {
    for (suppression, isUsed) in orders where suppression.reason != nil {
      if Registry.rule(suppression.rule) == nil {
        kept.append(
          Finding(
            "source/suppression", .error, file: path, at: suppression.span,
            .unknownRule(suppression.rule.text)))
      } else if !isUsed, suppression.target != nil {
        kept.append(
          Finding(
            "source/suppression", .warning, file: path, at: suppression.span,
            .unused(suppression.rule.text)))
      }
    }
  }
  return kept
}

extension Suppression {
  fileprivate func silences(_ rule: RuleID, _ span: Span) -> Bool {
    guard reason != nil, rule == self.rule, let target else { return false }
    return target.meets(span)
  }
}

/// The findings at the levels that acta.yml gives them; those turned off are gone.
func levelled(_ findings: [Finding], by settings: Settings) -> [Finding] {
  guard !settings.levels.isEmpty else { return findings }
  return findings.compactMap { finding in
    guard let level = settings.levels[finding.rule] else { return finding }
    guard let level else { return nil }
    var finding = finding
    finding.level = level
    return finding
  }
}

/// Rules that acta.yml names and that do not exist.
func unknownLevels(_ settings: Settings, file: String?) -> [Finding] {
  guard let file else { return [] }
  return settings.levelSpans.filter { Registry.rule($0.key) == nil }.map { rule, span in
    Finding("source/unknown-key", .error, file: file, at: span, .unknownRule(rule.text))
  }
}

extension Text {
  fileprivate static func unknownRule(_ rule: String) -> Text {
    let near = nearName(rule, among: Registry.all.map(\.id.text))
    let (ru, en) = nearHint(near)
    return Text(ru: "Нет правила «\(rule)»\(ru)", en: "There is no rule «\(rule)»\(en)")
  }

  fileprivate static func unused(_ rule: String) -> Text {
    Text(
      ru: "Заглушать нечего: правило «\(rule)» здесь молчит; удалите пометку",
      en: "Nothing to silence: rule «\(rule)» says nothing here; remove the comment")
  }
}
