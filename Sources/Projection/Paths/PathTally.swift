import Regulation

/// What a run keeps of every path instead of every trial: sums of whole cents, counts, and counts in
/// fixed bins. All of it adds up in any order to the same.
struct PathTally: Sendable {
  let paths: [ElectedPath]
  let trials: Int
  let leaves: PathLeaves
  /// Of each leaf over these trials.
  let sums: [PathSums]
  /// Trials in which CMS must terminate for quality, first after each year; five.
  let mustEnd: [Int]

  init(
    _ paths: [ElectedPath], _ leaves: PathLeaves, _ sums: [PathSums], trials: Int, mustEnd: [Int]
  ) {
    self.paths = paths
    self.leaves = leaves
    self.sums = sums
    self.trials = trials
    self.mustEnd = mustEnd
  }
}

/// Of paths that have one leaf.
struct PathSums: Sendable {
  private(set) var net: AmountTally
  /// What the best path of each future would have brought more.
  private(set) var regret = AmountTally()
  /// Net of the years after CMS first must or may terminate, in whole cents of each trial.
  private(set) var beyondEnd = ExactMoments()
  private(set) var owed = 0
  private(set) var exhausted = 0
  /// Trials in which CMS may terminate for expenditure, first after each year; five.
  private(set) var mayEnd = Array(repeating: 0, count: 5)
  /// Trials in which CMS must or may terminate after one of the first four years.
  private(set) var endedEarly = 0
  private(set) var blocks: PathBlocks

  /// - Parameters:
  ///   - known: Of net, before the run.
  ///   - edge: About which the tail is summed by block, in cents.
  init(known: KnownAmounts, edge: Int64, blocks: ResamplingBlocks) {
    net = AmountTally(known)
    self.blocks = PathBlocks(blocks, edge: edge)
  }

  /// - Parameters:
  ///   - trials: The ledger's first; it holds no others.
  ///   - cut: Of the whole run.
  mutating func add(
    _ ledger: PathLedger, _ leaf: Int, _ trials: Range<Int>, firstTrial: Int,
    _ cut: ResamplingBlocks
  ) {
    beyondEnd.add(ledger.beyondEnd(ofLeaf: leaf))
    ledger.withColumns(ofLeaf: leaf, trials) { left, regrets, marks in
      net.add(left)
      regret.add(regrets)
      let counts = MarkCounts(marks)
      owed += counts.owed
      exhausted += counts.exhausted
      endedEarly += counts.endedEarly
      for year in mayEnd.indices { mayEnd[year] += counts.mayEnd[year] }
      blocks.add(left, marks, firstTrial: firstTrial, cut)
    }
  }
}
