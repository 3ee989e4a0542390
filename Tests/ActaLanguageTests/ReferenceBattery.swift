import ActaDiagnostics
import ActaLanguage
import ActaModel
import Foundation
import Testing

/// The battery, and further phrases in its schema: names, issuers, lists, other senses of the words for units.
struct ReferenceBattery {
  @Test(arguments: try ReferencePhrase.all("references") + ReferencePhrase.all("references-more"))
  func `a phrase is read as its line says`(_ phrase: ReferencePhrase) throws {
    let read = Reference.json(references(in: phrase.text)).encoded()
    let object = try JSONSerialization.jsonObject(with: Data(read)) as? NSDictionary
    #expect(object == phrase.expected, "\(phrase.id) \(phrase.text)")
  }

  @Test(
    arguments: [
      (" ", "\u{A0}"), (" ", "\u{202F}"), (" ", "  "), ("№", "в„–"), ("№ ", "№"),
      ("утвержденн", "утверждённ"), ("стать", "cтaть"),
    ] as [(String, String)])
  func `noise in the spelling changes no reading`(_ clean: String, _ noisy: String) throws {
    for phrase in try ReferencePhrase.all("references") {
      let text = phrase.text.replacingOccurrences(of: clean, with: noisy)
      #expect(references(in: text) == references(in: phrase.text), "\(phrase.id) \(text)")
    }
  }
}

/// A line of a fixture.
struct ReferencePhrase: @unchecked Sendable, CustomTestStringConvertible {
  var id: String
  var text: String
  var expected: NSDictionary

  var testDescription: String { id }

  static func all(_ name: String) throws -> [ReferencePhrase] {
    let file = try #require(
      Bundle.module.url(forResource: name, withExtension: "jsonl", subdirectory: "Fixtures"))
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return ReferencePhrase(
        id: try #require(object?["id"] as? String), text: try #require(object?["text"] as? String),
        expected: try #require(object?["expect"] as? NSDictionary))
    }
  }
}
