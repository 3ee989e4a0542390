import ActaCompiler
import Foundation
import Synchronization

/// What a file system tells of a file without its bytes being read; a path where nothing is has a mark too.
struct FileMark: Hashable {
  let path: String
  private let device: UInt64
  private let inode: UInt64
  private let mode: UInt32
  private let size: Int64
  /// In nanoseconds.
  private let modified: Int64
  /// When the file or what is known of it was last changed, in nanoseconds; nothing but the system can set it.
  let changed: Int64

  /// Looks at what is at a path now, links followed.
  init(_ path: String) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    self.path = path
    device = isThere ? UInt64(truncatingIfNeeded: status.st_dev) : 0
    inode = isThere ? UInt64(truncatingIfNeeded: status.st_ino) : 0
    mode = isThere ? UInt32(truncatingIfNeeded: status.st_mode) : 0
    size = isThere ? Int64(truncatingIfNeeded: status.st_size) : -1
    modified = isThere ? Self.nanoseconds(status.st_mtim) : 0
    changed = isThere ? Self.nanoseconds(status.st_ctim) : 0
  }

  private init(path: String, _ numbers: [Int64]) {
    self.path = path
    device = UInt64(bitPattern: numbers[0])
    inode = UInt64(bitPattern: numbers[1])
    mode = UInt32(truncatingIfNeeded: numbers[2])
    (size, modified, changed) = (numbers[3], numbers[4], numbers[5])
  }

  /// Whether the file is still as the mark says.
  var holds: Bool { FileMark(path) == self }

  /// Whether every mark still holds, looked at on all cores: the system takes its time for each.
  static func allHold(_ marks: [FileMark]) -> Bool {
    let isDifferent = Atomic(false)
    inParts(marks.count) { range in
      for index in range {
        if isDifferent.load(ordering: .relaxed) { return }
        if !marks[index].holds { isDifferent.store(true, ordering: .relaxed) }
      }
    }
    return !isDifferent.load(ordering: .relaxed)
  }

  /// Marks of many paths, in their order.
  static func marks(of paths: [String]) -> [FileMark] {
    let found = Mutex<[Int: [FileMark]]>([:])
    inParts(paths.count) { range in
      let marks = paths[range].map { FileMark($0) }
      found.withLock { $0[range.lowerBound] = marks }
    }
    return found.withLock { $0 }.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private static func inParts(_ count: Int, _ body: @Sendable (Range<Int>) -> Void) {
    let parts = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 8))
    let size = (count + parts - 1) / parts
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      body(min(part * size, count)..<min((part + 1) * size, count))
    }
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  // MARK: On disk

  func write(to out: inout StampWriter) {
    out.put(path)
    for number in [
      Int64(bitPattern: device), Int64(bitPattern: inode), Int64(mode), size, modified, changed,
    ] {
      out.put(number)
    }
  }

  init?(_ reader: inout StampReader) {
    guard let path = reader.text() else { return nil }
    var numbers: [Int64] = []
    for _ in 0..<6 {
      guard let number = reader.number() else { return nil }
      numbers.append(number)
    }
    self.init(path: path, numbers)
  }
}

/// Writes texts and numbers one after the other, each with its length.
struct StampWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  mutating func put(_ data: [UInt8]) {
    put(Int64(data.count))
    bytes += data
  }

  /// Closes what was written with its digest.
  mutating func seal() { bytes += Digest(of: bytes).digits }

  mutating func put(_ text: String) { put(Array(text.utf8)) }
}

/// Reads what a ``StampWriter`` wrote; `nil` where there is not that much.
struct StampReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number() -> Int64? {
    guard bytes.count - index >= 8 else { return nil }
    var value: UInt64 = 0
    for offset in (0..<8).reversed() { value = value << 8 | UInt64(bytes[index + offset]) }
    index += 8
    return Int64(bitPattern: value)
  }

  mutating func data() -> [UInt8]? {
    guard let count = number(), count >= 0, count <= bytes.count - index else { return nil }
    defer { index += Int(count) }
    return Array(bytes[index..<index + Int(count)])
  }

  mutating func text() -> String? { data().map { String(decoding: $0, as: UTF8.self) } }
}
