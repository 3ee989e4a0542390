import ActaCompiler
import ActaDiagnostics
import ActaModel
import ActaRender
import Foundation
import Testing

@Test(arguments: Repositories.all)
func `the words of every source stand in the page and in the print, in order`(
  _ folder: URL
) async throws {
  let world = try Repositories.world(folder)
  let compilation = try await compile(world)
  let files = try await published(world).files.byPath
  #expect(compilation.repository.acts.count >= 3)
  for act in compilation.repository.acts {
    let page = String(decoding: files[act.id + "/index.html"] ?? [], as: UTF8.self)
    let print = String(decoding: files[act.id + "/act.txt"] ?? [], as: UTF8.self)
    let shown = PageWords.words(page)
    let printed = PrintWords.words(print)
    var all: [String] = []
    for document in act.documents {
      let source = String(decoding: world.files[document.path] ?? [], as: UTF8.self)
      let words = SourceWords.words(source)
      #expect(words.count > 20, "\(document.path)")
      if let (index, word) = firstMissing(words, in: shown) {
        Issue.record(
          "\(document.path): слово \(index) «\(word)» не на странице: \(context(words, index))")
      }
      let printWords = SourceWords.words(source, heads: document.family != .roadmap)
      all += printWords
      // A roster's two columns and a row that goes on with the one above are read across: their words are counted.
      guard document.family != .roster, !source.contains("\n|  |") else { continue }
      if let (index, word) = firstMissing(printWords, in: printed) {
        Issue.record(
          "\(document.path): слово \(index) «\(word)» не в печати: \(context(printWords, index))")
      }
    }
    let printedCounts = counts(printed)
    let missing = counts(all).filter { word, count in (printedCounts[word] ?? 0) < count }
    #expect(missing.isEmpty, "\(act.id): \(missing.keys.sorted())")
  }
}

private func counts(_ words: [String]) -> [String: Int] {
  words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

private func context(_ words: [String], _ index: Int) -> String {
  words[max(0, index - 4)..<min(words.count, index + 3)].joined(separator: " ")
}

@Test func `two builds, and a build of files listed in another order, give the same bytes`()
  async throws
{
  let world = try Repositories.world(Repositories.own)
  let first = try await published(world).files
  let second = try await published(world).files
  var turned = ReversedWorld(world: world)
  turned.world.today = world.today
  let third = try await published(turned).files
  #expect(first.byPath == second.byPath)
  #expect(first.byPath == third.byPath)
  #expect(first.filter { $0.path.hasSuffix("/act.json") }.count == 5)
  #expect(Set(first.map(\.path)).count == first.count)
}

/// A world that lists its files backwards.
private struct ReversedWorld: World {
  var world: MemoryWorld

  var today: CalendarDate { world.today }
  func entries() throws(WorldError) -> [WorldEntry] {
    try world.entries().sorted { $0.path > $1.path }
  }
  func read(_ path: String) throws(WorldError) -> [UInt8] { try world.read(path) }
  func isFile(_ path: String) -> Bool { world.isFile(path) }
}
