import ActaDiagnostics
import Synchronization

/// Where a memory that outlives the process is kept: outside of the published folder, to be deleted at any time.
package protocol MemoryStore: Sendable {
  /// `nil` where there is none.
  func read(_ part: StoredPart) -> [UInt8]?
  /// The last bytes of a part.
  func tail(_ part: StoredPart, count: Int) -> [UInt8]?
  /// A file that takes the part's place once it is whole.
  func begin(_ part: StoredPart) -> any StoredFile
}

/// What of a memory lies in a file of its own.
package enum StoredPart: String, Sendable {
  case acts
  /// The words that are searched: they are many, and seldom wanted.
  case search
}

package protocol StoredFile: Sendable {
  func append(_ bytes: [UInt8])
  /// Puts the file in its place; where that fails, or an append did, there is no such file any more.
  func commit()
}

/// Records one after the other, each with its length, and the SHA-256 of all of them at the end.
final class RecordWriter: Sendable {
  private let file: any StoredFile
  private let state = Mutex((digest: RunningDigest(), pending: [UInt8]()))

  init(_ file: any StoredFile) { self.file = file }

  func append(_ record: [UInt8]) {
    var length = Packer()
    length.put(record.count)
    state.withLock { state in
      state.pending += length.bytes
      state.pending += record
      if state.pending.count > 1 << 20 { flush(&state) }
    }
  }

  /// The digest of what was written.
  func commit() -> [UInt8] {
    state.withLock { state in
      flush(&state)
      let digest = state.digest.finish()
      file.append(digest)
      file.commit()
      return digest
    }
  }

  private func flush(_ state: inout (digest: RunningDigest, pending: [UInt8])) {
    state.digest.update(state.pending)
    file.append(state.pending)
    state.pending.removeAll(keepingCapacity: true)
  }
}

/// What a ``RecordWriter`` wrote; `nil` where a byte of it is another.
struct Records {
  let bytes: [UInt8]
  private(set) var ranges: [Range<Int>] = []

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let end = bytes.count - RunningDigest.size
    guard end >= 0 else { return nil }
    var digest = RunningDigest()
    digest.update(bytes, count: end)
    guard digest.finish() == Array(bytes[end...]) else { return nil }
    var reader = Unpacker(bytes, 0..<end)
    while !reader.isAtEnd {
      guard let range = try? reader.range() else { return nil }
      ranges.append(range)
    }
  }

  func reader(_ range: Range<Int>) -> Unpacker { Unpacker(bytes, range) }
}
