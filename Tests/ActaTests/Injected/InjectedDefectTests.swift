import ActaCompiler
import ActaDiagnostics
import ActaModel
import Testing

/// Deliberate defects, one at a time, in the project's own acts.
@Suite struct InjectedDefectTests {
  private static let count = 200

  @Test func `of 200 deliberate defects 95 in a hundred are found in place, and nothing else is`()
    async throws
  {
    let world = try Repositories.world(Repositories.own)
    let files = world.files.mapValues { String(decoding: $0, as: UTF8.self) }
    let before = try await told(MemoryWorld(files)).filter { $0.finding.level != .note }
    #expect(before.isEmpty)
    var random = Seeded(20_261_124)
    var made = 0
    var missed: [String] = []
    var strangers: [String] = []
    while made < Self.count {
      let kind = DefectKind.all[made % DefectKind.all.count]
      var draft = Draft(files)
      guard kind.spoil(&draft, &random) else {
        Issue.record("«\(kind.name)» нигде не сделать")
        break
      }
      made += 1
      let found = try await told(MemoryWorld(draft.files))
      let hits = found.filter {
        kind.tells($0.finding.rule) && draft.isAtPlace($0.finding, $0.sources)
      }
      if hits.isEmpty { missed.append("\(kind.name)\n\(draft.change)") }
      for (finding, _) in found where finding.level != .note {
        if !kind.tells(finding.rule) && !kind.excuses(finding.rule) {
          strangers.append(
            "\(kind.name): \(finding.rule.text) \(finding.message.ru)\n\(draft.change)")
        }
      }
    }
    #expect(
      missed.count * 20 <= made,
      "не найдено \(missed.count) из \(made):\n\(missed.joined(separator: "\n"))")
    #expect(strangers.isEmpty, "лишнее:\n\(strangers.joined(separator: "\n"))")
  }

  private func told(_ world: MemoryWorld) async throws -> [(
    finding: Finding, sources: [String: Source]
  )] {
    var world = world
    world.today = CalendarDate(year: 2026, month: 11, day: 24) ?? .epoch
    let compilation = try await compile(world)
    return compilation.findings.map { ($0, compilation.sources) }
  }
}
