import ActaRules
import Foundation

/// The system's Russian dictionary for Hunspell.
///
/// A plain one is read by Acta itself; for any other, and for words that it does not tell of, Hunspell is loaded, by name
/// and not by linking: the binary must run where it is not installed.
final class Hunspell: Spelling, @unchecked Sendable {
  /// `nil` where the dictionary is absent.
  static let russian: Hunspell? = Hunspell(dictionary: "ru_RU")

  private static let folders = ["/usr/share/hunspell", "/usr/share/myspell/dicts"]

  /// Where a dictionary is looked for.
  static var looked: [String] {
    folders.flatMap { ["\($0)/ru_RU.aff", "\($0)/ru_RU.dic"] }
  }

  private let path: String
  /// Guards all that follows: a handle of Hunspell serves one thread at a time.
  private let lock = NSLock()
  private var isLoaded = false
  private var plain: PlainDictionary?
  private lazy var library = HunspellLibrary(path)
  private var answers: [String: Bool] = [:]

  /// Begins to read the dictionary, on a thread of its own while the acts are read; says once that spelling is not checked,
  /// where it is not.
  static func prepare() {
    guard let russian else {
      tellAbsence()
      return
    }
    Thread.detachNewThread { russian.lock.withLock { russian.load() } }
  }

  private static func tellAbsence() {
    Terminal.complain(
      "Орфография не проверена: нет Hunspell или словаря ru_RU (пакеты libhunspell-1.7-0, hunspell-ru)"
    )
  }

  private init?(dictionary name: String) {
    guard
      let path = Self.folders.map({ "\($0)/\(name)" }).first(where: { path in
        [".aff", ".dic"].allSatisfy { access(path + $0, R_OK) == 0 }
      })
    else { return nil }
    self.path = path
  }

  private func load() {
    guard !isLoaded else { return }
    isLoaded = true
    if let affixes = Self.mapped(path + ".aff"), let words = Self.mapped(path + ".dic") {
      plain = PlainDictionary(affixes: affixes, words: words)
    }
    if plain == nil, library == nil { Self.tellAbsence() }
  }

  /// A file in memory, for as long as the program runs.
  private static func mapped(_ path: String) -> UnsafeRawBufferPointer? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, let count = Int(exactly: status.st_size), count > 0,
      let bytes = mmap(nil, count, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0),
      bytes != MAP_FAILED
    else { return nil }
    return UnsafeRawBufferPointer(start: bytes, count: count)
  }

  func knows(_ word: String) -> Bool {
    let plain = lock.withLock {
      load()
      return self.plain
    }
    var word = word
    if let plain, let isKnown = word.withUTF8({ plain.knows(UnsafeRawBufferPointer($0)) }) {
      return isKnown
    }
    return lock.withLock {
      if let answer = answers[word] { return answer }
      // Without Hunspell nothing is known to be wrong.
      let answer = library?.knows(word) ?? true
      answers[word] = answer
      return answer
    }
  }
}

/// Hunspell itself, where this machine has it.
private final class HunspellLibrary {
  private typealias Create =
    @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> OpaquePointer?
  private typealias Spell = @convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> CInt

  private static let names = [
    "libhunspell-1.7.so.0", "libhunspell-1.8.so.0", "libhunspell-1.6.so.0", "libhunspell.so",
  ]

  private let spell: Spell
  private let handle: OpaquePointer?

  init?(_ path: String) {
    guard
      let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
      let create = dlsym(library, "Hunspell_create"), let spell = dlsym(library, "Hunspell_spell")
    else { return nil }
    self.spell = unsafeBitCast(spell, to: Spell.self)
    handle = unsafeBitCast(create, to: Create.self)(path + ".aff", path + ".dic")
  }

  /// `nil` where the dictionary could not be loaded.
  func knows(_ word: String) -> Bool? { handle.map { spell($0, word) != 0 } }
}
