/// How many brackets and quotes are open, token by token.
package struct Nesting: Sendable {
  package private(set) var depth = 0

  package init() {}

  /// Takes in the next token; a straight quote closes what is open, or opens.
  package mutating func pass(_ token: Token) {
    switch token.kind {
    case .openingBracket, .openingQuote: depth += 1
    case .closingBracket, .closingQuote: depth = max(0, depth - 1)
    case .straightQuote: depth = depth > 0 ? depth - 1 : depth + 1
    default: break
    }
  }

  /// Begins anew, as a semicolon does where an opening mark was never closed.
  package mutating func reset() { depth = 0 }
}
