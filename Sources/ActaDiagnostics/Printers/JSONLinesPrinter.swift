/// Findings for machines: one JSON object a line.
///
/// Lines and columns count from 1, in Unicode characters, the end not included; `start` and `end` count bytes from 0.
package enum JSONLinesPrinter {
  package static func print(
    _ findings: [Finding], sources: [String: Source], language: Language,
    name: (String) -> String = { $0 }
  ) -> [UInt8] {
    var out: [UInt8] = []
    for finding in findings {
      out += json(finding, sources, language, name).encoded()
      out.append(0x0A)
    }
    return out
  }

  private static func json(
    _ finding: Finding, _ sources: [String: Source], _ language: Language,
    _ name: (String) -> String
  ) -> JSON {
    var members: [JSON.Member] = [
      JSON.Member("rule", .string(finding.rule.text)),
      JSON.Member("level", .string(finding.level.rawValue)),
    ]
    members += place(finding.file, finding.span, sources, name)
    members.append(JSON.Member("message", .string(finding.message(language))))
    if let label = finding.label { members.append(JSON.Member("label", .string(label(language)))) }
    if !finding.places.isEmpty {
      let places = finding.places.map { other in
        JSON.object(
          place(other.file, other.span, sources, name)
            + [JSON.Member("message", .string(other.text(language)))])
      }
      members.append(JSON.Member("places", .array(places)))
    }
    if let help = finding.help { members.append(JSON.Member("help", .string(help(language)))) }
    if let fix = finding.fix {
      members.append(JSON.Member("fix", json(fix, sources, language, name)))
    }
    return .object(members)
  }

  private static func json(
    _ fix: Fix, _ sources: [String: Source], _ language: Language, _ name: (String) -> String
  ) -> JSON {
    .members([
      "title": .string(fix.title(language)), "safety": .string(fix.safety.rawValue),
      "edits": .array(
        fix.edits.map { edit in
          .object(
            place(edit.file, edit.span, sources, name)
              + [JSON.Member("replacement", .string(edit.replacement))])
        }),
    ])
  }

  private static func place(
    _ file: String, _ span: Span?, _ sources: [String: Source], _ name: (String) -> String
  ) -> [JSON.Member] {
    var members = [JSON.Member("file", .string(name(file)))]
    guard let span, let source = sources[file] else { return members }
    let (start, end) = (source.position(span.start), source.position(span.end))
    members += [
      JSON.Member("line", .number(start.line)), JSON.Member("column", .number(start.column)),
      JSON.Member("endLine", .number(end.line)), JSON.Member("endColumn", .number(end.column)),
      JSON.Member("start", .number(span.start)), JSON.Member("end", .number(span.end)),
    ]
    return members
  }
}
