import Regulation

extension Agreement {
  /// Trials of the pilot, of which every column is kept: they tell about where each path's worst 5
  /// percent begin, and which amounts many trials share.
  static let pilotTrials = 16 * batch
  /// Trials walked before they are tallied: a path's bins are visited once for so many, for all paths'
  /// together lie beyond a processor's caches.
  static let tallied = 8 * batch

  /// Every trial along these paths, tallied; the same on any number of workers.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  func pathTally(
    _ paths: [ElectedPath], workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> PathTally {
    var walks = try PathWalks(
      self, paths, comparing: false, workers: workers, isCancelled: isCancelled)
    try walks.finish(workers: workers, progress: progress, isCancelled: isCancelled)
    return walks.tally
  }

  /// The columns of a ledger tallied.
  ///
  /// - Parameter trials: Of the whole run that the ledger's are the first of.
  func pathTally(of ledger: PathLedger, trials: Int? = nil) -> PathTally {
    let all = trials ?? ledger.trials
    let cut = ResamplingBlocks(trials: all)
    let sums = concurrently(ledger.leaves.count) { leaf in
      let net = ascending(ledger.net(ofLeaf: leaf))
      let edge = QuantileEstimate(level: Distribution.levels[0], of: net).value.count
      // Of the first block alone, as the tally of the options does.
      let known = KnownAmounts(ledger.net(ofLeaf: leaf).prefix(Self.batch))
      var sums = PathSums(known: known, edge: edge, blocks: cut)
      sums.add(ledger, leaf, 0..<ledger.trials, firstTrial: 0, cut)
      return sums
    }
    return PathTally(
      ledger.paths, ledger.leaves, sums, trials: ledger.trials,
      mustEnd: (0..<5).map { ledger.mustEnd(after: $0) })
  }
}
