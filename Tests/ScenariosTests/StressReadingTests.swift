import Foundation
import Regulation
import Testing

@testable import Scenarios

@Suite struct StressReadingTests {
  private static let two = """
    assumptions:
      retention: {mean: 0.8, source: own lists}
      claimsNoise: normal
      nationalGrowth: {mean: {esrd: 0.03, disabled: 0.04, agedDual: 0.04, agedNonDual: 0.05}, source: own}
    stresses:
      - name: longWinter
        title: A long winter
        says: Growth of the aged is 7 percent.
        source: The winter of 2018
        assumptions:
          nationalGrowth: {mean: {agedNonDual: 0.07}}
          claimsNoise: {scale: 3}
      - name: smaller
        title: Smaller
        source: judgement
        population: {assignedBeneficiaries: 11_800, agedDual: {personYears: 900}}
        agreement: {participantRevenue: 60_000_000, marketShare: 0.2}
        finances: {programCost: [1, 2, 3, 4, 5]}

    """

  private func read() throws -> Scenario { try Examples.read(Examples.least + Self.two) }

  @Test func `a stress is the file with its changes written in, and nothing else`() throws {
    let scenario = try read()
    #expect(scenario.stresses.map(\.name) == ["longWinter", "smaller"])
    let winter = scenario.stresses[0]
    #expect(winter.title == "A long winter" && winter.says == "Growth of the aged is 7 percent.")
    var expected = scenario
    expected.stresses = []
    expected.assumptions.nationalGrowth.mean.agedNonDual = Array(repeating: 0.07, count: 5)
    expected.assumptions.claimsNoise.scale = 3
    expected.provenance = winter.changed.provenance
    #expect(winter.changed == expected)
    var smaller = scenario
    smaller.stresses = []
    smaller.population.assignedBeneficiaries = 11_800
    smaller.population.strata.agedDual.personYears = PersonYears(900)
    smaller.agreement.participantRevenue = Dollars(60_000_000)
    smaller.agreement.marketShare = .init(repeating: Rate(0.2))
    smaller.finances.programCost = [1, 2, 3, 4, 5].map { Dollars($0) }
    smaller.provenance = scenario.stresses[1].changed.provenance
    #expect(scenario.stresses[1].changed == smaller)
  }

  @Test func `the file reads as it does without its stresses`() throws {
    var plain = try Examples.read(
      Examples.least + String(try #require(Self.two.components(separatedBy: "stresses:").first)))
    var scenario = try read()
    scenario.stresses = []
    plain.digest = scenario.digest
    #expect(scenario == plain)
  }

  @Test func `what is moved has the stress's source, the rest the file's`() throws {
    let scenario = try read()
    let provenance = scenario.stresses[0].changed.provenance
    func figure(_ key: String, in figures: [Provenance]) throws -> Provenance {
      try #require(figures.first { $0.key == key }, "\(key)")
    }
    let moved = try figure("assumptions.nationalGrowth.mean.agedNonDual", in: provenance)
    #expect(moved.value == "0.07" && moved.status == .stated)
    #expect(moved.source == "The winter of 2018")
    for key in [
      "assumptions.nationalGrowth.mean.esrd", "assumptions.retention.mean",
      "assumptions.claimsNoise.law", "assumptions.quality.mean",
    ] {
      #expect(try figure(key, in: provenance) == figure(key, in: scenario.provenance), "\(key)")
    }
    #expect(provenance.count == scenario.provenance.count)
  }

  @Test func `a stress left untold is told by its keys`() throws {
    #expect(
      try read().stresses[1].says
        == "Changed: population.assignedBeneficiaries to 11_800; population.agedDual.personYears to "
        + "900; agreement.participantRevenue to 60_000_000; agreement.marketShare to 0.2; "
        + "finances.programCost to [1, 2, 3, 4, 5].")
  }

  @Test func `all stresses are the library's and then the scenario's, on its trials and seed`()
    throws
  {
    var scenario = try read()
    scenario.trials = 1_234
    scenario.seed = 9
    let all = Stress.all(for: scenario)
    #expect(all.map(\.name) == Stress.libraryNames + ["longWinter", "smaller"])
    #expect(all.allSatisfy { $0.changed.trials == 1_234 && $0.changed.seed == 9 })
    #expect(all.allSatisfy { $0.changed.stresses.isEmpty })
  }

  @Test func `a file with a history has its own stresses`() throws {
    let scenario = try Examples.read(
      Examples.leastHistory + """
        stresses:
          - {name: dear, title: Dear, source: judgement, assumptions: {retention: {mean: 0.7}}}

        """)
    #expect(scenario.stresses[0].changed.assumptions.retention.mean == 0.7)
    #expect(scenario.stresses[0].changed.history == scenario.history)
    #expect(
      try Examples.problems(
        Examples.leastHistory + """
          stresses:
            - {name: dear, title: Dear, source: judgement, population: {esrd: {personYears: 80}}}

          """)
        == [
          "x.yaml:21:63: stresses.1.population.esrd is not a key of a scenario. Allowed here: "
            + "assignedBeneficiaries, growthToBenchmark, largestPractice."
        ])
  }

  @Test func `faults of the file are said once, whatever the stresses`() throws {
    let text = try Examples.least("number: 1", "number: 0") + Self.two
    #expect(try Examples.problems(text).count == 1)
  }

  @Test func `a stress may break what holds between keys, and is refused for it`() throws {
    let text =
      Examples.least + """
        stresses:
          - {name: tiny, title: Tiny, source: judgement, population: {assignedBeneficiaries: 9_000}}

        """
    #expect(
      try Examples.problems(text) == [
        "x.yaml:17:86: stresses.1.population.assignedBeneficiaries is 9_000, and the four types' "
          + "personYears sum to 11_700. Allowed: a sum from half of the assigned beneficiaries "
          + "through all of them (42 CFR 425.652(a)). Correct the headcount or the four personYears."
      ])
  }
}
