import Glibc

/// An open file or folder, closed at the end of its life.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Takes over a number that a call of the system gave; throws `errno` where it gave none.
  init(_ number: Int32) throws(SystemError) {
    guard number >= 0 else { throw SystemError() }
    self.number = number
  }

  deinit { close(number) }

  /// Opens what lies in this folder, itself no link.
  func open(_ name: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) -> Descriptor
  {
    try Descriptor(openat(number, name, flags | O_NOFOLLOW | O_CLOEXEC, mode))
  }

  func status() throws(SystemError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw SystemError() }
    return status
  }

  /// The status of what lies in this folder, itself not followed; `nil` where there is nothing.
  func status(of name: String) -> stat? {
    var status = stat()
    return fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  /// Writes every byte, however little the system takes at once.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(number, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemError(code: count < 0 ? errno : ENOSPC) }
      done += count
    }
  }

  /// The names in this folder, in the order of their bytes.
  func names() throws(SystemError) -> [String] {
    let copy = dup(number)
    guard copy >= 0 else { throw SystemError() }
    guard let stream = fdopendir(copy) else {
      let error = SystemError()
      Glibc.close(copy)
      throw error
    }
    defer { closedir(stream) }
    rewinddir(stream)
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Everything from here to the end.
  func read() throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more than there should be, so that the end shows at once.
    var room = Int(try status().st_size) + 1
    while true {
      var code: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got = -1
        repeat {
          got = Glibc.read(number, buffer.baseAddress, buffer.count)
        } while got < 0 && errno == EINTR
        if got < 0 { code = errno }
        count = max(0, got)
      }
      guard code == 0 else { throw SystemError(code: code) }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = max(1 << 16, room - part.count)
    }
  }
}

/// The bytes of a file as the system gives them, links followed; nothing stands between that would copy them once more.
package func bytes(ofFile path: String) throws(SystemError) -> [UInt8] {
  try Descriptor(open(path, O_RDONLY | O_CLOEXEC)).read()
}

/// Why the system refused, by `errno`.
package struct SystemError: Error {
  package var code: Int32

  init(code: Int32 = errno) { self.code = code }
}

extension stat {
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  /// When the contents or the names of a file last changed, in nanoseconds; nobody can set it back.
  var changed: Int { st_ctim.nanoseconds }
  /// When the contents last changed, in nanoseconds.
  var modified: Int { st_mtim.nanoseconds }
}

extension timespec {
  fileprivate var nanoseconds: Int { Int(tv_sec) &* 1_000_000_000 &+ Int(tv_nsec) }
}
