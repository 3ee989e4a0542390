import ActaDiagnostics
import ActaLanguage
import ActaModel

extension Rule {
  /// Two addresses of sites that are nearly one.
  static let addressConflict = Rule(
    "reference/address-conflict", .error,
    summary: Text(
      ru: "Два почти одинаковых адреса сайта: один написан с ошибкой",
      en: "Two nearly equal addresses of a site: one is misspelt"),
    reason: Text(
      ru: "По неверному адресу акт не опубликован и обращения не доходят.",
      en: "At a wrong address nothing is published and nothing arrives."),
    norm: Text(
      ru: "Сведения размещаются на официальном сайте органа (8-ФЗ от 09.02.2009); его домен один "
        + "во всём документе.",
      en: "Information goes to the body's official site (8-ФЗ of 09.02.2009); its domain is one "
        + "throughout a document."),
    examples: [
      .accepts(
        Sample.text("1. Сайт – ministry.example.ru.\n\n2. Почта – info@ministry.example.ru.\n")),
      .accepts(Sample.text("1. Сайты – digital.region.example.ru и nadzor.region.example.ru.\n")),
      .rejects(
        Sample.text("1. Сайт – ministry.example.ru.\n\n2. Сведения – на ⟦minstry.example.ru⟧.\n")),
    ],
    .act { read, report in
      var found: [SiteAddress] = []
      for document in read.documents {
        for passage in document.passages { found += SiteAddress.all(in: passage, document.path) }
      }
      guard !found.isEmpty else { return }
      var order: [String] = []
      var byHost: [String: [SiteAddress]] = [:]
      for address in found {
        if byHost[address.host] == nil { order.append(address.host) }
        byHost[address.host, default: []].append(address)
      }
      let known = Set(report.settings.bodies.compactMap { $0.site?.lowercased() })
      guard order.count > 1 || !known.isEmpty, order.count <= 64 else { return }
      for (index, host) in order.enumerated() where !known.contains(host) {
        guard let address = byHost[host]?.first else { continue }
        let others = order.enumerated().filter { place, other in
          other != host && SiteAddress.isSlip(host, other)
            && (known.contains(other) || isBetter(place, other, than: index, host, byHost))
        }.map(\.element)
        if let other = others.first {
          let places = (byHost[other] ?? []).prefix(1).map {
            Place(file: $0.file, at: $0.span, .other)
          }
          report(address.file, at: address.span, .conflict(host, other), places: Array(places))
        } else if let site = known.sorted().first(where: { SiteAddress.isSlip(host, $0) }) {
          report(address.file, at: address.span, .conflict(host, site), help: .settings)
        }
      }
    })

  /// Which of two spellings counts as right: the more frequent, else the first.
  private static func isBetter(
    _ place: Int, _ other: String, than index: Int, _ host: String,
    _ byHost: [String: [SiteAddress]]
  ) -> Bool {
    let (mine, theirs) = (byHost[host]?.count ?? 0, byHost[other]?.count ?? 0)
    return theirs > mine || theirs == mine && place < index
  }
}

/// The host of an address as it stands in a text.
private struct SiteAddress {
  var host: String
  var file: String
  var span: Span?

  static func all(in passage: Passage, _ file: String) -> [SiteAddress] {
    guard mayHold(passage.text) else { return [] }
    var found: [SiteAddress] = []
    let bytes = Array(passage.text.utf8)
    var index = 0
    while index < bytes.count {
      guard isHostByte(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isHostByte(bytes[end]) { end += 1 }
      var start = index
      index = end
      while end > start, !isLetterOrDigit(bytes[end - 1]) { end -= 1 }
      if bytes[start..<end].starts(with: "www.".utf8) { start += 4 }
      guard end - start >= 5, isHost(bytes[start..<end]) else { continue }
      found.append(
        SiteAddress(
          host: String(decoding: bytes[start..<end], as: UTF8.self).lowercased(), file: file,
          span: passage.place(of: Span(start, end))))
    }
    return found
  }

  /// Whether a Latin letter stands behind a full stop, as in every address.
  private static func mayHold(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var previous: UInt8 = 0
      for byte in bytes {
        if previous == 0x2E, Glyph.isASCIILetter(byte) { return true }
        previous = byte
      }
      return false
    }
  }

  /// Whether two hosts differ by a letter or two, as a slip of the hand makes them.
  static func isSlip(_ left: String, _ right: String) -> Bool {
    let (first, second) = (left.split(separator: "."), right.split(separator: "."))
    guard first.count == second.count, first.last == second.last else { return false }
    let different = zip(first, second).filter { $0 != $1 }
    guard different.count == 1, let (one, other) = different.first else { return false }
    guard min(one.count, other.count) >= 4,
      one.filter({ !$0.isNumber }) != other.filter({ !$0.isNumber }),
      let near = nearName(String(one), among: [String(other)]), near == String(other)
    else { return false }
    // `nearName` allows a third of the letters; two names of two sites share less than that seldom.
    let common = one.count + other.count - 2 * commonEnds(one, other)
    return common <= 4
  }

  private static func commonEnds(_ left: Substring, _ right: Substring) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    let shorter = min(left.count, right.count)
    var head = 0
    while head < shorter, left[head] == right[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, left[left.count - 1 - tail] == right[right.count - 1 - tail] {
      tail += 1
    }
    return head + tail
  }

  private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
    let labels = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, top.count >= 2, top.count <= 12,
      top.allSatisfy({ Glyph.isASCIILetter($0) }), labels.allSatisfy({ !$0.isEmpty })
    else { return false }
    let ending = String(decoding: top, as: UTF8.self).lowercased()
    return !["md", "pdf", "doc", "docx", "xls", "xlsx", "txt", "html", "rtf", "zip"]
      .contains(ending)
      && labels.dropLast().contains { $0.contains { Glyph.isASCIILetter($0) } }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == 0x2E || byte == 0x2D
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    Glyph.isASCIILetter(byte) || Glyph.isDigit(byte)
  }
}

extension Text {
  fileprivate static func conflict(_ host: String, _ other: String) -> Text {
    Text(
      ru: "Адрес «\(host)» почти совпадает с «\(other)»: верен один из двух",
      en: "The address «\(host)» is nearly «\(other)»: one of the two is right")
  }

  fileprivate static let other = Text(ru: "другой адрес", en: "the other address")
  fileprivate static let settings = Text(
    ru: "Так сайт назван в acta.yml", en: "acta.yml names the site so")
}
