import Regulation

/// What a run keeps of every path instead of every trial: sums of whole cents, counts, and counts in
/// fixed bins. All of it adds up in any order to the same.
struct PathTally: Sendable {
  let paths: [ElectedPath]
  private(set) var trials: Int
  private(set) var sums: [PathSums]
  /// Trials in which CMS must terminate for quality, first after each year; five.
  private(set) var mustEnd: [Int]

  /// - Parameter sums: Of each path over these trials.
  init(_ paths: [ElectedPath], _ sums: [PathSums], trials: Int, mustEnd: [Int]) {
    self.paths = paths
    self.sums = sums
    self.trials = trials
    self.mustEnd = mustEnd
  }

  /// The same with nothing counted yet.
  var none: PathTally {
    PathTally(
      paths, sums.map(\.none), trials: 0, mustEnd: Array(repeating: 0, count: mustEnd.count))
  }

  /// Trials whose sums are added path by path.
  ///
  /// - Parameter mustEnd: Of these trials, as here.
  mutating func add(trials: Int, mustEnd: [Int]) {
    self.trials += trials
    for year in self.mustEnd.indices { self.mustEnd[year] += mustEnd[year] }
  }

  mutating func add(_ other: PathSums, of path: Int) { sums[path].add(other) }
}

/// One path's.
struct PathSums: Sendable {
  private(set) var net: AmountTally
  /// What the best path of each future would have brought more.
  private(set) var regret = AmountTally(shared: [])
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
  ///   - shared: Amounts that many trials share.
  ///   - edge: About which the tail is summed by block, in cents.
  init(shared: [Int64], edge: Int64, blocks: ResamplingBlocks) {
    net = AmountTally(shared: shared)
    self.blocks = PathBlocks(blocks, edge: edge)
  }

  /// The same with nothing counted yet.
  var none: PathSums {
    var none = self
    none.net = AmountTally(shared: net.shared)
    none.regret = AmountTally(shared: [])
    none.beyondEnd = ExactMoments()
    (none.owed, none.exhausted, none.endedEarly) = (0, 0, 0)
    none.mayEnd = Array(repeating: 0, count: 5)
    none.blocks = blocks.none
    return none
  }

  /// - Parameters:
  ///   - trials: The ledger's first; it holds no others.
  ///   - cut: Of the whole run.
  mutating func add(
    _ ledger: PathLedger, _ path: Int, _ trials: Range<Int>, firstTrial: Int,
    _ cut: ResamplingBlocks
  ) {
    beyondEnd.add(ledger.beyondEnd(of: path))
    ledger.withColumns(of: path, trials) { left, regrets, marks in
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

  fileprivate mutating func add(_ other: PathSums) {
    net.add(other.net)
    regret.add(other.regret)
    beyondEnd.add(other.beyondEnd)
    owed += other.owed
    exhausted += other.exhausted
    endedEarly += other.endedEarly
    for year in mayEnd.indices { mayEnd[year] += other.mayEnd[year] }
    blocks.add(other.blocks)
  }
}
