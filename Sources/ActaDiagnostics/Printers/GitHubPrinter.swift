/// Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.
///
/// Columns count Unicode characters from 1 and are told only where both ends lie on one line.
package struct GitHubPrinter {
  package var language: Language
  /// A file's path relative to the root of the repository.
  package var name: (String) -> String

  package init(language: Language, name: @escaping (String) -> String = { $0 }) {
    self.language = language
    self.name = name
  }

  package func print(_ findings: [Finding], sources: [String: Source]) -> String {
    findings.map { command($0, sources) + "\n" }.joined()
  }

  private func command(_ finding: Finding, _ sources: [String: Source]) -> String {
    let word =
      switch finding.level {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = [("file", name(finding.file))]
    if let span = finding.span, let source = sources[finding.file] {
      let (start, end) = (source.position(span.start), source.position(span.end))
      properties += [("line", String(start.line)), ("endLine", String(end.line))]
      if start.line == end.line {
        properties += [("col", String(start.column)), ("endColumn", String(end.column))]
      }
    }
    properties.append(("title", finding.rule.text))
    let list = properties.map { "\($0)=\(Self.escaped($1, inProperty: true))" }
    return "::\(word) \(list.joined(separator: ","))::"
      + Self.escaped(words(finding, sources), inProperty: false)
  }

  /// The message, the other places and what to do, a line each.
  private func words(_ finding: Finding, _ sources: [String: Source]) -> String {
    var lines = [finding.message(language)]
    for place in finding.places {
      var address = name(place.file)
      if let span = place.span, let source = sources[place.file] {
        address += ":\(source.position(span.start).line)"
      }
      lines.append("\(address): \(place.text(language))")
    }
    if let help = finding.help { lines.append(help(language)) }
    if let fix = finding.fix { lines.append(fix.title(language)) }
    return lines.joined(separator: "\n")
  }

  /// A value in which nothing can end the command or begin another.
  static func escaped(_ text: String, inProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where inProperty: escaped += "%3A"
      case "," where inProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
