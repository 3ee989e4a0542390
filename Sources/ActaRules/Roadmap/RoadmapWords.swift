import ActaDiagnostics
import ActaLanguage
import ActaModel

/// Words of an act for a message: the first of them where they are many.
func shortened(_ text: String, to limit: Int = 60) -> String {
  let line = text.singleSpaced
  guard line.characterCount > limit else { return line }
  let head = line.head(limit)
  let cut = head.lastIndex(of: " ") ?? head.endIndex
  return head[..<cut] + "…"
}

extension ReadMilestone {
  /// The row for a message: its number, else its first words.
  var name: String {
    number ?? "«" + shortened(activity?.value ?? responsibleText?.value ?? "", to: 40) + "»"
  }

  /// The place of the deadline, else of the row.
  var deadlineMark: Span { deadlineText?.span ?? mark }

  /// Whether a result stands where the deadline should: a row that was torn on import.
  var hasResultForDeadline: Bool {
    guard deadline == .none, let text = deadlineText?.value, responsible.isEmpty, results.isEmpty
    else { return false }
    return !isBlank(text) && TokenizedText(text).count > 2
  }
}

extension ReadRoadmap {
  /// Rows that lack something, those next to each other within a section together: they have one cause.
  func runs(lacking isLacking: (ReadMilestone) -> Bool) -> [[ReadMilestone]] {
    var runs: [[ReadMilestone]] = []
    for section in sections {
      var isRunning = false
      for row in rows[section.rows.clamped(to: rows.indices)] {
        guard isLacking(row) else {
          isRunning = false
          continue
        }
        if isRunning, !runs.isEmpty {
          runs[runs.count - 1].append(row)
        } else {
          runs.append([row])
        }
        isRunning = true
      }
    }
    return runs
  }
}

extension Report {
  /// Tells one offence of several rows: the first is marked, the others are its places.
  mutating func tell(
    _ rows: [ReadMilestone], in file: String, _ message: (String) -> Text, level: Level? = nil,
    help: Text? = nil, at mark: (ReadMilestone) -> Span = \.mark
  ) {
    guard let first = rows.first else { return }
    self(
      file, at: mark(first), message(Self.names(rows)), level: level,
      places: rows.dropFirst().map {
        Place(file: file, at: mark($0), Text(ru: "строка \($0.name)", en: "row \($0.name)"))
      }, help: help)
  }

  private static func names(_ rows: [ReadMilestone]) -> String {
    guard let first = rows.first, let last = rows.last, rows.count > 1 else {
      return rows.first?.name ?? ""
    }
    return rows.count == 2 ? "\(first.name), \(last.name)" : "\(first.name) – \(last.name)"
  }
}
