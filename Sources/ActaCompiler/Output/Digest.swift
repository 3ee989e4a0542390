import CDigest

/// The SHA-256 (FIPS 180-4) of some bytes.
package struct Digest: Sendable, Hashable {
  /// Thirty-two bytes, eight to a word, the first in the highest place.
  let words: SIMD4<UInt64>

  package init(of bytes: [UInt8]) {
    var digest = RunningDigest()
    digest.update(bytes)
    self.init(bytes: digest.finish())
  }

  /// Reads 64 hexadecimal digits in lower case; `nil` where these are others.
  package init?(hexadecimal text: some Collection<UInt8>) {
    guard text.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var high: UInt8?
    for byte in text {
      let value: UInt8
      switch byte {
      case 0x30...0x39: value = byte - 0x30
      case 0x61...0x66: value = byte - 0x61 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.init(bytes: bytes)
  }

  init(words: SIMD4<UInt64>) { self.words = words }

  private init(bytes: [UInt8]) {
    var words = SIMD4<UInt64>()
    for (index, byte) in bytes.prefix(32).enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    self.words = words
  }

  /// In lower case, as `sha256sum` prints it.
  package var hexadecimal: String { String(decoding: digits, as: UTF8.self) }

  /// The bytes of ``hexadecimal``.
  package var digits: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for index in 0..<4 {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        let value = UInt8(truncatingIfNeeded: words[index] >> shift) & 15
        digits.append(value < 10 ? 0x30 + value : 0x61 + value - 10)
      }
    }
    return digits
  }
}

/// A SHA-256 of bytes that come by and by.
struct RunningDigest {
  static let size = Int(SHA256_DIGEST_SIZE)
  private var context = sha256_ctx()

  init() { nettle_sha256_init(&context) }

  mutating func update(_ bytes: [UInt8], count: Int? = nil) {
    nettle_sha256_update(&context, min(count ?? bytes.count, bytes.count), bytes)
  }

  mutating func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Self.size)
    nettle_sha256_digest(&context, digest.count, &digest)
    return digest
  }
}
