import ActaDiagnostics
import ActaModel
import Foundation
import Testing

@testable import ActaLanguage

/// A phrase with its right reading, both as they stand in a fixture.
struct DeadlineCase: Sendable, CustomTestStringConvertible {
  var id: String
  var text: String
  /// JSON with sorted keys, so that readings compare as strings.
  var expected: String

  var testDescription: String { "\(id) \(text)" }

  static func load(_ name: String) throws -> [DeadlineCase] {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "jsonl", subdirectory: "Fixtures"))
    return try String(decoding: Data(contentsOf: url), as: UTF8.self).split(separator: "\n").map {
      let object = try #require(
        JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      let expected = try #require(object["expect"])
      return DeadlineCase(
        id: try #require(object["id"] as? String), text: try #require(object["text"] as? String),
        expected: try canonical(JSONSerialization.data(withJSONObject: expected)))
    }
  }
}

/// JSON with its keys sorted.
func canonical(_ json: Data) throws -> String {
  let object = try JSONSerialization.jsonObject(with: json)
  return String(
    decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys),
    as: UTF8.self)
}

struct DeadlineFixtureTests {
  /// Lines on which Acta and the fixture disagree, by id, each with the reason.
  private static let excused: [String: String] = [:]

  @Test(arguments: try DeadlineCase.load("deadlines") + DeadlineCase.load("deadlines-more"))
  func `a phrase is read as the fixture has it`(_ phrase: DeadlineCase) throws {
    let read = try canonical(Data(DeadlineReader.read(phrase.text).json.encoded()))
    if let reason = Self.excused[phrase.id] {
      #expect(read != phrase.expected, "no longer excused by: \(reason)")
    } else {
      #expect(read == phrase.expected)
    }
  }

  @Test func `the fixtures hold what they held`() throws {
    #expect(try DeadlineCase.load("deadlines").count == 130)
    #expect(try DeadlineCase.load("deadlines-more").count >= 179)
  }

  @Test func `white space, case and quotes around a phrase do not change its reading`() throws {
    for phrase in try DeadlineCase.load("deadlines") {
      let reading = DeadlineReader.read(phrase.text)
      #expect(DeadlineReader.read("\u{A0}" + phrase.text + " \n") == reading, "\(phrase.text)")
      let narrow = phrase.text.replacingOccurrences(of: " ", with: "\u{202F}")
      // An event is quoted with its spaces.
      if !narrow.contains("со дня"), case .relative = reading { continue }
      #expect(DeadlineReader.read(narrow) == reading, "\(phrase.text)")
    }
  }

  @Test func `no mutation of a phrase traps, and every span lies in the text`() throws {
    var seed: UInt64 = 11
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % max(limit, 1)
    }
    let phrases = try DeadlineCase.load("deadlines") + DeadlineCase.load("deadlines-more")
    for phrase in phrases {
      for _ in 0..<12 {
        var bytes = Array(phrase.text.utf8)
        let other = Array(phrases[random(phrases.count)].text.utf8)
        for _ in 0...random(3) {
          let place = random(bytes.count + 1)
          switch random(4) {
          case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(6)))
          case 1: bytes.insert(UInt8(random(256)), at: place)
          case 2: bytes.insert(contentsOf: other.prefix(random(other.count)), at: place)
          default: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
          }
        }
        let text = TokenizedText(bytes: bytes)
        _ = DeadlineReader.read(text)
        var last = 0
        for mention in DeadlineReader.mentions(in: text) {
          #expect(mention.span.start >= last && mention.span.end <= bytes.count)
          #expect(!mention.span.isEmpty)
          last = mention.span.end
        }
      }
    }
  }

  @Test(
    arguments: [
      "до ", "не позднее ", "1, 2, 3, ", "I, II, ", "в течение 5 дней со дня ", "(исполнено ",
      "5 дней (исполнено ", "1.1", "1-", "двадцать ", "тысяча ", "« ", "каждый ", "раз в ",
      "с 1 по ", "в сроки, установленные ", "2024, ", "ежегодно, до 1 марта ", "первого ", "№ 1 ",
      "не более не позднее через ", "месяца, следующего за отчетным ",
    ])
  func `reading takes time in proportion to the text`(_ unit: String) {
    func time(_ count: Int) -> Duration {
      let text = TokenizedText(String(repeating: unit, count: count / unit.utf8.count))
      return ContinuousClock().measure {
        _ = DeadlineReader.read(text)
        _ = DeadlineReader.mentions(in: text)
      }
    }
    // Eight times the text in eight times the time; a quadratic reading would take 64 times.
    let (small, large) = (time(4_000), time(32_000))
    #expect(large < small * 30 + .milliseconds(200), "\(small) and \(large)")
  }
}
