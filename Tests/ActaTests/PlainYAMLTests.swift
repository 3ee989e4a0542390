import ActaDiagnostics
import Foundation
import Testing

@testable import ActaParser

/// What is read of YAML by the short way, `nil` where it gives up, and by libyaml.
private func readings(_ text: String) -> (plain: YAML?, whole: YAML?, problems: Int) {
  let source = Source(path: "order.md", text: "---\n" + text + "---\n")
  let region = Span(4, 4 + text.utf8.count)
  var reader = YAMLReader(source: source, bytes: source.bytes, region: region)
  let whole = reader.readWhole()
  return (PlainYAML.read(source.bytes, in: region), whole, reader.problems.count)
}

@Test(arguments: [
  "вид: приказ\nназвание: Об учёте  обращений – № 5, «общем»\n",
  "вид: приказ   \n\nномер: 12-од\nдата: 15.03.2024\nвремя: 12:30\n",
  "подписал:\n  должность: Министр\n  имя: И.П. Соколов\nместо: г. Горск\n",
  "подписал: \n  - должность: Министр\n    имя: И.П. Соколов\n  -   имя: А.А. Орлов\n",
  "приложения:\n- a.md\n- b.md\nвид: приказ\n",
  "приложения:\n  - a.md\n\n  - ../b/c.md\n",
  "кворум: \">= 2/3\"\nбольшинство: \" > 1/2 \"\n",
  "а:\n  б:\n    в:\n    - г\n    - д: е\n      ж: з\nи: к",
  "# Органы.\nвид: приказ\n  # ещё: & и *, {так}\nномер: 5\n#\n",
  "приложения:\n  # первое\n  - a.md\n# второе\n  - b.md\n\n# конец",
  "а:\n# ниже\n  б: в\n    # глубже\n  г: д\n",
])
func `plain YAML is read without libyaml, and alike`(_ text: String) {
  let (plain, whole, problems) = readings(text)
  #expect(plain != nil)
  #expect(plain == whole)
  #expect(problems == 0)
}

@Test(arguments: [
  "", "\n", "вид:\nназвание: А\n", "вид: приказ # так\n", "вид: приказ\n  и ещё\n",
  "подписал: {имя: А}\n", "приложения: [a.md]\n", "вид: 'приказ'\n", "вид: |\n  приказ\n",
  "вид: приказ\nвид: состав\n", "а:\n  б: в\n  б: г\n", " вид: приказ\n", "вид: \"а\\nб\"\n",
  "вид:\tприказ\n", "вид: а: б\n", "вид: приказ:\n", "- вид: приказ\n", "вид: &а приказ\n",
  "вид: приказ\r\n", "название: а\u{2028}б\n", "название: а\u{85}б\n", "а:\n    б: в\n  г: д\n",
  "а:\n  - б\n  в: г\n", "а:\n  - б\n    - в\n", "вид приказа: а\n", "а: - б\n", "а: \"\"\n",
])
func `other YAML is left to libyaml`(_ text: String) {
  #expect(readings(text).plain == nil)
}

@Test func `front matter cut and mixed at random is read as libyaml reads it`() {
  let pieces = [
    "вид", ": ", ":", "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "приказ", "А.А. Орлов", "\"",
    "-",
    "а: б", "номер: 5", " ", "  ", "имя: ", "подписал:\n  ", "«", "№ 3", "{", "]", "'", "?", "!",
    "|", ">",
    "%", "@", "~", "null", "...", "\u{A0}", "12:30",
  ]
  var generator = Seeded(7)
  var plainly = 0
  for _ in 0..<20_000 {
    var text = ""
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      text += pieces[Int.random(in: pieces.indices, using: &generator)]
    }
    if Bool.random(using: &generator) { text = "вид: приказ\n" + text }
    let (plain, whole, problems) = readings(text + "\n")
    guard let plain else { continue }
    plainly += 1
    #expect(plain == whole && problems == 0, "\(text)")
  }
  #expect(plainly > 200)
}

@Test func `the front matter of all acts here is read as libyaml reads it`() throws {
  for folder in Repositories.all {
    for (path, bytes) in try Repositories.world(folder).files {
      let source = Source(path: path, bytes: bytes)
      let region = FrontMatterFences(source, bytes).content
      guard let plain = PlainYAML.read(bytes, in: region) else { continue }
      var reader = YAMLReader(source: source, bytes: bytes, region: region)
      #expect(reader.readWhole() == plain, "\(path)")
    }
  }
}
