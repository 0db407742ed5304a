import Projection
import Testing

@Suite struct ConfidenceTests {
  /// A comparison of three options whose first leads by these, with these errors.
  private func comparison(_ leads: [(Double, Double)]) throws -> Comparison {
    var comparison = Comparison(
      scenario: try TypicalACO.scenario(assigned: 6_000, trials: 100), trials: 100, seed: 7,
      rulebookDigest: "", outlooks: [],
      differences: [], histories: [])
    let none = Chance(value: 0, low: 0, high: 0, standardError: 0)
    comparison.differences = [
      ([(0, 0)] + leads).map {
        PairedDifference(
          mean: Estimate(value: $0.0, standardError: $0.1), chanceOfMore: none, chanceOfLess: none)
      }
    ]
    return comparison
  }

  @Test func `one rival: the normal probability of a lead above zero`() throws {
    // 1.6448536 standard errors: 95 percent; 2.3263479: 99 percent.
    let near = try comparison([(164.48536, 100)]).confidence(in: 0, against: [0, 1])
    #expect(abs(near - 0.95) < 1e-8)
    let far = try comparison([(232.63479, 100)]).confidence(in: 0, against: [0, 1])
    #expect(abs(far - 0.99) < 1e-8)
    // Behind by as much: the other way round.
    let behind = try comparison([(-164.48536, 100)]).confidence(in: 0, against: [1])
    #expect(abs(behind - 0.05) < 1e-8)
  }

  @Test func `several rivals: doubts add up, and never below zero`() throws {
    let leads = [(164.48536, 100.0), (232.63479, 100.0)]
    let both = try comparison(leads).confidence(in: 0, against: [0, 1, 2])
    #expect(abs(both - 0.94) < 1e-8)
    // Only those it is held against count.
    let one = try comparison(leads).confidence(in: 0, against: [2])
    #expect(abs(one - 0.99) < 1e-8)
    let lost = try comparison([(-500, 100), (-500, 100)]).confidence(in: 0, against: [1, 2])
    #expect(lost == 0)
  }

  @Test func `a rival that pays the same in every trial is not ahead, one always better is`() throws
  {
    #expect(try comparison([(0, 0)]).confidence(in: 0, against: [1]) == 1)
    #expect(try comparison([(-1, 0)]).confidence(in: 0, against: [1]) == 0)
    #expect(try comparison([(1, 0)]).confidence(in: 0, against: [1]) == 1)
    #expect(try comparison([]).confidence(in: 0, against: [0]) == 1)
  }
}
