import Foundation
import Testing

private let order =
  "---\nвид: приказ\nназвание: О деле\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\n1. Сделать.\n"

/// A folder with one act, its site beside it and a place for stamps.
private struct Workplace {
  let folder: URL

  init(_ folder: URL) throws {
    self.folder = folder
    try write(order, "acts/order.md")
  }

  func write(_ text: String, _ path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ path: String) -> String {
    (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
  }

  var stamps: [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "cache/acta").path(percentEncoded: false))
    return (names ?? []).filter { $0.hasSuffix(".stamp") }
  }

  /// Builds once what was written has been there a while: what is just written is not trusted.
  func build(_ options: String...) throws -> (status: Int32, out: String, err: String) {
    Thread.sleep(forTimeInterval: 0.1)
    let path = folder.path(percentEncoded: false)
    return try acta(
      ["build", path + "/acts", "--output", path + "/site", "--formats", "html,txt"] + options,
      environment: ["XDG_CACHE_HOME": path + "/cache"])
  }
}

@Suite(.serialized) struct StampTests {
  @Test func `a build of the same says the same again, and sees whatever has changed`() throws {
    try withFolder { folder in
      let place = try Workplace(folder)
      let first = try place.build()
      #expect(place.stamps.count == 1)
      let second = try place.build()
      #expect(first == second)

      try place.write(order.replacing("Сделать", with: "Переделать"), "acts/order.md")
      _ = try place.build()
      #expect(place.text("site/order/index.html").contains("Переделать"))

      try place.write(order.replacing("номер: 1", with: "номер: 2"), "acts/b.md")
      #expect(try place.build().out.contains("2"))
      #expect(place.text("site/b/index.html").contains("№ 2"))

      try place.write("чужое", "site/order/index.html")
      _ = try place.build()
      #expect(place.text("site/order/index.html").contains("Переделать"))

      try FileManager.default.removeItem(at: folder.appending(path: "site/order/act.txt"))
      _ = try place.build()
      #expect(place.text("site/order/act.txt").contains("Переделать"))

      try place.write("сайт:\n  название: Наши акты\n", "acts/acta.yml")
      _ = try place.build()
      #expect(place.text("site/index.html").contains("Наши акты"))
    }
  }

  @Test func `a damaged stamp is not believed, and one of another day is another`() throws {
    try withFolder { folder in
      let place = try Workplace(folder)
      let first = try place.build()
      let stamp = folder.appending(path: "cache/acta/\(try #require(place.stamps.first))")
      var bytes = try Data(contentsOf: stamp)
      for index in [0, bytes.count / 2, bytes.count - 1] {
        bytes[index] ^= 1
        try bytes.write(to: stamp)
        #expect(try place.build() == first)
      }
      try bytes.prefix(40).write(to: stamp)
      #expect(try place.build() == first)
      _ = try place.build("--as-of", "2020-01-01")
      #expect(place.stamps.count == 2)
      _ = try place.build("--no-cache", "--as-of", "2020-01-02")
      #expect(place.stamps.count == 2)
    }
  }

  @Test func `what was written while the build began is not stamped`() throws {
    try withFolder { folder in
      let place = try Workplace(folder)
      let path = folder.path(percentEncoded: false)
      try place.write(order, "acts/order.md")
      _ = try acta(
        ["build", path + "/acts", "--output", path + "/acts/site"],
        environment: ["XDG_CACHE_HOME": path + "/cache"])
      #expect(place.stamps.isEmpty)
    }
  }
}
