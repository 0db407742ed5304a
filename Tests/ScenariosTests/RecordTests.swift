import Regulation
import Testing

@testable import Scenarios

@Suite struct RecordTests {
  private static let record = """
    record:
      continues: true
      source: own settlement reports
      years:
        - {year: 2023, savingsRate: 0.031, assignedBeneficiaries: 11_800, newBenchmark: true}
        - {year: 2025, savingsRate: -0.004, assignedBeneficiaries: 12_100}

    """

  private static func problems(_ old: String, _ new: String) throws -> [String] {
    try Examples.problems(
      Examples.least + Examples.least(old, new, in: record))
  }

  @Test func `a record is read with its sources`() throws {
    let scenario = try Examples.read(Examples.least + Self.record)
    #expect(
      scenario.record
        == Record(
          years: [
            .init(
              year: 2023, savingsRate: 0.031, assignedBeneficiaries: 11_800, newBenchmark: true),
            .init(
              year: 2025, savingsRate: -0.004, assignedBeneficiaries: 12_100, newBenchmark: false),
          ], continues: true))
    let told = scenario.provenance.filter { $0.key.hasPrefix("record.") }
    #expect(told.count == 8)
    #expect(told.allSatisfy { $0.source == "own settlement reports" && $0.status == .stated })
    #expect(scenario.provenance.contains { $0.key == "assumptions.startingPosition.persistence" })
  }

  @Test func `without a record nothing is told of its prior`() throws {
    let scenario = try Examples.read(Examples.least)
    #expect(scenario.record == nil)
    #expect(scenario.assumptions.startingPosition.means.count == 5)
    #expect(!scenario.provenance.contains { $0.key.hasPrefix("assumptions.startingPosition") })
  }

  @Test func `years stand in order and before the agreement`() throws {
    #expect(
      try Self.problems("year: 2025", "year: 2023") == [
        "x.yaml:21:14: record.years.2.year is 2023 after 2023. Allowed: each performance year once, "
          + "oldest first. Put them in order."
      ])
    #expect(
      try Self.problems("year: 2025", "year: 2027") == [
        "x.yaml:21:14: record.years.2.year is 2027. Allowed: years before 2027, the first "
          + "performance year. Leave later ones out."
      ])
  }

  @Test func `what a year lacks is asked for`() throws {
    #expect(
      try Self.problems("savingsRate: -0.004, ", "").map { $0.contains("savingsRate is missing") }
        == [true])
    #expect(
      try Self.problems("savingsRate: -0.004", "savingsRate: -4").map {
        $0.contains("Fractions, not percents")
      } == [true])
  }

  @Test func `means are those of the nearest year told`() throws {
    let prior = try Examples.read(Examples.least).assumptions.startingPosition
    #expect(prior.mean(in: 2022) == prior.means[4])
    #expect(prior.mean(in: 2030) == prior.means[4])
    #expect(prior.mean(in: 2020) == prior.means[2])
    #expect(prior.mean(in: 2001) == prior.means[0])
  }
}
