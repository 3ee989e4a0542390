import ActaCompiler
import Foundation
import Testing

/// Runs the command as a user does.
func acta(
  _ arguments: String..., in folder: String = "."
) throws -> (status: Int32, out: String, err: String) {
  try acta(arguments, in: folder)
}

/// Runs the command as a user does.
func acta(
  _ arguments: [String], in folder: String = ".", environment: [String: String] = [:]
) throws -> (status: Int32, out: String, err: String) {
  let process = Process()
  let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  process.executableURL = tests.deletingLastPathComponent().appending(path: "acta")
  process.arguments = arguments
  process.currentDirectoryURL = Repositories.root.appending(path: folder)
  process.environment = environment.merging(["NO_COLOR": "1", "PATH": "/usr/bin:/bin"]) { $1 }
  let (out, err) = (Pipe(), Pipe())
  process.standardOutput = out
  process.standardError = err
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let output = out.fileHandleForReading.readDataToEndOfFile()
  let errors = err.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (
    process.terminationStatus, String(decoding: output, as: UTF8.self),
    String(decoding: errors, as: UTF8.self)
  )
}

/// A folder of its own, gone at the end.
func withFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "acta-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}

private let order =
  "---\nвид: приказ\nназвание: О деле\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\nПРИКАЗЫВАЮ:\n\n1. Сделать.\n"

@Suite(.serialized) struct CommandTests {
  @Test func `the project's own acts compile without an error or a warning`() throws {
    let run = try acta("check", "acts", "--format", "jsonl")
    #expect(run.status == 0)
    #expect(!run.out.contains(#""level":"error""#) && !run.out.contains(#""level":"warning""#))
  }

  @Test func `the exit status tells findings, usage and input apart`() throws {
    try withFolder { folder in
      let path = folder.path(percentEncoded: false)
      try Data(order.utf8).write(to: folder.appending(path: "order.md"))
      #expect(try acta("check", path).status == 0)
      try Data((order + "\n3. Третий.\n").utf8).write(to: folder.appending(path: "order.md"))
      #expect(try acta("check", path).status == 1)
      #expect(try acta("check", path, "--format", "чужой").status == 2)
      #expect(try acta("check", path + "/net.md").status == 74)
      #expect(try acta("explain", "numbering/gaap").err.contains("numbering/gap"))
      #expect(try acta("explain", "numbering/gap").out.contains("⟦3.⟧"))
      #expect(try acta("неведомо").status == 2)
    }
  }

  @Test func `links out of the folder and folders with a file's name are told`() throws {
    try withFolder { folder in
      let acts = folder.appending(path: "acts")
      try FileManager.default.createDirectory(
        at: acts.appending(path: "papka.md"), withIntermediateDirectories: true)
      try Data(order.utf8).write(to: acts.appending(path: "order.md"))
      try Data("тайна".utf8).write(to: folder.appending(path: "secret.md"))
      try FileManager.default.createSymbolicLink(
        at: acts.appending(path: "link.md"), withDestinationURL: folder.appending(path: "secret.md")
      )
      let run = try acta("check", acts.path(percentEncoded: false), "--format", "jsonl")
      #expect(run.status == 1)
      #expect(run.out.contains("source/path-outside") && run.out.contains("papka.md"))
      #expect(!run.out.contains("тайна"))
    }
  }

  @Test func `a build writes whole files, keeps what it did not write and removes what is gone`()
    throws
  {
    try withFolder { folder in
      let acts = folder.appending(path: "acts")
      let output = folder.appending(path: "output")
      for name in ["pervyy", "vtoroy"] {
        let place = acts.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(order.utf8).write(to: place.appending(path: "order.md"))
      }
      let arguments = [acts, output].map { $0.path(percentEncoded: false) }
      #expect(try acta("build", arguments[0], "--output", arguments[1]).status == 0)
      let first = try Data(contentsOf: output.appending(path: "manifest.json"))
      try Data("чужое".utf8).write(to: output.appending(path: "CNAME"))
      #expect(try acta("build", arguments[0], "--output", arguments[1]).status == 0)
      #expect(try Data(contentsOf: output.appending(path: "manifest.json")) == first)
      try FileManager.default.removeItem(at: acts.appending(path: "vtoroy"))
      #expect(try acta("build", arguments[0], "--output", arguments[1]).status == 0)
      let left = try FileManager.default.contentsOfDirectory(atPath: arguments[1]).sorted()
      #expect(left.contains("CNAME") && left.contains("pervyy") && !left.contains("vtoroy"))
      #expect(!left.contains { $0.hasPrefix(".") })
      let held = try acta("verify", arguments[1])
      #expect(held.status == 1 && held.out == "лишний: CNAME\n")
      try FileManager.default.removeItem(at: output.appending(path: "CNAME"))
      #expect(try acta("verify", arguments[1], "--lang", "en").out.hasPrefix("The folder is as "))
      #expect(try acta("verify", arguments[0]).status == 74)
    }
  }

  @Test func `a folder that another build holds is left alone, with a status of its own`() throws {
    try withFolder { folder in
      let path = folder.path(percentEncoded: false)
      let output = try OutputFolder(path)
      try output.put("index.html", Array("прежнее".utf8))
      let second = try acta("build", "acts", "--output", path)
      #expect(second.status == 75)
      #expect(second.err.contains("процесс \(ProcessInfo.processInfo.processIdentifier)"))
      #expect(try acta("verify", path).status == 75)
      try output.finish()
      #expect(try acta("verify", path).status == 0)
    }
  }

  @Test func `a file or folder below acta.yml is checked with its whole repository`() throws {
    let whole = try acta("check", "acts")
    let part = try acta("check", "acts/2026-58-od-ofis/dorozhnaya-karta.md")
    let inside = try acta("check", "order.md", in: "acts/2026-58-od-ofis")
    #expect([whole.status, part.status, inside.status] == [0, 0, 0])
    #expect(try acta("show", "order.md", in: "acts/2026-58-od-ofis").out.contains("№ 58-од"))
  }

  @Test func `the model is printed as JSON`() throws {
    let run = try acta("show", "acts/2025-61-r-sovet", "--json")
    let json = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
    #expect(json?["schema"] as? String == "acta/act")
    #expect((json?["appendices"] as? [Any])?.count == 2)
  }
}
