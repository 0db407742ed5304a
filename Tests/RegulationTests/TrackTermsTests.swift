import Testing

@testable import Regulation

/// The tables of sharing, losses and minimum rates, as the regulation has them.
@Suite struct TrackTermsTests {
  let agreement = AgreementPeriod(firstDay: january(2025))
  let year = PerformanceYear(2026)

  private func terms(
    _ track: Track, choosing choice: MinimumRateChoice = .variable
  ) throws -> TrackTerms {
    try Rulebook.current().terms(for: track, in: year, of: agreement, choosing: choice)
  }

  @Test func `sharing rates and payment limits by track`() throws {
    let terms = try Track.allCases.map { try self.terms($0) }
    #expect(terms.map(\.maximumSharingRate.fraction) == [0.4, 0.4, 0.5, 0.5, 0.5, 0.75])
    #expect(terms.map(\.performancePaymentLimit.fraction) == [0.1, 0.1, 0.1, 0.1, 0.1, 0.2])
    #expect(terms.map(\.sequestration.fraction) == Array(repeating: 0.02, count: 6))
    #expect(terms.map(\.monthsInYear) == Array(repeating: 12, count: 6))
    #expect(terms.map(\.track) == Track.allCases)
  }

  @Test func `Levels A and B have no loss terms`() throws {
    #expect(try terms(.basic(.a)).losses == nil)
    #expect(try terms(.basic(.b)).losses == nil)
  }

  @Test func `losses are shared at 30 percent at C, D and E; the limits step up`() throws {
    let losses = try [Level.c, .d, .e].map { try #require(try terms(.basic($0)).losses) }
    #expect(losses.map(\.sharedLossRate) == Array(repeating: .fixed(Rate(0.3)), count: 3))
    let limits = losses.map(\.recoupmentLimit)
    #expect(limits.map { $0.ofRevenue?.fraction } == [0.02, 0.04, 0.08])
    #expect(limits.map { $0.ofBenchmark?.fraction } == [0.01, 0.02, 0.04])
  }

  @Test func `ENHANCED shares losses by quality, between 40 and 75 percent`() throws {
    let losses = try #require(try terms(.enhanced).losses)
    #expect(losses.sharedLossRate == .complementOfSharing(within: Rate(0.4)...Rate(0.75)))
    #expect(losses.recoupmentLimit == LossRecoupmentLimit(ofBenchmark: Rate(0.15)))
  }

  @Test func `only Level E and ENHANCED are Advanced APMs`() throws {
    let rules = try Rulebook.current()
    let advanced = try Track.allCases.filter {
      try rules.isAdvancedModel($0, in: year, of: agreement)
    }
    #expect(advanced == [.basic(.e), .enhanced])
  }

  @Test func `the variable minimum savings rate by size`() throws {
    let bands = try terms(.basic(.a)).minimumRates.table.bands
    let rows = bands.map {
      [Double($0.fewest), Double($0.most), $0.atFewest.fraction, $0.atMost.fraction]
    }
    #expect(
      rows == [
        [500, 999, 0.122, 0.087], [1_000, 2_999, 0.087, 0.05], [3_000, 4_999, 0.05, 0.039],
        [5_000, 5_999, 0.039, 0.036], [6_000, 6_999, 0.036, 0.034], [7_000, 7_999, 0.034, 0.032],
        [8_000, 8_999, 0.032, 0.031], [9_000, 9_999, 0.031, 0.03], [10_000, 14_999, 0.03, 0.027],
        [15_000, 19_999, 0.027, 0.025], [20_000, 49_999, 0.025, 0.022],
        [50_000, 59_999, 0.022, 0.02],
      ])
  }

  @Test func `the bands meet, in size and in rate`() throws {
    let bands = try terms(.enhanced).minimumRates.table.bands
    for (lower, upper) in zip(bands, bands.dropFirst()) {
      #expect(upper.fewest == lower.most + 1)
      #expect(upper.atFewest == lower.atMost)
    }
  }

  @Test func `a rate is elected for two-sided years only`() throws {
    for track in Track.allCases {
      let rates = try terms(track, choosing: .elected(Rate(0.015))).minimumRates
      #expect(rates.elected == ([.basic(.a), .basic(.b)].contains(track) ? nil : Rate(0.015)))
      #expect(rates.fewestForElection == 5_000)
      #expect(try terms(track).minimumRates.elected == nil)
    }
  }

  @Test func `the rates that may be elected`() throws {
    let rates = try Rulebook.current().minimumRateChoices(in: year, of: agreement)
    #expect(rates.map(\.fraction) == [0, 0.005, 0.01, 0.015, 0.02])
    for rate in rates {
      #expect(try terms(.enhanced, choosing: .elected(rate)).minimumRates.elected == rate)
    }
  }

  @Test func `a rate that may not be elected is refused`() throws {
    let fault = #expect(throws: RuleFault.self) {
      try terms(.basic(.c), choosing: .elected(Rate(2)))
    }
    #expect(
      fault?.description
        == "The minimum rate elected is 2. Allowed: 0, 0.005, 0.01, 0.015, 0.02 or variable "
        + "(42 CFR 425.605(b)(2)(i), 425.610(b)(1)).")
  }

  @Test func `the low-revenue rule is for BASIC agreements from 2024`() throws {
    let rules = try Rulebook.current()
    for start in agreements {
      for track in Track.allCases {
        let terms = try rules.terms(
          for: track, in: PerformanceYear(2027), of: AgreementPeriod(firstDay: start),
          choosing: .variable)
        let rule = ReducedSharingTerms(factor: Rate(0.5), fewestBeneficiaries: 5_000)
        let expected = track != .enhanced && start.year >= 2024 ? rule : nil
        #expect(terms.reducedSharing == expected, "\(track) from \(start)")
      }
    }
  }

  @Test(arguments: [
    (2020, SharingByQuality.timesScore, 0.0), (2021, .standardOnly, 0.02),
    (2022, .standardOnly, 0.02), (2023, .standardOrAlternative, 0.02),
    (2030, .standardOrAlternative, 0.02),
  ])
  func `quality and sequestration by performance year`(
    year: Int, sharing: SharingByQuality, sequestration: Double
  ) throws {
    let terms = try Rulebook.current().terms(
      for: .enhanced, in: PerformanceYear(year),
      of: AgreementPeriod(firstDay: agreements[0]), choosing: .variable)
    #expect(terms.sharingByQuality == sharing)
    #expect(terms.sequestration == Rate(sequestration))
  }
}
