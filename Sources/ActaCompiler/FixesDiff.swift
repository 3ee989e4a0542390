/// The unified diff between two versions of a file, as `patch` reads it; empty where they are the same.
package func unifiedDiff(_ old: [UInt8], _ new: [UInt8], name: String) -> [UInt8] {
  guard old != new else { return [] }
  let changes = LineChanges(lines(old), lines(new))
  var output = Array("--- \(name)\n+++ \(name)\n".utf8)
  for hunk in changes.hunks(context: 3) {
    output += Array(
      "@@ -\(range(hunk.old)) +\(range(hunk.new)) @@\n".utf8)
    for line in changes.lines(of: hunk) {
      output.append(line.sign)
      output += line.text
      if line.text.last != 0x0A { output += Array("\n\\ No newline at end of file\n".utf8) }
    }
  }
  return output
}

/// Line numbers of a hunk: `3,4`; of no lines the line before.
private func range(_ lines: Range<Int>) -> String {
  lines.count == 1
    ? "\(lines.lowerBound + 1)"
    : "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
}

/// The lines with their ends.
private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  for (index, byte) in bytes.enumerated() where byte == 0x0A {
    lines.append(bytes[start...index])
    start = index + 1
  }
  if start < bytes.count { lines.append(bytes[start...]) }
  return lines
}

/// What became of the lines of a file.
private struct LineChanges {
  /// Lines that were replaced by others; between changes the lines are the same.
  struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  let old: [ArraySlice<UInt8>]
  let new: [ArraySlice<UInt8>]
  private var changes: [Change] = []

  init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
    self.old = old
    self.new = new
    if old.count == new.count {
      // Most fixes change words within lines.
      for index in old.indices where old[index] != new[index] {
        add(Change(old: index..<index + 1, new: index..<index + 1))
      }
      return
    }
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    { end += 1 }
    compare(start..<old.count - end, start..<new.count - end)
  }

  /// Finds the lines kept in a stretch; one too long to be compared in good time is replaced as a whole.
  private mutating func compare(_ oldLines: Range<Int>, _ newLines: Range<Int>) {
    guard oldLines.count + newLines.count < 4000 else {
      add(Change(old: oldLines, new: newLines))
      return
    }
    let difference = new[newLines].difference(from: old[oldLines])
    let removed = Set(
      difference.removals.map { change in
        if case .remove(let offset, _, _) = change { offset } else { 0 }
      })
    let inserted = Set(
      difference.insertions.map { change in
        if case .insert(let offset, _, _) = change { offset } else { 0 }
      })
    var (left, right) = (0, 0)
    while left < oldLines.count || right < newLines.count {
      let (first, second) = (left, right)
      while left < oldLines.count, removed.contains(left) { left += 1 }
      while right < newLines.count, inserted.contains(right) { right += 1 }
      if left > first || right > second {
        add(
          Change(
            old: oldLines.lowerBound + first..<oldLines.lowerBound + left,
            new: newLines.lowerBound + second..<newLines.lowerBound + right))
      } else {
        left += 1
        right += 1
      }
    }
  }

  private mutating func add(_ change: Change) {
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1].old = last.old.lowerBound..<change.old.upperBound
      changes[changes.count - 1].new = last.new.lowerBound..<change.new.upperBound
    } else {
      changes.append(change)
    }
  }

  struct Hunk {
    var old: Range<Int>
    var new: Range<Int>
    var changes: [Change]
  }

  func hunks(context: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    for change in changes {
      let before = min(context, change.old.lowerBound, change.new.lowerBound)
      let after = min(context, old.count - change.old.upperBound)
      let start = (change.old.lowerBound - before, change.new.lowerBound - before)
      let end = (change.old.upperBound + after, change.new.upperBound + after)
      if let last = hunks.last, start.0 <= last.old.upperBound {
        hunks[hunks.count - 1].old = last.old.lowerBound..<end.0
        hunks[hunks.count - 1].new = last.new.lowerBound..<end.1
        hunks[hunks.count - 1].changes.append(change)
      } else {
        hunks.append(Hunk(old: start.0..<end.0, new: start.1..<end.1, changes: [change]))
      }
    }
    return hunks
  }

  func lines(of hunk: Hunk) -> [(sign: UInt8, text: ArraySlice<UInt8>)] {
    var lines: [(UInt8, ArraySlice<UInt8>)] = []
    var index = hunk.old.lowerBound
    for change in hunk.changes {
      for line in old[index..<change.old.lowerBound] { lines.append((0x20, line)) }
      for line in old[change.old] { lines.append((0x2D, line)) }
      for line in new[change.new] { lines.append((0x2B, line)) }
      index = change.old.upperBound
    }
    for line in old[index..<hunk.old.upperBound] { lines.append((0x20, line)) }
    return lines
  }
}
