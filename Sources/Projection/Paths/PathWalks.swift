import Regulation
import Sampling

/// Every trial along every path, tallied, whoever samples the histories: a run that tallies options
/// lends each batch to a `PathWalker`, and `finish` samples what nobody lent.
///
/// Nothing depends on who walked what, nor in which order. Memory does not grow with the trials, but
/// where somebody asks who gains.
public struct PathWalks: Sendable {
  /// Of as many trials as are walked.
  let agreement: Agreement
  let tree: PathTree
  let book: CashBook?
  /// Every column of the first trials; of all, where somebody asks who gains.
  let pilot: PathLedger
  /// Of the pilot, and of all that was walked since.
  private(set) var tally: PathTally
  /// Net of the paths that will likely be compared one by one.
  let nets: PathNets
  private var walked: [Range<Int>] = []
  private let none: PathTally

  /// Walks the pilot.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true; `NotInForce` for agreements that
  ///   start before the rules do.
  public init(
    _ agreement: Agreement, workers: Int,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    var cut = agreement
    cut.scenario.trials = agreement.pathTrials
    try self.init(
      cut, try agreement.electedPaths(), comparing: true, workers: workers,
      isCancelled: isCancelled)
  }

  /// - Parameter comparing: Whether paths will be compared trial by trial.
  init(
    _ agreement: Agreement, _ paths: [ElectedPath], comparing: Bool, workers: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    self.agreement = agreement
    let trials = agreement.scenario.trials
    var first = agreement
    if agreement.division == nil { first.scenario.trials = min(trials, Agreement.pilotTrials) }
    pilot = try first.pathLedger(paths, workers: workers, isCancelled: isCancelled)
    tally = agreement.pathTally(of: pilot, trials: trials)
    none = tally.none
    tree = try PathTree(paths, of: agreement)
    book = try agreement.cashOfNet(
      tree.settlements, tree.periods, workers: workers, isCancelled: isCancelled)
    let keeps = comparing && pilot.trials < trials
    nets = PathNets(
      keeps ? agreement.likelyCompared(of: tally) : [],
      trials: min(trials, Agreement.mostKeptPathTrials))
    nets.write(pilot, firstTrial: 0, count: pilot.trials)
  }

  /// - Parameter batch: Whose histories are walked; `nil` to sample them.
  func walker(borrowing batch: HistoryBatch? = nil) -> PathWalker {
    PathWalker(self, none: none, borrowing: batch)
  }

  /// Trials of these that are still to be walked.
  func open(_ trials: Range<Int>) -> Range<Int> {
    trials.clamped(to: pilot.trials..<agreement.scenario.trials)
  }

  mutating func add(_ walker: PathWalker) {
    tally.add(walker.tally)
    walked += walker.walked
  }

  /// Samples and walks what nobody lent.
  ///
  /// - Parameter progress: Called with the trials done, from any worker; first with those before.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  mutating func finish(
    workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    progress?(tally.trials)
    let chunks = missing.flatMap { gap in
      stride(from: gap.lowerBound, to: gap.upperBound, by: Agreement.tallied).map {
        $0..<min($0 + Agreement.tallied, gap.upperBound)
      }
    }
    let workers = max(1, min(workers, chunks.count))
    let walks = self
    let walkers = concurrently(workers) { worker in
      let walker = walks.walker()
      for chunk in stride(from: worker, to: chunks.count, by: workers).map({ chunks[$0] }) {
        if isCancelled() { break }
        walker.begin(chunk)
        walker.walk(chunk)
        walker.end()
        progress?(chunk.count)
      }
      return walker
    }
    if isCancelled() { throw Interrupted() }
    for walker in walkers { add(walker) }
  }

  /// Between the trials walked, ascending.
  private var missing: [Range<Int>] {
    var (gaps, next) = ([Range<Int>](), pilot.trials)
    for range in walked.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if next < range.lowerBound { gaps.append(next..<range.lowerBound) }
      next = max(next, range.upperBound)
    }
    if next < agreement.scenario.trials { gaps.append(next..<agreement.scenario.trials) }
    return gaps
  }
}

/// One worker's part of `PathWalks`: walks up to `Agreement.tallied` trials, then tallies them, for all
/// paths' bins together lie beyond a processor's caches and are visited once for so many.
final class PathWalker: @unchecked Sendable {
  private let all: Int
  private let nets: PathNets
  private var simulation: PathSimulation
  private var room: PathLedger
  private var trials = 0..<0
  private(set) var tally: PathTally
  private(set) var walked: [Range<Int>] = []

  fileprivate init(_ walks: PathWalks, none: PathTally, borrowing batch: HistoryBatch?) {
    all = walks.agreement.scenario.trials
    nets = walks.nets
    tally = none
    room = PathLedger(walks.tree.paths, trials: Agreement.tallied, parties: false)
    simulation = PathSimulation(
      walks.tree, walks.book, of: walks.agreement, borrowing: batch)
  }

  /// - Parameter trials: That follow one another, at most `Agreement.tallied`.
  func begin(_ trials: Range<Int>) {
    self.trials = trials
    room.clear()
  }

  /// Some of those trials; the rest of the range is passed over.
  func walk(_ some: Range<Int>) {
    let within = some.clamped(to: trials)
    guard !within.isEmpty else { return }
    room.write(from: trials.lowerBound) { simulation.run(within, batch: 0, into: $0) }
  }

  /// Tallies them.
  func end() {
    guard !trials.isEmpty else { return }
    tally.add(room, 0..<trials.count, firstTrial: trials.lowerBound, of: all)
    tally.add(mustEnd: (0..<5).map { room.mustEnd(after: $0) })
    nets.write(room, firstTrial: trials.lowerBound, count: trials.count)
    walked.append(trials)
    trials = 0..<0
  }
}
