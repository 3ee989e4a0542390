import ActaCompiler
import ActaDiagnostics
import ActaLanguage
import ActaModel
import ActaRender
import ArgumentParser

/// `acta show FILE`: how an act is read.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Показать, как акт прочитан: дерево или JSON.")

  @OptionGroup var folder: FolderOptions
  @Flag(help: "JSON: модель со всеми местами.")
  var json = false
  @Flag(help: "JSON Schema того, что печатает --json.")
  var schema = false
  @Flag(help: "JSON Schema шапки – для редактора.")
  var frontMatterSchema = false

  mutating func run() async throws {
    if schema {
      Terminal.write(actSchema().encoded(pretty: true) + [0x0A])
      return
    }
    if frontMatterSchema {
      Terminal.write(ActaRender.frontMatterSchema().encoded(pretty: true) + [0x0A])
      return
    }
    for folder in try folder.folders {
      let compilation = try await folder.compiled()
      let acts = Self.acts(compilation.repository, in: folder)
      if acts.isEmpty {
        throw Failure(message: "Здесь нет актов", status: Failure.inputOutput)
      }
      let bodies = compilation.reading.bodies.byAct
      if json {
        let settings = compilation.repository.settings
        let shown = acts.map { act in
          ActaRender.json(
            of: act, settings: settings, sources: compilation.sources,
            bodies: bodies[act.id] ?? [])
        }
        let whole = shown.count == 1 ? shown[0] : .array(shown)
        Terminal.write(whole.encoded(pretty: true) + [0x0A])
      } else {
        let shown = acts.map { outline(of: $0) + outline(of: bodies[$0.id] ?? []) }
        Terminal.write(shown.joined(separator: "\n"))
      }
    }
  }

  /// The acts that hold a chosen document; a document of no act is shown by itself.
  private static func acts(_ repository: Repository, in folder: Folder) -> [Act] {
    repository.acts.filter { act in act.documents.contains { folder.selects($0.path) } }
      + repository.orphans.filter { folder.selects($0.path) }.map {
        Act(order: $0, appendices: [], id: $0.path)
      }
  }
}
