import Regulation
import Scenarios

extension Agreement {
  /// The options compared over all trials of a tally of this agreement.
  public func comparison(of tally: Tally) -> Comparison {
    let (places, randomisations) = (tally.places, tally.randomisations)
    let ends = places.places(of: .total)
    let totals = concurrently(ends.count) { AmountSegments(tally.amounts[ends[$0]]) }
    let edges = HistogramEdges(totals)
    let told = concurrently(places.firsts.count) { place in
      Distribution(
        tally.amounts[place], in: ends.firstIndex(of: place).map { totals[$0] }, randomisations)
    }
    return Comparison(
      scenario: scenario, trials: tally.trials, seed: scenario.seed,
      rulebookDigest: rulebookDigest,
      outlooks: options.indices.map { option in
        outlook(option, tally, told, Histogram(totals[places.ends[option]], edges))
      },
      differences: options.indices.map { row in
        options.indices.map { tally.difference(row, $0) }
      },
      histories: tally.histories.enumerated().map { year, sums in
        historyYear(year, sums, tally.parts.map { $0.histories[year] }, randomisations)
      },
      paymentsChecksum: tally.checksum.text)
  }

  /// - Parameter told: By place.
  private func outlook(
    _ option: Int, _ tally: Tally, _ told: [Distribution], _ histogram: Histogram
  ) -> TrackOutlook {
    let (places, limits) = (tally.places, tally.limits[option])
    let net = (0..<5).map { told[places.net(of: option, year: $0)] }
    let worst = told[places.worstYear(of: option)]
    func hits(_ moments: (LimitTally.Hits) -> ExactMoments) -> Estimate {
      moments(limits.all).estimate(
        of: tally.trials, limits.parts.map(moments), tally.randomisations)
    }
    return TrackOutlook(
      requested: options[option].requested, terms: options[option].terms,
      years: (0..<5).map { told[places.payment(of: option, year: $0)] },
      total: told[places.total(of: option)], net: net[4], cumulativeNet: net,
      histogram: histogram, paymentLimitHits: hits(\.payment), lossLimitHits: hits(\.loss),
      chanceOfAnyRepayment: worst.chanceToOwe, worstYear: worst)
  }
}

extension Tally {
  /// Of each option's five-year net, in dollars, with its standard error.
  public var netSpreads: [Estimate] {
    let ends = places.places(of: .net(year: 4))
    let spreads = concurrently(ends.count) {
      amounts[ends[$0]].standardDeviation(of: trials, randomisations)
    }
    return places.ends.map { spreads[$0] }
  }
}
