import ActaModel

/// Turns the links of one document's source into links of the page that it is printed on.
struct Links: Sendable {
  private let site: SiteMap
  private let path: String
  private let place: SiteMap.Place
  /// The order's file, to which files beside the act are related.
  private let order: String

  init(_ document: Document, of act: Act, on site: SiteMap) {
    self.site = site
    path = document.path
    order = act.order.path
    place =
      site.place(of: document.path).flatMap { $0.act == act.id ? $0 : nil }
      ?? SiteMap.Place(act: act.id, prefix: "", anchor: nil)
  }

  /// The folder that addresses are seen from.
  var folder: String { place.act }

  /// The address that a page may carry for a link's destination; `nil` where the words are to stand without a
  /// link: the scheme is none of the allowed, or the target is not published.
  func address(_ destination: String) -> String? {
    guard !destination.isEmpty, !destination.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else {
      return nil
    }
    if let scheme = URLText.scheme(destination) {
      return Self.schemes.contains(scheme) ? URLText.encoded(destination) : nil
    }
    let (target, query, fragment) = URLText.parts(destination)
    // Two slashes name another host by whatever scheme the page has; a backslash is a slash to browsers.
    guard !target.utf8.starts(with: "//".utf8), !target.utf8.contains(UInt8(ascii: "\\")) else {
      return nil
    }
    if target.isEmpty { return fragment.map { "#" + URLText.encoded(place.prefix + $0) } }
    let file = Path.resolved(URLText.decoded(target), from: path)
    if let other = site.place(of: file) { return address(of: other, fragment) }
    if URLText.isSource(file) { return nil }
    return neighbour(file).map {
      URLText.encoded($0, isPath: true) + query + (fragment.map { "#" + URLText.encoded($0) } ?? "")
    }
  }

  /// The address of a picture of this repository; `nil` for any other.
  func picture(_ source: String) -> String? {
    guard URLText.scheme(source) == nil else { return nil }
    return address(source).flatMap { $0.utf8.first == UInt8(ascii: "#") ? nil : $0 }
  }

  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  private func address(of other: SiteMap.Place, _ fragment: String?) -> String {
    let anchor = fragment.map { other.prefix + $0 } ?? other.anchor
    let mark = anchor.map { "#" + URLText.encoded($0) } ?? ""
    if other.act == place.act { return mark.isEmpty ? "#act" : mark }
    let page = Path.relative(from: place.act, to: other.act + "/index.html")
    return URLText.encoded(page, isPath: true) + mark
  }

  /// The way to a file that is published as it is, in the place that it has among the sources.
  private func neighbour(_ file: String) -> String? {
    let folder = Path.resolved(".", from: order)
    let way = Path.relative(from: folder, to: file)
    guard !way.isEmpty else { return nil }
    // An act whose order is not `order.md` is published one folder deeper than its order stands.
    let isOwnFolder = order.utf8.suffix(9).elementsEqual("/order.md".utf8)
    return isOwnFolder ? way : "../" + way
  }
}

/// What is known of the text of a URL without resolving it.
enum URLText {
  /// The scheme in small letters; `nil` for a relative reference.
  static func scheme(_ url: String) -> String? {
    for (index, byte) in url.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: ":"):
        return index == 0
          ? nil : String(decoding: url.utf8.prefix(index), as: UTF8.self).lowercased()
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        if index == 0 { return nil }
      default: return nil
      }
    }
    return nil
  }

  /// Path, query with its mark and fragment without it.
  static func parts(_ url: String) -> (path: String, query: String, fragment: String?) {
    let bytes = url.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#")) ?? url.endIndex
    let question = bytes[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
    return (
      String(url[..<question]), String(url[question..<hash]),
      hash < url.endIndex ? decoded(String(url[bytes.index(after: hash)...])) : nil
    )
  }

  /// The text with what no URL may hold written as `%XX`; in a path also what would end it.
  static func encoded(_ url: String, isPath: Bool = false) -> String {
    guard url.utf8.contains(where: { needsEncoding($0, isPath: isPath) }) else { return url }
    var out: [UInt8] = []
    let bytes = Array(url.utf8)
    for (index, byte) in bytes.enumerated() {
      let isSequence =
        !isPath && byte == UInt8(ascii: "%") && index + 2 < bytes.count
        && hex(bytes[index + 1]) != nil && hex(bytes[index + 2]) != nil
      if needsEncoding(byte, isPath: isPath), !isSequence {
        out.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] {
          out.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text with `%XX` read.
  static func decoded(_ url: String) -> String {
    guard url.utf8.contains(UInt8(ascii: "%")) else { return url }
    var out: [UInt8] = []
    let bytes = Array(url.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a path names a source of acts, which is not published itself.
  static func isSource(_ path: String) -> Bool {
    let ending = String(decoding: path.utf8.suffix(9), as: UTF8.self).lowercased()
    return ending.hasSuffix(".md") || ending.hasSuffix(".markdown")
  }

  private static func needsEncoding(_ byte: UInt8, isPath: Bool) -> Bool {
    switch byte {
    case 0x00...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "%"):
      true
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "?"), UInt8(ascii: "#"): isPath
    default: false
    }
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
