import Scenarios
import Testing

@Suite struct PartyTests {
  @Test func `a file that says nothing of it has none`() throws {
    let scenario = try Examples.read(Examples.least)
    #expect(scenario.sponsor == nil && scenario.sharing == nil && scenario.reopening == nil)
  }

  @Test func `each figure of the full file reaches its own place`() throws {
    let scenario = try Examples.read(Examples.full)
    #expect(
      scenario.sponsor
        == Sponsor(
          ownFacilityShare: [0.4, 0.41, 0.42, 0.43, 0.44],
          contributionMargin: Array(repeating: 0.5, count: 5),
          backfill: Array(repeating: 0.2, count: 5)))
    #expect(
      scenario.sharing
        == Sharing(
          savings: .init(aco: 0.5, sponsor: 0.2, participants: 0.3),
          losses: .init(aco: 0.1, sponsor: 0.7, participants: 0.2),
          participants: .init(mean: 0.8, standardDeviation: 0.1),
          sponsor: .init(mean: 0.99, standardDeviation: 0.01), shortfall: .sponsor))
    #expect(
      scenario.reopening == Reopening(probability: 0.05, standardDeviation: 0.1, base: .benchmark))
    let told = scenario.provenance.filter { $0.key.hasPrefix("sharing.") }
    #expect(told.count == 11 && told.allSatisfy { $0.source == "Participation agreements" })
    #expect(scenario.provenance.contains { $0.key == "sponsor.backfill" && $0.value == "0.2" })
  }

  @Test func `what is left out is nothing brought back and everything collected`() throws {
    let scenario = try Examples.read(
      Examples.least + """
        sponsor: {ownFacilityShare: 0.4, contributionMargin: 0.5, source: a}
        sharing:
          savings: {aco: 0.5, sponsor: 0.2, participants: 0.3}
          losses: {aco: 1, sponsor: 0, participants: 0}
          source: b

        """)
    #expect(scenario.sponsor?.backfill == Array(repeating: 0, count: 5))
    #expect(scenario.sharing?.participants == .whole && scenario.sharing?.sponsor == .whole)
    #expect(!scenario.provenance.contains { $0.key.contains("backfill") })
  }

  @Test func `each has its source`() throws {
    for key in ["sponsor", "sharing", "reopening"] {
      let problems = try Examples.problems(Examples.least + "\(key): {}\n")
      #expect(problems.contains { $0.contains(" \(key).source is missing. The board will ask") })
    }
  }

  /// Thirds written to nine places add up; a thousandth too little does not.
  @Test(arguments: [("0.333333333", true), ("0.333", false)])
  func `a split adds up to one`(third: String, isGood: Bool) throws {
    let split = "{aco: \(third), sponsor: 0.333333333, participants: 0.333333334}"
    let problems = try Examples.problems(
      Examples.least + "sharing: {savings: \(split), losses: \(split), source: a}\n")
    #expect(problems.count == (isGood ? 0 : 2), "\(problems)")
  }

  /// √(0.8 · 0.2/2) = 0.28284; a mean of 1 has no spread.
  @Test(arguments: [(0.8, 0.2828, true), (0.8, 0.2829, false), (1, 0, true), (1, 0.001, false)])
  func `a collected part spreads only so far`(mean: Double, spread: Double, isGood: Bool) throws {
    let split = "{aco: 1, sponsor: 0, participants: 0}"
    let problems = try Examples.problems(
      Examples.least + "sharing: {savings: \(split), losses: \(split), collectability: "
        + "{sponsor: {mean: \(mean), standardDeviation: \(spread)}, shortfall: aco}, source: a}\n")
    #expect(problems.isEmpty == isGood, "\(problems)")
  }
}
