package import ActaDiagnostics
package import ActaModel
import ActaParser
import ActaRules

/// Everything that Acta knows of a folder of acts: the sources, the model and what is to be said of it.
package struct Compilation: Sendable {
  /// By path.
  package var sources: [String: Source]
  package var repository: Repository
  /// In the order in which they are shown.
  package var findings: [Finding]
}

/// Reads, parses, assembles and checks a folder of acts: the stages in order.
package func compile(_ world: some World) async throws(WorldError) -> Compilation {
  let read = try readSources(world)
  let settings = read.value.settings.map { parseSettings($0) } ?? Checked(Settings())
  let parsed = await parseAll(read.value.acts)
  let assembled = assemble(parsed.value, settings: settings.value, world: world)
  let checked = check(assembled.value, asOf: world.today)
  let raw =
    read.findings + settings.findings + parsed.findings + assembled.findings + checked
    + unknownLevels(settings.value, file: read.value.settings?.path)
  let findings = levelled(suppressed(raw, in: parsed.value), by: settings.value)
  return Compilation(
    sources: read.value.byPath, repository: assembled.value,
    findings: findings.sorted(by: Finding.inOrder))
}

/// Parses in parallel; results stand in the order of the input.
private func parseAll(_ sources: [Source]) async -> Checked<[Document]> {
  let parsed = await withTaskGroup(of: (Int, Checked<Document>).self) { group in
    var results: [Checked<Document>?] = Array(repeating: nil, count: sources.count)
    for (index, source) in sources.enumerated() {
      group.addTask { (index, parse(source)) }
    }
    for await (index, result) in group { results[index] = result }
    return results.compactMap { $0 }
  }
  return Checked(parsed.map(\.value), parsed.flatMap(\.findings))
}
