import Testing

@testable import ActaLanguage

private let words: [String] = [
  "", "я", "их", "план", "восьмёрка", "рассмотрения", "контролирующие", "межведомственного",
  "административно", "удостоверяющими", "высокотехнологичного", "частнопредпринимательских",
  "клиентоцентричностями", "достопримечательностями", "двухсотпятидесятитысячный", "abc", "планZ",
]

@Test(arguments: words)
func `the end of a word is the same however it is asked for`(_ word: String) {
  let letters = TokenizedText(word)[0].letters
  for length in 0...7 {
    var key: UInt64 = 0
    for index in max(0, letters.count - length)..<letters.count {
      key = key << 8 | UInt64(letters[index])
    }
    #expect(letters.tail(length) == key)
  }
  for ending: StaticString in [
    "", "я", "ия", "ения", "ого", "ми", "ями", "план", "ёрка", "н", "их", "ых", "bc",
  ] {
    #expect(letters.ends(in: ending) == letters.hasSuffix(Letters(ending)), "\(ending)")
  }
}

@Test func `a table of endings finds each ending that a word has, the longest first`() {
  let endings: [Letters] = ["", "я", "ия", "ния", "ого", "го", "о", "ыми", "ми", "и"]
  let table = SuffixTable(endings.map { (ending: $0, value: $0) }, joining: { first, _ in first })
  for word in words {
    let letters = TokenizedText(word)[0].letters
    guard !letters.isCut else { continue }
    var found: [Letters] = []
    table.forEach(of: letters) { _, ending in found.append(ending) }
    let expected = endings.filter { letters.hasSuffix($0) }.sorted { $0.count > $1.count }
    #expect(found == expected, "\(word)")
  }
}
