import ActaCompiler
import ActaDiagnostics
import ActaRender
import ActaRules
import Testing

struct RuleCase: Sendable, CustomTestStringConvertible {
  var rule: RuleID
  var example: Rule.Example

  var testDescription: String {
    "\(rule.text): \(example.text.prefix(60).split(separator: "\n").joined(separator: " "))"
  }

  static let all: [RuleCase] = Registry.all.flatMap { rule in
    rule.examples.map { RuleCase(rule: rule.id, example: $0) }
  }
}

@Test(arguments: RuleCase.all)
func `every example of a rule says what the rule does`(_ sample: RuleCase) async throws {
  let marked = MarkedFiles(sample.example.text)
  var world = MemoryWorld(marked.files)
  world.spelling = WordList.examples
  let compilation = try await compile(world)
  var templates: [String: String] = [:]
  for (path, text) in marked.files where path.hasPrefix("templates/") {
    templates[String(path.dropFirst("templates/".count))] = text
  }
  let loaded = Templates.load(overrides: templates)
  var all = compilation.findings + loaded.findings
  if sample.rule.family == "print" {
    all += try await published(
      world, templates: loaded.value, formats: [.pdf], faces: try PDFSupport.faces.get()
    ).findings
  }
  let found = all.filter { $0.rule == sample.rule }
  switch sample.example {
  case .accepts:
    #expect(found.isEmpty, "\(found.map(\.message.ru))")
  case .rejects:
    #expect(!found.isEmpty)
    let wanted = marked.marks.map { "\($0.file) \($0.span)" }.sorted()
    let seen = found.compactMap { finding in finding.span.map { "\(finding.file) \($0)" } }.sorted()
    #expect(seen == wanted, "\(found.map(\.message.ru))")
  }
}

@Test func `every rule has a norm, a reason and examples of both kinds in both languages`() {
  for rule in Registry.all {
    for text in [rule.summary, rule.reason, rule.norm] {
      #expect(!text.ru.isEmpty && !text.en.isEmpty, "\(rule.id.text)")
    }
    let accepting = rule.examples.count { if case .accepts = $0 { true } else { false } }
    #expect(accepting > 0 && accepting < rule.examples.count, "\(rule.id.text)")
  }
}

@Test func `ids are unique and no retired id lives again`() {
  let ids = Registry.all.map(\.id.text)
  #expect(Set(ids).count == ids.count)
  #expect(Set(Registry.retired.map(\.text)).isDisjoint(with: ids))
}
