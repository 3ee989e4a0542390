/// What a report says of a rule beside its findings.
package struct RuleDescription: Sendable, Hashable {
  package var id: RuleID
  /// The level unless acta.yml says otherwise.
  package var level: Level
  package var summary: Text
  package var reason: Text
  package var norm: Text
  /// Everything that is known of the rule, examples included, as people read it.
  package var help: Text

  package init(
    id: RuleID, level: Level, summary: Text, reason: Text, norm: Text, help: Text
  ) {
    self.id = id
    self.level = level
    self.summary = summary
    self.reason = reason
    self.norm = norm
    self.help = help
  }
}
