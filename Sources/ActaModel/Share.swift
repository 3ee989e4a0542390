/// A share of a number, as a line to reach: «не менее половины», «более двух третей».
///
/// The terms are positive, at most 1000 and without a common factor, and the share is at most the whole; so the
/// arithmetic below is exact for every number of people.
package struct Share: Sendable, Hashable {
  package enum Relation: String, Sendable, Hashable {
    case atLeast = ">="
    case moreThan = ">"
  }

  package let relation: Relation
  package let numerator: Int
  package let denominator: Int

  /// Reduces the fraction; `nil` where it is no share of a whole, or finer than a thousandth.
  package init?(_ relation: Relation, _ numerator: Int, _ denominator: Int) {
    guard numerator > 0, denominator > 0, numerator <= denominator else { return nil }
    var (divisor, rest) = (denominator, numerator)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    guard denominator / divisor <= 1000 else { return nil }
    self.relation = relation
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The share without its relation: `2/3`.
  package var fraction: String { "\(numerator)/\(denominator)" }

  /// The least number of people out of `total` that reaches the line; `nil` where even all of them do not.
  ///
  /// ⌈n·p/q⌉ for «не менее», ⌊n·p/q⌋ + 1 for «более».
  package func least(of total: Int) -> Int? {
    guard total >= 0 else { return nil }
    // Whole lots of `denominator` first: no product grows beyond the total or a thousand squared.
    let rest = total % denominator * numerator
    let whole = total / denominator * numerator + rest / denominator
    if relation == .atLeast, rest % denominator == 0 { return whole }
    return whole < total ? whole + 1 : nil
  }
}
