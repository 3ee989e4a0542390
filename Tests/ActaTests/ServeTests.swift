import Foundation
import Testing

private let order =
  "---\nвид: приказ\nназвание: О деле\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\n1. Сделать.\n"

/// A preview of a folder while it runs.
private final class Server {
  private let process = Process()
  private(set) var address = ""

  init(_ folder: String) throws {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.executableURL = tests.deletingLastPathComponent().appending(path: "acta")
    process.arguments = ["serve", folder, "--port", "0"]
    process.currentDirectoryURL = Repositories.root
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let out = Pipe()
    process.standardOutput = out
    try process.run()
    var line = ""
    while !line.contains("\n") {
      let data = out.fileHandleForReading.availableData
      if data.isEmpty { break }
      line += String(decoding: data, as: UTF8.self)
    }
    address = line.split(separator: " ").first { $0.hasPrefix("http://") }.map(String.init) ?? ""
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }

  func get(_ path: String) throws -> String {
    let curl = Process()
    curl.executableURL = URL(filePath: "/usr/bin/python3")
    curl.arguments = [
      "-c",
      "import sys, urllib.request; sys.stdout.buffer.write(urllib.request.urlopen(sys.argv[1]).read())",
      address + path,
    ]
    let out = Pipe()
    curl.standardOutput = out
    curl.standardError = FileHandle.nullDevice
    try curl.run()
    let data = out.fileHandleForReading.readDataToEndOfFile()
    curl.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Asks until a page has some words, for at most half a minute.
  func wait(for words: String, at path: String) throws -> Bool {
    for _ in 0..<300 {
      if try get(path).contains(words) { return true }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }
}

@Suite(.serialized) struct ServeTests {
  @Test func `the preview shows what is saved, and findings with their places`() throws {
    try withFolder { folder in
      let file = folder.appending(path: "order.md")
      try Data(order.utf8).write(to: file)
      let server = try Server(folder.path(percentEncoded: false))
      defer { server.stop() }
      #expect(server.address.hasPrefix("http://127.0.0.1:"))
      #expect(try server.get("").contains("О деле"))
      let page = try server.get("order/")
      #expect(page.contains("Сделать") && page.contains("/_acta/live.js"))
      #expect(try server.get("_acta/live.js").contains("actaFindings"))

      try Data((order + "\n3. Трет(ий.\n").utf8).write(to: file)
      #expect(try server.wait(for: "Трет(ий", at: "order/"))
      let findings = try server.get("_acta/findings.js?act=order")
      #expect(findings.contains("numbering/gap") && findings.contains(#""anchor":"p-3""#))
      #expect(try server.get("_acta/wait.js?version=0").hasPrefix("actaLive("))

      let second = folder.appending(path: "novaya/order.md")
      try FileManager.default.createDirectory(
        at: second.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(order.replacing("О деле", with: "О новом").utf8).write(to: second)
      #expect(try server.wait(for: "О новом", at: "novaya/"))
      try FileManager.default.removeItem(at: second)
      Thread.sleep(forTimeInterval: 0.3)
      #expect(try server.get("novaya/index.html").isEmpty)
    }
  }
}
