import Foundation

/// The bytes of files as the system gives them: nothing between it and them that would copy them once more.
enum RawFile {
  /// What `errno` says where a file cannot be read.
  struct Refusal: Error {
    var code: Int32
  }

  static func read(_ path: String) throws(Refusal) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Refusal(code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Refusal(code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Refusal(code: EISDIR) }
    var bytes: [UInt8] = []
    // One more than there should be, so that the end shows at once.
    var room = max(Int(status.st_size), 0) + 1
    while true {
      var code: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got = -1
        repeat {
          got = Glibc.read(file, buffer.baseAddress, buffer.count)
        } while got < 0 && errno == EINTR
        if got < 0 { code = errno }
        count = max(0, got)
      }
      guard code == 0 else { throw Refusal(code: code) }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = max(1 << 16, room - part.count)
    }
  }
}
