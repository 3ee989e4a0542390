import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ActaRules
import Synchronization

/// What an earlier process made of each act, as bytes that are read where somebody asks.
final class StoredRun: PastRun {
  /// What a record tells of.
  enum Kind: CaseIterable, Packed {
    case head, act, late, site
  }

  private static let magic = "acta memory 1"

  private let records: Records
  private let acts: [String: Range<Int>]
  private let lates: [String: Range<Int>]
  let site: RememberedSite
  /// The digest of the words that are searched; empty where there are none.
  let searchDigest: [UInt8]
  private let store: any MemoryStore
  /// The words that are searched, once they have been asked for.
  private let search = Mutex<(records: Records, units: [String: Range<Int>])??>(nil)

  /// `nil` where there is nothing that was made with the same settings, or it is damaged.
  init?(_ store: any MemoryStore, common: Digest) {
    guard let bytes = store.read(.acts), let records = Records(bytes) else { return nil }
    var acts: [String: Range<Int>] = [:]
    var lates: [String: Range<Int>] = [:]
    var site: (whole: RememberedSite, search: [UInt8])?
    do throws(Damage) {
      for (index, range) in records.ranges.enumerated() {
        var reader = records.reader(range)
        let kind = try reader.value(Kind.self)
        if index == 0 {
          guard kind == .head, try reader.text() == Self.magic,
            try reader.value(Digest.self) == common
          else { return nil }
          continue
        }
        switch kind {
        case .act: acts[try reader.text()] = range
        case .late: lates[try reader.text()] = range
        case .site: site = (try reader.value(), try reader.data())
        case .head: return nil
        }
      }
    } catch {
      return nil
    }
    guard let site,
      site.search.isEmpty || store.tail(.search, count: site.search.count) == site.search
    else { return nil }
    (self.records, self.acts, self.lates) = (records, acts, lates)
    (self.site, searchDigest, self.store) = (site.whole, site.search, store)
  }

  /// All acts that something is known of.
  var ids: Set<String> { Set(acts.keys).union(lates.keys) }

  static func head(_ common: Digest) -> [UInt8] {
    var out = Packer()
    out.put(Kind.head, magic, common)
    return out.bytes
  }

  func act(_ id: String) -> RememberedAct? {
    read(acts[id]) { reader throws(Damage) in
      let (inputs, files) = (
        try reader.value(ActInputs.self), try reader.value([Manifest.Entry].self)
      )
      let (shown, isWaiting) = (try reader.value(Shown.self), try reader.flag())
      let content = try reader.range()
      return RememberedAct(
        inputs: inputs, files: files, shown: shown, isWaiting: isWaiting
      ) { [self] head, calendar in
        // Halves of bodies are not stored.
        guard !isWaiting else { return nil }
        var reader = records.reader(content)
        return try? PublishedAct(unpacking: &reader, head: head, calendar: calendar)
      }
    }
  }

  func late(_ id: String) -> RememberedLate? {
    read(lates[id]) { reader throws(Damage) in
      RememberedLate(
        partners: try reader.value(), files: try reader.value(), findings: try reader.value())
    }
  }

  /// What stands in a record behind its kind and its name.
  private func read<Value>(
    _ range: Range<Int>?, _ value: (inout Unpacker) throws(Damage) -> Value
  ) -> Value? {
    guard let range else { return nil }
    var reader = records.reader(range)
    do throws(Damage) {
      _ = try reader.value(Kind.self)
      _ = try reader.text()
      return try value(&reader)
    } catch {
      return nil
    }
  }

  /// The record of an act, for a run that keeps it.
  func record(_ id: String) -> [UInt8]? { acts[id].map { Array(records.bytes[$0]) } }

  /// What is searched in an act.
  func matter(of act: Act, on site: SiteMap) -> SearchMatter? {
    let known = search.withLock { known in
      if let known { return known }
      known = .some(load())
      return known.flatMap(\.self)
    }
    guard let known, let range = known.units[act.id] else { return nil }
    var reader = known.records.reader(range)
    _ = try? reader.text()
    return try? SearchMatter(unpacking: &reader, of: act, on: site)
  }

  private func load() -> (records: Records, units: [String: Range<Int>])? {
    guard let records = store.read(.search).flatMap({ Records($0) }),
      records.bytes.suffix(searchDigest.count).elementsEqual(searchDigest)
    else { return nil }
    var units: [String: Range<Int>] = [:]
    for range in records.ranges {
      var reader = records.reader(range)
      if let id = try? reader.text() { units[id] = range }
    }
    return (records, units)
  }
}

extension RememberedSite: Packed {
  func pack(into out: inout Packer) {
    out.put(parts.count)
    for (part, files) in parts { out.put(part.number, files) }
    out.put(order, orphans)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    for _ in 0..<(try bytes.count()) {
      guard let part = SitePart(number: try bytes.number()) else { throw Damage() }
      parts[part] = try bytes.value([Manifest.Entry].self)
    }
    order = try bytes.value()
    orphans = try bytes.value()
  }
}

extension SitePart {
  private static let all = SitePages.Part.allCases.map { SitePart.pages($0) } + [.search]

  fileprivate var number: Int { Self.all.firstIndex(of: self) ?? -1 }

  fileprivate init?(number: Int) {
    guard Self.all.indices.contains(number) else { return nil }
    self = Self.all[number]
  }
}

extension PublishedAct {
  /// Everything but the front matter, which is read anew, and the words that are searched.
  func pack(into out: inout Packer) {
    out.put(findings, orders, citations, cards)
    out.put(deadlines.count)
    for deadline in deadlines { deadline.pack(into: &out) }
    out.put(printFindings)
  }

  fileprivate init(
    unpacking bytes: inout Unpacker, head: Act, calendar: WorkCalendar
  ) throws(Damage) {
    self.init(
      head: head, findings: try bytes.value(), orders: try bytes.value(),
      citations: try bytes.value(), halves: [],
      bodies: try bytes.value([BodyCard?].self).map { .whole($0) }, deadlines: [])
    for _ in 0..<(try bytes.count()) {
      deadlines.append(try DeadlineEntry(unpacking: &bytes, calendar: calendar))
    }
    printFindings = try bytes.value()
  }

  var cards: [BodyCard?] {
    bodies.map { if case .whole(let card) = $0 { card } else { nil } }
  }
}
