import Regulation
import Scenarios

extension Agreement {
  /// The options compared over all trials of a tally of this agreement.
  public func comparison(of tally: Tally) -> Comparison {
    let totals = concurrently(options.count) { AmountSegments(tally.options[$0].total) }
    let edges = HistogramEdges(totals)
    return Comparison(
      scenario: scenario, trials: tally.trials, seed: scenario.seed,
      rulebookDigest: rulebookDigest,
      outlooks: concurrently(options.count) { option in
        outlook(option, tally.options[option], Histogram(totals[option], edges))
      },
      differences: options.indices.map { row in
        options.indices.map { tally.pair(row, $0).difference(of: tally.trials) }
      },
      histories: tally.histories.enumerated().map { historyYear($0, $1) },
      paymentsChecksum: tally.checksum.text)
  }

  private func outlook(
    _ option: Int, _ tally: OptionTally, _ histogram: Histogram
  ) -> TrackOutlook {
    let net = tally.net.map(Distribution.init)
    let worst = Distribution(tally.worstYear)
    return TrackOutlook(
      requested: options[option].requested, terms: options[option].terms,
      years: tally.payments.map(Distribution.init), total: Distribution(tally.total), net: net[4],
      cumulativeNet: net, histogram: histogram,
      paymentLimitHits: tally.paymentLimitHits.estimate(of: worst.trials),
      lossLimitHits: tally.lossLimitHits.estimate(of: worst.trials),
      chanceOfAnyRepayment: worst.chanceToOwe, worstYear: worst)
  }
}

extension Tally {
  /// Of each option's five-year net, in dollars, with its standard error.
  public var netSpreads: [Estimate] { options.map { $0.net[4].standardDeviation(of: trials) } }
}
