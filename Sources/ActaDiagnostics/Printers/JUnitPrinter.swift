/// Findings as JUnit's XML in the form that Jenkins publishes (junit-10.xsd): one test case a file, which fails where
/// the check does.
///
/// A file's name does not change when its findings do, so that a CI system sees which files broke and which were mended.
package struct JUnitPrinter {
  package var language: Language
  /// The least level at which a file fails; `nil` where none does.
  package var failing: Level?
  /// What a file is called in the report.
  package var name: @Sendable (String) -> String

  package init(
    language: Language, failing: Level? = .error,
    name: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.language = language
    self.failing = failing
    self.name = name
  }

  /// The report on files, those without a finding included.
  package func print(
    _ findings: [Finding], files: [String], sources: [String: Source]
  ) -> [UInt8] {
    let byFile = Dictionary(grouping: findings, by: \.file)
    let paths = Set(files).union(byFile.keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let cases = paths.map { testCase($0, byFile[$0] ?? [], sources) }
    let failures = paths.count { byFile[$0]?.contains(where: fails) ?? false }
    let counts = (String(cases.count), String(failures))
    let suite = XML(
      "testsuite",
      [
        "name": "acta check", "tests": counts.0, "failures": counts.1, "errors": "0",
        "skipped": "0", "time": "0",
      ], cases.map { .element($0) })
    return XML(
      "testsuites",
      ["name": "Acta", "tests": counts.0, "failures": counts.1, "errors": "0", "time": "0"],
      [.element(suite)]
    ).document()
  }

  private func fails(_ finding: Finding) -> Bool { failing.map { finding.level >= $0 } ?? false }

  private func testCase(
    _ path: String, _ findings: [Finding], _ sources: [String: Source]
  ) -> XML {
    let printer = PeoplePrinter(language: language, name: name)
    let file = name(path)
    let (failing, others) = (findings.filter(fails), findings.filter { !fails($0) })
    var children: [XML.Node] = []
    if !failing.isEmpty {
      let rules = failing.reduce(into: [String]()) { rules, finding in
        if !rules.contains(finding.rule.text) { rules.append(finding.rule.text) }
      }
      children.append(
        .element(
          XML(
            "failure",
            [
              "message": printer.summary(failing),
              "type": rules.prefix(8).joined(separator: ", ") + (rules.count > 8 ? ", …" : ""),
            ], [.text("\n" + printer.print(failing, sources: sources))])))
    }
    if !others.isEmpty {
      children.append(
        .element(XML("system-out", [:], [.text("\n" + printer.print(others, sources: sources))])))
    }
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    return XML(
      "testcase",
      ["name": file, "classname": folder.isEmpty ? "." : folder, "time": "0"], children)
  }
}
