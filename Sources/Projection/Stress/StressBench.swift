import Regulation
import Scenarios

/// The unstressed run against which every stress is held, trial by trial on the same draws.
public struct StressBench: Sendable {
  private let regulation: Rulebook
  /// The first so many trials of the unstressed run, and what they came to.
  public let trials: Int
  public let unstressed: Comparison
  private let options: [OptionTrials]
  private let paths: [ElectedPath]
  private let choice: Int

  /// Trials along every path under one stress, at most.
  static let mostPathTrials = 10_000

  public var pathTrials: Int { min(trials, Self.mostPathTrials) }
  /// The path that is best without a stress.
  public var unstressedChoice: ElectedPath { paths[choice] }
  /// How many trials one stress takes, options and paths together.
  public var trialsOfOne: Int { trials + pathTrials }

  /// - Parameters:
  ///   - ledger: The agreement's own.
  ///   - regulation: Under which each stress is bound, its own editions laid over it.
  ///   - choice: The path of highest mean without a stress, as `bestPath` gives it.
  ///   - most: Trials, counted from the first, over which stresses are run.
  /// - Throws: `NotInForce` for agreements that start before the rules do.
  public init(
    _ agreement: Agreement, _ ledger: Ledger, under regulation: Rulebook, choice: ElectedPath,
    most: Int = .max
  ) throws {
    let trials = min(ledger.trials, most)
    self.regulation = regulation
    self.trials = trials
    var first = agreement
    first.scenario.trials = trials
    let firstTrials = trials == ledger.trials ? ledger : try first.ledger(workers: 1)
    unstressed = first.comparison(of: firstTrials)
    options = concurrently(ledger.optionCount) { OptionTrials($0, of: firstTrials) }
    paths = try agreement.electedPaths()
    self.choice = paths.firstIndex(of: choice) ?? 0
  }

  /// Every option and every path under one stress.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func comparison(
    under stress: Stress, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> StressedComparison {
    var changed = stress.changed
    changed.trials = trials
    var agreement = try Agreement(changed, under: regulation)
    let ledger = try agreement.ledger(
      workers: workers, progress: progress, isCancelled: isCancelled)
    let comparison = agreement.comparison(of: ledger)
    let changes = concurrently(options.count) { option in
      StressChange(OptionTrials(option, of: ledger), less: options[option])
    }
    agreement.scenario.trials = pathTrials
    let walked = try agreement.pathLedger(
      paths, workers: workers, progress: progress, isCancelled: isCancelled)
    return StressedComparison(
      stress: stress, comparison: comparison, unstressed: unstressed, changes: changes,
      choice: StressedChoice(walked, unstressed: choice))
  }
}

extension StressedChoice {
  init(_ ledger: PathLedger, unstressed: Int) {
    let best = ledger.best(atLeast: unstressed)
    self.init(
      tried: ledger.paths.count, trials: ledger.trials, unstressed: ledger.paths[unstressed],
      best: ledger.paths[best],
      unstressedNet: Distribution(cents: ledger.net(of: unstressed)).mean,
      bestNet: Distribution(cents: ledger.net(of: best)).mean,
      costOfKeeping: PairedDifference(ledger.net(of: best), less: ledger.net(of: unstressed)))
  }
}

extension PathLedger {
  /// The path of highest mean: the first of equals, but this one where it is among them.
  func best(atLeast path: Int) -> Int {
    let means = concurrently(leaves.count) { exactMean(of: net(ofLeaf: $0)) }
    return leaves.paths.reduce(path) { means[leaves[$1]] > means[leaves[$0]] ? $1 : $0 }
  }
}

extension Agreement {
  /// The path of highest expected five-year net of all the ACO may sign, the first of equals: the
  /// `bestMean` of `pathOutlook`.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true; `NotInForce` for agreements that
  ///   start before the rules do.
  public func bestPath(
    workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> ElectedPath {
    var agreement = self
    agreement.scenario.trials = pathTrials
    let paths = try electedPaths()
    let tally = try agreement.pathTally(
      paths, workers: workers, progress: progress, isCancelled: isCancelled)
    let means = tally.sums.map { $0.net.moments.mean(of: tally.trials) }
    let best = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    return paths[tally.leaves.firsts[best]]
  }
}
