import ActaFuzz
import Foundation
import Testing

/// Everything that fuzzing has found to reach new code, or to break something once, is read again.
@Test(arguments: FuzzTarget.all.map(\.name))
func `what fuzzing has found is stood`(_ name: String) async throws {
  let target = try #require(FuzzTarget.named(name))
  let folder = Repositories.root.appending(path: "Fuzz/corpus/" + name)
  let files = try FileManager.default.contentsOfDirectory(
    at: folder, includingPropertiesForKeys: nil)
  #expect(!files.isEmpty)
  for file in files { await target.run(Array(try Data(contentsOf: file))) }
}
