import Probability
import Regulation
import Scenarios

/// Where a run is cut for resampling: up to a hundred blocks of trials that follow one another.
struct ResamplingBlocks: Sendable {
  let trials: Int
  let count: Int

  static let most = 100

  /// - Parameter trials: Of the whole run, at least 1.
  init(trials: Int) {
    self.trials = trials
    count = min(Self.most, trials)
  }

  func block(of trial: Int) -> Int { trial * count / trials }
  /// The first trial of the block after this one.
  func end(of block: Int) -> Int { ((block + 1) * trials + count - 1) / count }
}

/// One path's sums over blocks of trials, which resampling counts again and again.
struct PathBlocks: Sendable {
  /// About the 5th percentile of net, in cents, about which the tail is summed.
  let edge: Int64
  /// By block: trials, net, shortfall of net below the edge (negative), years owed, exhaustion; exact,
  /// in any order.
  var trials, net, shortfall, owed, exhausted: [Int64]

  init(_ blocks: ResamplingBlocks, edge: Int64) {
    let none = Array(repeating: Int64.zero, count: blocks.count)
    self.edge = edge
    (trials, net, shortfall, owed, exhausted) = (none, none, none, none, none)
  }

  /// Every trial of a run.
  init(_ net: ArraySlice<Int64>, _ marks: ArraySlice<PathMarks>, edge: Int64) {
    let cut = ResamplingBlocks(trials: net.count)
    self.init(cut, edge: edge)
    net.withUnsafeBufferPointer { net in
      marks.withUnsafeBufferPointer { marks in add(net, marks, firstTrial: 0, cut) }
    }
  }

  /// Trials that follow one another.
  mutating func add(
    _ left: UnsafeBufferPointer<Int64>, _ marks: UnsafeBufferPointer<PathMarks>, firstTrial: Int,
    _ cut: ResamplingBlocks
  ) {
    var from = 0
    while from < left.count {
      let block = cut.block(of: firstTrial + from)
      let to = min(left.count, cut.end(of: block) - firstTrial)
      let sums = UnsafeBufferPointer(rebasing: left[from..<to]).sums(below: edge)
      let counts = MarkCounts(UnsafeBufferPointer(rebasing: marks[from..<to]))
      trials[block] += Int64(to - from)
      net[block] &+= sums.all
      shortfall[block] &+= sums.shortfall
      owed[block] += Int64(counts.owed)
      exhausted[block] += Int64(counts.exhausted)
      from = to
    }
  }

  /// What this path comes to.
  var figures: PathFigures { figures(counting: once) }
  /// Each block counted once.
  var once: [Double] { Array(repeating: 1, count: trials.count) }

  /// What this path comes to where each block is counted so often.
  func figures(counting times: [Double]) -> PathFigures {
    let n = Self.sum(trials, times)
    return PathFigures(
      mean: Self.sum(net, times) / n,
      tailMean: Double(edge) + Self.sum(shortfall, times) / (n * Distribution.tail),
      chanceOfOwing: Self.sum(owed, times) / n,
      chanceOfExhaustion: Self.sum(exhausted, times) / n)
  }

  /// The mean of `figures(counting:)` alone, which most paths are passed over by.
  func mean(counting times: [Double]) -> Double {
    Self.sum(net, times) / Self.sum(trials, times)
  }

  private static func sum(_ values: [Int64], _ times: [Double]) -> Double {
    var sum = 0.0
    for block in times.indices { sum += times[block] * Double(values[block]) }
    return sum
  }
}

/// What a choice between paths looks at; money in cents.
struct PathFigures {
  var mean, tailMean, chanceOfOwing, chanceOfExhaustion: Double

  func keeps(within appetite: Appetite) -> Bool {
    if let most = appetite.maxChanceOfOwing, chanceOfOwing > most { return false }
    if let most = appetite.maxLossInFiveYears, tailMean < -most.amount * 100 { return false }
    return appetite.reserve == nil || chanceOfExhaustion <= Distribution.tail
  }
}

extension PathOutcome {
  /// Whether it keeps every limit stated.
  public func keeps(within appetite: Appetite) -> Bool {
    PathFigures(
      mean: net.mean.value * 100, tailMean: net.tailMean.value * 100,
      chanceOfOwing: chanceOfOwing.value, chanceOfExhaustion: chanceOfExhaustion?.value ?? 0
    ).keeps(within: appetite)
  }
}

/// How often each block is counted in each resample: as many draws as blocks, with replacement.
struct Resamples: Sendable {
  let times: [[Double]]

  static let count = 1_000

  init(blocks: Int, for scenario: Scenario) {
    var stream = RandomStream()
    let subject = Subject(seed: scenario.seed, kind: .aco, name: scenario.aco)
    times = (0..<Self.count).map { resample in
      stream.seek(subject, trial: UInt32(resample), year: 0, purpose: .resampling)
      var times = Array(repeating: 0.0, count: blocks)
      for _ in 0..<blocks {
        times[min(blocks - 1, Int(stream.uniform() * Double(blocks)))] += 1
      }
      return times
    }
  }
}
