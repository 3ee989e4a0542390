import ActaDiagnostics
import ActaLanguage
import ActaModel

/// Pairs signs that open and close – brackets, quotes – passage by passage.
///
/// What a list or the text of an amendment opens may close in a later paragraph.
struct Balance {
  /// What a token is to the pairing; the number tells kinds that close each other.
  enum Sign {
    case opening(Int)
    case closing(Int)
    /// Closes where something is open, and is no sign at all elsewhere.
    case doubtful(Int)
  }

  /// A sign that has no pair.
  struct Unpaired {
    var span: Span
    var text: String
    var isOpening: Bool
    fileprivate var family: Int
    /// The number of the passage that it stands in.
    fileprivate var passage: Int
  }

  private var open: [Unpaired] = []
  private var unpaired: [Unpaired] = []
  private var passages = 0
  /// How far, in passages, a sign is looked for.
  private static let reach = 60
  private static let depth = 64
  /// More than these in one document say nothing that the first ones did not.
  private static let most = 200

  /// What has no pair, in the order of the text.
  var finished: [Unpaired] { (unpaired + open).sorted { $0.span < $1.span } }

  mutating func read(
    _ passage: TextPassage, in file: String,
    sign: (TokenizedText, Int, Int) -> Sign?
  ) {
    passages += 1
    let text = passage.text
    var stack: [(family: Int, token: Int)] = []
    var doubtful = 0
    var nestedClosed = 0
    for (index, token) in text.tokens.enumerated() {
      guard token.isQuote || token.kind == .openingBracket || token.kind == .closingBracket,
        let sign = sign(text, index, stack.count)
      else { continue }
      switch sign {
      case .opening(let family):
        if stack.count < Self.depth { stack.append((family, index)) }
      case .doubtful:
        if stack.popLast() != nil { doubtful += 1 }
      case .closing(let family):
        if let last = stack.last {
          if last.family == family {
            stack.removeLast()
            if !stack.isEmpty { nestedClosed += 1 }
          } else if let position = stack.lastIndex(where: { $0.family == family }) {
            for lost in stack[(position + 1)...] { add(lost.token, lost.family, true, passage) }
            stack.removeSubrange(position...)
          } else if family < Self.firstQuote {
            // «[ … )»: the pair was begun by a bracket of another kind.
            add(last.token, last.family, true, passage)
            stack.removeLast()
          } else {
            add(index, family, false, passage)
          }
        } else if doubtful > 0 {
          doubtful -= 1
        } else if !closeEarlier(family) {
          add(index, family, false, passage)
        }
      }
    }
    // Where an inner and an outer quote end together, one closing sign stands for both.
    if let last = stack.last, last.family >= Self.firstQuote, nestedClosed > 0 { stack.removeAll() }
    let goesOn = Self.goesOn(passage)
    for left in stack {
      let isAmendment =
        left.family >= Self.firstQuote
        && (left.token == 0 || text[left.token - 1].kind == .colon)
      if !passage.isCell, goesOn || isAmendment {
        if let lost = unpairedSign(left.token, left.family, true, passage) { open.append(lost) }
      } else {
        add(left.token, left.family, true, passage)
      }
    }
    expire()
  }

  /// Families from this on are quotes.
  static let firstQuote = 10

  /// Whether a passage announces what follows, or stops in the middle of a sentence.
  private static func goesOn(_ passage: TextPassage) -> Bool {
    let last = passage.text[passage.text.count - 1]
    switch last.kind {
    case .period, .closingBracket, .closingQuote: return false
    default: return last.mark != "!" && last.mark != "?"
    }
  }

  private mutating func closeEarlier(_ family: Int) -> Bool {
    guard let index = open.lastIndex(where: { $0.family == family }) else { return false }
    open.remove(at: index)
    return true
  }

  private mutating func expire() {
    while let first = open.first, passages - first.passage > Self.reach || open.count > Self.most {
      unpaired.append(first)
      open.removeFirst()
    }
  }

  private mutating func add(
    _ index: Int, _ family: Int, _ isOpening: Bool, _ passage: TextPassage
  ) {
    guard unpaired.count < Self.most else { return }
    if let sign = unpairedSign(index, family, isOpening, passage) { unpaired.append(sign) }
  }

  private func unpairedSign(
    _ index: Int, _ family: Int, _ isOpening: Bool, _ passage: TextPassage
  ) -> Unpaired? {
    let token = passage.text[index]
    guard let span = passage.span(of: token) else { return nil }
    return Unpaired(
      span: span, text: passage.text.text(token.span), isOpening: isOpening, family: family,
      passage: passages)
  }
}
