import ActaCompiler
import ActaDiagnostics
import ActaRules
import Foundation
import Testing

private let head = "---\nвид: порядок\nназвание: Порядок\n---\n\n"

/// The body of a порядок after its fixes.
private func fixed(_ body: String, _ safety: Fix.Safety = .safe) async throws -> String {
  let world = MemoryWorld(["act.md": head + body])
  let result = try await fixAll(world, safety) { _ in true }
  guard let bytes = result.files["act.md"] else { return body }
  return String(String(decoding: bytes, as: UTF8.self).dropFirst(head.count))
}

private let defects: [(String, String)] = [
  ("1. Утвердить Пoложение о совете.\n", "1. Утвердить Положение о совете.\n"),
  ("1. Приказ в„– 5 действует.\n", "1. Приказ № 5 действует.\n"),
  ("1. Совет  решает , голосует.\n", "1. Совет решает, голосует.\n"),
  ("1. Совет (далее - Совет) решает.\n", "1. Совет (далее – Совет) решает.\n"),
  ("1. Проект \"Окно \"Два\"\" идёт.\n", "1. Проект «Окно „Два“» идёт.\n"),
  (
    "1. Приказ №5 от 2023г. и Концепция(модель).\n",
    "1. Приказ № 5 от 2023 г. и Концепция (модель).\n"
  ),
  (
    "1. Совет:\n\nа) решает;\n\nб) голосует\n\nв) собирается;\n",
    "1. Совет:\n\nа) решает;\n\nб) голосует;\n\nв) собирается.\n"
  ),
  ("1. Срок – март 2О23 г.\n", "1. Срок – март 2023 г.\n"),
]

@Test(arguments: defects)
func `a safe fix mends the offence and nothing else`(_ before: String, _ after: String) async throws
{
  #expect(try await fixed(before) == after)
}

@Test(arguments: defects)
func `fixing twice changes nothing`(_ before: String, _ after: String) async throws {
  let once = try await fixed(before, .unsafe)
  #expect(try await fixed(once, .unsafe) == once)
}

@Test func `an unsafe fix waits until it is asked for`() async throws {
  let text = "1. Совет совет решает.\n"
  #expect(try await fixed(text) == text)
  #expect(try await fixed(text, .unsafe) == "1. Совет решает.\n")
}

@Test func `a silenced finding is not fixed`() async throws {
  let text =
    "<!-- acta: пропустить text/double-space, причина: так в подлиннике -->\n\n1. Совет  решает.\n"
  #expect(try await fixed(text) == text)
}

@Test func `what was not asked for stays`() async throws {
  let world = MemoryWorld([
    "a.md": head + "1. Совет  решает.\n", "b.md": head + "1. Совет  решает.\n",
  ])
  let result = try await fixAll(world, .safe) { $0.file == "b.md" }
  #expect(result.files.keys.sorted() == ["b.md"])
}

// MARK: Edits

private func finding(_ edits: [(Int, Int, String)], _ safety: Fix.Safety = .safe) -> Finding {
  let text = Text(ru: "…", en: "…")
  return Finding(
    "text/double-space", .note, file: "a", at: nil, text,
    fix: Fix(
      text, safety, edits.map { Fix.Edit(file: "a", at: Span($0.0, $0.1), with: $0.2) }))
}

private func apply(_ findings: [Finding], _ text: String) -> (String, Int) {
  let source = Source(path: "a", text: text)
  let result = applyFixes(findings, to: ["a": source], upTo: .safe)
  let bytes = result.files["a"] ?? source.bytes
  return (String(decoding: bytes, as: UTF8.self), result.applied)
}

@Test func `edits are applied whatever their order`() {
  #expect(
    apply([finding([(4, 5, "E"), (0, 1, "A")]), finding([(2, 3, "CC")])], "abcde") == ("AbCCdE", 2))
}

@Test func `of two that overlap the first wins, whole`() {
  #expect(
    apply([finding([(0, 2, "X")]), finding([(1, 3, "Y"), (4, 5, "Z")])], "abcde") == ("Xcde", 1))
}

@Test func `what is put in where another ends waits`() {
  #expect(apply([finding([(0, 2, "X")]), finding([(2, 2, "Y")])], "abcde") == ("Xcde", 1))
}

@Test func `edits outside the file or inside a character are refused`() {
  #expect(apply([finding([(3, 9, "X")]), finding([(-1, 1, "X")])], "abcde") == ("abcde", 0))
  #expect(apply([finding([(1, 2, "X")])], "яя") == ("яя", 0))
}

@Test func `edits of one fix must not touch each other`() {
  #expect(apply([finding([(0, 2, "X"), (1, 3, "Y")])], "abcde") == ("abcde", 0))
}

// MARK: Properties

/// Puts second spaces between words of a text, where they are words of the act and of no comment.
private func damaged(_ text: String, _ random: inout Seeded) -> String {
  var bytes = Array(text.utf8)
  var isComment = false
  var places: [Int] = []
  var index = text.range(of: "\n---\n").map { text[..<$0.upperBound].utf8.count } ?? 0
  while index + 4 < bytes.count {
    if bytes[index...].starts(with: "<!--".utf8) { isComment = true }
    if bytes[index...].starts(with: "-->".utf8) { isComment = false }
    if !isComment, index > 1, bytes[index] == 0x20, bytes[index - 2] | 1 == 0xD1,
      bytes[index + 1] | 1 == 0xD1
    {
      places.append(index)
    }
    index += 1
  }
  for place in places.shuffled(using: &random).prefix(5).sorted(by: >) {
    bytes.insert(0x20, at: place)
  }
  return String(decoding: bytes, as: UTF8.self)
}

@Test(arguments: 0..<4)
func `fixes of made defects give the act back byte for byte`(_ seed: Int) async throws {
  var random = Seeded(UInt64(seed))
  var world = try Repositories.world(Repositories.own)
  let before = world.files
  for path in world.files.keys.sorted() where path.hasSuffix(".md") {
    let text = String(decoding: before[path] ?? [], as: UTF8.self)
    world.files[path] = Array(damaged(text, &random).utf8)
  }
  #expect(world.files != before)
  let result = try await fixAll(world, .safe) { $0.rule == "text/double-space" }
  for (path, bytes) in before {
    let after = result.files[path] ?? world.files[path] ?? []
    let isBack = after == bytes
    #expect(isBack, "\(path): \(firstDifference(after, bytes))")
  }
}

private func firstDifference(_ left: [UInt8], _ right: [UInt8]) -> String {
  let index = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
  return String(decoding: left[max(0, index - 40)..<min(left.count, index + 40)], as: UTF8.self)
}

@Test(arguments: Repositories.all)
func `fixing the acts reaches an end and stays there`(_ folder: URL) async throws {
  var world = try Repositories.world(folder)
  for _ in 0..<2 {
    let result = try await fixAll(world, .unsafe) { _ in true }
    world.files.merge(result.files) { _, new in new }
  }
  let again = try await fixAll(world, .unsafe) { _ in true }
  #expect(again.files.isEmpty && again.applied == 0, "\(again.files.keys.sorted())")
}

// MARK: The diff

@Test func `a diff shows the lines around a change`() {
  let old = (1...9).map { "строка \($0)\n" }.joined()
  let new = old.replacing("строка 5", with: "строка пять")
  let diff = String(
    decoding: unifiedDiff(Array(old.utf8), Array(new.utf8), name: "a.md"), as: UTF8.self)
  #expect(
    diff == """
      --- a.md
      +++ a.md
      @@ -2,7 +2,7 @@
       строка 2
       строка 3
       строка 4
      -строка 5
      +строка пять
       строка 6
       строка 7
       строка 8

      """)
}

@Test func `lines that go are shown, and a missing end of line is told`() {
  let diff = String(
    decoding: unifiedDiff(Array("a\n\nb\nc".utf8), Array("a b\nc".utf8), name: "x"), as: UTF8.self)
  #expect(
    diff
      == "--- x\n+++ x\n@@ -1,4 +1,2 @@\n-a\n-\n-b\n+a b\n c\n\\ No newline at end of file\n")
}

@Test func `equal files have no diff`() {
  #expect(unifiedDiff([1, 2], [1, 2], name: "x").isEmpty)
}
