import ActaCompiler
import ActaDiagnostics
import ActaModel
import Foundation
import Testing

@testable import ActaRender

/// The repository's own acts, printed.
@Suite struct PrintActsTests {
  @Test func `all words of the acts are printed, on pages that keep their bounds`() async throws {
    let compilation = try await compile(try ownActs())
    let repository = compilation.repository
    #expect(!repository.acts.isEmpty)
    for act in repository.acts {
      let blocks = printBlocks(of: act, settings: repository.settings)
      let placed = pages(of: blocks, on: TextDevice())
      var rest: [String: Int] = [:]
      for word in printedWords(placed) { rest[word, default: 0] += 1 }
      for document in act.documents {
        for word in SpokenWords(document).words { rest[word, default: 0] -= 1 }
      }
      #expect(rest.filter { $0.value < 0 } == [:], "\(act.id)")
      let text = textPages(printedText(of: placed))
      for (page, lines) in zip(placed, text) {
        let area = TextDevice().area(page.orientation)
        #expect(lines.count <= area.height, "\(act.id), \(page.number)")
        #expect(!lines.contains { columns($0) > area.width }, "\(act.id), \(page.number)")
      }
    }
  }

  @Test func `running text is printed in its order`() async throws {
    let compilation = try await compile(try ownActs())
    let repository = compilation.repository
    for act in repository.acts {
      let printed = printedWords(
        pages(of: printBlocks(of: act, settings: repository.settings), on: TextDevice()))
      // Rows of tables are read cell by cell, and a roadmap's heads are said once.
      for document in act.appendices.map(\.document)
      where document.roadmap == nil && document.roster == nil {
        #expect(firstLost(SpokenWords(document).words, in: printed) == nil, "\(document.path)")
      }
    }
  }

  @Test func `the JSON of the acts keeps to its schema`() async throws {
    let compilation = try await compile(try ownActs())
    for act in compilation.repository.acts {
      let json = json(
        of: act, settings: compilation.repository.settings, sources: compilation.sources)
      #expect(SchemaCheck(actSchema()).complaints(json) == [], "\(act.id)")
      #expect(!outline(of: act).isEmpty)
    }
  }

  /// The folder `acts/` beside the tests, read into memory.
  private func ownActs() throws -> MemoryWorld {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("acts")
    var files: [String: String] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    for path in paths where path.hasSuffix(".md") || path == "acta.yml" {
      files[path] = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
    return MemoryWorld(files)
  }
}
