import Regulation
import Scenarios

extension RuleComparison {
  /// Every path that may be elected under each of the two rulebooks, on the same draws.
  func walkPaths(
    into outlook: inout RuleChangeOutlook, workers: Int, progress: (@Sendable (Int) -> Void)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    func walked(_ rules: Rulebook, _ scenario: Scenario) throws -> (PathOutlook, PathLedger) {
      var scenario = scenario
      scenario.editions = []
      scenario.trials = Self.pathTrials(of: scenario)
      let agreement = try Agreement(scenario, under: rules)
      let ledger = try agreement.pathLedger(
        try agreement.electedPaths(), workers: workers, progress: progress,
        isCancelled: isCancelled)
      return (agreement.pathOutlook(of: ledger), ledger)
    }
    let (earlier, _) = try walked(before, agreements[0].scenario.judged(under: before))
    let (later, ledger) = try walked(after, agreements[0].scenario.judged(under: after))
    let chosen = earlier.outcomes[earlier.bestMean].path
    let kept = later.outcomes.firstIndex { $0.path.isSigned(like: chosen) }
    outlook.before.paths = earlier
    outlook.after.paths = later
    outlook.keepingPath = kept.map {
      PairedDifference(ledger.net(of: $0), less: ledger.net(of: later.bestMean))
    }
  }
}

extension ElectedPath {
  /// Whether both are the same years, minimum rate, renewal and exit rule, listed or not.
  public func isSigned(like other: ElectedPath) -> Bool {
    election == other.election && renewsIn == other.renewsIn && leave == other.leave
  }
}
