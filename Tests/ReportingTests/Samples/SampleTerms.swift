import Regulation

/// Terms by level for the synthetic comparison, 42 CFR 425.605(d)(1) and 425.610.
enum SampleTerms {
  static func terms(_ track: Track) -> TrackTerms {
    let isEnhanced = track == .enhanced
    return TrackTerms(
      track: track,
      minimumRates: MinimumRateTerms(
        table: table, elected: losses(track) == nil ? nil : Rate(0.01), fewestForElection: 5_000),
      maximumSharingRate: sharing(track), sharingByQuality: .standardOrAlternative,
      performancePaymentLimit: Rate(isEnhanced ? 0.2 : 0.1), sequestration: Rate(0.02),
      reducedSharing: isEnhanced
        ? nil : ReducedSharingTerms(factor: Rate(0.5), fewestBeneficiaries: 5_000),
      losses: losses(track), monthsInYear: 12)
  }

  private static let table = MinimumSavingsRateTable(
    bands: [
      .init(fewest: 5_000, most: 9_999, atFewest: Rate(0.039), atMost: Rate(0.03)),
      .init(fewest: 10_000, most: 14_999, atFewest: Rate(0.03), atMost: Rate(0.027)),
      .init(fewest: 15_000, most: 60_000, atFewest: Rate(0.027), atMost: Rate(0.02)),
    ])

  private static func sharing(_ track: Track) -> Rate {
    switch track {
    case .basic(.a), .basic(.b): Rate(0.4)
    case .basic: Rate(0.5)
    case .enhanced, .legacy: Rate(0.75)
    }
  }

  private static func losses(_ track: Track) -> LossTerms? {
    func basic(_ benchmark: Double, _ revenue: Double) -> LossTerms {
      LossTerms(
        sharedLossRate: .fixed(Rate(0.3)),
        recoupmentLimit: .init(ofBenchmark: Rate(benchmark), ofRevenue: Rate(revenue)))
    }
    return switch track {
    case .basic(.a), .basic(.b): nil
    case .basic(.c): basic(0.01, 0.02)
    case .basic(.d): basic(0.02, 0.04)
    case .basic(.e): basic(0.04, 0.08)
    case .enhanced, .legacy:
      LossTerms(
        sharedLossRate: .complementOfSharing(within: Rate(0.4)...Rate(0.75)),
        recoupmentLimit: .init(ofBenchmark: Rate(0.15)))
    }
  }
}
