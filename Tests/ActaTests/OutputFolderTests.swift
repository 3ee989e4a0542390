import ActaCompiler
import ActaDiagnostics
import Foundation
import Testing

private let page = Array("<p>Страница</p>\n".utf8)
private let text = Array("Текст\n".utf8)

/// What lies in a folder, by path; folders themselves are left out.
private func contents(_ folder: URL) -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  let path = folder.path(percentEncoded: false)
  for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else { continue }
    files[name] = Array(data)
  }
  return files
}

private func place(of folder: URL) -> String { folder.path(percentEncoded: false) }

/// Both ways to write: without a name until a file is whole, and under a name aside.
@Suite struct OutputFolderTests {
  @Test(arguments: [true, false])
  func `files are put in their places and the manifest tells of them`(_ nameless: Bool) async throws
  {
    try withFolder { folder in
      let output = try OutputFolder(place(of: folder) + "/новая/папка", leavingNoName: nameless)
      try output.put("а/б/index.html", page)
      try output.put("а/act.txt", text)
      try output.put("а/act.txt", page)
      try output.finish()
      let files = contents(folder.appending(path: "новая/папка"))
      #expect(Set(files.keys) == ["а/б/index.html", "а/act.txt", "manifest.json"])
      #expect(files["а/act.txt"] == page)
      let manifest = try #require(Manifest(decoding: files["manifest.json"] ?? []))
      #expect(manifest.entries.map(\.path) == ["а/act.txt", "а/б/index.html"])
      #expect(
        manifest.entries.allSatisfy { $0.digest == Digest(of: page) && $0.count == page.count })
    }
  }

  @Test(arguments: [true, false])
  func `a file that is unchanged is not written anew, one that was spoilt is`(
    _ nameless: Bool
  ) throws {
    try withFolder { folder in
      func build() throws {
        let output = try OutputFolder(place(of: folder), leavingNoName: nameless)
        try output.put("a.html", page)
        try output.put("b.txt", text)
        try output.finish()
      }
      func number(_ name: String) throws -> UInt64 {
        let path = place(of: folder.appending(path: name))
        let number = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
        return (number as? NSNumber)?.uint64Value ?? 0
      }
      try build()
      let before = try ["a.html", "b.txt", "manifest.json"].map(number)
      try build()
      #expect(try ["a.html", "b.txt", "manifest.json"].map(number) == before)
      // Of the same length, and with the time set back.
      let spoilt = folder.appending(path: "b.txt")
      try Data(text.reversed()).write(to: spoilt)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: place(of: spoilt))
      try build()
      #expect(contents(folder)["b.txt"] == text)
    }
  }

  @Test func `a file is kept only where it stands as its digest says`() throws {
    try withFolder { folder in
      let first = try OutputFolder(place(of: folder))
      try first.put("a.html", page)
      try first.put("b.html", page)
      try first.put("c.html", page)
      try first.finish()
      try Data(text).write(to: folder.appending(path: "b.html"))
      let second = try OutputFolder(place(of: folder))
      #expect(try second.keep("a.html", digest: Digest(of: page)))
      #expect(try !second.keep("b.html", digest: Digest(of: page)))
      #expect(try !second.keep("c.html", digest: Digest(of: text)))
      #expect(try !second.keep("d.html", digest: Digest(of: page)))
      try second.put("d.html", text)
      try second.finish()
      #expect(Set(contents(folder).keys) == ["a.html", "b.html", "d.html", "manifest.json"])
    }
  }

  @Test func `only what the manifest shows to be Acta's is removed`() throws {
    try withFolder { folder in
      let first = try OutputFolder(place(of: folder))
      for path in ["стар/a.html", "стар/b.html", "чужое/c.html", "d.html"] {
        try first.put(path, page)
      }
      try first.finish()
      try Data(text).write(to: folder.appending(path: "стар/b.html"))
      try Data(text).write(to: folder.appending(path: "чужое/CNAME"))
      let second = try OutputFolder(place(of: folder))
      try second.put("d.html", page)
      try second.finish()
      #expect(
        Set(contents(folder).keys) == ["стар/b.html", "чужое/CNAME", "d.html", "manifest.json"])
    }
  }

  @Test
  func `nothing outside the folder is written or removed, whatever a manifest or a link says`()
    throws
  {
    try withFolder { folder in
      let (outside, inside) = (folder.appending(path: "вне"), folder.appending(path: "output"))
      for place in [outside, inside] {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      }
      try Data(page).write(to: outside.appending(path: "a.html"))
      try FileManager.default.createSymbolicLink(
        at: inside.appending(path: "ссылка"), withDestinationURL: outside)
      let hostile = Manifest(
        ["../вне/a.html", "ссылка/a.html", "/etc/hostname"].map {
          Manifest.Entry(path: $0, digest: Digest(of: page), count: page.count)
        })
      try Data(hostile.encoded()).write(to: inside.appending(path: "manifest.json"))
      let output = try OutputFolder(place(of: inside))
      for path in ["../вне/b.html", "/tmp/b.html", "a//b", "a/./b", "", "a\u{0}b", "manifest.json"]
      {
        #expect(throws: OutputProblem.unsoundPath(path)) { try output.put(path, text) }
      }
      #expect(throws: OutputProblem.self) { try output.put("ссылка/b.html", text) }
      try output.finish()
      #expect(contents(outside) == ["a.html": page])
    }
  }

  @Test(arguments: [true, false])
  func `files put by many threads at once are all whole`(_ nameless: Bool) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "acta-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for round in 0..<2 {
      let output = try OutputFolder(place(of: folder), leavingNoName: nameless)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for index in 0..<200 {
          group.addTask {
            try output.put("п\(index % 7)/\(index).txt", Array("\(round) \(index)".utf8))
          }
        }
        try await group.waitForAll()
      }
      try output.finish()
    }
    let files = contents(folder)
    #expect(files.count == 201)
    #expect((0..<200).allSatisfy { files["п\($0 % 7)/\($0).txt"] == Array("1 \($0)".utf8) })
    #expect(try await verify(place(of: folder)).isSound)
  }

  @Test func `a second build is told who holds the folder, and what a killed one left goes`() throws
  {
    try withFolder { folder in
      let aside = folder.appending(path: ".acta-aside")
      try FileManager.default.createDirectory(at: aside, withIntermediateDirectories: true)
      try Data(text).write(to: aside.appending(path: "1"))
      try Data("999999\n".utf8).write(to: folder.appending(path: ".acta.lock"))
      let first = try OutputFolder(place(of: folder))
      #expect(Set(contents(folder).keys) == [".acta.lock"])
      do throws(OutputProblem) {
        _ = try OutputFolder(place(of: folder))
        Issue.record("Вторая сборка не должна начаться")
      } catch {
        let told = error.text(.russian)
        #expect(
          told.contains("процесс \(ProcessInfo.processInfo.processIdentifier), с "), "\(told)")
      }
      first.close()
      #expect(contents(folder).isEmpty)
      try OutputFolder(place(of: folder)).finish()
      #expect(Set(contents(folder).keys) == ["manifest.json"])
    }
  }
}

@Test func `a manifest is read as it is written, and in any spacing`() throws {
  let manifest = Manifest(
    ["я/\"а\\б\n", "a.html"].map { Manifest.Entry(path: $0, digest: Digest(of: page), count: 7) })
  let bytes = manifest.encoded()
  let json = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
  #expect(
    (json?["files"] as? [[String: Any]])?.map { $0["path"] as? String } == ["a.html", "я/\"а\\б\n"])
  // A name with an end of line is nobody's.
  #expect(Manifest(decoding: bytes)?.entries.map(\.path) == ["a.html"])
  let packed = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
  #expect(Manifest(decoding: Array(packed.utf8)) == Manifest(decoding: bytes))
  #expect(Manifest(decoding: Manifest([]).encoded()) == Manifest([]))
  for length in 0..<(bytes.count - 1) {
    #expect(Manifest(decoding: Array(bytes.prefix(length))) == nil)
  }
  let later = String(decoding: bytes, as: UTF8.self).replacing(
    "\"version\": 1", with: "\"version\": 2")
  #expect(Manifest(decoding: Array(later.utf8)) == nil)
}

@Test func `a digest is that of sha256sum`() {
  let digest = Digest(of: Array("abc".utf8))
  let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  #expect(digest.hexadecimal == known)
  #expect(Digest(hexadecimal: Array(known.utf8)) == digest)
  #expect(Digest(hexadecimal: Array(known.uppercased().utf8)) == nil)
}

@Test func `a folder is held against its manifest`() async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "acta-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  let output = try OutputFolder(place(of: folder))
  for path in ["a/index.html", "b/index.html", "c.txt", "d.txt"] { try output.put(path, page) }
  try output.finish()
  #expect(try await verify(place(of: folder)) == Verification(count: 4))
  try FileManager.default.removeItem(at: folder.appending(path: "a"))
  try Data(page.reversed()).write(to: folder.appending(path: "b/index.html"))
  try FileManager.default.removeItem(at: folder.appending(path: "c.txt"))
  try FileManager.default.createSymbolicLink(
    at: folder.appending(path: "c.txt"), withDestinationURL: folder.appending(path: "d.txt"))
  try Data(text).write(to: folder.appending(path: "b/.htaccess"))
  try Data().write(to: folder.appending(path: ".gitkeep"))
  let verification = try await verify(place(of: folder))
  #expect(verification.missing == ["a/index.html"])
  #expect(verification.changed == ["b/index.html", "c.txt"])
  #expect(verification.extra == ["b/.htaccess"])
  await #expect(throws: OutputProblem.noManifest("/")) { try await verify("/") }
  try Data("{}".utf8).write(to: folder.appending(path: "manifest.json"))
  await #expect(throws: OutputProblem.damagedManifest(place(of: folder))) {
    try await verify(place(of: folder))
  }
}
