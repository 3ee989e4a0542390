import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel

/// `acta read --acts DIR --summary`: what the recognisers read in a folder of acts, and what only looked like it.
struct ReadSummary {
  /// How much of each kind one document has.
  private struct Counts {
    var deadlines = 0
    var references = 0
    var persons = 0
    var rules = 0

    static func + (left: Counts, right: Counts) -> Counts {
      Counts(
        deadlines: left.deadlines + right.deadlines, references: left.references + right.references,
        persons: left.persons + right.persons, rules: left.rules + right.rules)
    }

    var text: String {
      "сроков \(deadlines), ссылок \(references), лиц \(persons), правил органа \(rules)"
    }
  }

  private struct Unread {
    var kind: String
    var file: String
    var span: Span
  }

  private var counts: [(document: String, act: String, counts: Counts)] = []
  private var unread: [Unread] = []

  init(_ repository: Repository) {
    for act in repository.acts {
      for document in act.documents { read(document, of: act.id) }
    }
    for document in repository.orphans { read(document, of: document.path) }
  }

  /// The report: each document, each act, then every phrase that was not read with its place.
  func text(_ sources: [String: Source], name: (String) -> String) -> String {
    var text = ""
    var acts: [String] = []
    var byAct: [String: Counts] = [:]
    for entry in counts {
      if byAct[entry.act] == nil { acts.append(entry.act) }
      byAct[entry.act] = (byAct[entry.act] ?? Counts()) + entry.counts
    }
    for act in acts {
      text += "\(act): \((byAct[act] ?? Counts()).text)\n"
      for entry in counts where entry.act == act {
        text += "  \(entry.document): \(entry.counts.text)\n"
      }
    }
    text += "\nПохоже, но не прочитано: \(unread.count)\n"
    for phrase in unread {
      guard let source = sources[phrase.file] else { continue }
      let place = source.position(phrase.span.start)
      let words = source.text(phrase.span).split { $0.isNewline }.joined(separator: " ")
      text += "\(name(phrase.file)):\(place.line):\(place.column): \(phrase.kind): \(words)\n"
    }
    return text
  }

  private mutating func read(_ document: Document, of act: String) {
    var found = Counts()
    var paragraphs: [Prose] = []
    let path = document.path
    document.forEachProse { prose in
      let text = TokenizedText(prose.text)
      for mention in DeadlineReader.mentions(in: text) {
        if mention.value == .unreadable {
          note("срок", prose, mention.span, path)
        } else {
          found.deadlines += 1
        }
      }
      let references = text.references()
      found.references += references.references.count
      for span in references.unread { note("ссылка", prose, span, path) }
      found.persons += Persons.mentions(in: text).count
      paragraphs.append(prose)
    }
    for milestone in document.roadmap?.milestones ?? [] {
      guard let field = milestone.field(.deadline), !field.text.text.trimmed.isEmpty else {
        continue
      }
      switch DeadlineReader.read(field.text.text) {
      case .none, .unreadable: note("срок", field.text, Span(0, field.text.count), path)
      default:
        let isCounted = !DeadlineReader.mentions(in: TokenizedText(field.text.text)).isEmpty
        found.deadlines += isCounted ? 0 : 1
      }
    }
    if document.family == .regulation {
      let body = collegialBody(in: paragraphs)
      found.rules += body.count
      unread += body.unread.map { Unread(kind: "правило органа", file: path, span: $0.span) }
    }
    counts.append((path, act, found))
  }

  private mutating func note(_ kind: String, _ prose: Prose, _ span: Span, _ file: String) {
    guard let place = prose.span(of: span.start..<span.end) else { return }
    unread.append(Unread(kind: kind, file: file, span: place))
  }
}
