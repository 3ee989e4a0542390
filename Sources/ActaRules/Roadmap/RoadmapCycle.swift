import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Rows wait for each other in a ring.
  static let roadmapCycle = Rule(
    "roadmap/cycle", .error,
    summary: Text(ru: "Мероприятия ждут друг друга по кругу", en: "Rows wait for each other"),
    reason: Text(
      ru: "Ни одно из таких мероприятий нельзя начать.", en: "None of such rows can ever begin."),
    norm: Text(
      ru: "Порядок мероприятий, объявленный полем «После», не может замыкаться.",
      en: "The order declared by «После» cannot close in a ring."),
    examples: [
      .accepts(Self.pair("", "1")),
      .rejects(Self.pair("- После: ⟦2⟧\n", "1")),
    ],
    .document { document, report in
      guard let roadmap = document.roadmap else { return }
      let byNumber = roadmap.byNumber
      // 1: on the way; 2: done.
      var state: [String: Int] = [:]
      for start in roadmap.rows {
        guard let number = start.number, state[number] == nil, !start.after.isEmpty else {
          continue
        }
        var path: [(number: String, next: Int)] = [(number, 0)]
        state[number] = 1
        while let (current, next) = path.last {
          guard let row = byNumber[current], next < row.after.count else {
            state[current] = 2
            path.removeLast()
            continue
          }
          path[path.count - 1].next += 1
          let target = row.after[next].value
          switch state[target] {
          case 1:
            let ring = path.drop { $0.number != target }.map(\.number)
            guard let first = byNumber[target],
              let link = path.first(where: { $0.number == target }),
              link.next > 0, link.next <= first.after.count
            else { continue }
            report(
              document.path, at: first.after[link.next - 1].span, .ring(ring + [target]),
              places: [Place(file: document.path, at: row.after[next].span, .closes)])
          case nil where byNumber[target] != nil:
            state[target] = 1
            path.append((target, 0))
          default: break
          }
        }
      }
    })

  private static func pair(_ first: String, _ second: String) -> String {
    """
    ---
    вид: план мероприятий
    название: План
    ---

    ### 1. Ремонт кровли
    - Срок: 29.03.2024
    - Ответственный: Министерство
    \(first)
    ### 2. Покраска стен
    - Срок: 29.03.2024
    - Ответственный: Министерство
    - После: \(second)
    """
  }
}

extension Text {
  fileprivate static func ring(_ numbers: [String]) -> Text {
    let chain = numbers.prefix(12).joined(separator: " → ")
    return Text(
      ru: "Мероприятия ждут друг друга: \(chain)", en: "Rows wait for each other: \(chain)")
  }

  fileprivate static let closes = Text(ru: "здесь круг замыкается", en: "the ring closes here")
}
