/// One option's trials: five-year net and the worst year's payment, in cents.
struct OptionTrials: Sendable {
  var net: [Int64]
  var worstYear: [Int64]
  let distribution: Distribution

  init(_ option: Int, of ledger: Ledger) {
    net = ledger.cumulativeNet(of: option, year: 4)
    worstYear = ledger.worstYear(of: option)
    distribution = Distribution(cents: net)
  }
}

extension StressChange {
  /// Both over the same trials, in their order.
  ///
  /// The errors are those of differences: of the mean and the chance, of their trials' differences;
  /// of the mean of the worst 5 percent, of its influence trial by trial (Manistre & Hancock,
  /// "Variance of the CTE Estimator", 2005); of the 5th percentile, of both errors less twice what
  /// the trials below both percentiles share.
  init(_ stressed: OptionTrials, less unstressed: OptionTrials) {
    let (after, before) = (stressed.distribution, unstressed.distribution)
    let owing = zip(stressed.worstYear, unstressed.worstYear).map {
      ($0 < 0 ? 1.0 : 0) - ($1 < 0 ? 1.0 : 0)
    }
    self.init(
      mean: PairedDifference(stressed.net, less: unstressed.net).mean,
      fifthPercentile: Self.percentile(stressed, unstressed),
      tailMean: Estimate(
        value: after.tailMean.value - before.tailMean.value,
        standardError: Self.tailError(stressed, unstressed)),
      chanceOfOwing: StudyTable.estimate(of: owing))
  }

  private static func tailError(_ stressed: OptionTrials, _ unstressed: OptionTrials) -> Double {
    let edges = (stressed.edge, unstressed.edge)
    let influence = zip(stressed.net, unstressed.net).map { after, before in
      Double(min(after - edges.0, 0) - min(before - edges.1, 0)) / Distribution.tail / 100
    }
    return StudyTable.estimate(of: influence).standardError
  }

  private static func percentile(
    _ stressed: OptionTrials, _ unstressed: OptionTrials
  ) -> Estimate {
    let (after, before) = (
      stressed.distribution.quantiles[0], unstressed.distribution.quantiles[0]
    )
    let level = after.level
    let both = zip(stressed.net, unstressed.net).count {
      $0 <= stressed.edge && $1 <= unstressed.edge
    }
    let shared = Double(both) / Double(max(1, stressed.net.count))
    let correlation = min(1, (shared - level * level) / (level - level * level))
    let (first, second) = (after.standardError, before.standardError)
    let variance = (first - second) * (first - second) + 2 * (1 - correlation) * first * second
    return Estimate(
      value: after.value.dollars.amount - before.value.dollars.amount,
      standardError: max(0, variance).squareRoot())
  }
}

extension OptionTrials {
  /// The 5th percentile, about which the tail lies.
  fileprivate var edge: Int64 { distribution.quantiles[0].value.count }
}
