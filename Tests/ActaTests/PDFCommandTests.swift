import Foundation
import Testing

/// Runs the command with an environment of its own.
private func runActa(
  _ arguments: [String], _ environment: [String: String] = [:]
) throws -> (status: Int32, err: String) {
  let process = Process()
  let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  process.executableURL = tests.deletingLastPathComponent().appending(path: "acta")
  process.arguments = arguments
  process.currentDirectoryURL = Repositories.root
  process.environment = environment.merging(["NO_COLOR": "1", "PATH": "/usr/bin:/bin"]) { $1 }
  let err = Pipe()
  process.standardOutput = FileHandle.nullDevice
  process.standardError = err
  try process.run()
  let errors = err.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: errors, as: UTF8.self))
}

private func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "acta-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path(percentEncoded: false))
}

private let act = "acts/2025-61-r-sovet/order.md"

@Suite(.serialized) struct PDFCommandTests {
  @Test func `another time zone, locale and day print the same bytes`() throws {
    try withFolder { folder in
      let here = ["TZ": "Asia/Kamchatka", "LANG": "ru_RU.UTF-8", "LC_ALL": "C"]
      #expect(
        try runActa(["print", act, "-o", folder + "/a.pdf", "--as-of", "2031-12-31"]).status == 0)
      #expect(try runActa(["print", act, "-o", folder + "/b.pdf"], here).status == 0)
      let first = try Data(contentsOf: URL(filePath: folder + "/a.pdf"))
      #expect(try Data(contentsOf: URL(filePath: folder + "/b.pdf")) == first)
      #expect(first.starts(with: Data("%PDF-1.7".utf8)))
    }
  }

  @Test func `what is printed follows from the name of the file`() throws {
    try withFolder { folder in
      #expect(try runActa(["print", act, "-o", folder + "/a.txt"]).status == 0)
      #expect(try runActa(["print", act, "-o", folder + "/a.doc"]).status == 2)
      #expect(try runActa(["print", "acts", "-o", folder + "/a.pdf"]).status == 2)
      #expect(try runActa(["print", act, "-o", folder + "/none/a.pdf"]).status == 74)
      #expect(try runActa(["build", "acts", "--formats", "docx"]).status == 2)
    }
  }

  @Test func `only the forms that are asked for are built, and the page says which`() throws {
    try withFolder { folder in
      let run = try runActa(["build", "acts", "--output", folder, "--formats", "html,pdf"])
      #expect(run.status == 0)
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder + "/2025-61-r-sovet"
      ).sorted()
      #expect(files == ["act.pdf", "index.html"])
      let page = try String(
        contentsOf: URL(filePath: folder + "/2025-61-r-sovet/index.html"), encoding: .utf8)
      #expect(page.contains("\"act.pdf\"") && !page.contains("act.txt"))
    }
  }

  @Test
  func `a font that is not there is told once and the rest is built, unless PDF is asked for`()
    throws
  {
    try withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/acts", withIntermediateDirectories: true)
      let order =
        "---\nвид: приказ\nназвание: О деле\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\nПРИКАЗЫВАЮ:\n\n1. Сделать.\n"
      try Data(order.utf8).write(to: URL(filePath: folder + "/acts/order.md"))
      try Data("печать: {шрифт: Небывалый}\n".utf8).write(
        to: URL(filePath: folder + "/acts/acta.yml"))
      let build = ["build", folder + "/acts", "--output", folder + "/out"]
      let run = try runActa(build)
      #expect(run.status == 0)
      #expect(run.err.components(separatedBy: "«Небывалый»").count == 2)
      #expect(try runActa(build + ["--formats", "pdf"]).status == 74)
      // A file that is no font says so by its name.
      try FileManager.default.createDirectory(
        atPath: folder + "/acts/fonts", withIntermediateDirectories: true)
      try Data("не шрифт".utf8).write(to: URL(filePath: folder + "/acts/fonts/Own-Regular.ttf"))
      try Data("печать: {шрифт: fonts/Own}\n".utf8).write(
        to: URL(filePath: folder + "/acts/acta.yml"))
      #expect(try runActa(build).err.contains("Own-Regular.ttf»: это не шрифт TrueType"))
    }
  }
}
