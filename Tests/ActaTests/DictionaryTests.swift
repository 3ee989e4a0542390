import ActaRules
import Foundation
import Testing

/// A dictionary of two texts in Hunspell's format.
private func plain(_ affixes: String, _ words: String) -> PlainDictionary? {
  PlainDictionary(affixes: kept(Array(affixes.utf8)), words: kept(Array(words.utf8)))
}

/// Bytes that stay in memory until the tests end.
private func kept(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
  let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
  memory.copyBytes(from: bytes)
  return UnsafeRawBufferPointer(memory)
}

extension PlainDictionary {
  fileprivate func knows(_ word: String) -> Bool? {
    Array(word.utf8).withUnsafeBytes { knows($0) }
  }
}

private let affixes = """
  SET UTF-8
  TRY оеа

  # склонение
  SFX A Y 4
  SFX A а ы [^гкж]а
  SFX A а и [гкж]а
  SFX A а 0 .
  SFX A 0 ми а

  SFX b Y 2
  SFX b ть л сть
  SFX b ть ю .ть
  """

private let words = "6\nкрыша/A\nкнига/A\nМосква/A\nнесть/Ab\nкрыша/b\nв\n"

@Test(arguments: [
  ("крыша", true), ("крыши", false), ("крышы", true), ("крыш", true), ("крышами", true),
  ("книги", true), ("книгы", false), ("книг", true), ("москва", false), ("москвы", false),
  ("несть", true), ("несл", true), ("несю", true), ("нес", false), ("крышю", false), ("в", true),
  ("вв", false), ("книгакниги", false),
])
func `a word is a stem, or a stem with a suffix that it takes`(
  _ word: String, _ isKnown: Bool
) throws {
  let dictionary = try #require(plain(affixes, words))
  #expect(dictionary.knows(word) == isKnown)
}

@Test(arguments: ["", "Книга", "книга-книга", "kniga", "кни\u{301}га", "ї", "№"])
func `other words than those of small Russian letters are left to Hunspell`(_ word: String) throws {
  #expect(try #require(plain(affixes, words)).knows(word) == nil)
}

@Test(arguments: [
  "PFX A Y 1\nPFX A 0 не .", "COMPOUNDFLAG Z", "FLAG long", "AF 1\nAF AB", "NEEDAFFIX Z",
  "BREAK 0", "SFX Z Y 1\nSFX Z 0 а/A .", "SFX Z Y 2\nSFX Z 0 а .", "SFX Z Y 1\nSFX Z 0 а [",
  "SFX Z Y 1\nSFX Z 0 а [аб", "SFX A Y 1\nSFX A 0 а .", "SFX Z Y 1\nSFX Z 0 a .", "SET KOI8-R",
  "SFX Z Y 1\nSFX Z 0 а . po:noun", "SFX", "SFX Z Y 99999999999999999999",
])
func `what says more than is read is no plain dictionary`(_ line: String) {
  #expect(plain(affixes + "\n" + line, words) == nil)
}

@Test(arguments: [
  "", "книга/A", "0\nкнига", "1\nкнига po:noun", "1\nкни\\/га", "1\n/A", "1\nкнига\r\nкрыша",
  "1\nкнига\n\nкрыша",
])
func `lines of more than a word and flags are no plain dictionary`(_ words: String) {
  #expect(plain(affixes, words) == nil)
}

// MARK: Beside Hunspell

/// Hunspell with the Russian dictionary of this machine, and that dictionary read by Acta.
private struct Both {
  let plain: PlainDictionary
  let hunspell: (String) -> Bool
  let stems: [Substring]
  let endings: [String]

  init?() throws {
    typealias Create =
      @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> OpaquePointer?
    typealias Spell = @convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> CInt
    let path = "/usr/share/hunspell/ru_RU"
    guard let affixes = FileManager.default.contents(atPath: path + ".aff"),
      let words = FileManager.default.contents(atPath: path + ".dic"),
      let library = dlopen("libhunspell-1.7.so.0", RTLD_NOW | RTLD_LOCAL)
    else { return nil }
    plain = try #require(PlainDictionary(affixes: kept(Array(affixes)), words: kept(Array(words))))
    let create = unsafeBitCast(try #require(dlsym(library, "Hunspell_create")), to: Create.self)
    let spell = unsafeBitCast(try #require(dlsym(library, "Hunspell_spell")), to: Spell.self)
    let handle = create(path + ".aff", path + ".dic")
    hunspell = { spell(handle, $0) != 0 }
    stems = String(decoding: words, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.prefix { $0 != "/" }
    }
    endings = String(decoding: affixes, as: UTF8.self).split(separator: "\n").compactMap {
      let fields = $0.split(separator: " ")
      return fields.count == 5 ? fields[3] == "0" ? "" : String(fields[3]) : nil
    }
  }
}

@Test func `a plain dictionary answers what Hunspell answers`() throws {
  // Where the machine has no Hunspell, nothing is there to be compared with.
  guard let both = try Both() else { return }
  var random = Seeded(7)
  let letters = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
  var asked = 0
  for stem in stride(from: 0, to: both.stems.count, by: 61).map({ both.stems[$0].lowercased() }) {
    var words = [stem]
    for _ in 0..<12 {
      let kept = stem.dropLast(Int.random(in: 0...min(5, stem.count - 1), using: &random))
      words.append(kept + (both.endings.randomElement(using: &random) ?? ""))
    }
    for word in words.prefix(4) {
      var mutated = Array(word)
      guard let letter = letters.randomElement(using: &random) else { continue }
      mutated[Int.random(in: mutated.indices, using: &random)] = letter
      words.append(String(mutated))
    }
    for word in words {
      guard let isKnown = both.plain.knows(word) else { continue }
      asked += 1
      #expect(isKnown == both.hunspell(word), "\(word)")
    }
  }
  #expect(asked > 20_000)
}
