import ActaCompiler
import ActaDiagnostics
import ActaModel
import ActaRender
import Foundation
import Synchronization

/// Makes the site in memory, again after each change, and tells in the terminal what is found.
final class Preview: Sendable {
  /// What a run needs beside the acts; another one, another memory.
  private struct Tools: Sendable {
    var templates: Checked<Templates>
    var memory = Memory()
    var fingerprint: [String: String]
  }

  private let folder: Folder
  private let chosen: String?
  private let served: ServedFolder
  private let screen: FindingsScreen
  private let tools: Mutex<Tools?> = Mutex(nil)
  private let world: RememberingDisk

  init(folder: Folder, templates: String?, served: ServedFolder, language: Language) {
    self.folder = folder
    chosen = templates
    self.served = served
    screen = FindingsScreen(folder, language)
    world = RememberingDisk(folder.disk)
  }

  var templateFolder: String { chosen ?? "templates" }

  /// Makes the site for the first time; a folder that cannot be read ends the command.
  func makeFirst() async throws {
    do throws(WorldError) { try await make() } catch {
      throw Failure(message: "\(error.path): \(error.reason)", status: Failure.inputOutput)
    }
  }

  /// Makes the site after each change; one that comes in the midst of the work stops what is left of it.
  func follow(_ watch: FolderWatch) async {
    let changes = AsyncStream<Void>(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let thread = Thread {
        while watch.wait() { continuation.yield() }
        continuation.finish()
      }
      thread.start()
    }
    var work: Task<Void, Never>?
    for await _ in changes {
      work?.cancel()
      await work?.value
      work = Task {
        do throws(WorldError) { try await self.make() } catch {
          Terminal.complain("\(error.path): \(error.reason)")
        }
      }
    }
  }

  private func make() async throws(WorldError) {
    let overrides = (try? TemplateFolder.read(chosen)) ?? [:]
    let tools = tools.withLock { tools in
      if let tools, tools.fingerprint == overrides { return tools }
      let made = Tools(templates: Templates.load(overrides: overrides), fingerprint: overrides)
      tools = made
      return made
    }
    let start = ContinuousClock.now
    let opened = try await open(world, memory: tools.memory)
    served.begin()
    let settings = PublishSettings(formats: [.html], templates: tools.templates.value)
    _ = await publish(
      opened, world, settings, to: served, memory: tools.memory
    ) { [served, folder, screen] findings in
      let shown = findings.filter { folder.selects($0.file) } + tools.templates.findings
      served.show(shown, opened.value)
      let took = ContinuousClock.now - start
      let version = served.version
      // The screen must not keep the pages waiting, and what is out of date is not told.
      Task.detached(priority: .low) {
        guard served.version == version else { return }
        await screen.tell(shown, opened.value, took)
      }
    }
    if !Task.isCancelled { served.end() }
  }
}

/// What the terminal is told: findings of files where they are others than before, and how many there are in all.
private actor FindingsScreen {
  private let folder: Folder
  private let language: Language
  private var known: [String: [Finding]] = [:]

  init(_ folder: Folder, _ language: Language) {
    self.folder = folder
    self.language = language
  }

  func tell(_ findings: [Finding], _ opened: OpenedFolder, _ took: Duration) {
    let byFile = Dictionary(grouping: findings, by: \.file)
    let new = findings.filter { known[$0.file] != byFile[$0.file] }
    known = byFile
    let printer = PeoplePrinter(
      language: language, usesColour: Terminal.usesColour, width: Terminal.width, name: folder.name)
    if !new.isEmpty {
      Terminal.complain(printer.print(Array(new.prefix(Self.most)), sources: opened.allSources))
    }
    if new.count > Self.most {
      Terminal.complain(
        language == .russian
          ? "И ещё \(new.count - Self.most): все покажет acta check"
          : "And \(new.count - Self.most) more: acta check shows all")
    }
    let milliseconds =
      took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000
    let summary = printer.summary(findings)
    Terminal.complain(
      (summary.isEmpty ? "" : summary + ". ")
        + (language == .russian
          ? "Актов: \(opened.acts), \(milliseconds) мс"
          : "Acts: \(opened.acts), \(milliseconds) ms"))
  }

  /// More at once nobody reads.
  private static let most = 100
}
