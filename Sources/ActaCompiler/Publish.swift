package import ActaDiagnostics
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

/// Renders everything that is published, acts in parallel and a batch at a time, and hands each file over in a fixed
/// order; the manifest comes last.
package func publish<Failure: Error>(
  _ compilation: Compilation, templates: Templates, hyphenator: Hyphenator? = nil,
  write: (OutputFile) throws(Failure) -> Void
) async throws(Failure) -> [Finding] {
  let repository = compilation.repository
  let site = SiteMap(repository.acts, settings: repository.settings)
  let supplies = PrintSupplies(templates: templates, hyphenator: hyphenator)
  var manifest = Manifest()
  var findings: [Finding] = []

  func hand(_ file: OutputFile) throws(Failure) {
    manifest.add(file)
    try write(file)
  }

  let batch = 32
  for start in stride(from: 0, to: repository.acts.count, by: batch) {
    let acts = repository.acts[start..<min(start + batch, repository.acts.count)]
    for rendered in await render(acts, site, templates, supplies, compilation) {
      findings += rendered.findings
      for file in rendered.value { try hand(file) }
    }
  }
  let register = registerPage(repository.acts, on: site, with: templates)
  findings += register.findings
  try hand(OutputFile(path: "index.html", bytes: register.value))
  try hand(OutputFile(path: "style.css", bytes: templates.style))
  try write(OutputFile(path: Manifest.path, bytes: manifest.encoded()))
  return findings
}

private func render(
  _ acts: ArraySlice<Act>, _ site: SiteMap, _ templates: Templates, _ supplies: PrintSupplies,
  _ compilation: Compilation
) async -> [Checked<[OutputFile]>] {
  await withTaskGroup(of: (Int, Checked<[OutputFile]>).self) { group in
    var results: [Checked<[OutputFile]>?] = Array(repeating: nil, count: acts.count)
    for (index, act) in acts.enumerated() {
      group.addTask { (index, render(act, site, templates, supplies, compilation)) }
    }
    for await (index, result) in group { results[index] = result }
    return results.compactMap { $0 }
  }
}

/// The forms in which an act is published.
private func render(
  _ act: Act, _ site: SiteMap, _ templates: Templates, _ supplies: PrintSupplies,
  _ compilation: Compilation
) -> Checked<[OutputFile]> {
  let settings = compilation.repository.settings
  let page = actPage(act, on: site, with: templates, files: [.text, .json])
  let json = json(of: act, settings: settings, sources: compilation.sources)
  return Checked(
    [
      OutputFile(path: act.id + "/index.html", bytes: page.value),
      OutputFile(
        path: act.id + "/act.txt", bytes: printedText(of: act, settings: settings, with: supplies)),
      OutputFile(path: act.id + "/act.json", bytes: json.encoded()),
    ], page.findings)
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
