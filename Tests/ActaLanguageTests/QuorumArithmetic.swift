import ActaDiagnostics
import ActaModel
import Testing

struct QuorumArithmeticTests {
  @Test(arguments: [(7, 4, 4, 5), (8, 4, 5, 6), (23, 12, 12, 16), (37, 19, 19, 25)])
  func `half, more than half and two thirds of the members`(
    _ members: Int, _ half: Int, _ majority: Int, _ twoThirds: Int
  ) throws {
    #expect(try share(.atLeast, 1, 2).least(of: members) == half)
    #expect(try share(.moreThan, 1, 2).least(of: members) == majority)
    #expect(try share(.atLeast, 2, 3).least(of: members) == twoThirds)
  }

  @Test func `the least number reaches the line and one less does not`() throws {
    for denominator in 1...12 {
      for numerator in 1...denominator {
        let atLeast = try share(.atLeast, numerator, denominator)
        let moreThan = try share(.moreThan, numerator, denominator)
        for total in 0...60 {
          let expected = (0...total).first { $0 * denominator >= total * numerator }
          #expect(atLeast.least(of: total) == expected)
          let beyond = (0...total).first { $0 * denominator > total * numerator }
          #expect(moreThan.least(of: total) == beyond)
        }
      }
    }
  }

  @Test func `no number of members overflows`() throws {
    #expect(try share(.atLeast, 999, 1000).least(of: .max) == 9_214_148_664_817_921_032)
    #expect(try share(.moreThan, 1, 1).least(of: .max) == nil)
    #expect(try share(.atLeast, 1, 1).least(of: .max) == .max)
    #expect(try share(.moreThan, 1, 2).least(of: -1) == nil)
  }

  @Test func `a share is reduced and stays below the whole`() throws {
    #expect(try share(.atLeast, 50, 100) == share(.atLeast, 1, 2))
    #expect(Share(.atLeast, 3, 2) == nil)
    #expect(Share(.atLeast, 0, 2) == nil)
    #expect(Share(.atLeast, 1, .max) == nil)
  }

  @Test func `votes are counted at the least attendance that may meet`() throws {
    var body = CollegialBody()
    let place = Span(0, 1)
    body.quorums = [Spanned(QuorumRule(.share(try share(.atLeast, 1, 2), of: .members)), place)]
    body.votes = [
      Spanned(.majority(Majority(try share(.moreThan, 1, 2), of: .present)), place),
      Spanned(.majority(Majority(try share(.moreThan, 1, 2), of: .members)), place),
    ]
    #expect(body.neededToMeet(ofMembers: 9) == [5])
    // Three of the five who came; five of nine on paper, which five can still reach.
    #expect(body.neededToDecide(ofMembers: 9) == [3, 5])
    // Four of eight may meet, and cannot be more than half of the eight.
    #expect(body.neededToDecide(ofMembers: 8) == [3, nil])
  }

  @Test func `a count larger than the body is never reached`() {
    #expect(QuorumRule(.count(7)).needed(ofMembers: 6) == nil)
    #expect(QuorumRule(.count(5)).needed(ofMembers: 6) == 5)
  }

  private func share(_ relation: Share.Relation, _ numerator: Int, _ denominator: Int) throws
    -> Share
  {
    try #require(Share(relation, numerator, denominator))
  }
}
