import Regulation

extension TrackTerms {
  /// Sharing rate, payment limit, loss rate, loss limit and minimum rates, as page 2 prints them.
  var cells: [String] {
    [
      maximumSharingRate.percent,
      performancePaymentLimit.percent,
      losses?.sharedLossRate.words ?? "none",
      losses?.recoupmentLimit.words ?? "nothing can be owed",
      minimumRates.words
        + (reducedSharing.map { "; \($0.factor.percent) of rate below it" } ?? ""),
    ]
  }
}

extension SharedLossRate {
  var words: String {
    switch self {
    case .fixed(let rate): rate.percent
    case .complementOfSharing(let bounds):
      "\(bounds.lowerBound.percent)–\(bounds.upperBound.percent) by quality"
    }
  }
}

extension LossRecoupmentLimit {
  var words: String {
    let shares = [
      ofRevenue.map { "\($0.percent) of revenue" },
      ofBenchmark.map { "\($0.percent) of benchmark" },
    ].compactMap { $0 }
    switch shares.count {
    case 0: return "no limit"
    case 1: return shares[0]
    default: return "\(shares[0]) or \(shares[1])"
    }
  }
}

extension MinimumRateTerms {
  var words: String {
    if let elected { return "± \(elected.percent) elected" }
    let rates = table.bands.flatMap { [$0.atFewest, $0.atMost] }
    guard let least = rates.min(), let most = rates.max() else { return "by size" }
    return least == most ? most.percent : "\(least.percent)–\(most.percent) by size"
  }
}

extension Rate {
  /// A rate of the law, exact: `30%`, `2.5%`.
  var percent: String {
    let places = [0, 1, 2, 3].first { places in
      let scaled = fraction * 100 * Precision.power(places)
      return (scaled - scaled.rounded()).magnitude < 1e-7
    }
    return DecimalText.printed(fraction * 100, places: places ?? 4) + "%"
  }
}
