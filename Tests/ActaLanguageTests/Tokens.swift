import ActaModel
import Testing

@testable import ActaLanguage

struct TokenTests {
  @Test func `words, numbers and marks are told apart and keep their bytes`() {
    let text = TokenizedText("Пункт 3-1 «б», № 2816-р")
    #expect(
      text.tokens.map(\.kind) == [
        .word, .number, .dash, .number, .openingQuote, .word, .closingQuote, .comma, .numberSign,
        .number, .dash, .word,
      ])
    #expect(text.tokens.map { text.text($0.span) }.joined() == "Пункт3-1«б»,№2816-р")
  }

  @Test func `a token knows what stands before it`() {
    let text = TokenizedText("а\u{A0}б\u{202F}в-г\nд \n е")
    #expect(
      text.tokens.map(\.gap) == [
        .lineBreak, .space, .space, .glued, .glued, .lineBreak, .lineBreak,
      ])
  }

  @Test(
    arguments: [
      ("Заседания", "заседания"), ("ТРЁХ", "трех"), ("oктября", "октября"), ("дeкaбря", "декабря"),
      ("c", "с"), ("кра\u{AD}ткий", "краткий"), ("и\u{306}", "й"), ("ё", "е"),
      ("год\u{301}а", "года"),
    ] as [(String, String)])
  func `a word is folded to what is meant`(_ written: String, _ meant: String) {
    let (left, right) = (TokenizedText(written), TokenizedText(meant))
    #expect(left.count == 1)
    #expect(left[0].letters == right[0].letters)
  }

  @Test func `a Latin word stays Latin`() {
    let text = TokenizedText("Word MAX")
    #expect(text[0].flags.contains(.latin))
    #expect(!text[0].flags.contains(.lookAlike))
    #expect(text[1].flags.contains(.latin))
  }

  @Test func `a mark for numbers is known in all its spellings`() {
    for spelling in ["№ 5", "N 5", "N\u{A0}5", "в„– 5", "No. 5", "No 5"] {
      #expect(TokenizedText(spelling)[0].kind == .numberSign, "\(spelling)")
    }
    #expect(TokenizedText("N")[0].kind == .word)
  }

  @Test(
    arguments: [
      ("О1", 1), ("3О", 30), ("2О24", 2024), ("З0", 30), ("202З", 2023), ("007", 7),
    ] as [(String, Int)])
  func `letters in a number are read as the digits meant`(_ written: String, _ value: Int) {
    #expect(TokenizedText(written)[0].value == value)
  }

  @Test func `a number too long for any use has no value`() {
    #expect(TokenizedText(String(repeating: "9", count: 400))[0].value == nil)
    #expect(TokenizedText("999999999999999")[0].value == 999_999_999_999_999)
  }

  @Test func `stems and endings match whole letters only`() {
    let token = TokenizedText("председательствующего")[0]
    #expect(token.has(stem: "председатель"))
    #expect(!token.has(stem: "председателя"))
    #expect(token.isForm(ofAdjective: "председательствующ"))
    #expect(!token.isForm(ofAdjective: "председательству"))
    #expect(token.is("председательствующего"))
    #expect(!TokenizedText("председатель")[0].has(stem: "председательствующ"))
  }

  @Test func `a word longer than is kept matches its stem and no ending`() {
    let token = TokenizedText("высококвалифицированнейшего")[0]
    #expect(token.letters.isCut)
    #expect(token.has(stem: "высококвалифицирован"))
    #expect(!token.isForm(ofAdjective: "высококвалифицированнейш"))
  }

  @Test func `letters can be dropped across the words they are packed in`() {
    let letters = Letters("председательствующего")
    for count in 0...21 {
      let rest = letters.dropFirst(count)
      #expect(rest.count == 21 - count)
      #expect(rest[0] == letters[count])
      #expect(rest[7] == letters[count + 7])
      #expect(rest.hasPrefix(rest))
    }
    #expect(letters.hasSuffix("ующего"))
    #expect(Letters("а").count == 1)
  }

  @Test func `no bytes trap, and every token lies in the text`() {
    var seed: UInt64 = 7
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pick = UInt8(truncatingIfNeeded: seed >> 40)
        bytes.append(pick % 3 == 0 ? [0xD0, 0xD1, 0xE2, 0xCC, 0xF0, 0xC2][Int(pick) % 6] : pick)
      }
      let text = TokenizedText(bytes: bytes)
      var last = 0
      for (index, token) in text.tokens.enumerated() {
        #expect(token.start >= last && token.end > token.start && token.end <= bytes.count)
        last = token.end
        _ = text.romanNumeral(at: index)
        _ = text.writtenDate(at: index)
        _ = text.number(at: index)
        _ = text.fraction(at: index)
      }
    }
  }
}

struct NumberTests {
  @Test(
    arguments: [
      ("5", 5), ("5 (пяти)", 5), ("пяти (5)", 5), ("5-ти", 5), ("двух", 2), ("двадцати пяти", 25),
      ("сорока", 40), ("ста двадцати", 120), ("тысячи двухсот", 1200), ("девяноста", 90),
      ("двумястами", 200), ("одну", 1), ("восьми", 8), ("тремя", 3), ("пятьюдесятью", 50),
      ("1 (одного)", 1), ("3 (трёх)", 3), ("двоих", 2), ("2-х", 2),
    ] as [(String, Int)])
  func `a count is read in full`(_ written: String, _ value: Int) {
    let text = TokenizedText(written)
    #expect(text.cardinal(at: 0) == Parsed(value, next: text.count))
  }

  @Test(
    arguments: [
      ("1-го", 1), ("5-й", 5), ("3го", 3), ("третьего", 3), ("двадцать девятое", 29),
      ("вторым", 2), ("IV", 4), ("Ш", 3), ("П", 2), ("ХХ", 20), ("Ⅳ", 4), ("ІІ", 2),
      ("две тысячи двадцать четвертого", 2024), ("сто первый", 101), ("пятого (5)", 5),
    ] as [(String, Int)])
  func `a place in a row is read in full`(_ written: String, _ value: Int) {
    let text = TokenizedText(written)
    #expect(text.ordinal(at: 0) == Parsed(value, next: text.count))
  }

  @Test(
    arguments: [
      ("2/3", Fraction(2, 3)), ("двух третей", Fraction(2, 3)), ("половины", Fraction(1, 2)),
      ("50 процентов", Fraction(1, 2)), ("60 %", Fraction(3, 5)), ("одной трети", Fraction(1, 3)),
      ("двумя третями", Fraction(2, 3)), ("трех четвертей", Fraction(3, 4)),
      ("1/2 (половины)", Fraction(1, 2)), ("пятидесяти процентов", Fraction(1, 2)),
      ("трех пятых", Fraction(3, 5)), ("2/3 (двух третей)", Fraction(2, 3)),
    ] as [(String, Fraction)])
  func `a fraction is read in full and reduced`(_ written: String, _ value: Fraction) {
    let text = TokenizedText(written)
    #expect(text.fraction(at: 0) == Parsed(value, next: text.count))
  }

  @Test func `a compound word gives up the number that it opens with`() {
    func check(_ word: StaticString, _ value: Int, _ rest: Letters) {
      let letters = Letters(word)
      #expect(letters.numberPrefix?.value == value)
      #expect(letters.dropFirst(letters.numberPrefix?.letters ?? 0) == rest)
    }
    check("двухнедельный", 2, "недельный")
    check("сорокапятидневный", 45, "дневный")
    check("пятнадцатидневного", 15, "дневного")
    check("десятидневный", 10, "дневный")
    #expect(Letters("дневный").numberPrefix == nil)
  }

  @Test func `numbers of different size do not run together`() {
    let text = TokenizedText("пять два")
    #expect(text.cardinal(at: 0) == Parsed(5, next: 1))
    #expect(TokenizedText("IIII").romanNumeral(at: 0) == nil)
    #expect(TokenizedText("мир").romanNumeral(at: 0) == nil)
  }
}

struct WrittenDateTests {
  @Test(
    arguments: [
      "29.03.2024", "29.03.24", "29. 03. 2024", "29.3.2024", "2024-03-29", "29/03/2024",
      "29-03-2024", "29.III.2024", "29 марта 2024", "29 марта 2024 г.", "29 марта 2024г.",
      "29 марта 2024 года", "29 МАРТА 2024 ГОДА", "29 мар. 2024 г.", "«29» марта 2024 г.",
      "\"29\" марта 2024 года", "„29“ марта 2024 года", "29-го марта 2024 года",
      "двадцать девятое марта 2024 года", "двадцать девятого марта 2024 года",
      "двадцать девятого марта две тысячи двадцать четвертого года", "29\nмарта\u{A0}2024 г.",
      "29 марта 24 г.", "29 мaртa 2024 гoда", "29.ОЗ.2024", "29 марта 2024-го года",
      "29.03.2О24 г.", "29 марта 20 24 г.", "29\u{202F}марта\u{202F}2024 г.", "29.03.2024г.",
    ])
  func `a date is read in every spelling`(_ written: String) {
    let text = TokenizedText(written)
    #expect(
      text.writtenDate(at: 0)
        == Parsed(WrittenDate(day: 29, month: 3, year: 2024), next: text.count))
  }

  @Test func `a date without a year, and one that no year has`() {
    let text = TokenizedText("до 1 февраля")
    #expect(text.writtenDate(at: 1) == Parsed(WrittenDate(day: 1, month: 2, year: nil), next: 3))
    #expect(TokenizedText("30 февраля").writtenDate(at: 0)?.value.isImpossible == true)
    #expect(TokenizedText("29.02.2023").writtenDate(at: 0)?.value.date == nil)
    #expect(
      TokenizedText("01.02").dayAndMonth(at: 0)?.value == WrittenDate(day: 1, month: 2, year: nil))
  }

  @Test(arguments: [
    "4.1.12", "1. 10.02.2024", "10.0.0.1", "5 дней", "12.12.12.12", "2.1.", "1.02.3",
  ])
  func `numbers of units and addresses are no dates`(_ written: String) {
    #expect(TokenizedText(written).writtenDate(at: 0) == nil)
    #expect(TokenizedText(written).dayAndMonth(at: 0) == nil)
  }
}
