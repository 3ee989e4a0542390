package import ActaDiagnostics
import ActaLanguage
import ActaModel
package import ActaRender
import CDigest

/// A file of the published folder.
package struct OutputFile: Sendable, Hashable {
  /// Relative to the output folder, with `/`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A form in which acts are published.
package enum PublishedFormat: String, Sendable, CaseIterable {
  /// Pages, and the register that leads to them.
  case html
  case txt, pdf, json
}

/// Renders everything that is published, acts in parallel and a batch at a time, and hands each file over in a fixed
/// order; the manifest comes last.
///
/// Without faces no PDF is made.
package func publish<Failure: Error>(
  _ compilation: Compilation, templates: Templates, hyphenator: Hyphenator? = nil,
  formats: Set<PublishedFormat> = Set(PublishedFormat.allCases), faces: PrintFaces? = nil,
  write: (OutputFile) throws(Failure) -> Void
) async throws(Failure) -> [Finding] {
  let repository = compilation.repository
  let bodies = compilation.reading.bodies
  let renderer = ActRenderer(
    site: SiteMap(repository), reading: compilation.reading, day: compilation.today,
    places: Dictionary(
      compilation.reading.acts.enumerated().map { ($0.element.act.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }),
    supplies: PrintSupplies(templates: templates, hyphenator: hyphenator), formats: formats,
    faces: faces, sources: compilation.sources, bodies: bodies.byAct)
  var manifest = Manifest()
  var findings: [Finding] = []

  func hand(_ file: OutputFile) throws(Failure) {
    manifest.add(file)
    try write(file)
  }

  let batch = 32
  for start in stride(from: 0, to: repository.acts.count, by: batch) {
    let acts = repository.acts[start..<min(start + batch, repository.acts.count)]
    for rendered in await renderer.render(acts) {
      findings += rendered.findings
      for file in rendered.value { try hand(file) }
    }
  }
  if formats.contains(.html) {
    let entries = await inParallel(compilation.reading.acts) { deadlines(of: $0) }.flatMap(\.self)
    let agenda = Agenda(
      deadlines: entries, bodies: bodies, settings: repository.settings,
      asOf: compilation.today)
    try publishSite(repository.acts, agenda, on: renderer.site, with: templates) {
      file throws(Failure) in
      try hand(OutputFile(path: file.path, bytes: file.bytes))
    }
  }
  try write(OutputFile(path: Manifest.path, bytes: manifest.encoded()))
  return levelled(silenced(findings, in: repository.acts), by: repository.settings)
}

/// Renders acts in the forms that are asked for.
private struct ActRenderer: Sendable {
  let site: SiteMap
  let reading: ReadRepository
  let day: CalendarDate
  /// Where the reading of an act stands, by the act's name.
  let places: [String: Int]
  let supplies: PrintSupplies
  let formats: Set<PublishedFormat>
  let faces: PrintFaces?
  let sources: [String: Source]
  /// By the act's name.
  let bodies: [String: [ReadBody]]

  func render(_ acts: ArraySlice<Act>) async -> [Checked<[OutputFile]>] {
    await withTaskGroup(of: (Int, Checked<[OutputFile]>).self) { group in
      var results: [Checked<[OutputFile]>?] = Array(repeating: nil, count: acts.count)
      for (index, act) in acts.enumerated() {
        group.addTask { (index, render(act)) }
      }
      for await (index, result) in group { results[index] = result }
      return results.compactMap { $0 }
    }
  }

  private func render(_ act: Act) -> Checked<[OutputFile]> {
    var rendered = Checked<[OutputFile]>([])
    func add(_ name: String, _ file: Checked<[UInt8]>) {
      rendered.value.append(OutputFile(path: act.id + "/" + name, bytes: file.value))
      rendered.findings += file.findings
    }
    if formats.contains(.html) {
      let read = places[act.id].map { ActReading(reading.acts[$0], in: reading, asOf: day) }
      add(
        "index.html",
        actPage(act, reading: read, on: site, with: supplies.templates, files: files))
    }
    for file in files {
      switch file {
      case .pdf:
        guard let faces else { continue }
        add(file.rawValue, printedPDF(of: act, on: site, with: supplies, faces: faces))
      case .text:
        let text = printedText(of: act, settings: site.settings, with: supplies)
        add(file.rawValue, Checked(text))
      case .json:
        let json = json(
          of: act, settings: site.settings, sources: sources, bodies: bodies[act.id] ?? [])
        add(file.rawValue, Checked(json.encoded()))
      }
    }
    return rendered
  }

  /// What stands beside each page.
  private var files: [ActFile] {
    ActFile.allCases.filter { file in
      switch file {
      case .pdf: formats.contains(.pdf) && faces != nil
      case .text: formats.contains(.txt)
      case .json: formats.contains(.json)
      }
    }
  }
}

/// `manifest.json`: every published file with its SHA-256 (FIPS 180-4) and size in bytes, by path.
package struct Manifest: Sendable {
  package static let path = "manifest.json"

  private var entries: [(path: String, digest: String, count: Int)] = []

  package init() {}

  package mutating func add(_ file: OutputFile) {
    entries.append((file.path, sha256(file.bytes), file.bytes.count))
  }

  package var paths: [String] { entries.map(\.path) }

  package func encoded() -> [UInt8] {
    let files = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
      JSON.members([
        "path": .string($0.path), "sha256": .string($0.digest), "bytes": .number($0.count),
      ])
    }
    return JSON.members(["schema": "acta/manifest", "version": 1, "files": .array(files)])
      .encoded(pretty: true) + [0x0A]
  }
}

/// The SHA-256 of bytes in lower-case hexadecimal.
package func sha256(_ bytes: [UInt8]) -> String {
  var context = SHA2_CTX()
  SHA256Init(&context)
  SHA256Update(&context, bytes, bytes.count)
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  SHA256Final(&digest, &context)
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
