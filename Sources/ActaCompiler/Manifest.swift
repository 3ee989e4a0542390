import ActaDiagnostics
import CDigest

/// `manifest.json`: every published file with its SHA-256 (FIPS 180-4) and size in bytes, by path.
package struct Manifest: Sendable {
  package static let path = "manifest.json"

  private var entries: [(path: String, digest: String, count: Int)] = []

  package init() {}

  package mutating func add(_ path: String, _ digest: String, _ count: Int) {
    entries.append((path, digest, count))
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
