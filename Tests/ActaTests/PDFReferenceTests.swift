import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import Foundation
import Testing

@testable import ActaRender

/// An act as it is printed, its references read.
private func printed(_ files: [String: String], _ path: String) async throws -> String {
  let compilation = try await compile(MemoryWorld(files))
  let act = try #require(compilation.repository.acts.first { $0.order.path == path })
  let reading = ActReading(
    ReadAct(act, settings: compilation.repository.settings), citing: compilation.cited,
    asOf: compilation.today)
  let pdf = printedPDF(
    of: act, reading: reading, on: SiteMap(compilation.repository),
    faces: try PDFSupport.faces.get())
  return try PDFSupport.unpacked(pdf.value)
}

private let head = """
  ---
  вид: приказ
  название: О деле
  номер: 1
  дата: 01.02.2024
  орган: Министерство

  """

private let files = [
  "a/order.md": head + """
    приложения: [poryadok.md]
    ---

    ПРИКАЗЫВАЮ:

    1. Утвердить Порядок согласно приложению к настоящему приказу.

    2. Выполнить пункт 1 настоящего приказа и учесть приказ Министерства от 01.03.2024 № 2.
    """,
  "a/poryadok.md": """
  ---
  вид: порядок
  название: Порядок
  ---

  1. Первый.

  а) подпункт по [пункту 1](https://example.org/) и `пункту 1`.

  2. Второй исполняется согласно подпункту «а» пункта 1 настоящего Порядка.
  """,
  "b/order.md": head.replacing("номер: 1", with: "номер: 2")
    .replacing("01.02.2024", with: "01.03.2024") + "---\n\nПРИКАЗЫВАЮ:\n\n1. Сделать.\n",
]

@Test func `references lead to named places of the act`() async throws {
  let file = try await printed(files, "a/order.md")
  #expect(file.contains("/Dest (pril)") && file.contains("/Dest (p-1)"))
  // The name of a sub-point is not ASCII: UTF-16 with its mark.
  let name = "FEFF" + "pril-p-1-а".utf16.map { hexadecimal($0) }.joined()
  let places = file.uppercased().components(separatedBy: name)
  #expect(places.count == 3, "once where it is, once where it is led to")
}

@Test func `every provision has a name that leads to it, in the order of bytes`() async throws {
  let file = try await printed(files, "a/order.md")
  let tree = try #require(file.components(separatedBy: "/Names [").dropFirst().first)
  let names = tree.prefix { $0 != ">" }.split(separator: "\n").compactMap { line in
    line.drop { $0 == " " }.first == "(" ? String(line.drop { $0 == " " }) : nil
  }
  #expect(names == names.sorted() && names.contains("(pril-p-2)"), "\(names)")
}

@Test func `a reference to another act leads to its page, by the site's address if it has one`()
  async throws
{
  let near = try await printed(files, "a/order.md")
  #expect(near.contains("/URI (../b/index.html)"))
  let settings = "сайт: {название: Акты, адрес: 'https://akty.example'}\n"
  let far = try await printed(files.merging(["acta.yml": settings]) { $1 }, "a/order.md")
  #expect(far.contains("/URI (https://akty.example/b/index.html)"))
}

@Test func `a reference leaves the author's own links and code alone`() async throws {
  let file = try await printed(files, "a/order.md")
  // The author's own, three references of the order, one of the appendix; a link may take two lines.
  #expect(file.components(separatedBy: "/S /Link").count == 6)
  #expect(file.contains("/URI (https://example.org/)"))
}

private func hexadecimal(_ unit: UInt16) -> String {
  let digits = String(unit, radix: 16, uppercase: true)
  return String(repeating: "0", count: 4 - digits.count) + digits
}

@Test func `references read alone lead where they lead among everything else`() async throws {
  for folder in Repositories.all {
    let repository = try await compile(try Repositories.world(folder)).repository
    for act in repository.acts {
      let whole = ReadAct(act, settings: repository.settings)
      let alone = ReadAct(act, settings: repository.settings, references: true)
      #expect(whole.documents.contains { !$0.resolved.isEmpty })
      #expect(whole.documents.map(\.resolved) == alone.documents.map(\.resolved), "\(act.id)")
    }
  }
}
