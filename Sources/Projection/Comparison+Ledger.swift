import Regulation
import Scenarios

extension Agreement {
  /// The options compared over all trials of a ledger of this agreement.
  public func comparison(of ledger: Ledger) -> Comparison {
    let edges = HistogramEdges(ledger)
    let outlooks = concurrently(options.count) { outlook($0, of: ledger, edges) }
    let nets = options.indices.map { ledger.cumulativeNet(of: $0, year: 4) }
    let pairs = concurrently(options.count * options.count) { place in
      PairedDifference(nets[place / options.count], less: nets[place % options.count])
    }
    var comparison = Comparison(
      scenario: scenario, trials: ledger.trials, seed: scenario.seed,
      rulebookDigest: rulebookDigest, outlooks: outlooks,
      differences: options.indices.map { row in
        Array(pairs[row * options.count..<(row + 1) * options.count])
      },
      histories: (0..<5).map { historyYear($0, ledger.history($0)) },
      paymentsChecksum: ledger.checksumText)
    comparison.parties = partyOutlook(of: ledger)
    return comparison
  }

  private func outlook(_ option: Int, of ledger: Ledger, _ edges: HistogramEdges) -> TrackOutlook {
    let bound = options[option]
    let total = ledger.total(of: option)
    let net = ledger.cumulativeNet(of: option).map { Distribution(cents: $0) }
    let worst = ledger.worstYear(of: option)
    return TrackOutlook(
      requested: bound.requested,
      terms: bound.terms,
      years: (0..<5).map { Distribution(cents: ledger.payments(of: option, year: $0)) },
      total: Distribution(cents: total), net: net[4], cumulativeNet: net,
      histogram: Histogram(total, edges),
      paymentLimitHits: ledger.limitHits(of: option) { $0 % 16 },
      lossLimitHits: ledger.limitHits(of: option) { $0 / 16 },
      chanceOfAnyRepayment: Chance(worst.count { $0 < 0 }, of: ledger.trials),
      worstYear: Distribution(cents: worst))
  }
}

extension Ledger {
  /// One year's history over all trials.
  func history(_ year: Int) -> HistorySums {
    stride(from: year, to: histories.count, by: 5).reduce(into: HistorySums()) {
      $0.add(histories[$1])
    }
  }

  func limitHits(of option: Int, _ part: (UInt8) -> UInt8) -> Estimate {
    var moments = Moments()
    for hits in limitHits[option * trials..<(option + 1) * trials] {
      moments.add(Double(part(hits)))
    }
    return moments.estimate(of: Double(trials))
  }
}

extension PairedDifference {
  init(_ first: some Collection<Int64>, less second: some Collection<Int64>) {
    var (sum, more, less) = (Int128.zero, 0, 0)
    for (a, b) in zip(first, second) {
      sum += Int128(a - b)
      if a > b { more += 1 } else if a < b { less += 1 }
    }
    let n = Double(first.count)
    let mean = Double(sum) / n
    var squares = 0.0
    for (a, b) in zip(first, second) {
      let deviation = Double(a - b) - mean
      squares += deviation * deviation
    }
    let variance = squares / max(1, n - 1)
    self.init(
      mean: Estimate(value: mean / 100, standardError: (variance / n).squareRoot() / 100),
      chanceOfMore: Chance(more, of: first.count), chanceOfLess: Chance(less, of: first.count))
  }
}
