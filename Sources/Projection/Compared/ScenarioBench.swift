import Regulation
import Scenarios

/// Scenarios to be held side by side, bound to their rules.
public struct ScenarioBench: Sendable {
  let agreements: [Agreement]

  /// - Parameter scenarios: At least two, alike in seed and number of trials.
  /// - Throws: `NotInForce` where a rule has no value for a year of an agreement, and a sentence for
  ///   an edition that does not exist.
  public init(_ scenarios: [Scenario], under regulation: Rulebook) throws {
    precondition(scenarios.count > 1, "at least two scenarios are compared")
    precondition(
      scenarios.allSatisfy { $0.seed == scenarios[0].seed && $0.trials == scenarios[0].trials },
      "scenarios are compared on one seed and one number of trials")
    agreements = try scenarios.map { try Agreement($0, under: regulation) }
  }

  /// Trials simulated in all, for progress.
  public var trialCount: Int {
    agreements.reduce(0) { $0 + $1.scenario.trials + Agreement.keptPathTrials(of: $1) }
  }

  /// Every option and every path of each, and what differs from the first.
  ///
  /// The result is the same on any number of workers.
  ///
  /// - Parameter progress: Called after each batch, from any worker, with the trials of that batch.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func compared(
    workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> ComparedScenarios {
    var (sides, options): ([ComparedScenarios.Side], [[OptionTrials]]) = ([], [])
    var first: [Int64] = []
    for agreement in agreements {
      let ledger = try agreement.ledger(
        workers: workers, progress: progress, isCancelled: isCancelled)
      var comparison = agreement.comparison(of: ledger)
      options.append(concurrently(ledger.optionCount) { OptionTrials($0, of: ledger) })
      let walked = try agreement.walked(
        workers: workers, progress: progress, isCancelled: isCancelled)
      let paths = agreement.pathOutlook(of: walked)
      comparison.paths = paths
      let best = walked.net(of: paths.named)
      if first.isEmpty { first = Array(best) }
      sides.append(
        ComparedScenarios.Side(
          comparison: comparison, bestPath: PairedDifference(best, less: first[...]),
          keepingPath: Self.keeping(sides.first, in: paths, walked)))
    }
    return ComparedScenarios(sides: sides, options: Self.paired(sides, options))
  }

  /// The path that the first scenario would sign here, less the one this would.
  private static func keeping(
    _ first: ComparedScenarios.Side?, in paths: PathOutlook, _ walked: PathLedger
  ) -> PairedDifference? {
    let chosen =
      first?.comparison.paths.map { $0.outcomes[$0.named].path }
      ?? paths.outcomes[paths.named].path
    let kept = paths.outcomes.firstIndex { $0.path.isSigned(like: chosen) }
    return kept.map {
      PairedDifference(walked.net(of: $0), less: walked.net(of: paths.named))
    }
  }

  /// Options are one where their levels, renewal and exit rule are, whatever they are called.
  private static func paired(
    _ sides: [ComparedScenarios.Side], _ trials: [[OptionTrials]]
  ) -> [ComparedOption] {
    var taken = Array(repeating: Set<Int>(), count: sides.count)
    return sides[0].comparison.outlooks.indices.compactMap { place -> ComparedOption? in
      let option = sides[0].comparison.outlooks[place].option
      let places = sides.indices.map { side in
        sides[side].comparison.outlooks.indices.first {
          !taken[side].contains($0)
            && sides[side].comparison.outlooks[$0].option.isSettled(like: option)
        }
      }
      guard !places.contains(nil) else { return nil }
      let found = places.compactMap { $0 }
      for (side, place) in found.enumerated() { taken[side].insert(place) }
      let own = zip(trials, found).map { $0[$1] }
      return ComparedOption(
        places: found, net: own.map { PairedDifference($0.net, less: own[0].net) },
        changes: own.map { StressChange($0, less: own[0]) })
    }
  }
}

extension ParticipationOption {
  /// Whether both are the same levels in the same years, left by the same rule.
  fileprivate func isSettled(like other: ParticipationOption) -> Bool {
    years == other.years && renewsIn == other.renewsIn && leave == other.leave
  }
}

extension Agreement {
  /// Trials whose every path is kept.
  fileprivate static func keptPathTrials(of agreement: Agreement) -> Int {
    min(agreement.scenario.trials, mostKeptPathTrials)
  }

  /// Every path the ACO may sign, over the first trials.
  fileprivate func walked(
    workers: Int, progress: (@Sendable (Int) -> Void)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws -> PathLedger {
    var agreement = self
    agreement.scenario.trials = Self.keptPathTrials(of: self)
    return try agreement.pathLedger(
      try electedPaths(), workers: workers, progress: progress, isCancelled: isCancelled)
  }
}
