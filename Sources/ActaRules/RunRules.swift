package import ActaDiagnostics
package import ActaLanguage
package import ActaModel

/// Runs the rules of documents and acts over one act.
package func check(
  _ act: ReadAct, _ settings: Settings, asOf: CalendarDate, spelling: RememberedSpelling? = nil
) -> [Finding] {
  let matter = Report.Matter(
    settings, asOf: asOf, spelling: spelling,
    points: act.order.map { OrderPoint.all(in: $0) } ?? [])
  let findings = run(matter) { rule, report in
    switch rule {
    case .document(let check): for document in act.documents { check(document, &report) }
    case .act(let check): check(act, &report)
    case .whileReading, .body, .surroundings, .citations: break
    }
  }
  return withRenumbering(findings, in: act)
}

/// Runs the rules of documents over one that belongs to no act.
package func check(_ document: ReadDocument, _ settings: Settings, asOf: CalendarDate) -> [Finding]
{
  run(Report.Matter(settings, asOf: asOf)) { rule, report in
    if case .document(let check) = rule { check(document, &report) }
  }
}

/// Runs the rules that hold an act against what it speaks of.
package func check(
  surroundings: ReadRepository, _ parties: FolderParties, asOf: CalendarDate
) -> [Finding] {
  let matter = Report.Matter(
    surroundings.settings, asOf: asOf, subordinations: Subordination.all(in: surroundings),
    parties: parties)
  return run(matter) { rule, report in
    if case .surroundings(let check) = rule { check(surroundings, &report) }
  }
}

/// Runs the rules of collegial bodies.
package func check(_ bodies: [ReadBody], _ settings: Settings, asOf: CalendarDate) -> [Finding] {
  guard !bodies.isEmpty else { return [] }
  return run(Report.Matter(settings, asOf: asOf)) { rule, report in
    if case .body(let check) = rule { for body in bodies { check(body, &report) } }
  }
}

/// Runs the rules that hold the citations of all acts against each other.
package func check(
  _ citations: [CitedPlace], _ settings: Settings, asOf: CalendarDate
) -> [Finding] {
  run(Report.Matter(settings, asOf: asOf)) { rule, report in
    if case .citations(let check) = rule { check(citations, &report) }
  }
}

/// What the rules find, in the order of the registry.
private func run(
  _ matter: Report.Matter, _ body: (Rule.Check, inout Report) -> Void
) -> [Finding] {
  var findings: [Finding] = []
  for rule in Registry.running {
    var report = Report(rule, matter)
    body(rule.check, &report)
    findings += report.findings
  }
  return findings
}
