import Regulation

extension Agreement {
  /// Trials of the pilot, of which every column is kept: they tell about where each path's worst 5
  /// percent begin, and which amounts many trials share.
  static let pilotTrials = 16 * batch
  /// Trials walked before they are tallied: a path's bins are visited once for so many, for all paths'
  /// together lie beyond a processor's caches.
  static let tallied = 8 * batch

  /// Every trial along every path, tallied; the same on any number of workers. Memory does not grow
  /// with the trials, but where somebody asks who gains.
  ///
  /// - Returns: The tally, and every column of the first `pilotTrials`; of all, where somebody asks who
  ///   gains.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  func pathTally(
    _ paths: [ElectedPath], workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> (tally: PathTally, pilot: PathLedger) {
    var first = self
    if division == nil { first.scenario.trials = min(scenario.trials, Self.pilotTrials) }
    let pilot = try first.pathLedger(
      paths, workers: workers, progress: progress, isCancelled: isCancelled)
    var tally = pathTally(of: pilot, trials: scenario.trials)
    guard scenario.trials > pilot.trials else { return (tally, pilot) }
    let tree = try PathTree(paths, of: self)
    let book = try cashOfNet(
      tree.settlements, tree.periods, workers: workers, isCancelled: isCancelled)
    let parts = rest(
      of: tally, tree, book, workers: workers, progress: progress, isCancelled: isCancelled)
    if isCancelled() { throw Interrupted() }
    for part in parts { tally.add(part) }
    return (tally, pilot)
  }

  /// The trials that come after those tallied, a part for each worker.
  private func rest(
    of tally: PathTally, _ tree: PathTree, _ book: CashBook?, workers: Int,
    progress: (@Sendable (Int) -> Void)?, isCancelled: @escaping @Sendable () -> Bool
  ) -> [PathTally] {
    let none = tally.none
    let all = scenario.trials
    let blocks = (all - tally.trials + Self.tallied - 1) / Self.tallied
    let (first, workers) = (tally.trials, max(1, min(workers, blocks)))
    return concurrently(workers) { worker in
      var part = none
      var room = PathLedger(tree.paths, trials: Self.tallied, parties: false)
      var simulation = PathSimulation(tree, book, of: self)
      for block in stride(from: worker, to: blocks, by: workers) {
        if isCancelled() { break }
        let start = first + block * Self.tallied
        let trials = start..<min(start + Self.tallied, all)
        room.refill(from: trials.lowerBound) { simulation.run(trials, batch: 0, into: $0) }
        part.add(room, 0..<trials.count, firstTrial: trials.lowerBound, of: all)
        part.add(mustEnd: (0..<5).map { room.mustEnd(after: $0) })
        progress?(trials.count)
      }
      return part
    }
  }

  /// The columns of a ledger tallied.
  ///
  /// - Parameter trials: Of the whole run that the ledger's are the first of.
  func pathTally(of ledger: PathLedger, trials: Int? = nil) -> PathTally {
    let all = trials ?? ledger.trials
    let cut = ResamplingBlocks(trials: all)
    let sums = concurrently(ledger.paths.count) { path in
      let net = ascending(ledger.net(of: path))
      let edge = QuantileEstimate(level: Distribution.levels[0], of: net).value.count
      // Of the first block alone, as the tally of the options does.
      let shared = SharedAmounts.repeated(ledger.net(of: path).prefix(Self.batch))
      var sums = PathSums(shared: shared, edge: edge, blocks: cut)
      sums.add(ledger, path, 0..<ledger.trials, firstTrial: 0, cut)
      return sums
    }
    return PathTally(
      ledger.paths, sums, trials: ledger.trials,
      mustEnd: (0..<5).map { ledger.mustEnd(after: $0) })
  }
}
