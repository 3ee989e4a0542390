import ActaDiagnostics
import Glibc

/// The right to write to a folder, held by one build at a time and let go of by the system when that build dies.
package struct OutputLock: ~Copyable {
  /// Who holds the lock, as far as that is known.
  package struct Holder: Sendable, Hashable {
    var process: Int?
    /// By the clock of the machine, for people.
    var since: String?

    /// ` (процесс 12, с 01.12.2026 10:15:00)`, or nothing.
    func callAsFunction(_ language: Language) -> String {
      let parts = [
        process.map { language == .russian ? "процесс \($0)" : "process \($0)" },
        since.map { language == .russian ? "с \($0)" : "since \($0)" },
      ].compactMap(\.self)
      return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
    }
  }

  private let file: Descriptor

  /// Takes the lock of a folder; throws the holder where it is taken.
  init(_ folder: borrowing Descriptor, path: String) throws(OutputProblem) {
    // The one who held it may have removed the file between our opening and our locking it.
    for _ in 0..<1000 {
      do throws(SystemError) {
        let file = try folder.open(OutputPath.lock, O_RDWR | O_CREAT)
        guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
          guard errno == EWOULDBLOCK else { throw SystemError() }
          throw SystemError(code: EWOULDBLOCK)
        }
        guard let named = folder.status(of: OutputPath.lock),
          named.st_ino == (try file.status()).st_ino
        else { continue }
        // A disk that is full does not take the number; the lock holds without it.
        if ftruncate(file.number, 0) == 0 { try? file.write(Array("\(getpid())\n".utf8)) }
        self.file = file
        return
      } catch {
        guard error.code == EWOULDBLOCK else {
          throw .refused(path: path + "/" + OutputPath.lock, code: error.code)
        }
        throw .locked(path: path, by: Self.holder(folder))
      }
    }
    throw .locked(path: path, by: Holder())
  }

  /// Who holds the lock of a folder now; `nil` where nobody does.
  static func heldBy(_ folder: borrowing Descriptor) -> Holder? {
    guard let file = try? folder.open(OutputPath.lock, O_RDONLY) else { return nil }
    return flock(file.number, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK ? nil : holder(folder)
  }

  private static func holder(_ folder: borrowing Descriptor) -> Holder {
    var holder = Holder()
    guard let file = try? folder.open(OutputPath.lock, O_RDONLY) else { return holder }
    if let bytes = try? file.read() {
      holder.process = Int(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
    }
    if var seconds = (try? file.status())?.st_mtim.tv_sec {
      var time = tm()
      localtime_r(&seconds, &time)
      var text = [CChar](repeating: 0, count: 32)
      let count = strftime(&text, text.count, "%d.%m.%Y %H:%M:%S", &time)
      holder.since = String(
        decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return holder
  }
}
