import Probability
import Regulation

extension SpreadShare.Side {
  /// What is drawn again to see what this side is worth.
  var purposes: PurposeSet {
    switch self {
    case .benchmark: [.historicalBenchmarkNoise, .nationalGrowth, .regionalDeviation]
    case .benchmarkYears: [.historicalBenchmarkNoise]
    }
  }
}

extension Agreement {
  /// The same trials with one side of chance drawn again, against those of the ledger.
  func spread(
    _ side: SpreadShare.Side, _ ledger: Ledger, _ trials: Int, workers: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws -> SpreadShare {
    var fewer = self
    fewer.scenario.trials = trials
    let again = try fewer.ledger(
      redrawing: side.purposes, workers: workers, isCancelled: isCancelled)
    return SpreadShare(
      side: side,
      shares: options.indices.map { option in
        Self.share(
          of: ledger.cumulativeNet(of: option, year: 4).prefix(trials),
          redrawn: again.cumulativeNet(of: option, year: 4))
      })
  }

  /// Half the mean square of the differences over the variance; zero where nothing varies. Its error is
  /// that of a ratio, for the variance is of the same trials.
  static func share(
    of first: ArraySlice<Int64>, redrawn second: [Int64]
  ) -> Estimate {
    let values = first.map(Double.init)
    let variance = StudyTable.variance(of: values)
    guard variance > 0 else { return Estimate(value: 0, standardError: 0) }
    let mean = StudyTable.estimate(of: values).value
    let halves = zip(values, second).map { ($0 - Double($1)) * ($0 - Double($1)) / 2 }
    let share = StudyTable.estimate(of: halves).value / variance
    let rests = zip(values, halves).map { ($1 - share * ($0 - mean) * ($0 - mean)) / variance }
    return Estimate(
      value: share, standardError: StudyTable.estimate(of: rests).standardError)
  }
}
