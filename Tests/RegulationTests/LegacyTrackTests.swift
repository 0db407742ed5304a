import Testing

@testable import Regulation

/// The tracks of the past, as far as published years are settled by them.
@Suite struct LegacyTrackTests {
  private func terms(
    _ track: LegacyTrack, _ year: Int, from start: Int,
    choosing choice: MinimumRateChoice = .variable
  ) throws -> TrackTerms {
    try Rulebook.current().terms(
      for: .legacy(track), in: PerformanceYear(year), of: AgreementPeriod(firstDay: january(start)),
      choosing: choice)
  }

  @Test func `sharing rates, payment limits and losses by track`() throws {
    let terms = try LegacyTrack.allCases.map { try self.terms($0, 2018, from: 2018) }
    #expect(terms.map(\.maximumSharingRate.fraction) == [0.5, 0.5, 0.6, 0.75])
    #expect(terms.map(\.performancePaymentLimit.fraction) == [0.1, 0.1, 0.15, 0.2])
    #expect(
      terms.map { $0.losses?.sharedLossRate } == [
        nil, .fixed(Rate(0.3)), .complementOfSharing(within: Rate(0.4)...Rate(0.6)),
        .complementOfSharing(within: Rate(0.4)...Rate(0.75)),
      ])
    #expect(terms.map { $0.losses?.recoupmentLimit.ofRevenue?.fraction } == [nil, 0.08, nil, nil])
    #expect(
      terms.map { $0.losses?.recoupmentLimit.ofBenchmark?.fraction } == [nil, 0.04, 0.05, 0.15])
    #expect(terms.allSatisfy { $0.reducedSharing == nil })
  }

  @Test func `the loss limit of Track 2 steps up in its first three years`() throws {
    let limits = try (2014...2017).map {
      try terms(.track2, $0, from: 2014).losses?.recoupmentLimit.ofBenchmark?.fraction
    }
    #expect(limits == [0.05, 0.075, 0.1, 0.1])
  }

  @Test func `sequestration was two percent, then nothing, then two percent`() throws {
    let rates = try [2013, 2018, 2019, 2020, 2021].map {
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

  @Test func `Track 3 began in 2016 and Track 1+ in 2018`() {
    #expect(throws: NotInForce.self) { try terms(.track3, 2015, from: 2015) }
    #expect(throws: NotInForce.self) { try terms(.track1Plus, 2017, from: 2017) }
  }
}
