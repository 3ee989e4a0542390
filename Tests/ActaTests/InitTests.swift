import ActaRender
import Foundation
import Testing

@Suite(.serialized) struct InitTests {
  @Test func `a new repository has no finding, and its site builds`() throws {
    for date in ["2024-02-29", "2026-11-24", "2026-12-31", "2031-05-01"] {
      try withFolder { folder in
        let path = folder.appending(path: "новая папка").path(percentEncoded: false)
        let run = try acta("init", path, "--as-of", date)
        #expect(run.status == 0 && run.out.hasPrefix("Написано файлов: 11\n"))
        let check = try acta("check", path + "/acts", "--as-of", date, "--fail-on", "warning")
        #expect(check.status == 0, "\(check.out)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: path)
        for file in files where !file.hasSuffix("/") {
          let text = (try? String(contentsOfFile: path + "/" + file, encoding: .utf8)) ?? ""
          #expect(!text.contains("{{срок") && !text.contains("{{дата"), "\(file)")
        }
        let built = try acta("build", path + "/acts", "--output", path + "/output", "--as-of", date)
        #expect(built.status == 0 && built.out.contains("Собрано актов: 1"))
      }
    }
  }

  @Test func `nothing is written over, and nothing is written by halves`() throws {
    try withFolder { folder in
      let path = folder.path(percentEncoded: false)
      let readme = folder.appending(path: "README.md")
      try Data("моё".utf8).write(to: readme)
      let refused = try acta("init", path)
      #expect(refused.status == 74 && refused.err.contains("README.md"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["README.md"])
      #expect(try String(contentsOf: readme, encoding: .utf8) == "моё")
      #expect(try acta("init", path, "--force").status == 0)
      #expect(try String(contentsOf: readme, encoding: .utf8).hasPrefix("# Правовые акты"))
    }
  }

  @Test func `the templates are copied out as they are in the binary, all of them`() throws {
    try withFolder { folder in
      let path = folder.path(percentEncoded: false)
      #expect(try acta("init", path, "--templates").status == 0)
      let own = Repositories.root.appending(path: "templates").path(percentEncoded: false)
      let names = try files(in: own)
      let copied = try files(in: path + "/templates")
      #expect(copied == names && names == Templates.builtInFiles.map(\.name))
      for name in names {
        let bytes = FileManager.default.contents(atPath: path + "/templates/" + name)
        #expect(bytes == FileManager.default.contents(atPath: own + "/" + name), "\(name)")
      }
      #expect(names.contains("print/page.mustache") && names.contains("search.js"))
      #expect(try acta("init", path, "--templates").status == 74)
    }
  }
}

/// The files of a folder and of those in it, by their paths.
private func files(in folder: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
      && !isFolder.boolValue
  }.sorted()
}
