import ActaCompiler
import ActaDiagnostics
import ActaRender
import FlyingFox
import Foundation

/// Answers a browser: files of the site, and what makes its pages follow the acts.
struct LiveSite: HTTPHandler {
  private let served: ServedFolder
  private let language: Language

  init(_ served: ServedFolder, language: Language) {
    self.served = served
    self.language = language
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard request.method == .GET || request.method == .HEAD else {
      return HTTPResponse(statusCode: .methodNotAllowed)
    }
    // The raw path: a slash at its end tells a folder, and links of its page count from there.
    let path = String(request.target.path(percentEncoded: false).dropFirst())
    switch path {
    case "_acta/live.js": return text(LiveScript.script, "text/javascript")
    case "_acta/live.css": return text(LiveScript.style, "text/css")
    case "_acta/wait.js":
      let version = request.parameter("version").flatMap { Int($0) } ?? 0
      await served.change(from: version)
      return text("actaLive(\(served.version));\n", "text/javascript")
    case "_acta/findings.js":
      let findings = served.findings(of: request.parameter("act") ?? "")
      let list = JSON.array(findings.map(json)).encoded()
      return response(
        Array("actaFindings(".utf8) + list + Array(");\n".utf8), "text/javascript", .ok)
    default: return file(path)
    }
  }

  private func file(_ path: String) -> HTTPResponse {
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    guard let bytes = served.bytes(of: name) else {
      return response(live(served.bytes(of: "404.html") ?? [], ""), "text/html", .notFound)
    }
    guard name.hasSuffix(".html") else { return response(bytes, Self.type(of: name), .ok) }
    let act = name.hasSuffix("/index.html") ? String(name.dropLast("/index.html".count)) : ""
    return response(live(bytes, act), "text/html", .ok)
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

  private func text(_ text: String, _ type: String) -> HTTPResponse {
    response(Array(text.utf8), type, .ok)
  }

  private func response(_ bytes: [UInt8], _ type: String, _ status: HTTPStatusCode) -> HTTPResponse
  {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type.hasPrefix("text/") ? type + "; charset=utf-8" : type,
        HTTPHeader("Cache-Control"): "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff",
      ], body: Data(bytes))
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

extension HTTPRequest {
  /// A parameter behind the question mark; of equal names the first.
  fileprivate func parameter(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }
}
