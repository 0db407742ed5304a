import Regulation
import Scenarios

/// The paths that lead in something; the first of equals.
struct PathLeaders {
  var bestMean, mildest, leastRegret: Int

  init(_ outcomes: [PathOutcome]) {
    func first(by figure: (PathOutcome) -> Double) -> Int {
      outcomes.indices.max {
        let (a, b) = (figure(outcomes[$0]), figure(outcomes[$1]))
        return a < b || (a == b && $0 > $1)
      } ?? 0
    }
    bestMean = first { $0.net.mean.value }
    mildest = first { $0.net.tailMean.value }
    leastRegret = first { -$0.regretAt95.value.dollars.amount }
  }

  /// The path of the highest mean among those whose years are others; `nil` where there is none.
  static func next(to leader: Int, of outcomes: [PathOutcome]) -> Int? {
    outcomes.indices.filter { outcomes[$0].path.years != outcomes[leader].path.years }.max {
      outcomes[$0].net.mean.value < outcomes[$1].net.mean.value
    }
  }

  func shown(beside chosen: Int?, of outcomes: [PathOutcome]) -> [Int] {
    let leaders = [bestMean] + (chosen.map { [$0] } ?? []) + [mildest, leastRegret]
    let present = outcomes.indices.filter { outcomes[$0].path.isPresent }
    let listed = outcomes.indices.filter { outcomes[$0].path.listedAs != nil }
    return (leaders + present + listed).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Agreement {
  /// Paths that a longer run will likely compare one by one, from a tally of its first trials: those
  /// it would compare had it ended there, and beside each leader the next best of other years. A run
  /// that wants another walks it again.
  func likelyCompared(of tally: PathTally) -> [Int] {
    let outcomes = tally.outcomes(hasReserve: scenario.appetite?.reserve != nil)
    let blocks = tally.sums.map(\.blocks)
    let within = scenario.appetite.flatMap {
      PathChoice.best(among: blocks, tally.leaves, within: $0).path
    }
    let leaders = PathLeaders(outcomes)
    let next = [leaders.bestMean, leaders.mildest, leaders.leastRegret].compactMap {
      PathLeaders.next(to: $0, of: outcomes)
    }
    let likely = leaders.shown(beside: within, of: outcomes) + next
    let curves = likely.compactMap { MinimumRateCurve($0, of: outcomes) }
    return Set(likely + curves.flatMap(\.choices)).sorted()
  }
}
