/// What a name in the nominative tells of its bearer's sex.
enum NameSex {
  /// The sex that a surname tells; `nil` where men and women bear it alike.
  static func ofSurname(_ surname: Letters) -> SexSet? {
    if surname.isCut { return nil }
    if surname.hasSuffix("ская") || surname.hasSuffix("цкая") {
      return surname.hasSuffix("рцкая") ? nil : .female
    }
    if Stem.isRelational(surname.dropLast(2)), surname.hasSuffix("ий") || surname.hasSuffix("ой") {
      return .male
    }
    if surname.hasSuffix("ый") { return .male }
    if Stem.isPossessive(surname) { return .male }
    let stem = surname.dropLast(1)
    if surname.last == Letter.а, Stem.isPossessive(stem),
      !Exceptions.nounsInIna.contains(surname), !Exceptions.nounsInOva.contains(stem)
    {
      return .female
    }
    if surname.hasSuffix("ая"), Stem.endsInConsonant(surname.dropLast(2)),
      surname.dropLast(2).count > 2
    {
      return .female
    }
    return nil
  }

  /// The surname that a person of the other sex has in the same family; the surname itself where it is the same.
  static func counterpart(_ surname: Letters) -> Letters {
    if Stem.isPossessive(surname) { return surname.appending("а") }
    if surname.last == Letter.а, Stem.isPossessive(surname.dropLast(1)) {
      return surname.dropLast(1)
    }
    for (man, woman) in [("ский", "ская"), ("цкий", "цкая"), ("ый", "ая"), ("ой", "ая")]
      as [(Letters, Letters)]
    {
      if surname.hasSuffix(man), surname.count > man.count + 1 {
        return surname.dropLast(man.count).appending(woman)
      }
      if surname.hasSuffix(woman), surname.count > woman.count + 1 {
        return surname.dropLast(woman.count).appending(man)
      }
    }
    return surname
  }
}
