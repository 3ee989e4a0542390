import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Units that leave the matter to each other.
  static let referenceCycle = Rule(
    "reference/cycle", .warning,
    summary: Text(
      ru: "Пункты отсылают друг к другу по кругу: порядка нет ни в одном",
      en: "Points defer to each other in a circle: none says how"),
    reason: Text(
      ru: "Кто идёт по таким ссылкам, возвращается туда, откуда вышел, и нормы не находит.",
      en: "Whoever follows the references comes back without having found the norm."),
    norm: Text(
      ru: "Отсылочная норма ведёт к норме, которая её восполняет.",
      en: "A referring norm leads to the one that completes it."),
    examples: [
      .accepts(
        Sample.text(
          "1. Заявка рассматривается в порядке, установленном пунктом 2 настоящего Порядка.\n\n"
            + "2. Заявку рассматривает комиссия.\n")),
      .rejects(
        Sample.text(
          "1. Заявка рассматривается в порядке, установленном ⟦пунктом 2 настоящего Порядка⟧.\n\n"
            + "2. Решение принимается в порядке, установленном пунктом 1 настоящего Порядка.\n")),
    ],
    .act { read, report in
      var edges: [Unit: [(to: Unit, place: Span?, file: String)]] = [:]
      var order: [Unit] = []
      for (index, document) in read.documents.enumerated() {
        for reference in document.resolved {
          guard case .unit(let target, let address, nil) = reference.goal,
            document.passages.indices.contains(reference.passage),
            document.texts.indices.contains(reference.passage),
            defers(document.texts[reference.passage], before: reference.span.start)
          else { continue }
          let passage = document.passages[reference.passage]
          let from = Unit(document: index, address: passage.address)
          if edges[from] == nil { order.append(from) }
          edges[from, default: []].append(
            (
              Unit(document: target, address: address), passage.place(of: reference.span),
              document.path
            ))
        }
      }
      guard !edges.isEmpty else { return }
      var told: Set<Unit> = []
      for start in order where !told.contains(start) {
        guard let path = circle(from: start, edges) else { continue }
        told.formUnion(path.map(\.unit))
        guard let first = path.first else { continue }
        report(
          first.file, at: first.place, .cycle(path.count),
          places: path.dropFirst().map { Place(file: $0.file, at: $0.place, .next) })
      }
    })

  private struct Unit: Hashable {
    var document: Int
    var address: String
  }

  private struct Step {
    var unit: Unit
    var place: Span?
    var file: String
  }

  /// The shortest way by which a unit comes back to itself, of at most a few steps.
  private static func circle(
    from start: Unit, _ edges: [Unit: [(to: Unit, place: Span?, file: String)]]
  ) -> [Step]? {
    var ways: [[Step]] = [[]]
    var ends = [start]
    var seen: Set<Unit> = []
    for _ in 0..<8 {
      var nextWays: [[Step]] = []
      var nextEnds: [Unit] = []
      for (way, end) in zip(ways, ends) {
        for edge in (edges[end] ?? []).prefix(16) {
          let longer = way + [Step(unit: end, place: edge.place, file: edge.file)]
          if edge.to == start { return longer }
          guard seen.count < 256, seen.insert(edge.to).inserted else { continue }
          nextWays.append(longer)
          nextEnds.append(edge.to)
        }
      }
      (ways, ends) = (nextWays, nextEnds)
    }
    return nil
  }

  /// «в порядке, установленном …», «в сроки, предусмотренные …»: the words that leave the matter to another place.
  private static func defers(_ text: TokenizedText, before offset: Int) -> Bool {
    let index = text.index(atOrAfter: offset)
    guard index >= 3 else { return false }
    var position = index - 1
    guard
      text[position].has(stem: "установлен") || text[position].has(stem: "предусмотрен")
        || text[position].has(stem: "определен")
    else { return false }
    position -= 1
    if text[position].kind == .comma { position -= 1 }
    return text[position].has(stem: "порядк") || text[position].is("срок")
      || text[position].is("сроки")
  }
}

extension Text {
  fileprivate static func cycle(_ count: Int) -> Text {
    Text(
      ru: count == 1
        ? "Пункт отсылает к самому себе: порядок не установлен нигде"
        : "Ссылка возвращается к этому же пункту: порядок не установлен нигде",
      en: count == 1
        ? "The point refers to itself: nothing says how"
        : "The reference comes back to this point: nothing says how")
  }

  fileprivate static let next = Text(ru: "а отсюда – дальше по кругу", en: "and on from here")
}
