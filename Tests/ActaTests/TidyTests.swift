import ActaDiagnostics
import ActaRules
import Foundation
import Testing

/// The sources of a target, by path relative to the project.
private func sources(_ target: String) throws -> [String: String] {
  var sources: [String: String] = [:]
  let base = Repositories.root.appending(path: target)
  for case let name as String in FileManager.default.enumerator(
    atPath: base.path(percentEncoded: false)) ?? .init()
  where name.hasSuffix(".swift") {
    sources["\(target)/\(name)"] = try String(
      contentsOf: base.appending(path: name), encoding: .utf8)
  }
  return sources
}

/// Words that one folder alone may say, since SwiftPM lets transitive imports through.
@Test(arguments: [
  ("import CCMark", "Sources/ActaParser/Markdown/"),
  ("import Yams", "Sources/ActaParser/FrontMatter/"),
  ("FileManager", "Sources/acta/"), ("import Foundation", "Sources/acta/"),
  ("import Mustache", "Sources/ActaRender/"), ("import CDigest", "Sources/ActaCompiler/"),
  ("import CZlib", "Sources/ActaRender/Print/PDF/"),
  ("import ArgumentParser", "Sources/acta/"), (" Date()", "Sources/acta/"),
])
func `only one folder imports`(_ word: String, _ folder: String) throws {
  let users = try sources("Sources").filter { $0.value.contains(word) }.keys.sorted()
  #expect(users.allSatisfy { $0.hasPrefix(folder) }, "\(word): \(users)")
}

@Test func `nothing is forced and nothing can trap by name`() throws {
  for (path, text) in try sources("Sources") {
    for word in ["try!", " as! ", "fatalError(", "unsafelyUnwrapped"] {
      #expect(!text.contains(word), "\(path): \(word)")
    }
  }
}

@Test func `every rule lives in a file of its own family`() throws {
  let files = try sources("Sources/ActaRules")
  for rule in Registry.all {
    let family = rule.id.family
    let owners = files.filter { $0.value.contains("\"\(rule.id.text)\", .") }.keys
    #expect(owners.count == 1, "\(rule.id.text): \(owners.sorted())")
    #expect(owners.allSatisfy { $0.lowercased().contains("/\(family)/") }, "\(rule.id.text)")
  }
}

@Test func `every rule that the reading tells is registered`() throws {
  var ids: Set<String> = []
  for text in try sources("Sources").values {
    for family in ["print/", "source/", "template/"] {
      var rest = text[...]
      while let start = rest.range(of: "\"" + family) {
        let name = rest[start.upperBound...].prefix { $0.isLetter || $0 == "-" || $0.isNumber }
        ids.insert(family + name)
        rest = rest[start.upperBound...]
      }
    }
  }
  // The templates of print are named alike.
  ids.subtract(["print/", "print/letterhead", "print/stamp", "print/signature", "print/page"])
  let known = Set(Registry.all.map(\.id.text))
  #expect(ids.isSubset(of: known), "\(ids.subtracting(known).sorted())")
  #expect(ids.count == 18)
}
