import ActaCompiler
import ActaDiagnostics
import ActaRender
import ArgumentParser
import Foundation

/// `acta stages`: how long each stage of the work takes, for `make bench`.
struct Stages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Измерить стадии работы на одном ядре.", shouldDisplay: false)

  @OptionGroup var folder: FolderOptions
  @Option(name: .shortAndLong, help: "Куда писать.")
  var output: String

  mutating func run() async throws {
    let language = try folder.language
    guard let folder = try folder.folders.first else { return }
    let settings = PublishSettings(
      formats: [.html, .txt], templates: Templates.load().value,
      hyphenator: PatternFile.read(language))
    let target = try OutputFolder(output)
    defer { target.close() }
    let start = ContinuousClock.now
    for time in try await stageTimes(
      folder.disk, settings, to: target, now: { ContinuousClock.now - start })
    {
      let (seconds, attoseconds) = time.duration.components
      let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
      Terminal.write("\(milliseconds)\t\(time.name)\n")
    }
  }
}
