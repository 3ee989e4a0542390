import ActaDiagnostics
import ActaModel

/// Reads references from a text; the grammar is parted by topic into the extensions in this folder.
struct ReferenceReader {
  let text: TokenizedText
  var found: [Spanned<Reference>] = []
  var unread: [Span] = []
  /// The token behind the last reference.
  var readTo = 0

  init(_ text: TokenizedText) { self.text = text }

  /// The words of some tokens on one line, with single spaces.
  func words(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    for index in range where index >= 0 && index < text.count {
      let token = text[index]
      if token.gap != .glued, index > range.lowerBound { out.append(0x20) }
      out += text.bytes[token.start..<token.end]
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The index behind the mark that closes the quote at `index`; `nil` where none does within reach.
  func endOfQuote(at index: Int) -> Int? {
    let opening = text[index]
    guard opening.kind == .openingQuote || opening.kind == .straightQuote else { return nil }
    var depth = 1
    for position in index + 1..<index + 1 + Self.reach {
      let token = text[position]
      switch token.kind {
      case .end: return nil
      case .openingQuote: depth += 1
      case .closingQuote:
        depth -= 1
        // One mark may close two quotes that open alike: «Фонд «Возрождение».
        if depth == 0 || !hasClosingQuote(after: position) { return position + 1 }
      case .straightQuote:
        // A straight mark closes when it is glued to what it stands behind.
        if token.isGlued, opening.kind == .straightQuote || depth == 1 {
          if text[position + 1].kind != .end, text[position + 1].isGlued, text[position + 1].isWord
          {
            continue
          }
          return position + 1
        }
      default: break
      }
    }
    return nil
  }

  /// The index behind the bracket that closes the one at `index`.
  func endOfBracket(at index: Int) -> Int? {
    guard text[index].kind == .openingBracket else { return nil }
    var depth = 1
    for position in index + 1..<index + 1 + Self.reach {
      switch text[position].kind {
      case .end: return nil
      case .openingBracket: depth += 1
      case .closingBracket:
        depth -= 1
        if depth == 0 { return position + 1 }
      default: break
      }
    }
    return nil
  }

  /// Whether a bracket opened before `index` is still open there.
  func isInBracket(_ index: Int) -> Bool {
    var depth = 0
    for position in stride(from: index - 1, through: max(0, index - Self.reach), by: -1) {
      switch text[position].kind {
      case .closingBracket: depth += 1
      case .openingBracket:
        if depth == 0 { return true }
        depth -= 1
      case .semicolon: return false
      default: break
      }
    }
    return false
  }

  /// The index behind a word that hyphens bind together: «Ханты-Мансийского», «плана-графика».
  func endOfCompound(at index: Int) -> Int {
    var end = index + 1
    while text[end].isDash, text[end].isGlued, text[end + 1].isWord, text[end + 1].isGlued,
      end - index < 8
    {
      end += 2
    }
    return end
  }

  /// The index behind «,», «и», «или», «либо», «а также», «и (или)», «и/или»; `nil` where none stands.
  func endOfSeparator(at index: Int) -> Int? {
    var end = index
    if text[end].kind == .comma { end += 1 }
    let conjunction = text[end]
    if conjunction.is("и") || conjunction.is("или") || conjunction.is("либо") {
      end += 1
      if text[end].kind == .openingBracket, text[end + 1].is("или"),
        text[end + 2].kind == .closingBracket
      {
        end += 3
      } else if text[end].kind == .slash, text[end + 1].is("или") {
        end += 2
      }
    } else if conjunction.is("а"), text[end + 1].is("также") {
      end += 2
    } else if conjunction.is("так"), text[end + 1].is("и") {
      end += 2
    }
    return end > index ? end : nil
  }

  /// Whether the mark at `index` ends a sentence rather than an abbreviation.
  func endsSentence(_ index: Int) -> Bool {
    let token = text[index]
    guard token.kind == .period else { return token.kind == .end }
    let before = text[index - 1]
    if before.isWord, before.letters.count <= 2, token.isGlued { return false }
    return text[index + 1].kind == .end || text[index + 1].gap != .glued
  }

  /// Whether a word begins with a capital that says something.
  func isCapitalized(_ index: Int) -> Bool {
    text[index].flags.contains(.capitalized) && !isShouted(index)
  }

  /// Whether a word is an abbreviation or a numeral by its capitals.
  func isUpperCase(_ index: Int) -> Bool {
    guard text[index].flags.contains(.upperCase) else { return false }
    return !isShouted(index) || !text[index].letters.hasVowel
  }

  /// Whether a word stands among words all in capitals, where they tell names from other words no more.
  func isShouted(_ index: Int) -> Bool {
    guard text[index].flags.contains(.upperCase) else { return false }
    for position in max(0, index - 4)...max(index + 4, 0)
    where text[position].flags.contains(.upperCase) && text[position].letters.count > 6 {
      return true
    }
    return false
  }

  /// How far the grammar looks ahead or back; it keeps the whole linear.
  static let reach = 90

  private func hasClosingQuote(after index: Int) -> Bool {
    for position in index + 1..<index + 30 {
      switch text[position].kind {
      case .closingQuote: return true
      case .openingQuote, .end, .semicolon: return false
      default: break
      }
    }
    return false
  }
}
