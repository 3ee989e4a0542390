/// Findings as a report of GitLab's Code Quality: an array of Code Climate's issues in GitLab's subset.
package struct CodeQualityPrinter {
  package var language: Language
  /// A file's path relative to the root of the repository.
  package var name: (String) -> String

  package init(language: Language, name: @escaping (String) -> String = { $0 }) {
    self.language = language
    self.name = name
  }

  package func print(_ findings: [Finding], sources: [String: Source]) -> [UInt8] {
    let fingerprints = Fingerprint.all(of: findings, sources: sources, name: name)
    let issues = zip(findings, fingerprints).map { issue($0, $1, sources[$0.file]) }
    return JSON.array(issues).encoded(pretty: true) + [0x0A]
  }

  private func issue(_ finding: Finding, _ fingerprint: Fingerprint, _ source: Source?) -> JSON {
    // A finding about the whole file is shown at its first line: GitLab asks for one.
    var lines = (begin: 1, end: 1)
    if let span = finding.span, let source {
      lines = (source.position(span.start).line, source.position(span.end).line)
    }
    var words = finding.message(language)
    if let help = finding.help { words += ". " + help(language) }
    return .members([
      "description": .string(words),
      "check_name": .string(finding.rule.text),
      "fingerprint": .string(fingerprint.digest),
      "severity": .string(Self.severity(finding.level)),
      "location": .members([
        "path": .string(name(finding.file)),
        "lines": .members(["begin": .number(lines.begin), "end": .number(lines.end)]),
      ]),
    ])
  }

  private static func severity(_ level: Level) -> String {
    switch level {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
