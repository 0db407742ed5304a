import Testing

@testable import Regulation

/// The tracks of the past, as far as published years are settled by them.
@Suite struct LegacyTrackTests {
  /// What the law asked, with the section that asked it.
  struct Terms: Sendable, CustomTestStringConvertible {
    var track: LegacyTrack
    var section: String
    /// Performance years settled under it.
    var years: ClosedRange<Int>
    var sharingRate, paymentLimit: Double
    var lossRate: SharedLossRate?
    var limitOfRevenue, limitOfBenchmark: Double?
    var testDescription: String { track.title }
  }

  static let table = [
    Terms(
      track: .track1, section: "425.604", years: 2013...2021, sharingRate: 0.5, paymentLimit: 0.1),
    Terms(
      track: .track1Plus, section: "425.604", years: 2018...2021, sharingRate: 0.5,
      paymentLimit: 0.1, lossRate: .fixed(Rate(0.3)), limitOfRevenue: 0.08, limitOfBenchmark: 0.04),
    Terms(
      track: .track2, section: "425.606", years: 2013...2021, sharingRate: 0.6, paymentLimit: 0.15,
      lossRate: .complementOfSharing(within: Rate(0.4)...Rate(0.6)), limitOfBenchmark: 0.05),
    Terms(
      track: .track3, section: "425.610", years: 2016...2021, sharingRate: 0.75, paymentLimit: 0.2,
      lossRate: .complementOfSharing(within: Rate(0.4)...Rate(0.75)), limitOfBenchmark: 0.15),
  ]

  private func terms(
    _ track: LegacyTrack, _ year: Int, from start: Int,
    choosing choice: MinimumRateChoice = .variable
  ) throws -> TrackTerms {
    try Rulebook.current().terms(
      for: .legacy(track), in: PerformanceYear(year), of: AgreementPeriod(firstDay: january(start)),
      choosing: choice)
  }

  @Test(arguments: table)
  func `rates and limits in every year it lived, and none before or after`(_ law: Terms) throws {
    for year in law.years {
      let terms = try terms(law.track, year, from: year)
      #expect(terms.maximumSharingRate.fraction == law.sharingRate)
      #expect(terms.performancePaymentLimit.fraction == law.paymentLimit)
      #expect(terms.losses?.sharedLossRate == law.lossRate)
      #expect(terms.losses?.recoupmentLimit.ofRevenue?.fraction == law.limitOfRevenue)
      #expect(terms.losses?.recoupmentLimit.ofBenchmark?.fraction == law.limitOfBenchmark)
      #expect(terms.reducedSharing == nil)
    }
    for year in [law.years.lowerBound - 2, law.years.upperBound + 1, 2024, 2030] {
      #expect(throws: NotInForce.self) { try terms(law.track, year, from: min(year, 2018)) }
    }
  }

  @Test func `a track after its last year says so`() {
    let fault = #expect(throws: NotInForce.self) { try terms(.track1, 2022, from: 2018) }
    #expect(fault?.description == "No value is in force on 2022-01-01 for: Terms of Track 1.")
  }

  @Test(arguments: table)
  func `every value cites the section it was written in`(_ law: Terms) throws {
    let file = Track.legacy(law.track).ruleFile
    let rules = try Rulebook.current().parameters.filter { $0.name.hasPrefix(file + ".") }
    #expect(rules.count >= 4)
    for (name, parameter) in rules {
      for dated in parameter.values where dated.value != .word("no") {
        #expect(dated.cite.hasPrefix("42 CFR \(law.section)"), "\(name): \(dated.cite)")
      }
    }
  }

  @Test func `the loss limit of Track 2 steps up in its first three years`() throws {
    // 42 CFR 425.606(g): 5, 7.5 and 10 percent of the benchmark.
    let limits = try (2014...2017).map {
      try terms(.track2, $0, from: 2014).losses?.recoupmentLimit.ofBenchmark?.fraction
    }
    #expect(limits == [0.05, 0.075, 0.1, 0.1])
  }

  @Test(arguments: [LegacyTrack.track1Plus, .track2, .track3])
  func `a two-sided track elects a symmetric rate or the table's`(_ track: LegacyTrack) throws {
    for rate in [0, 0.005, 0.01, 0.015, 0.02] {
      let minimum = try terms(track, 2018, from: 2018, choosing: .elected(Rate(rate))).minimumRates
      #expect(minimum.elected == Rate(rate))
      // 42 CFR 425.110(b)(3): with fewer the table holds for the year.
      #expect(minimum.fewestForElection == 5_000)
    }
    #expect(throws: RuleFault.self) {
      try terms(track, 2018, from: 2018, choosing: .elected(Rate(0.03)))
    }
    #expect(try terms(track, 2018, from: 2018).minimumRates.elected == nil)
  }

  @Test(arguments: LegacyTrack.allCases)
  func `every track has the table, and Track 1 nothing else`(_ track: LegacyTrack) throws {
    // 42 CFR 425.604(b): 3.9 percent at 5,000, 3.6 at 5,999, 2 from 60,000.
    let minimum = try terms(track, 2018, from: 2018, choosing: .elected(Rate(0.005))).minimumRates
    #expect(minimum.elected == (track == .track1 ? nil : Rate(0.005)))
    let band = try #require(minimum.table.bands.first { $0.fewest == 5_000 })
    #expect(band.most == 5_999)
    #expect(band.atFewest == Rate(0.039))
    #expect(band.atMost == Rate(0.036))
    #expect(minimum.table.bands.last?.atMost == Rate(0.02))
  }

  @Test func `sequestration was two percent, then nothing, then two percent`() throws {
    let rates = try [2014, 2018, 2019, 2020, 2021].map {
      try terms(.track1, $0, from: 2013).sequestration.fraction
    }
    #expect(rates == [0.02, 0.02, 0, 0, 0.02])
  }

  @Test func `the score multiplied the rate through 2020`() throws {
    let words = try [2013, 2020, 2021].map { try terms(.track1, $0, from: 2013).sharingByQuality }
    #expect(words == [.timesScore, .timesScore, .standardOnly])
  }

  @Test(arguments: LegacyTrack.allCases)
  func `no scenario can name a track of the past`(track: LegacyTrack) {
    #expect(Track(key: track.rawValue) == nil)
    #expect(!Track.allCases.contains(.legacy(track)))
    #expect(Track.legacy(track).title == track.title)
  }
}
