/// The keys of front matter: one table for the reader, the JSON Schema, an editor's completions and the reference page.
package enum FrontMatterKey: String, Sendable, Hashable, CaseIterable {
  case kind, title, number, date, place, issuer, signatory, appendices, effective, status
  case amendedBy, electronicSignature, body, short, quorum, majority, implements, id

  /// What a value may be.
  package enum Form: Sendable, Hashable {
    case text
    case date
    case kind
    case status
    case path
    /// One value or a list of them.
    case texts
    case paths
    case signatories
    case amendments
    case electronicSignature
    /// `> 1/2`, `>= 2/3`, `>= 5`
    case share
    /// A date, or the formula as text.
    case effective
  }

  package var ru: String {
    switch self {
    case .kind: "вид"
    case .title: "название"
    case .number: "номер"
    case .date: "дата"
    case .place: "место"
    case .issuer: "орган"
    case .signatory: "подписал"
    case .appendices: "приложения"
    case .effective: "вступает-в-силу"
    case .status: "статус"
    case .amendedBy: "изменён-актами"
    case .electronicSignature: "электронная-подпись"
    case .body: "коллегиальный-орган"
    case .short: "сокращение"
    case .quorum: "кворум"
    case .majority: "большинство"
    case .implements: "исполняет"
    case .id: "ид"
    }
  }

  package var en: String {
    switch self {
    case .kind, .title, .number, .date, .place, .issuer, .signatory, .appendices, .effective,
      .status, .body, .short, .quorum, .majority, .implements, .id:
      rawValue
    case .amendedBy: "amended-by"
    case .electronicSignature: "e-signature"
    }
  }

  package var form: Form {
    switch self {
    case .kind: .kind
    case .title, .number, .place, .body, .short, .id: .text
    case .date: .date
    case .issuer: .texts
    case .signatory: .signatories
    case .appendices: .paths
    case .effective: .effective
    case .status: .status
    case .amendedBy: .amendments
    case .electronicSignature: .electronicSignature
    case .quorum, .majority: .share
    case .implements: .path
    }
  }

  /// The families of documents that have the key; `nil` for every one.
  package var families: Set<DocumentKind.Family>? {
    switch self {
    case .kind, .title, .short, .id: nil
    case .number, .date, .place, .issuer, .signatory, .appendices, .effective, .status, .amendedBy,
      .electronicSignature:
      [.order, .minutes]
    case .body: [.regulation, .roster, .minutes]
    case .quorum, .majority: [.regulation]
    case .implements: [.roadmap]
    }
  }

  /// What the key holds, in a few words.
  package var meaning: (ru: String, en: String) {
    switch self {
    case .kind: ("вид документа", "what kind of document the file holds")
    case .title: ("название, как его печатают", "the title as it is printed")
    case .number: ("регистрационный номер, как он написан", "the registration number as written")
    case .date: ("дата подписания", "the date of signing")
    case .place: ("место издания", "the place of issue")
    case .issuer:
      (
        "издавший орган: название или ключ из acta.yml; для совместного акта – список",
        "the issuing body: a name or a key of acta.yml; a list for a joint act"
      )
    case .signatory: ("кто подписал: должность и имя", "who signed: post and name")
    case .appendices:
      ("пути приложений от этого файла, по порядку", "paths of the appendices, in order")
    case .effective:
      ("дата вступления в силу или формула", "the date of entry into force, or the formula")
    case .status: ("статус акта", "the status of the act")
    case .amendedBy:
      (
        "акты, изменившие этот: вид, орган, дата, номер",
        "the acts that amended this one: kind, issuer, date, number"
      )
    case .electronicSignature:
      ("отметка об электронной подписи", "the mark of the electronic signature")
    case .body:
      ("коллегиальный орган, о котором документ", "the collegial body that the document is about")
    case .short:
      ("как орган или документ назван дальше", "how the body or document is named further on")
    case .quorum:
      (
        "утверждение о кворуме, сверяется с текстом",
        "an assertion on the quorum, held against the text"
      )
    case .majority:
      (
        "утверждение о большинстве, сверяется с текстом",
        "an assertion on the majority, held against the text"
      )
    case .implements:
      ("путь вышестоящей дорожной карты", "the path of the superior roadmap")
    case .id: ("постоянное имя страницы", "the permanent name of the page")
    }
  }

  /// The key that a word spells, in either language; letter case and ё do not count.
  package init?(spelled word: String) {
    guard let found = Self.bySpelling[word] ?? Self.bySpelling[Self.plain(word)] else { return nil }
    self = found
  }

  private static let bySpelling: [String: FrontMatterKey] = Dictionary(
    allCases.flatMap { [($0.ru, $0), (plain($0.ru), $0), ($0.en, $0)] },
    uniquingKeysWith: { first, _ in first })

  private static func plain(_ word: String) -> String {
    String(word.lowercased().map { $0 == "ё" ? "е" : $0 == "_" ? "-" : $0 })
  }
}
