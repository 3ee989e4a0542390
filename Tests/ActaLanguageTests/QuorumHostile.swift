import ActaDiagnostics
import ActaModel
import Testing

@testable import ActaLanguage

struct QuorumHostileTests {
  @Test func `shuffled and cut phrases trap nowhere and keep their spans inside the text`() {
    var random = Numbers(seed: 7)
    let phrases = (QuorumPhrase.all("quorum") + QuorumPhrase.all("quorum-phrases")).map(\.text)
    let words = phrases.flatMap { $0.split(separator: " ").map(String.init) }
    for _ in 0..<1500 {
      let text = (0..<random.next(40)).map { _ in words[random.next(words.count)] }
        .joined(separator: random.next(5) == 0 ? "\n" : " ")
      check(Array(text.utf8))
    }
    for phrase in phrases {
      var bytes = Array(phrase.utf8)
      for _ in 0..<3 where !bytes.isEmpty {
        bytes[random.next(bytes.count)] = UInt8(truncatingIfNeeded: random.next(256))
      }
      check(bytes)
      check(Array(bytes.prefix(random.next(bytes.count + 1))))
    }
  }

  @Test(arguments: [
    "за 3 дня до заседания членам направляется ", "большинством голосов не менее ", "2/3 ", "( ",
    "протокол подписывается в течение 99999999999999999999 дней ", "член, ", "все члены ",
    "в отсутствие председателя заместитель ", "состоит из председателя, ", "50 и более ", "сто ",
  ])
  func `a quarter of a mebibyte of one phrase is read in a moment`(_ phrase: String) {
    let count = (1 << 18) / phrase.utf8.count
    let text = TokenizedText(String(repeating: phrase, count: count))
    // Debug builds are some twenty times slower than what is shipped; squares would still take minutes.
    let time = ContinuousClock().measure { _ = collegialBody(in: text) }
    #expect(time < .seconds(20))
  }

  private func check(_ bytes: [UInt8]) {
    let text = TokenizedText(bytes: bytes)
    let body = collegialBody(in: text)
    _ = body.reading
    _ = body.conflicts
    _ = body.neededToDecide(ofMembers: 9)
    let spans =
      body.quorums.map(\.span) + body.votes.map(\.span) + body.meetings.map(\.span)
      + body.minutes.map(\.span) + body.notices.map(\.span) + body.compositions.map(\.span)
      + body.replacements.map(\.span) + body.unread.map(\.span)
    for span in spans {
      #expect(span.start >= 0 && span.end <= bytes.count && !span.isEmpty)
    }
  }
}

/// A small generator, the same numbers in every run.
private struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return bound > 0 ? Int(state >> 33) % bound : 0
  }
}
