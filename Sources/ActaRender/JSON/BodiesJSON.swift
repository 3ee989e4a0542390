import ActaDiagnostics
package import ActaLanguage
import ActaModel

/// The collegial bodies of an act for its JSON: who they are, how many, what they need, and every statement read.
func json(of bodies: [ReadBody], _ sources: [String: Source]) -> JSON? {
  guard !bodies.isEmpty else { return nil }
  let places = sources.mapValues { Places($0) }
  func span(_ span: Span, in path: String) -> JSON {
    let ends = places[path].map { ($0.position(span.start), $0.position(span.end)) }
    return .members([
      "path": .string(path), "start": .number(span.start), "end": .number(span.end),
      "line": ends.map { .number($0.0.line) }, "column": ends.map { .number($0.0.column) },
      "endLine": ends.map { .number($0.1.line) }, "endColumn": ends.map { .number($0.1.column) },
    ])
  }
  func need(_ need: ReadBody.Need) -> JSON {
    .members([
      "needed": need.people.map { .number($0) }, "rule": .string(need.rule),
      "place": span(need.span, in: need.path),
    ])
  }
  return .array(
    bodies.map { body in
      let figures = body.figures
      return .members([
        "name": .string(body.name),
        "regulations": .array(body.regulations.map { .string($0.path) }),
        "rosters": .array(body.rosters.map { .string($0.path) }),
        "members": figures.map { .number($0.members) },
        "byConsent": figures.map { .number($0.byConsent) },
        "voting": figures.map { .number($0.voting) },
        "neededToMeet": .array(body.neededToMeet.map(need)),
        "neededToDecide": .array(body.neededToDecide.map(need)),
        "statements": .array(
          body.regulations.flatMap { document in
            document.body.statements.map {
              .members(["says": $0.value, "place": span($0.span, in: document.path)])
            }
          }),
      ])
    })
}

/// The collegial bodies of an act for people: members, those who vote, how many are needed.
package func outline(of bodies: [ReadBody]) -> String {
  var text = ""
  for body in bodies {
    text += "\nКоллегиальный орган «\(body.name)»\n"
    if !body.regulations.isEmpty {
      text += "  положение: " + body.regulations.map(\.path).joined(separator: ", ") + "\n"
    }
    if let figures = body.figures {
      text += "  состав: " + body.rosters.map(\.path).joined(separator: ", ") + "\n"
      text += "  членов \(figures.members), с правом голоса \(figures.voting)"
      text += figures.byConsent > 0 ? ", по согласованию \(figures.byConsent)\n" : "\n"
    }
    for need in body.neededToMeet { text += "  для заседания: \(words(need, body))\n" }
    for need in body.neededToDecide { text += "  для решения: \(words(need, body))\n" }
    if body.neededToMeet.isEmpty { text += "  для заседания: кворум не прочитан\n" }
    if body.neededToDecide.isEmpty { text += "  для решения: большинство не прочитано\n" }
  }
  return text
}

private func words(_ need: ReadBody.Need, _ body: ReadBody) -> String {
  guard body.figures != nil else { return need.rule }
  return (need.people.map { "нужно \($0)" } ?? "недостижимо") + " (\(need.rule))"
}
