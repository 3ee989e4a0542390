import ActaModel

/// How the rules of a body are told to people.
extension Share {
  /// «не менее половины», «более 2/3».
  var words: String {
    let fraction = numerator == 1 && denominator == 2 ? "половины" : self.fraction
    return (relation == .atLeast ? "не менее " : "более ") + (denominator == 1 ? "всех" : fraction)
  }
}

extension CastingVote {
  var words: String {
    switch self {
    case .chair: "решает голос председателя"
    case .presiding: "решает голос председательствующего"
    case .none: "ничей голос не решает"
    }
  }
}
