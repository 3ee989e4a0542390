package import ActaDiagnostics

/// The findings of a day (база замечаний), written down so that later checks tell only what came after.
///
/// The file is text, sorted by file and rule, without numbers of lines: it changes only where findings do.
package struct Baseline: Sendable, Hashable {
  /// A finding as it is written down.
  package struct Entry: Sendable, Hashable {
    package var file: String
    package var rule: RuleID
    /// Hashes of the marked words, of the words around them, and of the message.
    var words: String
    var around: String
    var message: String
    /// The marked words, or the message about a whole file, for people.
    package var text: String

    init(_ fingerprint: Fingerprint) {
      file = fingerprint.file
      rule = fingerprint.rule
      let said = fingerprint.words + (fingerprint.isMute ? "|" + fingerprint.message : "")
      words = fingerprint.words.isEmpty ? Self.noWords : Fingerprint.short(said)
      around = Fingerprint.short(fingerprint.around)
      message = Fingerprint.short(fingerprint.message)
      let shown = fingerprint.isMute ? fingerprint.message : "«\(fingerprint.words)»"
      let scalars = shown.unicodeScalars
      text = scalars.count > 72 ? String(String.UnicodeScalarView(scalars.prefix(71))) + "…" : shown
    }

    fileprivate init(
      file: String, rule: RuleID, hashes: [Substring], text: String
    ) {
      self.file = file
      self.rule = rule
      (words, around, message) = ("", "", "")
      if hashes.count == 3 {
        (words, around, message) = (String(hashes[0]), String(hashes[1]), String(hashes[2]))
      }
      self.text = text
    }

    fileprivate static let noWords = "--------"
    fileprivate var hasWords: Bool { words != Self.noWords }

    fileprivate var order: [String] { [file, rule.text, text, words, around, message] }
  }

  package private(set) var entries: [Entry]

  /// Writes down findings; their files are named relative to the root of the acts.
  package init(_ findings: [Finding], sources: [String: Source]) {
    self.init(Fingerprint.all(of: findings, sources: sources).map { Entry($0) })
  }

  private init(_ entries: [Entry]) {
    self.entries = entries.sorted { left, right in
      let pair = zip(left.order, right.order).first { $0 != $1 }
      return pair.map { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? false
    }
  }
}

// MARK: - Comparing

extension Baseline {
  /// What a check found beyond the baseline, and what of the baseline it did not find.
  package struct Comparison: Sendable {
    package var new: [Finding]
    package var known: Int
    package var gone: [Entry]
  }

  /// Holds findings against the baseline, each entry for one finding at most.
  ///
  /// Alike are, in this order: the same words in the same surroundings with the same message; with another message; the
  /// same words of the same file in other surroundings; and all that in a file that plainly is an old one renamed.
  package func compare(_ findings: [Finding], sources: [String: Source]) -> Comparison {
    var seen = Fingerprint.all(of: findings, sources: sources).map { Entry($0) }
    var matcher = Matcher(entries: entries, isKnown: Array(repeating: false, count: seen.count))
    matcher.matchAll(seen)
    let renamed = matcher.renamed(seen, existing: Set(sources.keys))
    if !renamed.isEmpty {
      for index in seen.indices where !matcher.isKnown[index] {
        if let old = renamed[seen[index].file] { seen[index].file = old }
      }
      matcher.matchAll(seen)
    }
    return Comparison(
      new: zip(findings, matcher.isKnown).filter { !$0.1 }.map(\.0),
      known: matcher.isKnown.count { $0 },
      gone: matcher.entries.indices.filter { !matcher.isUsed[$0] }.map { matcher.entries[$0] })
  }
}

/// Finds for each finding an entry of its own.
private struct Matcher {
  let entries: [Baseline.Entry]
  var isUsed: [Bool]
  var isKnown: [Bool]

  init(entries: [Baseline.Entry], isKnown: [Bool]) {
    self.entries = entries
    self.isKnown = isKnown
    isUsed = Array(repeating: false, count: entries.count)
  }

  mutating func matchAll(_ seen: [Baseline.Entry]) {
    match(seen) { [$0.file, $0.rule.text, $0.words, $0.around, $0.message] }
    match(seen) { $0.hasWords ? [$0.file, $0.rule.text, $0.words, $0.around] : nil }
    match(seen) { $0.hasWords ? [$0.file, $0.rule.text, $0.words] : nil }
  }

  private mutating func match(
    _ seen: [Baseline.Entry], by key: (Baseline.Entry) -> [String]?
  ) {
    var free: [[String]: [Int]] = [:]
    for index in entries.indices.reversed() where !isUsed[index] {
      if let key = key(entries[index]) { free[key, default: []].append(index) }
    }
    for index in seen.indices where !isKnown[index] {
      guard let key = key(seen[index]), let entry = free[key]?.popLast() else { continue }
      isUsed[entry] = true
      isKnown[index] = true
    }
  }

  /// Old names by new ones: a file of the baseline that is gone and one without entries that has at least half of its
  /// findings are one file.
  ///
  /// Findings about the whole file alone prove it only where the file's own name stayed.
  func renamed(_ seen: [Baseline.Entry], existing: Set<String>) -> [String: String] {
    let old = Dictionary(grouping: entries.filter { !existing.contains($0.file) }, by: \.file)
    guard !old.isEmpty else { return [:] }
    let listed = Set(entries.map(\.file))
    var new: [String: [[String]: Int]] = [:]
    var homes: [[String]: Set<String>] = [:]
    for entry in seen where !listed.contains(entry.file) {
      new[entry.file, default: [:]][Self.content(entry), default: 0] += 1
      homes[Self.content(entry), default: []].insert(entry.file)
    }
    var renamed: [String: String] = [:]
    for (oldFile, entries) in old.sorted(by: { $0.key < $1.key }) {
      var scores: [String: Int] = [:]
      for (content, count) in Dictionary(grouping: entries, by: Self.content).mapValues(\.count) {
        // What stands in very many files tells none from another.
        guard let files = homes[content], files.count <= 100 else { continue }
        for file in files where renamed[file] == nil {
          let isTelling = content.count > 2 || Self.name(file) == Self.name(oldFile)
          if isTelling { scores[file, default: 0] += min(count, new[file]?[content] ?? 0) }
        }
      }
      let best = scores.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best, best.value * 2 >= entries.count { renamed[best.key] = oldFile }
    }
    return renamed
  }

  private static func content(_ entry: Baseline.Entry) -> [String] {
    entry.hasWords
      ? [entry.rule.text, entry.words, entry.around] : [entry.rule.text, entry.message]
  }

  private static func name(_ path: String) -> Substring? { path.split(separator: "/").last }
}

// MARK: - The file

/// Why a baseline cannot be read.
package struct BaselineError: Error, Sendable, Hashable {
  /// From 1.
  package var line: Int
  package var reason: Text
}

extension Baseline {
  private static let mark = "acta-baseline"
  private static let version = 1

  /// The file: comments, the version, and under each file's name its findings, a line each.
  package func encoded() -> [UInt8] {
    var text = """
      # База замечаний Acta: то, что было найдено, когда её записали. «acta check --baseline» об этом молчит.
      # Файл пишет «acta check --write-baseline»; строку исправленного замечания можно просто удалить.
      \(Self.mark) \(Self.version)

      """
    var file: String?
    for entry in entries {
      if entry.file != file {
        text += "\n\(Self.escaped(entry.file))\n"
        file = entry.file
      }
      text += "  \(entry.rule.text) \(entry.words) \(entry.around) \(entry.message) \(entry.text)\n"
    }
    return Array(text.utf8)
  }

  package init(reading bytes: [UInt8]) throws(BaselineError) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var entries: [Entry] = []
    var hasVersion = false
    var file: String?
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      var bytes = bytes
      if bytes.last == 0x0D { bytes.removeLast() }
      let line = String(decoding: bytes, as: UTF8.self)
      func fail(_ reason: Text) -> BaselineError { BaselineError(line: index + 1, reason: reason) }
      let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if isBlank || bytes.first == UInt8(ascii: "#") { continue }
      if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: line.hasPrefix) {
        throw fail(.unmerged)
      }
      guard hasVersion else {
        let words = line.split(separator: " ")
        guard words.count == 2, words[0] == Self.mark else { throw fail(.noBaseline) }
        guard words[1] == String(Self.version) else { throw fail(.otherVersion(String(words[1]))) }
        hasVersion = true
        continue
      }
      guard bytes.first == 0x20 || bytes.first == 0x09 else {
        file = Self.unescaped(bytes)
        continue
      }
      let parts = line.split(maxSplits: 4) { $0 == " " || $0 == "\t" }
      guard let file else { throw fail(.noFile) }
      guard parts.count >= 4, parts[0].contains("/"), parts[1...3].allSatisfy(Self.isHash) else {
        throw fail(.noEntry)
      }
      entries.append(
        Entry(
          file: file, rule: RuleID(String(parts[0])), hashes: Array(parts[1...3]),
          text: parts.count > 4 ? String(parts[4]) : ""))
    }
    guard hasVersion else { throw BaselineError(line: 1, reason: .noBaseline) }
    self.init(entries)
  }

  private static func isHash(_ text: Substring) -> Bool {
    text.utf8.count == 8
      && (text == Entry.noWords
        || text.utf8.allSatisfy {
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        })
  }

  /// A path on a line of its own, which neither ends the line nor looks like another kind of line.
  private static func escaped(_ path: String) -> String {
    var escaped = ""
    for (index, scalar) in path.unicodeScalars.enumerated() {
      let isMark = scalar == " " || scalar == "#" || "<=>|".unicodeScalars.contains(scalar)
      if scalar.value < 0x20 || scalar == "%" || index == 0 && isMark {
        let digits = String(scalar.value, radix: 16)
        escaped += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), rest.count >= 2, let code = UInt8(digits, radix: 16) {
        plain.append(code)
        rest = rest.dropFirst(2)
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

extension Text {
  fileprivate static let unmerged = Text(
    ru: "незавершённое слияние git: выберите строки или запишите базу заново",
    en: "an unfinished merge of git: choose the lines or write the baseline anew")

  fileprivate static let noBaseline = Text(
    ru: "это не база замечаний: нет строки «acta-baseline 1»",
    en: "this is no baseline: there is no line «acta-baseline 1»")

  fileprivate static func otherVersion(_ version: String) -> Text {
    Text(
      ru: "версия базы «\(version)», а эта Acta читает 1: запишите базу заново",
      en: "the baseline's version is «\(version)», and this Acta reads 1: write the baseline anew")
  }

  fileprivate static let noFile = Text(
    ru: "замечание стоит раньше имени файла", en: "a finding stands before the name of a file")

  fileprivate static let noEntry = Text(
    ru: "строка испорчена: ждали «  правило слова рядом сообщение …»",
    en: "a damaged line: expected «  rule words around message …»")
}
