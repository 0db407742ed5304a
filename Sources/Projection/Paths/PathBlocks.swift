import Probability
import Regulation
import Scenarios

/// One path's sums over blocks of trials, which resampling counts again and again.
struct PathBlocks: Sendable {
  /// The 5th percentile of net, in cents, about which the tail is summed.
  let edge: Double
  /// By block: trials, net, shortfall of net below the edge (negative), years owed, exhaustion.
  var trials, net, shortfall, owed, exhausted: [Double]

  static let most = 100

  init(_ net: ArraySlice<Int64>, _ marks: ArraySlice<PathMarks>, edge: Int64) {
    let count = min(Self.most, net.count)
    let none = Array(repeating: 0.0, count: count)
    self.edge = Double(edge)
    (trials, self.net, shortfall, owed, exhausted) = (none, none, none, none, none)
    for (trial, (cents, mark)) in zip(net, marks).enumerated() {
      let block = trial * count / net.count
      trials[block] += 1
      self.net[block] += Double(cents)
      shortfall[block] += Double(min(cents - edge, 0))
      owed[block] += mark.hasOwed ? 1 : 0
      exhausted[block] += mark.hasExhaustedReserve ? 1 : 0
    }
  }

  /// What this path comes to where each block is counted so often.
  func figures(counting times: [Double]) -> PathFigures {
    func sum(_ values: [Double]) -> Double {
      var sum = 0.0
      for block in times.indices { sum += times[block] * values[block] }
      return sum
    }
    let n = sum(trials)
    return PathFigures(
      mean: sum(net) / n, tailMean: edge + sum(shortfall) / (n * Distribution.tail),
      chanceOfOwing: sum(owed) / n, chanceOfExhaustion: sum(exhausted) / n)
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
