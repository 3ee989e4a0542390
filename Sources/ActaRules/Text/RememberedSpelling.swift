import ActaLanguage
import Synchronization

/// A dictionary with its answers: every act uses the words of the acts before.
package final class RememberedSpelling: Spelling {
  private let dictionary: any Spelling
  private let memory = Mutex(Memory())

  private struct Memory {
    var known: [WordForm: Bool] = [:]
    var suggestions: [String: [String]] = [:]
  }

  package init(_ dictionary: any Spelling) { self.dictionary = dictionary }

  package func knows(_ word: String) -> Bool { dictionary.knows(word) }

  /// For each form whether it is known; `judge` is asked for those that nobody asked for before, and answers `nil`
  /// where there is no need to find out.
  func areKnown(_ forms: [WordForm], judge: (Int) -> Bool?) -> [Bool] {
    var answers = memory.withLock { memory in forms.map { memory.known[$0] } }
    var new: [Int] = []
    for index in answers.indices where answers[index] == nil {
      answers[index] = judge(index)
      new.append(index)
    }
    if !new.isEmpty {
      memory.withLock { memory in
        for index in new {
          if let answer = answers[index] { memory.known[forms[index]] = answer }
        }
      }
    }
    return answers.map { $0 ?? true }
  }

  func suggestions(for word: String, _ find: (String, any Spelling) -> [String]) -> [String] {
    if let known = memory.withLock({ $0.suggestions[word] }) { return known }
    let found = find(word, dictionary)
    memory.withLock { $0.suggestions[word] = found }
    return found
  }
}

/// A word as it is spelled, capitals aside.
struct WordForm: Hashable {
  var letters: Letters
  /// A bit for each letter that is ё.
  private var dots: UInt32 = 0
  /// The word itself where its letters do not tell how it is spelled.
  private var spelled: String?

  init(_ token: Token, in text: TokenizedText) {
    letters = token.letters
    var place = token.start
    for index in 0..<token.letters.count {
      guard place + 1 < text.bytes.count, place + 1 < token.end, index < Letters.capacity else {
        spelled = text.text(token.span).lowercased()
        return
      }
      switch (text.bytes[place], text.bytes[place + 1]) {
      case (0xD0, 0x90...0xBF), (0xD1, 0x80...0x8F): break
      case (0xD0, 0x81), (0xD1, 0x91): dots |= 1 << UInt32(index)
      default:
        spelled = text.text(token.span).lowercased()
        return
      }
      place += 2
    }
  }
}
