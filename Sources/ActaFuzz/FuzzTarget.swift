import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaParser
import ActaRender

/// A function that must stand any bytes: it returns, and what it yields keeps the promises that are checked here.
///
/// libFuzzer looks for bytes that it does not stand (`make fuzz`); the tests replay what was found.
package struct FuzzTarget: Sendable {
  package let name: String
  package let run: @Sendable ([UInt8]) async -> Void

  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

  package static let all: [FuzzTarget] = [
    FuzzTarget(name: "frontmatter") { bytes in
      _ = parseHead(Source(path: "order.md", bytes: fenced(bytes)))
      hold(parse(Source(path: "order.md", bytes: fenced(bytes))), fenced(bytes).count)
    },
    FuzzTarget(name: "markdown") { bytes in
      let whole = Array("---\nвид: порядок\nназвание: П\n---\n\n".utf8) + bytes
      hold(parse(Source(path: "a.md", bytes: whole)), whole.count)
    },
    FuzzTarget(name: "roadmap") { bytes in
      let whole = Array("---\nвид: дорожная карта\nназвание: П\n---\n\n".utf8) + bytes
      hold(parse(Source(path: "a.md", bytes: whole)), whole.count)
    },
    FuzzTarget(name: "roster") { bytes in
      let whole = Array("---\nвид: состав\nназвание: П\n---\n\n".utf8) + bytes
      hold(parse(Source(path: "a.md", bytes: whole)), whole.count)
    },
    FuzzTarget(name: "settings") { bytes in
      _ = parseSettings(Source(path: "acta.yml", bytes: bytes))
    },
    FuzzTarget(name: "deadline") { bytes in
      let text = TokenizedText(bytes: bytes)
      hold(DeadlineReader.mentions(in: text).map(\.span), in: bytes)
      _ = DeadlineReader.read(String(decoding: bytes, as: UTF8.self)).json.encoded()
    },
    FuzzTarget(name: "reference") { bytes in
      hold(TokenizedText(bytes: bytes).references().references.map(\.span), in: bytes)
      _ = Reference.json(references(in: String(decoding: bytes, as: UTF8.self))).encoded()
    },
    FuzzTarget(name: "quorum") { bytes in
      let body = collegialBody(in: TokenizedText(bytes: bytes))
      hold(body.statements.map(\.span), in: bytes)
      _ = body.reading.encoded()
    },
    FuzzTarget(name: "person") { bytes in
      hold(Persons.mentions(in: TokenizedText(bytes: bytes)).map(\.span), in: bytes)
      let parts = bytes.split(separator: 0x0A, maxSplits: 1).map {
        String(decoding: $0, as: UTF8.self)
      }
      _ = Persons.reading(of: parts.first ?? "", rosterName: parts.dropFirst().first).encoded()
    },
    FuzzTarget(name: "act") { bytes in
      let head =
        "---\nвид: приказ\nназвание: О деле\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n---\n\n"
      await build(["order.md": Array(head.utf8) + bytes], Templates.builtIn)
    },
    FuzzTarget(name: "templates") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      await build(
        ["order.md": Array(order.utf8)],
        Templates.load(overrides: [
          "page.html": text, "act.html": text, "print/letterhead.mustache": text,
          "print/signature.mustache": text,
        ]).value)
    },
    FuzzTarget(name: "baseline") { bytes in
      guard let baseline = try? Baseline(reading: bytes) else { return }
      let again = try? Baseline(reading: baseline.encoded())
      precondition(again == baseline, "a baseline is read as it is written")
    },
    FuzzTarget(name: "memory") { bytes in tryStoredRecord(bytes) },
    FuzzTarget(name: "manifest") { bytes in
      guard let manifest = Manifest(decoding: bytes) else { return }
      precondition(manifest.entries.allSatisfy { OutputPath.isSound($0.path) })
      precondition(Manifest(decoding: manifest.encoded()) == manifest)
    },
  ]

  private static let order =
    "---\nвид: приказ\nназвание: О деле\nномер: 1\nдата: 01.02.2024\nорган: Министерство\n"
    + "подписал: {должность: Министр, имя: И.П. Соколов}\n---\n\nПРИКАЗЫВАЮ:\n\n1. Сделать.\n"

  /// Bytes as front matter, unless they have fences of their own.
  private static func fenced(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: "---".utf8) ? bytes : Array("---\n".utf8) + bytes + "\n---\n".utf8
  }

  private static func hold(_ parsed: Checked<Document>, _ count: Int) {
    for finding in parsed.findings { if let span = finding.span { hold(span, count) } }
    parsed.value.forEachProse { prose in
      if let span = prose.span { hold(span, count) }
    }
  }

  private static func hold(_ spans: [Span], in bytes: [UInt8]) {
    for span in spans { hold(span, bytes.count) }
  }

  private static func hold(_ span: Span, _ count: Int) {
    precondition(0 <= span.start && span.start <= span.end && span.end <= count)
  }
}
