import ActaCompiler
import ActaDiagnostics
import ArgumentParser

/// `acta verify`: whether a published folder is as it was built.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Сверить собранную папку с её manifest.json.",
    discussion: "Код выхода 1, если файла нет, он изменён или лежит лишний.")

  @Argument(help: "Папка, которую собрала acta build.")
  var folder = "output"
  @Option(help: "Язык сообщений: ru или en.")
  var lang = "ru"

  mutating func run() async throws {
    guard let language = Language(rawValue: lang) else {
      throw Failure(message: "Неизвестный язык «\(lang)»: ru или en", status: Failure.usage)
    }
    let verification: Verification
    do { verification = try await verify(folder) } catch {
      guard case .damagedManifest = error else { throw Failure(error, language) }
      throw Failure(message: error.text(language), status: 1)
    }
    let kinds = [
      (verification.missing, Text(ru: "нет", en: "missing")),
      (verification.changed, Text(ru: "изменён", en: "changed")),
      (verification.extra, Text(ru: "лишний", en: "extra")),
    ]
    for (paths, word) in kinds {
      Terminal.write(paths.map { "\(word(language)): \($0.visible)\n" }.joined())
    }
    let sums = kinds.map { "\($1(language)): \($0.count)" }.joined(separator: ", ")
    guard verification.isSound else {
      Terminal.complain(Self.unsound(verification.count, sums)(language))
      throw ExitCode(1)
    }
    Terminal.write(Self.sound(verification.count)(language) + "\n")
  }

  private static func sound(_ count: Int) -> Text {
    Text(
      ru: "Папка совпадает с \(Manifest.path); файлов: \(count)",
      en: "The folder is as \(Manifest.path) says; files: \(count)")
  }

  private static func unsound(_ count: Int, _ sums: String) -> Text {
    Text(
      ru: "Папка не совпадает с \(Manifest.path) (файлов в нём: \(count)) – \(sums)",
      en: "The folder is not as \(Manifest.path) says (files in it: \(count)) – \(sums)")
  }
}
