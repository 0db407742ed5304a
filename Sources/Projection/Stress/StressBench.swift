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
  private let without: TrialsChoice

  /// Trials along every path under one stress, at most.
  static let mostPathTrials = 10_000

  public var pathTrials: Int { min(trials, Self.mostPathTrials) }
  /// How many trials one stress takes, options and paths together.
  public var trialsOfOne: Int { trials + pathTrials }

  /// - Parameters:
  ///   - ledger: The agreement's own.
  ///   - regulation: Under which each stress is bound, its own editions laid over it.
  ///   - choice: The path to sign without a stress, as `namedPath` gives it.
  ///   - most: Trials, counted from the first, over which stresses are run.
  /// - Throws: `NotInForce` for agreements that start before the rules do; `Interrupted` once
  ///   `isCancelled` has answered true.
  public init(
    _ agreement: Agreement, _ ledger: Ledger, under regulation: Rulebook, choice: ElectedPath,
    most: Int = .max, workers: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    let trials = min(ledger.trials, most)
    self.regulation = regulation
    self.trials = trials
    var first = agreement
    first.scenario.trials = trials
    let firstTrials =
      trials == ledger.trials
      ? ledger : try first.ledger(workers: workers, isCancelled: isCancelled)
    unstressed = first.comparison(of: firstTrials)
    options = concurrently(ledger.optionCount) { OptionTrials($0, of: firstTrials) }
    paths = try agreement.electedPaths()
    self.choice = paths.firstIndex(of: choice) ?? 0
    first.scenario.trials = min(trials, Self.mostPathTrials)
    without = TrialsChoice(
      try first.pathLedger(paths, workers: workers, isCancelled: isCancelled),
      named: self.choice,
      within: agreement.scenario.appetite ?? Appetite())
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
      choice: StressedChoice(
        walked, unstressed: choice, without: without,
        within: agreement.scenario.appetite ?? Appetite(),
        Resamples(
          blocks: ResamplingBlocks(trials: pathTrials).count, for: agreement.scenario)))
  }
}

/// Which path some trials by themselves would have the ACO sign.
struct TrialsChoice {
  /// `nil` where no path keeps within the appetite.
  let path: Int?
  /// How many keep; all where none is stated.
  let qualifying: Int
  /// Of the path named, as the limits look at it.
  let isKept: Bool
  /// Chance that a run without end would choose another; `nil` where no limit is stated or it was not
  /// asked.
  let chanceOfAnother: Chance?

  /// - Parameters:
  ///   - named: Chosen before any equal.
  ///   - resamples: `nil` to leave the chance of another out.
  init(
    _ ledger: PathLedger, named: Int, within appetite: Appetite, _ resamples: Resamples? = nil
  ) {
    guard appetite.hasLimits else {
      (path, qualifying, isKept) = (ledger.best(atLeast: named), ledger.paths.count, true)
      chanceOfAnother = nil
      return
    }
    let blocks = ledger.blocks
    let choice = resamples.map {
      PathChoice(among: blocks, ledger.leaves, within: appetite, $0)
    }
    chanceOfAnother = choice?.chanceOfAnother
    let (found, qualifying) =
      choice.map { ($0.path, $0.qualifying) }
      ?? PathChoice.best(among: blocks, ledger.leaves, within: appetite)
    let figures = blocks[ledger.leaves[named]].figures
    isKept = figures.keeps(within: appetite)
    let isEqual = found.map { figures.mean == blocks[ledger.leaves[$0]].figures.mean } ?? false
    path = isKept && isEqual ? named : found
    self.qualifying = qualifying
  }
}

extension StressedChoice {
  /// - Parameter without: On the same trials without the stress.
  init(
    _ ledger: PathLedger, unstressed: Int, without: TrialsChoice, within appetite: Appetite,
    _ resamples: Resamples
  ) {
    let found = TrialsChoice(ledger, named: unstressed, within: appetite, resamples)
    let kept = Distribution(cents: ledger.net(of: unstressed))
    let marks = ledger.marks(of: unstressed).withUnsafeBufferPointer { MarkCounts($0) }
    var limits = StressedLimits(
      found, without, owing: Chance(marks.owed, of: ledger.trials), tailMean: kept.tailMean,
      exhaustion: Chance(marks.exhausted, of: ledger.trials), appetite)
    // What these trials choose anyhow is not what the stress changes.
    let isAnyhow = found.path == without.path && limits?.isClearlyBroken != true
    let best = found.path.map { isAnyhow ? unstressed : $0 }
    limits?.chanceOfAnother = isAnyhow ? nil : found.chanceOfAnother
    self.init(
      tried: ledger.paths.count, trials: ledger.trials, unstressed: ledger.paths[unstressed],
      best: best.map { ledger.paths[$0] }, unstressedNet: kept.mean,
      bestNet: best.map { Distribution(cents: ledger.net(of: $0)).mean },
      costOfKeeping: best.map {
        PairedDifference(ledger.net(of: $0), less: ledger.net(of: unstressed))
      }, limits: limits)
  }
}

extension StressedLimits {
  /// `nil` where no limit is stated.
  fileprivate init?(
    _ found: TrialsChoice, _ without: TrialsChoice, owing: Chance, tailMean: Estimate,
    exhaustion: Chance, _ appetite: Appetite
  ) {
    guard appetite.hasLimits else { return nil }
    func isAbove(_ most: Double, _ chance: Chance) -> Bool {
      chance.value > most + 2 * chance.standardError
    }
    let breaks = [
      appetite.maxChanceOfOwing.map { isAbove($0, owing) },
      appetite.maxLossInFiveYears.map {
        tailMean.value < -$0.amount - 2 * tailMean.standardError
      },
      appetite.reserve.map { _ in isAbove(Distribution.tail, exhaustion) },
    ]
    self.init(
      qualifying: found.qualifying, qualifyingWithout: without.qualifying, isKept: found.isKept,
      isClearlyBroken: breaks.contains(true), chanceOfOwing: owing, tailMean: tailMean,
      chanceOfExhaustion: appetite.reserve.map { _ in exhaustion })
  }
}

extension PathLedger {
  /// By leaf, all trials.
  var blocks: [PathBlocks] {
    concurrently(leaves.count) { leaf in
      let net = net(ofLeaf: leaf)
      let edge = QuantileEstimate(level: Distribution.tail, of: ascending(net)).value.count
      return PathBlocks(net, marks(ofLeaf: leaf), edge: edge)
    }
  }

  /// The path of highest mean: the first of equals, but this one where it is among them.
  func best(atLeast path: Int) -> Int {
    let means = concurrently(leaves.count) { exactMean(of: net(ofLeaf: $0)) }
    return leaves.paths.reduce(path) { means[leaves[$1]] > means[leaves[$0]] ? $1 : $0 }
  }
}

extension Agreement {
  /// The path to sign of all the ACO may sign: the `named` of `pathOutlook`.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true; `NotInForce` for agreements that
  ///   start before the rules do.
  public func namedPath(
    workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> ElectedPath {
    var agreement = self
    agreement.scenario.trials = pathTrials
    let paths = try electedPaths()
    let tally = try agreement.pathTally(
      paths, workers: workers, progress: progress, isCancelled: isCancelled)
    let within = scenario.appetite.flatMap {
      PathChoice.best(among: tally.sums.map(\.blocks), tally.leaves, within: $0).path
    }
    if let within { return paths[within] }
    let means = tally.sums.map { $0.net.moments.mean(of: tally.trials) }
    let best = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    return paths[tally.leaves.firsts[best]]
  }
}
