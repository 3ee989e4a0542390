import ActaRules
import Foundation

/// The system's Hunspell with its Russian dictionary.
///
/// Loaded when the first word is asked for, by name and not by linking: the binary must run where it is not installed.
final class Hunspell: Spelling, @unchecked Sendable {
  /// `nil` where the library or the dictionary is absent.
  static let russian: Hunspell? = Hunspell(dictionary: "ru_RU")

  private typealias Create =
    @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> OpaquePointer?
  private typealias Spell = @convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> CInt

  private static let libraries = [
    "libhunspell-1.7.so.0", "libhunspell-1.8.so.0", "libhunspell-1.6.so.0", "libhunspell.so",
  ]
  private static let folders = ["/usr/share/hunspell", "/usr/share/myspell/dicts"]

  /// Where a dictionary is looked for.
  static var looked: [String] {
    folders.flatMap { ["\($0)/ru_RU.aff", "\($0)/ru_RU.dic"] }
  }

  private let create: Create
  private let spell: Spell
  private let path: String
  /// A handle of Hunspell serves one thread at a time; the lock guards it and the answers.
  private let lock = NSLock()
  private var handle: OpaquePointer?
  private var isLoaded = false
  private var answers: [String: Bool] = [:]

  /// Says once that spelling is not checked, where it is not.
  static func tellAbsence() {
    guard russian == nil else { return }
    Terminal.complain(
      "Орфография не проверена: нет Hunspell или словаря ru_RU (пакеты libhunspell-1.7-0, hunspell-ru)"
    )
  }

  private init?(dictionary name: String) {
    guard
      let library = Self.libraries.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first,
      let create = dlsym(library, "Hunspell_create"), let spell = dlsym(library, "Hunspell_spell"),
      let path = Self.folders.map({ "\($0)/\(name)" }).first(where: { path in
        [".aff", ".dic"].allSatisfy { FileManager.default.fileExists(atPath: path + $0) }
      })
    else { return nil }
    self.create = unsafeBitCast(create, to: Create.self)
    self.spell = unsafeBitCast(spell, to: Spell.self)
    self.path = path
  }

  func knows(_ word: String) -> Bool {
    lock.withLock {
      if let answer = answers[word] { return answer }
      if !isLoaded {
        handle = create(path + ".aff", path + ".dic")
        isLoaded = true
      }
      // Without a handle nothing is known to be wrong.
      let answer = handle.map { spell($0, word) != 0 } ?? true
      answers[word] = answer
      return answer
    }
  }
}
