/// Findings as SARIF 2.1.0 (OASIS, 27 March 2020), one run.
///
/// Columns count Unicode characters from 1, ends not included. Files are named by URIs relative to the root of the
/// repository, so that the log is the same on every machine.
package struct SARIFPrinter {
  package var language: Language
  /// Every rule of the tool.
  package var rules: [RuleDescription]
  /// Levels that the repository gave to rules; `nil` is a rule turned off.
  package var levels: [RuleID: Level?]
  /// The tool's version.
  package var version: String
  /// A file's path relative to the root of the repository.
  package var name: (String) -> String

  package init(
    language: Language, rules: [RuleDescription], levels: [RuleID: Level?] = [:], version: String,
    name: @escaping (String) -> String = { $0 }
  ) {
    self.language = language
    self.rules = rules
    self.levels = levels
    self.version = version
    self.name = name
  }

  package func print(_ findings: [Finding], sources: [String: Source]) -> [UInt8] {
    let indices = Dictionary(
      rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    let fingerprints = Fingerprint.all(of: findings, sources: sources, name: name)
    let results = zip(findings, fingerprints).map { result($0, $1, sources, indices) }
    let run = JSON.members([
      "tool": .members(["driver": driver]),
      "language": .string(language.rawValue),
      "columnKind": "unicodeCodePoints",
      "originalUriBaseIds": .members([
        Self.base: .members(["description": text(ru: "Корень репозитория", en: "The repository")])
      ]),
      "invocations": .array([
        .members([
          "executionSuccessful": true,
          "ruleConfigurationOverrides": levels.isEmpty ? nil : .array(overrides(indices)),
        ])
      ]),
      "results": .array(results),
    ])
    let log = JSON.members([
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": .array([run]),
    ])
    return log.encoded(pretty: true) + [0x0A]
  }

  /// The symbol that relative addresses are resolved against.
  private static let base = "%SRCROOT%"

  // MARK: The tool

  private var driver: JSON {
    .members([
      "name": "Acta", "version": .string(version), "semanticVersion": .string(version),
      "rules": .array(rules.map(descriptor)),
    ])
  }

  private func descriptor(_ rule: RuleDescription) -> JSON {
    .members([
      "id": .string(rule.id.text),
      "shortDescription": message(rule.summary),
      "fullDescription": message(rule.reason),
      "help": message(rule.help),
      "defaultConfiguration": .members(["level": .string(rule.level.rawValue)]),
      "properties": .members(["tags": .array([.string(String(rule.id.family))])]),
    ])
  }

  private func overrides(_ indices: [RuleID: Int]) -> [JSON] {
    levels.sorted { $0.key.text < $1.key.text }.compactMap { rule, level in
      guard let index = indices[rule] else { return nil }
      return .members([
        "descriptor": .members(["id": .string(rule.text), "index": .number(index)]),
        "configuration": .members([
          "enabled": level == nil ? false : nil, "level": level.map { .string($0.rawValue) },
        ]),
      ])
    }
  }

  // MARK: Results

  private func result(
    _ finding: Finding, _ fingerprint: Fingerprint, _ sources: [String: Source],
    _ indices: [RuleID: Int]
  ) -> JSON {
    var words = finding.message(language)
    if let help = finding.help { words += ". " + help(language) }
    return .members([
      "ruleId": .string(finding.rule.text),
      "ruleIndex": indices[finding.rule].map { .number($0) },
      "level": .string(finding.level.rawValue),
      "message": .members(["text": .string(words)]),
      "locations": .array([
        location(finding.file, finding.span, sources, message: finding.label)
      ]),
      "relatedLocations": finding.places.isEmpty
        ? nil
        : .array(
          finding.places.enumerated().map { index, place in
            location(place.file, place.span, sources, id: index + 1, message: place.text)
          }),
      "fixes": finding.fix.map { .array([fix($0, sources)]) },
      "partialFingerprints": .members(["actaFinding/v1": .string(fingerprint.digest)]),
    ])
  }

  private func location(
    _ file: String, _ span: Span?, _ sources: [String: Source], id: Int? = nil,
    message words: Text? = nil
  ) -> JSON {
    .members([
      "id": id.map { .number($0) },
      "physicalLocation": .members([
        "artifactLocation": artifact(file),
        "region": region(file, span, sources, withWords: true),
      ]),
      "message": words.map { message($0) },
    ])
  }

  private func artifact(_ file: String) -> JSON {
    .members(["uri": .string(Self.uri(name(file))), "uriBaseId": .string(Self.base)])
  }

  /// `nil` where the whole file is meant.
  private func region(
    _ file: String, _ span: Span?, _ sources: [String: Source], withWords: Bool = false
  ) -> JSON? {
    guard let span, let source = sources[file] else { return nil }
    let (start, end) = (source.position(span.start), source.position(span.end))
    let isShort = span.count <= 400 && !span.isEmpty
    return .members([
      "startLine": .number(start.line), "startColumn": .number(start.column),
      "endLine": .number(end.line), "endColumn": .number(end.column),
      "snippet": withWords && isShort ? .members(["text": .string(source.text(span))]) : nil,
    ])
  }

  private func fix(_ fix: Fix, _ sources: [String: Source]) -> JSON {
    let files = fix.edits.map(\.file).reduce(into: [String]()) { files, file in
      if !files.contains(file) { files.append(file) }
    }
    return .members([
      "description": message(fix.title),
      "artifactChanges": .array(
        files.map { file in
          .members([
            "artifactLocation": artifact(file),
            "replacements": .array(
              fix.edits.filter { $0.file == file }.compactMap { edit in
                region(file, edit.span, sources).map { region in
                  .members([
                    "deletedRegion": region,
                    "insertedContent": .members(["text": .string(edit.replacement)]),
                  ])
                }
              }),
          ])
        }),
      "properties": .members(["safety": .string(fix.safety.rawValue)]),
    ])
  }

  // MARK: Texts

  private func message(_ text: Text) -> JSON { .members(["text": .string(text(language))]) }

  private func text(ru: String, en: String) -> JSON { message(Text(ru: ru, en: en)) }

  /// A relative path as a URI reference (RFC 3986): what is neither unreserved nor `/` is percent-encoded.
  static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var uri: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.append(byte)
      default: uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }
}
