import ActaLanguage
import ActaModel
import ActaRender

/// Acts that wait for the bodies of others, with all bodies that each tells of.
func waiting(
  _ acts: [PublishedAct?], _ halves: [ReadBody]
) -> [(act: CheckedAct, bodies: [ReadBody])] {
  let waiting = acts.compactMap { $0?.waiting }
  guard !waiting.isEmpty else { return [] }
  var next = halves.makeIterator()
  var whole: [ReadBody] = []
  for act in acts.lazy.compactMap(\.self) {
    guard let checked = act.waiting else { continue }
    for body in checked.bodies {
      if !body.isHalf {
        whole.append(body)
      } else if let joined = next.next(), !joined.isEmpty {
        whole.append(joined)
      }
    }
  }
  while let joined = next.next() { if !joined.isEmpty { whole.append(joined) } }
  let byAct = whole.byAct
  return waiting.map { ($0, byAct[$0.act.id] ?? []) }
}

/// What the site tells of all bodies, in the order of the acts.
func cards(
  _ acts: [PublishedAct?], _ halves: [ReadBody], on site: SiteMap
) -> [BodyCard] {
  var next = halves.makeIterator()
  var cards: [BodyCard] = []
  for act in acts.lazy.compactMap(\.self) {
    for body in act.bodies {
      switch body {
      case .whole(let card): cards += card.map { [$0] } ?? []
      case .half:
        guard let joined = next.next(), !joined.isEmpty else { continue }
        cards += BodyCard(joined, on: site).map { [$0] } ?? []
      }
    }
  }
  while let joined = next.next() {
    if !joined.isEmpty { cards += BodyCard(joined, on: site).map { [$0] } ?? [] }
  }
  return cards
}
