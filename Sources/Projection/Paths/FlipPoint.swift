import Regulation

/// How far the ACO's true spending must lie from what is projected before another path is best on
/// expected five-year net.
public struct FlipPoint: Hashable, Sendable {
  /// The path that is best at what is projected, and the one that is beyond the flip point; places
  /// in the outcomes.
  public var from, to: Int
  /// Change of every performance year's expenditure at which the two are equal, a fraction of it:
  /// 0.01 is spending 1 percent higher. Its error is the paired one of their difference there.
  public var shift: Estimate
  /// Mean savings rate over the five years at that change, a fraction of the benchmark.
  public var savingsRate: Estimate
  /// The first so many trials of the comparison.
  public var trials: Int
}

extension Agreement {
  static let mostFlipTrials = 5_000
  /// Changes looked at on either side, each twice the one before: beyond 8 percent no plan reaches.
  private static let steps = [0.005, 0.01, 0.02, 0.04, 0.08]
  private static let halvings = 8

  /// The nearest change of spending, downward and then upward, at which another path becomes best;
  /// none for a side on which none does within 8 percent.
  ///
  /// The trials are those of the comparison, every expenditure multiplied, so that all that differs
  /// is the change. Found by doubling and then by bisection; where the best path changes and changes
  /// back between two steps it is missed.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func flipPoints(
    of outlook: PathOutlook, workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> [FlipPoint] {
    var agreement = self
    agreement.scenario.trials = min(scenario.trials, Self.mostFlipTrials)
    agreement.division = nil
    let search = FlipSearch(
      agreement: agreement, paths: outlook.outcomes.map(\.path), workers: workers,
      isCancelled: isCancelled)
    let from = try search.best(at: 0)
    return try [Self.steps.map { -$0 }, Self.steps].compactMap {
      try search.flip(from, $0, Self.halvings)
    }
  }
}

private struct FlipSearch {
  let agreement: Agreement
  let paths: [ElectedPath]
  let workers: Int
  let isCancelled: @Sendable () -> Bool

  func ledger(at shift: Double) throws -> PathLedger {
    var changed = agreement
    changed.expenditureFactor = 1 + shift
    return try changed.pathLedger(paths, workers: workers, isCancelled: isCancelled)
  }

  /// The path of highest mean, the first of equals.
  func best(at shift: Double) throws -> Int { Self.best(try ledger(at: shift)) }

  private static func best(_ ledger: PathLedger) -> Int {
    let means = concurrently(ledger.paths.count) { exactMean(of: ledger.net(of: $0)) }
    return means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
  }

  func flip(_ from: Int, _ steps: [Double], _ halvings: Int) throws -> FlipPoint? {
    var inside = 0.0
    for step in steps {
      if try best(at: step) == from {
        inside = step
        continue
      }
      var outside = step
      for _ in 0..<halvings {
        let middle = (inside + outside) / 2
        if try best(at: middle) == from { inside = middle } else { outside = middle }
      }
      return try point(from, between: inside, and: outside)
    }
    return nil
  }

  /// Where the line through the difference at both ends crosses zero.
  private func point(_ from: Int, between inside: Double, and outside: Double) throws -> FlipPoint {
    let (near, far) = (try ledger(at: inside), try ledger(at: outside))
    let to = Self.best(far)
    let before = PairedDifference(near.net(of: from), less: near.net(of: to)).mean
    let after = PairedDifference(far.net(of: from), less: far.net(of: to)).mean
    let slope = (after.value - before.value) / (outside - inside)
    let shift = slope == 0 ? outside : outside - after.value / slope
    let error = slope == 0 ? 0 : abs(after.standardError / slope)
    return FlipPoint(
      from: from, to: to, shift: Estimate(value: shift, standardError: error),
      savingsRate: meanSavingsRate(at: shift), trials: agreement.scenario.trials)
  }

  private func meanSavingsRate(at shift: Double) -> Estimate {
    var changed = agreement
    changed.expenditureFactor = 1 + shift
    let years = changed.savingsRates(trials: min(2_000, agreement.scenario.trials), years: 5)
    let means = years[0].indices.map { trial in years.reduce(0) { $0 + $1[trial] } / 5 }
    return StudyTable.estimate(of: means)
  }
}
