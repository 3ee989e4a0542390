import ActaDiagnostics
import ActaModel
import Synchronization

@testable import ActaCompiler
@testable import ActaRender

/// Everything that is published of a world, in the order in which it was handed over, and what was found.
func published(
  _ world: some World, templates: Templates = .builtIn,
  formats: Set<PublishedFormat> = Set(PublishedFormat.allCases), faces: PrintFaces? = nil
) async throws -> (files: [SiteFile], findings: [Finding]) {
  let target = MemoryTarget()
  let settings = PublishSettings(formats: formats, templates: templates, faces: faces)
  let findings = await publish(try await open(world), world, settings, to: target)
  return (target.files, findings)
}

/// Published files in the order in which they were handed over.
final class MemoryTarget: OutputTarget {
  private let state = Mutex<[SiteFile]>([])

  var files: [SiteFile] { state.withLock { $0 } }

  func put(_ file: SiteFile) -> Digest {
    state.withLock { $0.append(file) }
    return Digest(of: file.bytes)
  }

  func keep(_ path: String, digest: Digest) -> Bool { false }
}

extension [SiteFile] {
  /// The files' bytes by path.
  var byPath: [String: [UInt8]] {
    Dictionary(map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }
}

/// The files of the site around acts.
func siteFiles(_ acts: [Act], _ agenda: Agenda, _ settings: Settings) -> [SiteFile] {
  let site = SiteMap(acts, settings: settings)
  let ordered = acts.sorted { isOlder($0, than: $1) }
  let pages = SitePages(ordered, agenda, on: site)
  var files: [SiteFile] = []
  for part in SitePages.Part.allCases {
    pages.write(part, with: Templates.builtIn) { files.append($0) }
  }
  var index = SearchIndex(bytes: 0)
  for act in ordered { files += index.add(SearchMatter(act, on: site)) }
  return files + index.finish()
}
