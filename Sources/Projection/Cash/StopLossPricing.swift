import Reconciliation
import Regulation

extension Agreement {
  /// What stop-loss cover is expected to recover of each settlement's year, over the scenario's
  /// trials: dollars, by year and settlement; the same on any number of
  /// workers.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  func expectedRecoveries(
    of settlements: [[BoundSettlement]], _ periods: [BoundPeriod], by cover: StopLossCover,
    workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> [[Estimate]] {
    let width = settlements.reduce(1) { max($0, $1.count) }
    let trials = scenario.trials
    let batches = Self.batches(of: trials)
    var sums = Array(repeating: Moments(), count: batches * 5 * width)
    sums.withUnsafeMutableBufferPointer { sums in
      Self.deal(
        trials, workers: workers, progress: nil, isCancelled: isCancelled, writing: sums,
        with: { MeasuredHistory(self, periods: periods) }
      ) { history, trial, batch, sums in
        history.start(trial: trial)
        for year in 0..<5 {
          history.nextYear()
          for (place, bound) in settlements[year].enumerated() where bound.terms.losses != nil {
            let earned = history.measured[bound.period].result.settlement(under: bound.terms).earned
            let recovery = cover.recovery(of: max(-earned, .zero))
            sums[(batch * 5 + year) * width + place].add(recovery.dollars.amount)
          }
        }
      }
    }
    if isCancelled() { throw Interrupted() }
    return settlements.enumerated().map { year, bounds in
      bounds.indices.map { place in
        let sum = (0..<batches).reduce(into: Moments()) { total, batch in
          total.add(sums[(batch * 5 + year) * width + place])
        }
        return sum.estimate(of: Double(trials))
      }
    }
  }

  /// Premiums that are the expected recovery and its loading, by year and settlement; empty where
  /// they are quoted or there is no cover.
  func stopLossPremiums(
    of settlements: [[BoundSettlement]], _ periods: [BoundPeriod], workers: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> [[Cents]] {
    guard let cover = cash.cover, cover.isPricedByTrials, let loading = cover.loading else {
      return []
    }
    return try expectedRecoveries(
      of: settlements, periods, by: cover, workers: workers, isCancelled: isCancelled
    ).map { $0.map { Cents(rounding: Dollars($0.value * (1 + loading))) } }
  }
}
