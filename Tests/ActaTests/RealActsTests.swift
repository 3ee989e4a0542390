import ActaCompiler
import ActaModel
import Foundation
import Testing

/// What the real acts hold, counted by hand.
private struct Expected: Sendable {
  var act: String
  var points: [String]
  var appendices: Int
  var members: Int
  /// Rows of each section of the roadmap.
  var rows: [Int]

  static let all = [
    Expected(
      act: "000-gji", points: ["1", "2", "3", "4", "5", "6", "7"], appendices: 4, members: 7,
      rows: [5, 6, 10, 4]),
    Expected(
      act: "002-rd-490", points: ["1", "2"], appendices: 1, members: 0,
      rows: [4, 6, 13, 4, 4, 7, 7, 7, 7]),
    Expected(
      act: "004-kirov", points: ["1", "2", "3", "3-1", "3-2", "4", "5", "6"], appendices: 5,
      members: 23, rows: [3, 6, 13, 4, 7, 7]),
  ]
}

/// The real acts lie beside the project where it is developed; a clone alone has the next test.
@Test(
  arguments: FileManager.default.fileExists(atPath: Repositories.real.path(percentEncoded: false))
    ? Expected.all : [])
private func `the real acts are read as they are counted by hand`(_ expected: Expected) async throws
{
  let compilation = try await compile(try Repositories.world(Repositories.real))
  let act = try #require(compilation.repository.acts.first { $0.id == expected.act })
  #expect(points(act.order) == expected.points)
  #expect(act.appendices.count == expected.appendices)
  #expect(act.documents.compactMap(\.roster).flatMap(\.members).count == expected.members)
  let roadmap = act.documents.compactMap(\.roadmap).first
  #expect(roadmap?.sections.map(\.milestones.count) == expected.rows)
  #expect(roadmap?.milestones.allSatisfy { $0.number != nil } == true)
}

@Test func `the invented acts are read as they were written`() async throws {
  let compilation = try await compile(try Repositories.world(Repositories.own))
  let acts = Dictionary(
    compilation.repository.acts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  #expect(
    acts["2025-61-r-sovet"].map { points($0.order) }
      == ["1", "2", "3", "3-1", "3-2", "4", "5", "6", "7", "8"])
  let members = acts.mapValues { $0.documents.compactMap(\.roster).flatMap(\.members).count }
  #expect(members["2026-412-r-gruppa"] == 37)
  #expect(members["2026-58-od-ofis"] == 7)
  let rows = acts.mapValues { $0.documents.compactMap(\.roadmap).flatMap(\.milestones).count }
  #expect(rows["2026-413-r-plan/rasporyazhenie"] == 50)
  #expect(rows["2026-58-od-ofis"] == 25)
  let plan = acts["2026-413-r-plan/rasporyazhenie"]?.documents.compactMap(\.roadmap).first
  #expect(plan?.sections.count == 9)
}

private func points(_ document: Document) -> [String] {
  document.provisions.filter { $0.level == .point }.compactMap { $0.number?.bare }
}
