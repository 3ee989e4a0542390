package import ActaDiagnostics
import ActaModel
import ActaRules

/// Sources after fixes, and how many were applied.
package struct FixedSources: Sendable {
  /// The new bytes of the files that changed, by path.
  package var files: [String: [UInt8]]
  /// The files as they were read before the first change.
  package var originals: [String: Source]
  package var applied: Int
}

/// Fixes what the findings of a world can fix, over and over until nothing is left to do.
///
/// `selects` tells whose findings count. Nothing is written: the files stand in the result.
package func fixAll(
  _ world: some World, _ safety: Fix.Safety, selects: (Finding) -> Bool
) async throws(WorldError) -> FixedSources {
  var fixed = FixedSources(files: [:], originals: [:], applied: 0)
  // A fix can bring another to light, or make room for one that it overlapped. A pair of rules that undo each
  // other would go on for ever: the number of rounds is bounded.
  for _ in 0..<16 {
    let compilation = try await compile(ChangedWorld(base: world, files: fixed.files))
    let round = applyFixes(
      compilation.findings.filter(selects), to: compilation.sources, upTo: safety)
    guard round.applied > 0 else { break }
    for path in round.files.keys where fixed.originals[path] == nil {
      fixed.originals[path] = compilation.sources[path]
    }
    fixed.files.merge(round.files) { _, new in new }
    fixed.applied += round.applied
  }
  fixed.files = fixed.files.filter { $0.value != fixed.originals[$0.key]?.bytes }
  return fixed
}

/// Applies the fixes of some findings to sources, each wholly or not at all, in the order of the findings.
///
/// One that touches what an earlier one changes waits for the next round.
package func applyFixes(
  _ findings: [Finding], to sources: [String: Source], upTo safety: Fix.Safety
) -> FixedSources {
  var accepted: [String: EditList] = [:]
  var applied = 0
  for finding in findings {
    guard let fix = finding.fix, !fix.edits.isEmpty, safety == .unsafe || fix.safety == .safe
    else { continue }
    let edits = Dictionary(grouping: fix.edits, by: \.file)
    let fits = edits.allSatisfy { path, edits in
      sources[path].map { (accepted[path] ?? EditList()).takes(edits, in: $0) } ?? false
    }
    guard fits else { continue }
    for (path, edits) in edits { accepted[path, default: EditList()].add(edits) }
    applied += 1
  }
  var files: [String: [UInt8]] = [:]
  for (path, edits) in accepted {
    if let source = sources[path] { files[path] = edits.applied(to: source.bytes) }
  }
  return FixedSources(files: files, originals: [:], applied: applied)
}

/// Edits of one file, in its order, none of which touches another.
private struct EditList {
  private var edits: [Fix.Edit] = []

  /// Whether edits can join these: inside the file, between its characters, apart from each other and from these.
  func takes(_ new: [Fix.Edit], in source: Source) -> Bool {
    let sorted = new.sorted { $0.span < $1.span }
    for (edit, next) in zip(sorted, sorted.dropFirst()) where Self.touch(edit, next) {
      return false
    }
    return sorted.allSatisfy { edit in
      let span = edit.span
      guard span.start >= 0, span.end <= source.bytes.count,
        Self.isBoundary(span.start, source), Self.isBoundary(span.end, source)
      else { return false }
      let index = index(of: span.start)
      let neighbours = edits[max(0, index - 1)..<min(edits.count, index + 2)]
      return !neighbours.contains { Self.touch($0, edit) }
    }
  }

  mutating func add(_ new: [Fix.Edit]) {
    for edit in new { edits.insert(edit, at: index(of: edit.span.start)) }
  }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var index = 0
    for edit in edits {
      result += bytes[index..<edit.span.start]
      result += edit.replacement.utf8
      index = edit.span.end
    }
    return result + bytes[index...]
  }

  /// Where an edit that begins at an offset belongs.
  private func index(of offset: Int) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether two edits share a byte, or meet where one only puts something in.
  private static func touch(_ left: Fix.Edit, _ right: Fix.Edit) -> Bool {
    let (first, second) =
      left.span <= right.span ? (left.span, right.span) : (right.span, left.span)
    if first.isEmpty || second.isEmpty { return second.start <= first.end }
    return second.start < first.end
  }

  private static func isBoundary(_ offset: Int, _ source: Source) -> Bool {
    offset == source.bytes.count || source.bytes[offset] & 0xC0 != 0x80
  }
}

/// A world in which some files have other bytes.
private struct ChangedWorld<Base: World>: World {
  let base: Base
  let files: [String: [UInt8]]

  func entries() throws(WorldError) -> [WorldEntry] { try base.entries() }

  func read(_ path: String) throws(WorldError) -> [UInt8] {
    if let bytes = files[path] { return bytes }
    return try base.read(path)
  }

  func isFile(_ path: String) -> Bool { base.isFile(path) }

  var today: CalendarDate { base.today }
  var spelling: (any Spelling)? { base.spelling }
}
