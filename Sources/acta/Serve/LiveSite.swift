import ActaCompiler
import ActaDiagnostics
import ActaRender
import Foundation

/// Answers a browser: files of the site, and what makes its pages follow the acts.
struct LiveSite: Sendable {
  struct Answer: Sendable {
    var status = 200
    var type: String
    var bytes: [UInt8]
  }

  private let served: ServedFolder
  private let language: Language

  init(_ served: ServedFolder, language: Language) {
    self.served = served
    self.language = language
  }

  /// The answer to a request for an address: a path from the root, and parameters behind a question mark.
  func answer(to address: String) async -> Answer {
    let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = (parts.first.map(String.init) ?? "/").dropFirst()
    let name = String(path).removingPercentEncoding ?? String(path)
    let parameters = Self.parameters(parts.count > 1 ? String(parts[1]) : "")
    switch name {
    case "_acta/live.js": return text(LiveScript.script, "text/javascript")
    case "_acta/live.css": return text(LiveScript.style, "text/css")
    case "_acta/wait.js":
      await served.change(from: parameters["version"].flatMap { Int($0) } ?? 0)
      return text("actaLive(\(served.version));\n", "text/javascript")
    case "_acta/findings.js":
      let findings = served.findings(of: parameters["act"] ?? "")
      let list = JSON.array(findings.map(json)).encoded()
      return Answer(
        type: "text/javascript", bytes: Array("actaFindings(".utf8) + list + Array(");\n".utf8))
    default: return file(name)
    }
  }

  /// Of equal names the first counts.
  private static func parameters(_ query: String) -> [String: String] {
    let pairs = query.split(separator: "&").map { pair -> (String, String) in
      let parts = pair.split(separator: "=", maxSplits: 1).map { String($0) }
      return (parts.first ?? "", parts.count > 1 ? parts[1].removingPercentEncoding ?? "" : "")
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private func file(_ path: String) -> Answer {
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    guard let bytes = served.bytes(of: name) else {
      return Answer(
        status: 404, type: "text/html", bytes: live(served.bytes(of: "404.html") ?? [], ""))
    }
    guard name.hasSuffix(".html") else { return Answer(type: Self.type(of: name), bytes: bytes) }
    let act = name.hasSuffix("/index.html") ? String(name.dropLast("/index.html".count)) : ""
    return Answer(type: "text/html", bytes: live(bytes, act))
  }

  /// The page with the script that makes it follow the acts, in front of the end of its head.
  private func live(_ page: [UInt8], _ act: String) -> [UInt8] {
    let mark = Array("</head>".utf8)
    guard let end = page.firstRange(of: mark)?.lowerBound else { return page }
    let attributes = HTMLText.attribute(act)
    let head =
      "<link rel=\"stylesheet\" href=\"/_acta/live.css\">\n<script src=\"/_acta/live.js\" defer "
      + "data-act=\"\(attributes)\" data-version=\"\(served.version)\"></script>\n"
    return page[..<end] + Array(head.utf8) + page[end...]
  }

  private func json(_ placed: PlacedFinding) -> JSON {
    let finding = placed.finding
    return .members([
      "anchor": .string(placed.anchor), "level": .string(finding.level.rawValue),
      "rule": .string(finding.rule.text), "message": .string(finding.message(language)),
      "help": finding.help.map { .string($0(language)) }, "words": .string(placed.words),
      "place": .string(finding.file + (placed.line.map { ":\($0)" } ?? "")),
    ])
  }

  private func text(_ text: String, _ type: String) -> Answer {
    Answer(type: type, bytes: Array(text.utf8))
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "css": "text/css"
    case "js": "text/javascript"
    case "json": "application/json"
    case "svg": "image/svg+xml"
    case "xml": "application/xml"
    case "ics": "text/calendar"
    case "txt": "text/plain"
    case "pdf": "application/pdf"
    default: "application/octet-stream"
    }
  }
}

/// Text between the quotes of an attribute.
private enum HTMLText {
  static func attribute(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }
}
