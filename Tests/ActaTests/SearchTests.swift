import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaRender

/// The keys of a text's words.
private func keys(_ text: String) -> [String] {
  var keys: [String] = []
  SearchWords.forEach(in: text) { word in
    keys += SearchWords.keys(of: word).map { String(decoding: $0, as: UTF8.self) }
  }
  return keys
}

/// The files of an index by path.
private func index(_ acts: [Act], bytes: Int = 0) -> [String: String] {
  let site = SiteMap(acts, settings: HTMLFixture.settings)
  var index = SearchIndex(bytes: bytes)
  var files: [SiteFile] = []
  for act in acts { files += index.add(SearchMatter(act, on: site)) }
  files += index.finish()
  return Dictionary(
    files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
    uniquingKeysWith: { first, _ in first })
}

@Suite struct SearchTests {
  @Test(arguments: [
    ("Заседаний проектного офиса", ["заседан", "проектн", "офис"]),
    ("ёлка, Ёлка, ЁЛКИ", ["елк", "елк", "елк"]),
    ("№ 345-ОД от 29.09.2023.", ["345-од", "345", "от", "29.09.2023", "29"]),
    ("12-pa", ["12-ра", "12"]), ("п. 1.3-1", ["1.3-1", "1"]), ("COVID-19", ["covid", "19"]),
    ("Соколов соколов Соколову", ["сокол", "соколов", "сокол", "соколов"]),
    ("Кравец Кравца", ["кравец", "кравц", "кравец"]), ("и в 5 г.", ["5"]),
    ("научно-технический", ["научн", "техническ"]), ("", []), ("– «» …", []),
  ])
  func `words are found by their keys`(_ text: String, _ expected: [String]) {
    #expect(keys(text) == expected)
  }

  @Test func `numbers as text are read as they were written`() {
    var text: [UInt8] = []
    for number in [0, 1, 31, 32, 1023, 1024, 1 << 20] { NumberText.append(number, to: &text) }
    #expect(String(decoding: text, as: UTF8.self) == "ABfgB_fggBggggB")
  }

  @Test func `units are found under the addresses of the page`() {
    let act = HTMLFixture.act
    let page = HTMLFixture.page(act)
    for unit in SearchUnits.units(of: act) where !unit.anchor.isEmpty {
      #expect(page.contains(#"id="\#(unit.anchor)""#), "\(unit.anchor)")
    }
    #expect(SearchUnits.units(of: act).contains { $0.text.hasPrefix("Орлова Анна Сергеевна – ") })
  }

  @Test func `an index holds every word of an act and the way to its text`() {
    let files = index([HTMLFixture.act])
    #expect(files.keys.sorted() == ["search/k0.js", "search/meta.js", "search/t0.js"])
    #expect(files["search/k0.js"]?.contains(";орлов") == true)
    #expect(files["search/meta.js"]?.contains(#""acts":1,"#) == true)
  }

  @Test(arguments: [1, 5000, 900_000])
  func `a long provision is cut into pieces of which none is lost`(_ count: Int) {
    let words = Array(repeating: "слово", count: count).joined(separator: " ")
    var act = HTMLFixture.act
    act.order.blocks = [HTMLFixture.provision(.point, words, address: "p-1")]
    act.appendices = []
    let files = index([act], bytes: words.utf8.count)
    let texts = files.filter { $0.key.hasPrefix("search/t") }.values
    #expect(texts.reduce(0) { $0 + $1.ranges(of: "слово").count } == count)
    #expect(texts.allSatisfy { $0.utf8.count < 40_000 })
  }

  @Test func `front matter's schema has every key in both spellings`() {
    let schema = String(decoding: frontMatterSchema().encoded(), as: UTF8.self)
    for key in FrontMatterKey.allCases {
      #expect(schema.contains("\"\(key.ru)\":{") && schema.contains("\"\(key.en)\":{"))
    }
  }
}
