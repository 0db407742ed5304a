import Projection

/// Whether a choice of path stands under a stress.
enum StressVerdict: String, Hashable, Sendable {
  /// No path does better.
  case stays
  /// Another does better, by no more than the simulation's error.
  case unclear
  case changes

  init(_ choice: StressedChoice) {
    let cost = choice.costOfKeeping.mean
    self = choice.best == choice.unstressed ? .stays : cost.isClear ? .changes : .unclear
  }
}

/// What a set of stresses says of the choice of path.
struct StressVerdicts {
  /// A stress and what it does to the choice.
  struct Entry {
    var stressed: StressedComparison
    var choice: StressedChoice
    var title: String { Names.clamped(stressed.stress.title, to: 40) }
    var verdict: StressVerdict { StressVerdict(choice) }
  }

  let entries: [Entry]

  /// `nil` where no path was walked.
  init?(_ stresses: [StressedComparison]) {
    entries = stresses.compactMap { stressed in
      stressed.choice.map { Entry(stressed: stressed, choice: $0) }
    }
    guard entries.count == stresses.count, !entries.isEmpty else { return nil }
  }

  var kept: String { entries[0].choice.unstressed.title }
  var tried: String { DecimalText.grouped(entries[0].choice.tried) }
  var trials: String { DecimalText.grouped(entries[0].choice.trials) }

  /// `ENHANCED at 1% stays the best of the 212 paths tried, or cannot be told from it, in 7 of 9 …`
  var finding: Finding {
    let changed = entries.filter { $0.verdict == .changes }
    let tests = entries.count == 1 ? "the one stress test" : "all \(entries.count) stress tests"
    let stays = "stays the best of the \(tried) paths tried, or cannot be told from it, in"
    guard
      let worst = changed.max(by: {
        $0.choice.costOfKeeping.mean.value < $1.choice.costOfKeeping.mean.value
      })
    else { return Finding("\(kept) \(stays) \(tests).") }
    let cost = worst.choice.costOfKeeping.mean
    let head =
      changed.count == entries.count
      ? "\(kept) is no longer the best of the \(tried) paths tried in \(tests)"
      : "\(kept) \(stays) \(entries.count - changed.count) of \(entries.count) stress tests"
    return Finding(
      "\(head); keeping it costs most under \(worst.title): "
        + "\(worst.choice.best.title) has \(cost.dollars) more of expected net.", number: cost)
  }
}
