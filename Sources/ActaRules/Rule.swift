package import ActaDiagnostics
package import ActaLanguage

/// One thing that a careful lawyer would check: what it is, why, by which norm, and how it is found.
///
/// Its examples are its documentation and its tests.
package struct Rule: Sendable {
  package let id: RuleID
  /// The level unless acta.yml says otherwise; a doubtful case may be told at a lower one.
  package let level: Level
  /// What the rule does, in one sentence.
  package let summary: Text
  /// Why it matters.
  package let reason: Text
  /// The norm or custom it rests on.
  package let norm: Text
  package let examples: [Example]
  package let check: Check

  package init(
    _ id: RuleID, _ level: Level, summary: Text, reason: Text, norm: Text, examples: [Example],
    _ check: Check
  ) {
    self.id = id
    self.level = level
    self.summary = summary
    self.reason = reason
    self.norm = norm
    self.examples = examples
    self.check = check
  }

  /// How far a rule has to see.
  package enum Check: Sendable {
    /// The offence is found while the sources are read and put together.
    case whileReading
    /// One document by itself, its tokens at hand.
    case document(@Sendable (ReadDocument, inout Report) -> Void)
    /// An order and its appendices, their tokens at hand.
    case act(@Sendable (ReadAct, inout Report) -> Void)
    /// A collegial body with its regulation and its roster, be they in one act or in two.
    case body(@Sendable (ReadBody, inout Report) -> Void)
    /// An act beside the superior roadmaps that it names and the bodies that the folder knows.
    case surroundings(@Sendable (ReadRepository, inout Report) -> Void)
    /// Whatever all acts of a folder cite.
    case citations(@Sendable ([CitedPlace], inout Report) -> Void)
  }

  /// Text of an act in which the rule says nothing, or marks the words between brackets ⟦⟧.
  ///
  /// `//- path` parts files; text without front matter is the body of a порядок.
  package enum Example: Sendable, Hashable {
    case accepts(String)
    case rejects(String)

    package var text: String {
      switch self {
      case .accepts(let text), .rejects(let text): text
      }
    }
  }
}
