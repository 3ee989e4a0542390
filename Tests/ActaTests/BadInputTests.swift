import ActaCompiler
import ActaDiagnostics
import ActaModel
import Testing

/// A healthy act that must compile whatever stands beside it.
private let healthy = [
  "zdorovyy/order.md":
    "---\nвид: приказ\nназвание: О деле\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\nПРИКАЗЫВАЮ:\n\n1. Сделать.\n"
]

private func findings(_ path: String, _ bytes: [UInt8]) async throws -> [Finding] {
  var world = MemoryWorld(healthy)
  world.files[path] = bytes
  let compilation = try await compile(world)
  #expect(compilation.repository.acts.contains { $0.id == "zdorovyy" })
  for finding in compilation.findings {
    guard let span = finding.span, let source = compilation.sources[finding.file] else { continue }
    #expect(span.end <= source.bytes.count)
  }
  return compilation.findings.filter { $0.file == path }
}

private let head = "---\nвид: порядок\nназвание: Порядок\n---\n\n"

@Test(arguments: [
  ("an empty file", "", "source/front-matter"),
  ("one fence", "---", "source/front-matter"),
  ("one fence with an end of line", "---\n", "source/front-matter"),
  ("no front matter", "# Порядок\n", "source/front-matter"),
  ("front matter that is a list", "---\n- вид\n- порядок\n---\n", "source/front-matter"),
  ("front matter that is a word", "---\nпорядок\n---\n", "source/front-matter"),
  ("empty front matter", "---\n---\n\n1. Первый.\n", "source/missing-key"),
  (
    "tabs in YAML", "---\nвид: порядок\nподписал:\n\tдолжность: Министр\n---\n",
    "source/front-matter"
  ),
  ("a key twice", "---\nвид: порядок\nвид: состав\nназвание: П\n---\n", "source/duplicate-key"),
  (
    "a nested key twice",
    "---\nвид: приказ\nназвание: П\nподписал: {имя: А, имя: Б, должность: В}\n---\n",
    "source/duplicate-key"
  ),
  (
    "an alias bomb",
    "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n---\n",
    "source/front-matter"
  ),
  ("unclosed quotes", "---\nвид: \"порядок\nназвание: П\n---\n", "source/front-matter"),
  (
    "a colon in a value", "---\nвид: порядок\nназвание: О деле: второе\n---\n",
    "source/front-matter"
  ),
  ("a value that is a map", "---\nвид: {а: б}\nназвание: П\n---\n", "source/wrong-value"),
  ("mojibake", head + "1. Приказ в„– 5.\n", "source/mojibake"),
  ("a NUL byte", head + "1. При\u{0}каз.\n", "source/invalid-utf8"),
  ("sixty-one quotes", head + String(repeating: "> ", count: 61) + "слово\n", "source/too-complex"),
  ("brackets without end", head + String(repeating: "![[]()", count: 5000), "source/too-complex"),
  (
    "a row of fifty thousand pipes", head + String(repeating: "|", count: 50_000),
    "source/too-complex"
  ),
  (
    "a table of two hundred columns",
    head + String(repeating: "а|", count: 200) + "\n" + String(repeating: "-|", count: 200)
      + "\nа\n", "source/too-complex"
  ),
  ("a line of 300 KiB", head + String(repeating: "а", count: 150_000), "source/too-complex"),
  (
    "a paragraph of 300 KiB", head + String(repeating: "слово\n", count: 28_000),
    "source/too-complex"
  ),
  ("points without end", head + String(repeating: "1. А.\n\n", count: 7000), "source/too-complex"),
  (
    "quotes in quotes without end", head + String(repeating: "> > > > > > > > а\n\n", count: 1200),
    "source/too-complex"
  ),
  (
    "a page of the web", head + String(repeating: "<b>а</b>\n\n", count: 5500),
    "source/too-complex"
  ),
  (
    "small tables without end",
    head
      + String(
        repeating: String(repeating: "|а", count: 50) + "|\n" + String(repeating: "|-", count: 50)
          + "|\n" + String(repeating: "|\n", count: 100) + "\n", count: 30),
    "source/too-complex"
  ),
])
func `bad input is a finding with a place and the other acts compile`(
  _ name: String, _ text: String, _ rule: String
) async throws {
  let found = try await findings("plohoy.md", Array(text.utf8))
  #expect(found.contains { $0.rule.text == rule }, "\(name): \(found.map(\.rule.text))")
}

@Test(
  arguments: [
    [0xFF, 0xFE, 0x00], [0xD0], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC0, 0xAF],
  ] as [[UInt8]])
func `invalid UTF-8 is told at its bytes`(_ bytes: [UInt8]) async throws {
  let text = Array((head + "1. Слово ").utf8)
  let found = try await findings("plohoy.md", text + bytes + Array(" ещё.\n".utf8))
  let finding = try #require(found.first { $0.rule == "source/invalid-utf8" })
  #expect(finding.span?.start == text.count)
}

@Test func `hundreds of wrong bytes take no word between them away`() async throws {
  let words = (0..<300).map { "слово\($0)" }
  var bytes = Array((head + "1. ").utf8)
  for word in words { bytes += Array(word.utf8) + [0x20, 0xFF, 0x20] }
  var world = MemoryWorld(healthy)
  world.files["plohoy.md"] = bytes
  let compilation = try await compile(world)
  var text = ""
  compilation.repository.orphans.forEach { $0.forEachProse { text += $0.text } }
  #expect(words.allSatisfy { text.contains($0 + " ") })
}

@Test func `two acts at one address are both kept and told`() async throws {
  var world = MemoryWorld(healthy)
  world.files["zdorovyy.md"] = world.files["zdorovyy/order.md"]
  let compilation = try await compile(world)
  #expect(Set(compilation.repository.acts.map(\.id)) == ["zdorovyy", "zdorovyy-2"])
  #expect(compilation.findings.contains { $0.rule == "source/wrong-value" && $0.span == nil })
}

@Test(arguments: ["index.html.md", "manifest.json/order.md", "Style.CSS/2024/order.md"])
func `an act whose folder would stand where the site has a file is moved and told`(
  _ path: String
) async throws {
  var world = MemoryWorld(healthy)
  world.files[path] = world.files["zdorovyy/order.md"]
  let compilation = try await compile(world)
  #expect(compilation.repository.acts.count == 2)
  #expect(compilation.repository.acts.contains { $0.id.prefix { $0 != "/" }.hasSuffix("-2") })
  #expect(compilation.findings.contains { $0.rule == "source/wrong-value" && $0.file == path })
}

@Test func `CRLF, a byte-order mark and a missing last newline change nothing`() async throws {
  let plain = head + "1. Первый.\n\n3. Третий."
  let crlf = "\u{FEFF}" + plain.replacing("\n", with: "\r\n")
  let first = try await findings("plohoy.md", Array(plain.utf8))
  let second = try await findings("plohoy.md", Array(crlf.utf8))
  #expect(first.map(\.rule.text) == second.map(\.rule.text))
  #expect(first.map(\.message.ru) == second.map(\.message.ru))
  #expect(first.contains { $0.rule == "numbering/gap" })
}

@Test func `what cannot be read is told by name`() async throws {
  var world = MemoryWorld(healthy)
  world.files["zakrytyy.md"] = []
  world.unreadable = ["zakrytyy.md"]
  world.others = [
    WorldEntry(path: "papka.md", kind: .folder),
    WorldEntry(path: "ssylka.md", kind: .linkOutside),
    WorldEntry(path: "truba.md", kind: .special),
    WorldEntry(path: "две\nстроки.md", kind: .file),
  ]
  let compilation = try await compile(world)
  let told = Dictionary(
    compilation.findings.filter { $0.rule.text.hasPrefix("source/") }
      .map { ($0.file, $0.rule.text) }, uniquingKeysWith: { first, _ in first })
  #expect(
    told == [
      "zakrytyy.md": "source/missing-file", "papka.md": "source/missing-file",
      "ssylka.md": "source/path-outside", "truba.md": "source/missing-file",
      "две\nстроки.md": "source/missing-file",
    ])
  #expect(compilation.repository.acts.count == 1)
}

@Test func `random bytes never trap`() async throws {
  var random = Seeded(7)
  let pieces = [
    "---\n", "вид: порядок\n", "\n", "| а | б |\n|---|---|\n", "1. ", "- ", "> ", "[^1]", "[^1]: ",
    "\t", "\r", "\u{0}", "`", "**", "~~", "](", "<!--", "-->", "<b>", "&amp;", "\\", "🏛", "в„–",
    "Срок: ",
    "### 1.1. ", "(далее – ", ")", "№", "I. ", "а) ", "99999999999. ",
  ]
  for _ in 0..<3000 {
    var text: [UInt8] = random.next() % 2 == 0 ? Array(head.utf8) : []
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      if random.next() % 6 == 0 {
        text.append(UInt8(truncatingIfNeeded: random.next()))
      } else {
        text += (pieces.randomElement(using: &random) ?? "").utf8
      }
    }
    _ = try await compile(MemoryWorld(bytes: ["a.md": text]))
  }
}

extension MemoryWorld {
  fileprivate init(bytes: [String: [UInt8]]) {
    self.init([:])
    files = bytes
  }
}
