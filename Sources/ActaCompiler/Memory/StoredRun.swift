import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ActaRules
import Synchronization

/// What an earlier process made of each act, as bytes that are read where somebody asks.
final class StoredRun: Sendable {
  enum Kind {
    static let head = 0
    static let act = 1
    static let late = 2
    static let site = 3
  }

  private static let magic = "acta memory 1"

  private let records: Records
  private let acts: [String: Range<Int>]
  private let lates: [String: Range<Int>]
  let site: StoredSite
  private let store: any MemoryStore
  /// The words that are searched, once they have been asked for.
  private let search = Mutex<(records: Records, units: [String: Range<Int>])??>(nil)

  /// `nil` where there is nothing that was made with the same settings, or it is damaged.
  init?(_ store: any MemoryStore, common: Digest) {
    guard let bytes = store.read(.acts), let records = Records(bytes) else { return nil }
    var acts: [String: Range<Int>] = [:]
    var lates: [String: Range<Int>] = [:]
    var site: StoredSite?
    do throws(Damage) {
      for (index, range) in records.ranges.enumerated() {
        var reader = records.reader(range)
        let kind = try reader.number()
        if index == 0 {
          guard kind == Kind.head, try reader.text() == Self.magic,
            try reader.value(Digest.self) == common
          else { return nil }
          continue
        }
        switch kind {
        case Kind.act: acts[try reader.text()] = range
        case Kind.late: lates[try reader.text()] = range
        case Kind.site: site = try reader.value(StoredSite.self)
        default: return nil
        }
      }
    } catch {
      return nil
    }
    guard let site,
      site.search.isEmpty || store.tail(.search, count: site.search.count) == site.search
    else { return nil }
    (self.records, self.acts, self.lates, self.site, self.store) = (
      records, acts, lates, site, store
    )
  }

  /// All acts that something is known of.
  var ids: Set<String> { Set(acts.keys).union(lates.keys) }

  static func head(_ common: Digest) -> [UInt8] {
    var out = Packer()
    out.put(Kind.head)
    out.put(magic)
    out.put(common)
    return out.bytes
  }

  func act(_ id: String) -> RememberedAct? {
    guard let range = acts[id] else { return nil }
    var reader = records.reader(range)
    do throws(Damage) {
      _ = try reader.number()
      _ = try reader.text()
      return RememberedAct(
        inputs: try reader.value(), files: try reader.value(),
        content: .stored(
          StoredContent(
            shown: try reader.value(), isWaiting: try reader.flag(), range: try reader.range())))
    } catch {
      return nil
    }
  }

  func late(_ id: String) -> RememberedLate? {
    guard let range = lates[id] else { return nil }
    var reader = records.reader(range)
    do throws(Damage) {
      _ = try reader.number()
      _ = try reader.text()
      return RememberedLate(
        partners: try reader.value(), files: try reader.value(), findings: try reader.value())
    } catch {
      return nil
    }
  }

  /// The record of an act, for a run that keeps it.
  func record(_ id: String) -> [UInt8]? { acts[id].map { Array(records.bytes[$0]) } }

  func published(_ content: StoredContent, head: Act, calendar: WorkCalendar) -> PublishedAct? {
    var reader = records.reader(content.range)
    return try? PublishedAct(unpacking: &reader, head: head, calendar: calendar)
  }

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
      records.bytes.suffix(site.search.count).elementsEqual(site.search)
    else { return nil }
    var units: [String: Range<Int>] = [:]
    for range in records.ranges {
      var reader = records.reader(range)
      if let id = try? reader.text() { units[id] = range }
    }
    return (records, units)
  }
}

/// What of an act lies in a store.
struct StoredContent: Sendable {
  var shown: Shown
  /// An act that waits for bodies of others is read anew each time.
  var isWaiting: Bool
  var range: Range<Int>
}

/// What a store tells of the site as a whole.
struct StoredSite: Sendable, Packed {
  var parts: [SitePart: [Manifest.Entry]] = [:]
  var order: [String] = []
  var orphans: [FileInput] = []
  /// The digest of the words that are searched; empty where there are none.
  var search: [UInt8] = []

  func pack(into out: inout Packer) {
    out.put(parts.count)
    for (part, files) in parts {
      out.put(part.number)
      out.put(files)
    }
    out.put(order)
    out.put(orphans)
    out.put(search)
  }

  init() {}

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    for _ in 0..<(try bytes.count()) {
      guard let part = SitePart(number: try bytes.number()) else { throw Damage() }
      parts[part] = try bytes.value([Manifest.Entry].self)
    }
    order = try bytes.value()
    orphans = try bytes.value()
    search = try bytes.data()
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
    out.put(findings)
    out.put(orders)
    out.put(citations)
    out.put(cards)
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
