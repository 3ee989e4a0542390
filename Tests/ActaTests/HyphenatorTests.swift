import Foundation
import Testing

@testable import ActaRender

@Suite struct HyphenatorTests {
  /// `make test` installs hyphen-ru.
  static func installed() throws -> Hyphenator {
    let file = URL(filePath: "/usr/share/hyphen/hyph_ru_RU.dic")
    return try #require(Hyphenator(dictionary: Array(try Data(contentsOf: file))))
  }

  @Test func `words are parted as pyphen parts them`() throws {
    let hyphenator = try Self.installed()
    let file = Repositories.root.appending(path: "Tests/Golden/syllables.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 500)
    for line in lines {
      let word = line.filter { $0 != "-" }
      #expect(syllables(word, hyphenator) == line)
    }
  }

  @Test func `whole words of the dictionary outweigh its patterns`() throws {
    let hyphenator = try Self.installed()
    #expect(syllables("чересчур", hyphenator) == "че-рес-чур")
    #expect(syllables("бездн", hyphenator) == "бездн")
  }

  @Test func `a dictionary is read in either encoding, and with either ends of line`() throws {
    let utf8 = try #require(Hyphenator(dictionary: Array("UTF-8\r\nа1б\r\n".utf8)))
    let koi8 = try #require(
      Hyphenator(dictionary: Array("KOI8-R\n".utf8) + [0xC1, 0x31, 0xC2, 0x0A]))
    for hyphenator in [utf8, koi8] { #expect(syllables("ПААБАБ", hyphenator) == "ПАА-БАБ") }
  }

  @Test(arguments: ["", "KOI8-R", "UTF-8\n1\n2\n", "UTF-8\n\\hyphenation{\n-\n}\n", "\u{0}\n9а9"])
  func `what holds no pattern is no dictionary`(text: String) {
    #expect(Hyphenator(dictionary: Array(text.utf8)) == nil)
  }

  @Test func `any bytes are read without harm`() {
    var state: UInt64 = 1
    for _ in 0..<200 {
      let bytes = (0..<400).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 60 == 0 ? 0x0A : UInt8(truncatingIfNeeded: state >> 33)
      }
      guard let hyphenator = Hyphenator(dictionary: Array("KOI8-R\n".utf8) + bytes) else {
        continue
      }
      #expect(syllables("обеспечивающего", hyphenator).filter { $0 != "-" } == "обеспечивающего")
    }
  }

  @Test(arguments: [
    "КСПП", "МИНОБРНАУКИ", "minobr@example.ru", "дороги24", "министерство.рф", "т.е.", "№007-ОД",
    "ГОСТР7.0.97",
  ])
  func `abbreviations, addresses and words with figures stay whole`(word: String) throws {
    #expect(places(word, try Self.installed()) == [])
  }

  @Test func `a compound is rather parted at its own hyphen`() throws {
    let places = WordPlaces("информационно-технического", try Self.installed()).all
    let mark = try #require(places.first { $0.kind == .mark })
    #expect(places.allSatisfy { $0.kind == .mark || $0.cost > mark.cost })
    #expect(mark.text == "информационно-")
  }

  @Test func `a long address may be parted behind a slash, without a hyphen`() throws {
    let places = WordPlaces("https://example.ru/documents/acts/", try Self.installed()).all
    #expect(places.map(\.text) == ["https://example.ru/", "https://example.ru/documents/"])
    #expect(places.allSatisfy { $0.kind == .space })
  }

  private func places(_ word: String, _ hyphenator: Hyphenator) -> [String] {
    WordPlaces(word, hyphenator).all.map(\.text)
  }

  private func syllables(_ word: some StringProtocol, _ hyphenator: Hyphenator) -> String {
    var marks: [Bool] = []
    let bytes = Array(word.utf8)
    bytes.withUnsafeBufferPointer { hyphenator.mark($0, in: &marks) }
    return zip(word, marks).map { $1 ? "-\($0)" : "\($0)" }.joined()
  }
}

/// The places where a word may be parted.
private struct WordPlaces {
  private(set) var all: [(text: String, kind: LineBreak.Kind, cost: Int)] = []

  init(_ word: String, _ hyphenator: Hyphenator) {
    let bytes = Array(word.utf8)
    var breaks = WordBreaks(hyphenator)
    bytes.withUnsafeBufferPointer { breaks.find(in: $0, 0..<$0.count) }
    all = breaks.places.map {
      (String(decoding: bytes[..<$0.start], as: UTF8.self), $0.kind, $0.cost)
    }
  }
}
