import ActaDiagnostics
import ActaModel

/// The sources of a repository: acta.yml and the acts, by path.
struct Sources: Sendable {
  var settings: Source?
  var acts: [Source] = []

  var byPath: [String: Source] {
    var byPath: [String: Source] = [:]
    for source in acts { byPath[source.path] = source }
    if let settings { byPath[settings.path] = settings }
    return byPath
  }
}

/// Reads every source that the world holds; one that cannot be read is a finding, and the others go on.
func readSources(
  _ world: some World, memory: Memory? = nil
) async throws(WorldError) -> Checked<Sources> {
  let entries = try world.entries()
    .filter { $0.path == Settings.file || $0.path.hasSuffix(".md") }
    .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  let read = await inParallel(entries) { entry -> Checked<Source?> in
    if let problem = problem(of: entry) { return Checked(nil, [problem]) }
    do throws(WorldError) {
      let bytes = try world.read(entry.path)
      return Checked(memory?.source(entry.path, bytes) ?? Source(path: entry.path, bytes: bytes))
    } catch {
      return Checked(
        nil,
        [
          Finding(
            "source/missing-file", .error, file: entry.path, at: nil, .unreadable(error.reason))
        ])
    }
  }
  var sources = Sources()
  for source in read.lazy.compactMap(\.value) {
    if source.path == Settings.file {
      sources.settings = source
    } else if !isReadme(source) {
      sources.acts.append(source)
    }
  }
  return Checked(sources, read.flatMap(\.findings))
}

private func problem(of entry: WorldEntry) -> Finding? {
  // Pages are named from sources; such a name would end a line of a report, or be none.
  guard !entry.path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
    return Finding("source/missing-file", .error, file: entry.path, at: nil, .unsoundName)
  }
  return switch entry.kind {
  case .file: nil
  case .folder:
    Finding("source/missing-file", .warning, file: entry.path, at: nil, .folder)
  case .linkOutside:
    Finding("source/path-outside", .error, file: entry.path, at: nil, .linkOutside)
  case .special:
    Finding("source/missing-file", .error, file: entry.path, at: nil, .special)
  }
}

/// A README beside the acts is for people who open the folder; it is no act unless it has front matter.
private func isReadme(_ source: Source) -> Bool {
  let name = source.path.split(separator: "/").last ?? ""
  return name.lowercased() == "readme.md" && !source.bytes.starts(with: "---".utf8)
}

extension Text {
  fileprivate static func unreadable(_ reason: String) -> Text {
    Text(ru: "Файл не читается: \(reason)", en: "The file cannot be read: \(reason)")
  }

  fileprivate static let unsoundName = Text(
    ru: "В имени файла или папки управляющий знак; файл не прочитан, переименуйте его",
    en: "A control character in the name of the file or a folder; it is not read, rename it")

  fileprivate static let folder = Text(
    ru: "Это папка с именем файла; акты в ней прочитаны, сама она актом не стала",
    en: "This is a folder with a file's name; the acts in it are read, itself it is no act")

  fileprivate static let linkOutside = Text(
    ru: "Ссылка файловой системы ведёт за пределы папки актов или в никуда; файл не прочитан",
    en: "A symbolic link leads out of the folder of acts or nowhere; the file is not read")

  fileprivate static let special = Text(
    ru: "Это не обычный файл; он не прочитан", en: "This is no ordinary file; it is not read")
}
