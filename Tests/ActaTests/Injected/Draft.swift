import ActaDiagnostics
import Testing

/// The project's own acts with one defect put in, and where a careful lawyer would see it.
struct Draft: Sendable {
  /// By path.
  var files: [String: String]
  /// Lines, from 1, at which the defect may be told, by file.
  private(set) var places: [String: Set<Int>] = [:]
  /// Files in which any place will do: the other side of a contradiction.
  private(set) var elsewhere: Set<String> = []
  /// What was changed, for whoever reads a failure.
  private(set) var change = ""

  init(_ files: [String: String]) { self.files = files }

  func lines(_ path: String) -> [String] {
    (files[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Puts other text in the place of a line; the defect may be told there.
  mutating func replace(_ path: String, _ index: Int, with text: String) {
    var lines = lines(path)
    guard lines.indices.contains(index) else { return }
    change += "\(path):\(index + 1): \(lines[index]) → \(text)\n"
    lines[index] = text
    files[path] = lines.joined(separator: "\n")
    mark(path, index)
  }

  /// Takes lines out; the defect may be told at the lines around them.
  mutating func remove(_ path: String, _ range: Range<Int>) {
    var lines = lines(path)
    guard range.lowerBound >= 0, range.upperBound <= lines.count else { return }
    change += "\(path):\(range.lowerBound + 1): без «\(lines[range].joined(separator: "⏎"))»\n"
    lines.removeSubrange(range)
    files[path] = lines.joined(separator: "\n")
    for index in range.lowerBound - 2...range.lowerBound + 2 { mark(path, index) }
  }

  mutating func insert(_ path: String, _ index: Int, _ text: String) {
    var lines = lines(path)
    guard index >= 0, index <= lines.count else { return }
    change += "\(path):\(index + 1): вставлено «\(text)»\n"
    let added = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.insert(contentsOf: added, at: index)
    files[path] = lines.joined(separator: "\n")
    for line in index..<index + added.count { mark(path, line) }
  }

  /// The defect may be told at a line, from 0, too.
  mutating func mark(_ path: String, _ index: Int) { places[path, default: []].insert(index + 1) }

  /// The defect may be told anywhere in a file too.
  mutating func mark(anywhereIn path: String) { elsewhere.insert(path) }

  /// Whether a finding, or one of the places that it names, is where the defect is.
  func isAtPlace(_ finding: Finding, _ sources: [String: Source]) -> Bool {
    let spots = [(finding.file, finding.span)] + finding.places.map { ($0.file, $0.span) }
    return spots.contains { file, span in
      if elsewhere.contains(file) { return true }
      guard let wanted = places[file] else { return false }
      guard let span, let source = sources[file] else { return true }
      let first = source.position(span.start).line
      let last = source.position(max(span.start, span.end - 1)).line
      return (first...max(first, last)).contains { wanted.contains($0) }
    }
  }
}

/// A way to spoil an act.
struct DefectKind: Sendable, CustomTestStringConvertible {
  var name: String
  /// Rules that may tell it, or families with a slash at the end.
  var rules: [String]
  /// Rules that may speak of what follows from it.
  var consequences: [String]
  /// Puts the defect in at a site that the numbers choose; `false` where there is none.
  var spoil: @Sendable (inout Draft, inout Seeded) -> Bool

  init(
    _ name: String, _ rules: [String], consequences: [String] = [],
    _ spoil: @escaping @Sendable (inout Draft, inout Seeded) -> Bool
  ) {
    self.name = name
    self.rules = rules
    self.consequences = consequences
    self.spoil = spoil
  }

  var testDescription: String { name }

  func tells(_ rule: RuleID) -> Bool { rules.contains { rule.text.hasPrefix($0) } }
  func excuses(_ rule: RuleID) -> Bool { consequences.contains { rule.text.hasPrefix($0) } }
}

/// A line of a file.
struct Site: Sendable, Hashable {
  var path: String
  var index: Int
  var text: String
}

extension Draft {
  /// The lines of files whose path ends so, front matter left out, that a test holds for.
  func sites(_ ending: String, _ isWanted: (String) -> Bool) -> [Site] {
    files.keys.sorted().filter { $0.hasSuffix(ending) }.flatMap { path -> [Site] in
      let lines = lines(path)
      let start = lines.first == "---" ? (lines.dropFirst().firstIndex(of: "---") ?? 0) + 1 : 0
      return lines.indices.filter { $0 >= start && isWanted(lines[$0]) }.map {
        Site(path: path, index: $0, text: lines[$0])
      }
    }
  }

  /// The lines of front matter that a test holds for.
  func keys(_ ending: String, _ isWanted: (String) -> Bool) -> [Site] {
    files.keys.sorted().filter { $0.hasSuffix(ending) }.flatMap { path -> [Site] in
      let lines = lines(path)
      guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
        return []
      }
      return lines.indices.filter { $0 < end && isWanted(lines[$0]) }.map {
        Site(path: path, index: $0, text: lines[$0])
      }
    }
  }
}

extension String {
  /// The text with its first match of a pattern changed; `nil` where there is none.
  func changing(_ old: String, to new: String) -> String? {
    guard let range = firstRange(of: old) else { return nil }
    return replacingCharacters(in: range, with: new)
  }

  func firstRange(of part: String) -> Range<String.Index>? { ranges(of: part).first }

  private func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
