import ActaDiagnostics
package import ActaModel

/// An act together with what the words of its documents say.
package struct ReadAct: Sendable {
  package var act: Act
  /// The order, then its appendices.
  package var documents: [ReadDocument]
  /// The working days that hold for the act's issuers.
  package var calendar: WorkCalendar
  /// What the act defines, in its order, each with the places where it is used.
  package var terms: [DefinedTerm]

  /// With `references` alone nothing else is read: enough for who wants links.
  package init(_ act: Act, settings: Settings, references isAlone: Bool = false) {
    self.act = act
    let calendar = settings.calendar(of: act)
    let documents = act.documents.map {
      ReadDocument($0, calendar: calendar, references: isAlone)
    }
    self.calendar = calendar
    terms = TermReader(documents).terms
    let resolver = ReferenceResolver(act, documents, terms: terms)
    self.documents = documents.enumerated().map { $1.with(resolver.resolved(in: $0)) }
  }

  package var order: ReadDocument? { documents.first }

  /// The act without the tokens of its documents.
  package var withoutTexts: ReadAct {
    var act = self
    for index in act.documents.indices {
      act.documents[index] = act.documents[index].withoutTexts
    }
    return act
  }
}

/// Acts together with what all their words say: a whole folder, or one act beside what it speaks of.
package struct ReadRepository: Sendable {
  package var settings: Settings
  /// In the order of their orders' paths.
  package var acts: [ReadAct]
  /// Documents that no act lists.
  package var orphans: [ReadDocument]
  /// Roadmaps of other acts that those here carry out.
  package var superiors: [ReadDocument]

  package init(
    settings: Settings, acts: [ReadAct], orphans: [ReadDocument], superiors: [ReadDocument] = []
  ) {
    self.settings = settings
    self.acts = acts
    self.orphans = orphans
    self.superiors = superiors
  }

  /// Every document of the acts and orphans once, those of acts first.
  package var documents: [ReadDocument] {
    var seen: Set<String> = []
    return (acts.flatMap(\.documents) + orphans).filter { seen.insert($0.path).inserted }
  }
}

extension Settings {
  /// Russia's calendar with the days that the repository and the act's issuers change.
  package func calendar(of act: Act) -> WorkCalendar {
    let names = act.order.requisites.issuers.compactMap { issuer in
      bodies.first { $0.key == issuer.value }?.calendar
    }
    return names.compactMap { calendars[$0] }.reduce(commonCalendar) { $0.corrected(by: $1) }
  }

  /// Russia's calendar with the days that the repository changes for everybody.
  package var commonCalendar: WorkCalendar { WorkCalendar.russia.corrected(by: calendar) }
}
