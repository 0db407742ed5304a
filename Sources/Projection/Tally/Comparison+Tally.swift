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
        outlook(
          option, tally.options[option], Histogram(totals[option], edges), tally.randomisations)
      },
      differences: options.indices.map { row in
        options.indices.map { tally.difference(row, $0) }
      },
      histories: tally.histories.enumerated().map { year, sums in
        historyYear(year, sums, tally.parts.map { $0.histories[year] }, tally.randomisations)
      },
      paymentsChecksum: tally.checksum.text)
  }

  private func outlook(
    _ option: Int, _ tally: OptionTally, _ histogram: Histogram, _ randomisations: Randomisations
  ) -> TrackOutlook {
    let net = tally.net.map { Distribution($0, randomisations) }
    let worst = Distribution(tally.worstYear, randomisations)
    return TrackOutlook(
      requested: options[option].requested, terms: options[option].terms,
      years: tally.payments.map { Distribution($0, randomisations) },
      total: Distribution(tally.total, randomisations), net: net[4],
      cumulativeNet: net, histogram: histogram,
      paymentLimitHits: tally.paymentLimitHits.estimate(
        of: worst.trials, tally.paymentLimitParts, randomisations),
      lossLimitHits: tally.lossLimitHits.estimate(
        of: worst.trials, tally.lossLimitParts, randomisations),
      chanceOfAnyRepayment: worst.chanceToOwe, worstYear: worst)
  }
}

extension Tally {
  /// Of each option's five-year net, in dollars, with its standard error.
  public var netSpreads: [Estimate] {
    options.map { $0.net[4].standardDeviation(of: trials, randomisations) }
  }
}
