package import ActaDiagnostics
import ActaModel
import ActaRules

/// The findings that no comment silences, and what is to be said of the comments themselves.
///
/// A comment in front of the whole text speaks for the front matter and for the file as a whole as well.
func suppressed(_ findings: [Finding], by documents: [SuppressionOrders]) -> [Finding] {
  guard !documents.isEmpty else { return findings }
  var orders = documents.byFile
  var kept = silenced(findings, by: &orders)
  for (path, orders) in orders {
    for (suppression, isUsed) in orders.all where suppression.reason != nil {
      if Registry.rule(suppression.rule) == nil {
        kept.append(
          Finding(
            "source/suppression", .error, file: path, at: suppression.span,
            .unknownRule(suppression.rule.text)))
      } else if !isUsed, suppression.target != nil, suppression.rule.family != "print" {
        kept.append(
          Finding(
            "source/suppression", .warning, file: path, at: suppression.span,
            .unused(suppression.rule.text)))
      }
    }
  }
  return kept
}

/// What print has found without that which a comment of its document silences.
func silenced(_ findings: [Finding], by documents: [SuppressionOrders]) -> [Finding] {
  guard findings.contains(where: { $0.rule.family == "print" }) else { return findings }
  var orders = documents.byFile
  return silenced(findings, by: &orders)
}

private func silenced(
  _ findings: [Finding], by orders: inout [String: SuppressionOrders]
) -> [Finding] {
  findings.filter { finding in
    guard finding.rule != "source/suppression" else { return true }
    return orders[finding.file]?.silence(finding) != true
  }
}

extension [SuppressionOrders] {
  fileprivate var byFile: [String: SuppressionOrders] {
    Dictionary(map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// The comments of a document that silence rules, and which of them had something to silence.
struct SuppressionOrders: Sendable {
  let file: String
  private var suppressions: [Suppression]
  private var isUsed: [Bool]
  /// Indices of those that hold, by rule, in the order of the text.
  private var byRule: [RuleID: [Int]] = [:]
  private let frontMatter: Span
  /// Where the text begins; comments in front of it speak for the whole file.
  private let body: Int

  /// `nil` for a document without such comments.
  init?(_ document: Document) {
    guard !document.suppressions.isEmpty else { return nil }
    self.init(
      file: document.path, document.suppressions, frontMatter: document.frontMatter,
      body: document.blocks.first?.span.start ?? Int.max)
  }

  private init(
    file: String, _ suppressions: [Suppression], frontMatter: Span, body: Int
  ) {
    self.file = file
    self.suppressions = suppressions
    isUsed = Array(repeating: false, count: suppressions.count)
    self.frontMatter = frontMatter
    self.body = body
    for (index, suppression) in suppressions.enumerated()
    where suppression.reason != nil && suppression.target != nil {
      byRule[suppression.rule, default: []].append(index)
    }
  }

  var all: [(suppression: Suppression, isUsed: Bool)] { Array(zip(suppressions, isUsed)) }

  /// Whether a comment silences a finding; the first that does has been of use.
  mutating func silence(_ finding: Finding) -> Bool {
    guard
      let index = byRule[finding.rule]?.first(where: { speaks(suppressions[$0], for: finding.span) }
      )
    else { return false }
    isUsed[index] = true
    return true
  }

  private func speaks(_ suppression: Suppression, for span: Span?) -> Bool {
    if let span, suppression.target?.meets(span) == true { return true }
    guard suppression.span.start < body else { return false }
    return span.map { frontMatter.contains($0) } ?? true
  }
}

/// As they were before any finding was held against them.
extension SuppressionOrders: Packed {
  func pack(into out: inout Packer) {
    out.put(file, suppressions, frontMatter, body)
  }

  init(unpacking bytes: inout Unpacker) throws(Damage) {
    self.init(
      file: try bytes.text(), try bytes.value(), frontMatter: try bytes.value(),
      body: try bytes.number())
  }
}

/// The findings at the levels that acta.yml gives them; those turned off are gone.
func levelled(_ findings: [Finding], by settings: Settings) -> [Finding] {
  guard !settings.levels.isEmpty else { return findings }
  return findings.compactMap { finding in
    guard let level = settings.levels[finding.rule] else { return finding }
    guard let level else { return nil }
    var finding = finding
    finding.level = level
    return finding
  }
}

/// The findings with every warning made an error (`--strict`); notes stay what they are.
package func strict(_ findings: [Finding]) -> [Finding] {
  findings.map { finding in
    guard finding.level == .warning else { return finding }
    var finding = finding
    finding.level = .error
    return finding
  }
}

/// Rules that acta.yml names and that do not exist.
func unknownLevels(_ settings: Settings, file: String?) -> [Finding] {
  guard let file else { return [] }
  return settings.levelSpans.filter { Registry.rule($0.key) == nil }.map { rule, span in
    Finding("source/unknown-key", .error, file: file, at: span, .unknownRule(rule.text))
  }
}

extension Text {
  fileprivate static func unknownRule(_ rule: String) -> Text {
    let near = nearName(rule, among: Registry.all.map(\.id.text))
    let (ru, en) = nearHint(near)
    return Text(ru: "Нет правила «\(rule)»\(ru)", en: "There is no rule «\(rule)»\(en)")
  }

  fileprivate static func unused(_ rule: String) -> Text {
    Text(
      ru: "Заглушать нечего: правило «\(rule)» здесь молчит; удалите пометку",
      en: "Nothing to silence: rule «\(rule)» says nothing here; remove the comment")
  }
}
