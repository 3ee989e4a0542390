package import ActaDiagnostics

/// The case of a Russian noun (падеж).
package enum GrammaticalCase: String, Sendable, Hashable, CaseIterable {
  case nominative = "nom"
  case genitive = "gen"
  case dative = "dat"
  case accusative = "acc"
  case instrumental = "ins"
  case prepositional = "prep"
}

package enum Sex: String, Sendable, Hashable, CaseIterable { case male, female }

/// A person named in running text, in whatever case the sentence asks for.
package struct PersonMention: Sendable, Hashable {
  /// As written: «Кузьминой-Старостиной».
  package var surname: String
  /// A given name or an initial, as written: «Савве», «Дж.».
  package var given: String?
  /// A patronymic or an initial, as written.
  package var patronymic: String?
  package var `case`: GrammaticalCase
  /// The sex that the form of the name tells in its case; `nil` where it tells none.
  package var sex: Sex?
  /// The post beside the name (приложение), its head word in the nominative.
  package var post: String?
  /// The name alone, without the post.
  package var span: Span

  package init(
    surname: String, given: String?, patronymic: String?, case: GrammaticalCase, sex: Sex?,
    post: String?, span: Span
  ) {
    self.surname = surname
    self.given = given
    self.patronymic = patronymic
    self.case = `case`
    self.sex = sex
    self.post = post
    self.span = span
  }
}

/// A mention held against the name of a roster.
package struct PersonReading: Sendable, Hashable {
  /// Whether the mention can be of that person.
  package var isSame: Bool
  package var mention: PersonMention
  /// Whether the roster's given name, patronymic and surname are of different sexes.
  package var hasSexMismatch: Bool

  package init(isSame: Bool, mention: PersonMention, hasSexMismatch: Bool) {
    self.isSame = isSame
    self.mention = mention
    self.hasSexMismatch = hasSexMismatch
  }
}
