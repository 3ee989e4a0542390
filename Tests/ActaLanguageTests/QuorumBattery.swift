import ActaDiagnostics
import ActaModel
import Foundation
import Testing

@testable import ActaLanguage

struct QuorumBatteryTests {
  @Test(arguments: QuorumPhrase.all("quorum") + QuorumPhrase.all("quorum-phrases"))
  func `a sentence is read as the battery wants`(_ phrase: QuorumPhrase) throws {
    let body = collegialBody(in: TokenizedText(phrase.text))
    #expect(try canonical(body.reading) == phrase.expected, "\(phrase.text)")
  }

  @Test(arguments: QuorumPhrase.all("quorum") + QuorumPhrase.all("quorum-phrases"))
  func `spaces, line breaks, look-alikes and capitals change no reading`(_ phrase: QuorumPhrase)
    throws
  {
    let lookAlikes: [Character: Character] = [
      "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y",
    ]
    let disguises = [
      phrase.text.replacing(" ", with: "\u{A0}"), phrase.text.replacing(" ", with: "\u{202F}"),
      phrase.text.replacing(", ", with: ",\n"),
      String(phrase.text.map { lookAlikes[$0] ?? $0 }), phrase.text.uppercased(),
    ]
    for disguise in disguises {
      let body = collegialBody(in: TokenizedText(disguise))
      // A title is printed as it is written, ё or е.
      let read = try canonical(body.reading).replacing("ё", with: "е")
      #expect(read == phrase.expected.replacing("ё", with: "е"), "\(disguise)")
    }
  }

  @Test func `both files of phrases are there`() {
    #expect(QuorumPhrase.all("quorum").count >= 65)
    #expect(QuorumPhrase.all("quorum-phrases").count >= 300)
  }

  @Test(arguments: [
    ("Заседания проводятся раз в две недели.", MeetingRule.frequency(times: 1, count: 2, .week)),
    ("Совет собирается один раз в два года.", .frequency(times: 1, count: 2, .year)),
  ])
  func `a frequency without a name of its own is kept and not printed`(
    _ text: String, _ expected: MeetingRule
  ) {
    let body = collegialBody(in: TokenizedText(text))
    #expect(body.meetings.map(\.value) == [expected])
    #expect(body.reading == .object([]))
  }
}

struct QuorumPhrase: Sendable, CustomTestStringConvertible {
  var id: String
  var text: String
  /// The reading as JSON with sorted keys.
  var expected: String

  var testDescription: String { id }

  static func all(_ file: String) -> [QuorumPhrase] {
    guard
      let url = Bundle.module.url(
        forResource: file, withExtension: "jsonl", subdirectory: "Fixtures"),
      let data = try? Data(contentsOf: url)
    else { return [] }
    return data.split(separator: 0x0A).compactMap { line in
      guard let row = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
        let id = row["id"] as? String, let text = row["text"] as? String,
        let reading = row["expect"], let expected = try? canonical(reading)
      else { return nil }
      return QuorumPhrase(id: id, text: text, expected: expected)
    }
  }
}

private func canonical(_ reading: JSON) throws -> String {
  try canonical(JSONSerialization.jsonObject(with: Data(reading.encoded())))
}

private func canonical(_ object: Any) throws -> String {
  let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
  return String(decoding: data, as: UTF8.self)
}
