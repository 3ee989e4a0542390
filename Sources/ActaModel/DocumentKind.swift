/// What kind of document a file holds (front matter `вид`).
package enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case order, directive, resolution, decision
  case regulation, procedure, rules, serviceRegulation, concept, modelDocument, list
  case roadmap, actionPlan
  case roster
  case minutes

  /// What Acta does with the kind.
  package enum Family: Sendable, Hashable { case order, regulation, roadmap, roster, minutes }

  package var family: Family {
    switch self {
    case .order, .directive, .resolution, .decision: .order
    case .regulation, .procedure, .rules, .serviceRegulation, .concept, .modelDocument, .list:
      .regulation
    case .roadmap, .actionPlan: .roadmap
    case .roster: .roster
    case .minutes: .minutes
    }
  }

  /// The word in front matter, which is also the kind's name in Russian.
  package var ru: String {
    switch self {
    case .order: "приказ"
    case .directive: "распоряжение"
    case .resolution: "постановление"
    case .decision: "решение"
    case .regulation: "положение"
    case .procedure: "порядок"
    case .rules: "правила"
    case .serviceRegulation: "регламент"
    case .concept: "концепция"
    case .modelDocument: "модель"
    case .list: "перечень"
    case .roadmap: "дорожная карта"
    case .actionPlan: "план мероприятий"
    case .roster: "состав"
    case .minutes: "протокол"
    }
  }

  /// The word in front matter written in English.
  package var en: String {
    switch self {
    case .order: "order"
    case .directive: "directive"
    case .resolution: "resolution"
    case .decision: "decision"
    case .regulation: "regulation"
    case .procedure: "procedure"
    case .rules: "rules"
    case .serviceRegulation: "service regulation"
    case .concept: "concept"
    case .modelDocument: "model"
    case .list: "list"
    case .roadmap: "roadmap"
    case .actionPlan: "action plan"
    case .roster: "roster"
    case .minutes: "minutes"
    }
  }

  /// The kind in the dative, as in «к приказу».
  package var dative: String {
    switch self {
    case .order: "приказу"
    case .directive: "распоряжению"
    case .resolution: "постановлению"
    case .decision: "решению"
    case .regulation: "положению"
    case .procedure: "порядку"
    case .rules: "правилам"
    case .serviceRegulation: "регламенту"
    case .concept: "концепции"
    case .modelDocument: "модели"
    case .list: "перечню"
    case .roadmap: "дорожной карте"
    case .actionPlan: "плану мероприятий"
    case .roster: "составу"
    case .minutes: "протоколу"
    }
  }

  /// The kind in the instrumental, as in «утверждено приказом».
  package var instrumental: String {
    switch self {
    case .order: "приказом"
    case .directive: "распоряжением"
    case .resolution: "постановлением"
    case .decision: "решением"
    case .regulation: "положением"
    case .procedure: "порядком"
    case .rules: "правилами"
    case .serviceRegulation: "регламентом"
    case .concept: "концепцией"
    case .modelDocument: "моделью"
    case .list: "перечнем"
    case .roadmap: "дорожной картой"
    case .actionPlan: "планом мероприятий"
    case .roster: "составом"
    case .minutes: "протоколом"
    }
  }

  /// The participle that an approval stamp takes (ГОСТ Р 7.0.97, requisite 16).
  package var approved: String {
    switch self {
    case .regulation, .directive, .resolution, .decision: "УТВЕРЖДЕНО"
    case .concept, .modelDocument, .roadmap: "УТВЕРЖДЕНА"
    case .rules: "УТВЕРЖДЕНЫ"
    case .order, .procedure, .serviceRegulation, .list, .actionPlan, .roster, .minutes: "УТВЕРЖДЕН"
    }
  }
}
