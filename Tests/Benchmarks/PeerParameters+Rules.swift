import Regulation
import Scenarios

/// What the rules give a peer: the terms of each year and of each track.
extension PeerParameters {
  func year(_ place: Int) throws -> [String: Any] {
    let (year, period) = (performanceYear(place), scenario.agreement.period)
    let benchmark = try rules.benchmarkTerms(in: year, of: period)
    let quality = try rules.qualityTerms(in: year, of: period, measuredBy: [])
    if benchmark.prospectiveGrowthAbove != nil || benchmark.prospectiveGrowthBelow != nil {
      throw BeyondPeers(what: "a prospective trend held near the nation's growth")
    }
    guard case .aggregate(let cap) = benchmark.riskRatioCap else {
      throw BeyondPeers(what: "a cap on risk ratios other than the aggregate one")
    }
    return [
      "prospectiveWeight": benchmark.prospectiveTrendWeight.fraction, "riskCap": cap.fraction,
      "guardrail": benchmark.hasGuardrail ? 1 : 0,
      // -1 where the region's growth is never raised.
      "regionalRiskCap": benchmark.regionalRiskCap?.fraction ?? -1,
      "firstYearMeets":
        scenario.agreement.number == 1 && place == 0 && quality.firstYearMeetsByReporting ? 1 : 0,
      "reliefShare": quality.extremeCircumstancesShare.fraction,
      "lowRevenue": try rules.lowRevenueThreshold(in: year, of: period).fraction,
    ]
  }

  /// -1 for what a track does not have.
  func terms(_ track: Track, _ place: Int) throws -> [String: Any] {
    let terms = try rules.terms(
      for: track, in: performanceYear(place), of: scenario.agreement.period,
      choosing: scenario.agreement.minimumRateChoice)
    guard terms.sharingByQuality == .standardOrAlternative else {
      throw BeyondPeers(what: "a sharing rate of the years before 2023")
    }
    var lossRates = (least: -1.0, most: -1.0)
    switch terms.losses?.sharedLossRate {
    case .fixed(let rate): lossRates = (rate.fraction, rate.fraction)
    case .complementOfSharing(let bounds):
      lossRates = (bounds.lowerBound.fraction, bounds.upperBound.fraction)
    case nil: break
    }
    return [
      "table": terms.minimumRates.table.bands.map {
        [Double($0.fewest), Double($0.most), $0.atFewest.fraction, $0.atMost.fraction]
      },
      "elected": terms.minimumRates.elected?.fraction ?? -1,
      "fewestForElection": terms.minimumRates.fewestForElection,
      "sharing": terms.maximumSharingRate.fraction,
      "limit": terms.performancePaymentLimit.fraction,
      "sequestration": terms.sequestration.fraction,
      "reduced": terms.reducedSharing?.factor.fraction ?? -1,
      "fewestForReduced": terms.reducedSharing?.fewestBeneficiaries ?? 0,
      "twoSided": terms.losses == nil ? 0 : 1,
      "leastLossRate": lossRates.least, "mostLossRate": lossRates.most,
      "lossLimitOfBenchmark": terms.losses?.recoupmentLimit.ofBenchmark?.fraction ?? -1,
      "lossLimitOfRevenue": terms.losses?.recoupmentLimit.ofRevenue?.fraction ?? -1,
      "monthsInYear": terms.monthsInYear,
    ]
  }
}
