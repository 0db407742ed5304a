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
  /// The first ones, from which it was learnt what to keep of the others.
  let pilotTrials: Int
  /// Every column, where there are no other trials; also where somebody asks who gains.
  let every: PathLedger?
  /// Net of the paths that will likely be compared one by one.
  let nets: PathNets
  /// The pilot, and what was walked since.
  private let counters: PathCounters
  /// By worker.
  private var rooms: [PathRoom] = []

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
    let pilot = try first.pathLedger(paths, workers: workers, isCancelled: isCancelled)
    pilotTrials = pilot.trials
    every = pilot.trials == trials ? pilot : nil
    let tally = agreement.pathTally(of: pilot, trials: trials)
    counters = PathCounters(tally, trials: trials)
    tree = try PathTree(paths, of: agreement)
    book = try agreement.cashOfNet(
      tree.settlements, tree.periods, workers: workers, isCancelled: isCancelled)
    let keeps = comparing && pilot.trials < trials
    nets = PathNets(
      keeps ? agreement.likelyCompared(of: tally) : [],
      trials: min(trials, Agreement.mostKeptPathTrials))
    nets.write(pilot, firstTrial: 0, count: pilot.trials)
  }

  /// Rooms for so many workers, to be asked for before they begin.
  mutating func prepare(for workers: Int) {
    while rooms.count < workers { rooms.append(PathRoom(counters, nets, rooms.count)) }
  }

  /// - Parameters:
  ///   - worker: One of those prepared for.
  ///   - batch: Whose histories are walked; `nil` to sample them.
  func walker(_ worker: Int, borrowing batch: HistoryBatch? = nil) -> PathWalker {
    PathWalker(
      rooms[worker], PathSimulation(tree, book, of: agreement, borrowing: batch))
  }

  /// Trials of these that are still to be walked.
  func open(_ trials: Range<Int>) -> Range<Int> {
    trials.clamped(to: pilotTrials..<agreement.scenario.trials)
  }

  /// Trials walked so far.
  var walkedTrials: Int { counters.trials }

  /// Of the trials walked so far.
  var tally: PathTally { counters.tally }

  /// Samples and walks what nobody lent.
  ///
  /// - Parameter progress: Called with the trials done, from any worker; first with those before.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  mutating func finish(
    workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws {
    progress?(walkedTrials)
    let chunks = missing.flatMap { gap in
      stride(from: gap.lowerBound, to: gap.upperBound, by: Agreement.tallied).map {
        $0..<min($0 + Agreement.tallied, gap.upperBound)
      }
    }
    let workers = max(1, min(workers, chunks.count))
    prepare(for: workers)
    let (walks, deal) = (self, Deal(chunks.count))
    _ = concurrently(chunks.isEmpty ? 0 : workers) { worker in
      let walker = walks.walker(worker)
      while let chunk = deal.next().map({ chunks[$0] }) {
        if isCancelled() { break }
        walker.begin(chunk)
        walker.walk(chunk)
        walker.end()
        progress?(chunk.count)
      }
    }
    if isCancelled() { throw Interrupted() }
    for room in rooms { room.close() }
    rooms = []
  }

  /// Between the trials walked, ascending.
  private var missing: [Range<Int>] {
    var (gaps, next) = ([Range<Int>](), pilotTrials)
    for range in rooms.flatMap(\.walked).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if next < range.lowerBound { gaps.append(next..<range.lowerBound) }
      next = max(next, range.upperBound)
    }
    if next < agreement.scenario.trials { gaps.append(next..<agreement.scenario.trials) }
    return gaps
  }
}
