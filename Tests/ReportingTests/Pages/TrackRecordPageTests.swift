import Evidence
import Testing

@testable import Reporting

/// Page 15: change the record's numbers, and its sentences follow.
@Suite struct TrackRecordPageTests {
  private func deck(_ record: SampleRecord = SampleRecord()) throws -> Deck {
    Deck(
      FixedComparison().comparison, stresses: [], trackRecord: try record.make(),
      engineVersion: "1.2.3")
  }

  private func remarks(_ record: SampleRecord = SampleRecord()) throws -> [String] {
    try deck(record).remarks(15)
  }

  private func chart(_ record: SampleRecord = SampleRecord()) throws -> CoverageChart {
    let charts = try deck(record).pages.flatMap(\.exhibits).compactMap { exhibit in
      if case .chart(.coverage(let chart)) = exhibit { chart } else { nil }
    }
    return try #require(charts.first)
  }

  @Test func `the headline says what the range held`() throws {
    let begins =
      "Of 400 savings rates published for 2020, the ranges that could be simulated at signing and "
      + "were meant to hold 80% held "
    let ends = "; every simple forecast missed by more."
    #expect(try deck().headline(15) == begins + "81%" + ends)
    #expect(
      try deck(SampleRecord(held80: 0.74)).headline(15)
        == begins + "74%: they were too narrow" + ends)
    #expect(
      try deck(SampleRecord(held80: 0.88)).headline(15)
        == begins + "88%: they were wider than promised" + ends)
  }

  @Test func `a baseline that wins or cannot be told apart is named in the headline`() throws {
    #expect(
      try deck(SampleRecord(over: [0.005, 0.004, -0.003])).headline(15)
        .hasSuffix("; but a regression on the last rate came closer on average."))
    #expect(
      try deck(SampleRecord(over: [0.005, 0.001, -0.001])).headline(15).hasSuffix(
        "; no simple forecast came closer, the last published rate and a regression on the last "
          + "rate as close."))
  }

  @Test func `runs in which a simple forecast came closer are listed with their error`() throws {
    #expect(try remarks().contains("No simple forecast came closer in any of the 1 runs."))
    #expect(
      try remarks(SampleRecord(over: [0.005, 0.004, -0.000_33])).contains(
        "A simple forecast came closer in 1 of 3 comparisons: a regression on the last rate for "
          + "2020 known through 2018 (by 0.03 ± 0.10)."))
  }

  @Test func `the error common to a year is apart, and the pandemic is named for its year`() throws
  {
    let told = try remarks().first { $0.hasPrefix("All ACOs together") }
    #expect(
      told
        == "All ACOs together came 2.4 points above forecast in 2020. Apart from that error common "
        + "to a year the range for 80% held 84% ± 2; one year is too few to tell how large such a "
        + "year can be. 2020 was the first year of the pandemic, which nothing published in 2018 "
        + "could tell.")
    let calm = try remarks(SampleRecord(commonError: 0.006, target: 2022))
    #expect(
      calm.contains { $0.hasPrefix("All ACOs together came 0.6 points below forecast in 2022.") })
    #expect(calm.allSatisfy { !$0.contains("pandemic") })
  }

  @Test func `groups that are off are counted and named`() throws {
    #expect(
      try remarks().contains(
        "In none of the 13 groups is the range for 80% off by more than two standard errors."))
    let off = SampleRecord(changed: [.newAgreement: 0.7, .track(.highestRisk): 0.9])
    #expect(
      try remarks(off).contains(
        "The range for 80% is off by more than two standard errors in 2 of 13 groups: under a new "
          + "agreement 70% ± 2 and in ENHANCED or Tracks 2 and 3 90% ± 2."))
  }

  @Test func `the scenario's own size, agreement and tracks are found in the record`() throws {
    let comparison = FixedComparison().comparison
    let size = Double(comparison.scenario.population.assignedBeneficiaries)
    let band = try #require(SizeBand.allCases.first { $0.contains(size) })
    let record = SampleRecord(changed: [.size(band): 0.77, .newAgreement: 0.78])
    let nearest = try remarks(record).first { $0.hasPrefix("Nearest to this ACO's") }
    #expect(
      nearest == "Nearest to this ACO's \(DecimalText.grouped(Int(size))) beneficiaries are the "
        + "ACOs of \(band.title): their range for 80% held 77% ± 2 of 400 published rates; under a "
        + "new agreement 78% ± 2, one-sided 81% ± 2, two-sided in BASIC or Track 1+ 81% ± 2 and in "
        + "ENHANCED or Tracks 2 and 3 81% ± 2.")
    let own = try chart(record).rows.filter(\.isOwn).map(\.name)
    #expect(own.count == 5 && own.contains("New agreement") && !own.contains("All forecasts"))
    let rest = ForecastGroup.allCases.filter { $0 != .size(band) }
    let without = try remarks(SampleRecord(groups: rest))
    #expect(without.contains { $0.hasPrefix("Nearest to this ACO's") && !$0.contains(band.title) })
  }

  @Test func `the chart has a row for each group and one less the common error`() throws {
    let chart = try chart()
    #expect(chart.rows.count == 14 && chart.promised == [0.5, 0.8, 0.9])
    #expect(chart.rows[0].name == "All forecasts" && chart.rows[0].held[1].share == 0.81)
    #expect(chart.rows[1].held[1].share == 0.84)
    let svg = chart.drawing(id: "x", height: 340).element
    for shape in ["class=\"dot-what-if\"", "class=\"dot\"", "class=\"tail\""] {
      #expect(svg.contains(shape), "each range has a mark of its own shape: \(shape)")
    }
  }

  @Test func `sums, leavers, payments and the source follow the record`() throws {
    let told = try remarks()
    #expect(
      told.contains {
        $0 == "Of one agreement's years together the range for 80% held 81% ± 2 of 400 sums over "
          + "2020 to 2022, known through 2018; no longer sum is published."
      })
    #expect(try remarks(SampleRecord(sums: false)).allSatisfy { !$0.contains(" sums over ") })
    #expect(
      told.contains {
        $0.hasPrefix("Of 300 published payments 87% ± 2 lay in the simulated range for 80%")
          && $0.hasSuffix("in 1 of 2 tenths of it.")
      })
    #expect(
      told.contains {
        $0.contains("100 were gone by 2020, their last rate 1.0 ± 0.2 points lower")
          && $0.hasSuffix("changes the error by 0.01 ± 0.02.")
      })
    #expect(told.contains { $0.hasPrefix("Measured by Glidepath 9.9.9 on 1 files of CMS, 2,000") })
  }

  @Test func `no record, no page 15; with one it stands between 12 and 16`() throws {
    #expect(!FixedComparison().deck().pages.contains { $0.number == 15 })
    #expect(try deck().pages.map(\.number) == deck().pages.map(\.number).sorted())
    #expect(try deck().pages.count { $0.number == 15 } == 2)
  }
}
