import ActaCompiler
import Foundation
import Synchronization

/// What a build was made of and what it made and said, so that a build of the same can say it again and end.
///
/// It lies outside the published folder, can be deleted at any time, and is not believed where its bytes are damaged or
/// where anything that it tells of looks other than it did.
struct BuildStamp {
  /// Everything that the build read or looked for, and everything that it wrote.
  var marks: [FileMark]
  var complaints: [UInt8]
  var result: [UInt8]
  var status: Int32

  /// The stamp at a path, where every mark in it still holds.
  static func current(_ path: String) -> BuildStamp? {
    guard let bytes = try? ActaCompiler.bytes(ofFile: path), let stamp = BuildStamp(bytes) else {
      return nil
    }
    return FileMark.allHold(stamp.marks) ? stamp : nil
  }

  /// Writes the stamp; where that fails the next build is made whole, and nothing else is lost.
  ///
  /// `start` is when the build began to read: of what changed since nobody knows whether it was read before or after.
  func write(to path: String, inputs: [FileMark], since start: Int64) {
    guard inputs.allSatisfy({ $0.changed < start }), FileMark.allHold(inputs) else {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    try? WholeFile.write(encoded, to: path)
  }

  private static let magic = "acta/stamp 1"

  private var encoded: [UInt8] {
    var writer = StampWriter()
    writer.put(Self.magic)
    writer.put(Int64(status))
    writer.put(complaints)
    writer.put(result)
    writer.put(Int64(marks.count))
    for mark in marks { mark.write(to: &writer) }
    writer.seal()
    return writer.bytes
  }

  private init?(_ bytes: [UInt8]) {
    guard bytes.count > 64 else { return nil }
    let body = Array(bytes.dropLast(64))
    guard Digest(of: body).digits.elementsEqual(bytes.suffix(64)) else { return nil }
    var reader = StampReader(body)
    guard reader.text() == Self.magic, let status = reader.number(),
      let complaints = reader.data(), let result = reader.data(), let count = reader.number()
    else { return nil }
    marks = []
    self.status = Int32(truncatingIfNeeded: status)
    self.complaints = complaints
    self.result = result
    for _ in 0..<max(0, count) {
      guard let mark = FileMark(&reader) else { return nil }
      marks.append(mark)
    }
  }

  init(marks: [FileMark], complaints: [UInt8], result: [UInt8], status: Int32) {
    self.marks = marks
    self.complaints = complaints
    self.result = result
    self.status = status
  }

  /// Now by the clock that marks files, in nanoseconds, put back by what that clock may lag behind.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) &- 20_000_000
  }
}
