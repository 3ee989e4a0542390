import ActaCompiler
import ActaDiagnostics
import ActaModel
import Foundation
import Testing

@testable import ActaRender

private func repository(_ order: String, _ files: [String: String] = [:]) async throws -> Repository
{
  let head = """
    ---
    вид: приказ
    название: О деле
    номер: 1
    дата: 01.02.2024
    орган: Министерство

    """
  let world = MemoryWorld(files.merging(["order.md": head + order]) { $1 })
  return try await compile(world).repository
}

private func pdf(_ order: String, _ files: [String: String] = [:]) async throws -> Checked<[UInt8]>
{
  let repository = try await repository(order, files)
  let act = try #require(repository.acts.first)
  return printedPDF(of: act, on: SiteMap(repository), faces: try PDFSupport.faces.get())
}

/// The words that a text has less often than others; `nil` where it has them all.
private func lacking(_ words: [String], in text: [String]) -> [String]? {
  var counts: [String: Int] = [:]
  for word in text { counts[word, default: 0] += 1 }
  var lost: [String] = []
  for word in words {
    counts[word, default: 0] -= 1
    if counts[word, default: 0] < 0 { lost.append(word) }
  }
  return lost.isEmpty ? nil : lost
}

@Test func `pdftotext reads the words of each act in their order`() async throws {
  for folder in Repositories.all {
    let repository = try await compile(try Repositories.world(folder)).repository
    let site = SiteMap(repository)
    for act in repository.acts {
      let pdf = printedPDF(of: act, on: site, faces: try PDFSupport.faces.get())
      #expect(pdf.findings.isEmpty, "\(act.id): \(pdf.findings.map(\.message.ru))")
      let printed = PDFSupport.words(try PDFSupport.text(of: pdf.value, "-raw"))
      for document in act.documents {
        // Footnotes stand at the feet of pages, between the words of the text.
        let notes = document.footnotes.map { Document(path: document.path, blocks: $0.blocks) }
        var text = document
        text.footnotes = []
        for part in [text] + notes {
          let words = SourceWords.split(SpokenWords(part).words.joined(separator: " "))
          // The rest of a torn row stands beside its beginning and is read across.
          let isTorn = document.roadmap?.milestones.contains { !$0.continuations.isEmpty } ?? false
          let lost = isTorn ? lacking(words, in: printed) : firstLost(words, in: printed)
          #expect(lost == nil, "\(document.path): \(lost ?? [])")
        }
      }
    }
  }
}

@Test func `a character that no face has is told where it stands, and printed as a lozenge`()
  async throws
{
  let order = "---\n\nПРИКАЗЫВАЮ:\n\n1. Знак 🙂 и ещё 🙂.\n"
  let repository = try await repository(order)
  let act = try #require(repository.acts.first)
  let pdf = printedPDF(of: act, on: SiteMap(repository), faces: try PDFSupport.faces.get())
  let finding = try #require(pdf.findings.first)
  #expect(pdf.findings.count == 1 && finding.rule == "print/missing-character")
  #expect(finding.message.ru.contains("U+1F642") && finding.message.ru.contains("их 2"))
  let span = try #require(finding.span)
  #expect(span.count == 4)
  // It can still be copied as what it is.
  #expect(try PDFSupport.text(of: pdf.value).contains("Знак 🙂 и ещё 🙂."))
}

@Test func `a word parted at a line's end is one word to whoever copies it`() async throws {
  let text = Array(repeating: "клиентоцентричностью", count: 120).joined(separator: " ")
  let repository = try await repository("---\n\nПРИКАЗЫВАЮ:\n\n1. \(text).\n")
  let act = try #require(repository.acts.first)
  let dictionary = try Data(contentsOf: URL(filePath: "/usr/share/hyphen/hyph_ru_RU.dic"))
  let supplies = PrintSupplies(hyphenator: Hyphenator(dictionary: Array(dictionary)))
  let pdf = printedPDF(
    of: act, on: SiteMap(repository), with: supplies, faces: try PDFSupport.faces.get())
  let read = try PDFSupport.text(of: pdf.value, "-raw")
  #expect(read.contains("\u{AD}"))
  #expect(PDFSupport.words(read).count { $0 == "клиентоцентричностью" } == 120)
}

@Test func `links lead within the act, to its footnotes and out of it`() async throws {
  let order = """
    приложения: [poryadok.md]
    ---

    ПРИКАЗЫВАЮ:

    1. Утвердить [порядок](poryadok.md#p-2) и [сайт](https://example.org/путь?a=б)[^1].

    [^1]: Сноска о деле.
    """
  let appendix = "---\nвид: порядок\nназвание: Порядок\n---\n\n1. Первый.\n\n2. Второй.\n"
  let pdf = try await pdf(order, ["poryadok.md": appendix])
  let file = try PDFSupport.unpacked(pdf.value)
  #expect(file.components(separatedBy: "/Subtype /Link").count == 4)
  #expect(file.contains("(https://example.org/%D0%BF%D1%83%D1%82%D1%8C?a=%D0%B1)"))
  #expect(file.contains("/S /Note") && file.contains("/S /Link") && file.contains("/Type /OBJR"))
}

@Test func `the tree says what is a heading, a list, a table and a mere mark`() async throws {
  let order = """
    ---

    ПРИКАЗЫВАЮ:

    ## I. Общее

    1. Первый.

    - пункт;
    - другой.

    | Графа | Другая |
    |---|---|
    | а | б |
    """
  let file = try PDFSupport.unpacked(try await pdf(order).value)
  for tag in ["H1", "H2", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD"] {
    #expect(file.contains("/S /\(tag)\n"), "\(tag)")
  }
  #expect(file.contains("/Scope /Column") && file.contains("/Lang (ru)"))
  #expect(file.contains("/DisplayDocTitle true") && file.contains("/Marked true"))
  #expect(file.contains("<pdfaid:part>2</pdfaid:part>"))
  #expect(file.contains("2024-02-01T00:00:00Z") && file.contains("(D:20240201000000Z)"))
}

@Test func `the same act makes the same bytes`() async throws {
  let order = "статус: проект\n---\n\nПРИКАЗЫВАЮ:\n\n1. Сделать **дело** и *слово*.\n"
  let first = try await pdf(order).value
  #expect(try await pdf(order).value == first)
  #expect(try await pdf(order + "\n2. Ещё.\n").value != first)
}

@Test func `numbers, names and texts are written as PDF spells them`() {
  var out: [UInt8] = []
  out.append(pdf: [
    .thousandths(-1_500), .thousandths(2_040), .thousandths(7), 3, true, .null,
    .name("A B"), .text("a(b)\\"), .text("Я"), .bytes([0, 255]),
  ])
  let expected = #"[-1.5 2.04 0.007 3 true null /A#20B (a\(b\)\\) <FEFF042F> <00FF>]"#
  #expect(String(decoding: out, as: UTF8.self) == expected)
}

@Test func `settings of print change sizes, fields and nothing else`() async throws {
  let settings = "печать: {кегль: 13, кегль-таблиц: '10,5', интервал: 1.5, левое-поле: 30}\n"
  let compilation = try await compile(MemoryWorld(["acta.yml": settings]))
  #expect(compilation.findings.isEmpty)
  let print = compilation.repository.settings.print
  #expect(print.size == 130 && print.smallSize == 105)
  #expect(print.spacing == 150 && print.leftField == 30)
  let wrong = try await compile(MemoryWorld(["acta.yml": "печать: {кегль: 99, интервал: 1.999}\n"]))
  #expect(wrong.findings.map(\.rule) == ["source/wrong-value", "source/wrong-value"])
}
