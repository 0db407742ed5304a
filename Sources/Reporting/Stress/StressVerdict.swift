import Projection

/// Whether a choice of path stands under a stress.
enum StressVerdict: String, Hashable, Sendable {
  /// No path does better.
  case stays
  /// Another does better, by no more than the simulation's error.
  case unclear
  case changes
  /// It breaks the appetite, by more than the simulation's error.
  case breaks

  init(_ choice: StressedChoice) {
    if let limits = choice.limits, !limits.isKept {
      self = limits.isClearlyBroken ? .breaks : .unclear
    } else if let best = choice.best, best != choice.unstressed, let cost = choice.costOfKeeping {
      self = cost.mean.isClear ? .changes : .unclear
    } else {
      self = .stays
    }
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
    /// The best path under the stress.
    var best: String { choice.bestTitle }
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

  /// Whether an appetite is stated, which paths then have to keep.
  var hasLimits: Bool { entries.contains { $0.choice.limits != nil } }

  /// A column of what only some entries have; a dash where one has none.
  func cells(
    _ figure: (StressedChoice) -> Estimate?, _ texts: ([Estimate]) -> [String]
  ) -> [String] {
    Gaps.told(entries.map { figure($0.choice) }, texts)
  }

  private var tests: String {
    switch entries.count {
    case 1: "the one stress test"
    case 2: "both stress tests"
    default: "all \(entries.count) stress tests"
    }
  }

  var finding: Finding { hasLimits ? limitFinding : costFinding }

  /// `Level E at 1% keeps within the appetite in 5 of 9 stress tests; under … it owes CMS in …`
  private var limitFinding: Finding {
    guard entries.contains(where: { $0.choice.limits?.qualifyingWithout != 0 }) else {
      return nothingKeeps
    }
    let broken = entries.filter { $0.verdict == .breaks }
    let edge = entries.contains { $0.choice.limits?.isKept == false && $0.verdict != .breaks }
    let keeps =
      edge
      ? "keeps within the appetite, or cannot be told to break it," : "keeps within the appetite"
    func tail(_ entry: Entry) -> Double { entry.choice.limits?.tailMean.value ?? 0 }
    guard let worst = broken.min(by: { tail($0) < tail($1) }), let limits = worst.choice.limits
    else {
      let changed = entries.contains { $0.verdict == .changes }
      return Finding(
        "\(kept) \(keeps) in \(tests)"
          + (changed ? ", though not always as the best of those that do." : "."))
    }
    let head =
      broken.count == entries.count
      ? "\(kept) breaks the appetite in \(tests)"
      : "\(kept) \(keeps) in \(entries.count - broken.count) of \(entries.count) stress tests"
    let appetite = worst.stressed.comparison.scenario.appetite
    let how = appetite?.broken(
      owing: limits.chanceOfOwing, tailMean: limits.tailMean,
      exhaustion: limits.chanceOfExhaustion)
    return Finding(
      "\(head); under \(worst.title) \(how ?? "it does not"), and "
        + (worst.choice.best == nil
          ? "no path keeps within it." : "\(worst.best) is the best that keeps within it."),
      number: limits.tailMean)
  }

  private var nothingKeeps: Finding {
    let some = entries.filter { $0.choice.best != nil }
    return Finding(
      "No path keeps within the appetite without a stress test, and "
        + (some.isEmpty
          ? "none does in \(tests)."
          : "some path does in \(some.count) of \(entries.count): "
            + "\(Names.list(some.map(\.title), most: 3))."))
  }

  /// `ENHANCED at 1% stays the best of the 212 paths tried, or cannot be told from it, in 7 of 9 …`
  private var costFinding: Finding {
    let changed = entries.filter { $0.verdict == .changes }
    let stays = "stays the best of the \(tried) paths tried, or cannot be told from it, in"
    func cost(_ entry: Entry) -> Double { entry.choice.costOfKeeping?.mean.value ?? 0 }
    guard let worst = changed.max(by: { cost($0) < cost($1) }),
      let most = worst.choice.costOfKeeping?.mean
    else { return Finding("\(kept) \(stays) \(tests).") }
    let head =
      changed.count == entries.count
      ? "\(kept) is no longer the best of the \(tried) paths tried in \(tests)"
      : "\(kept) \(stays) \(entries.count - changed.count) of \(entries.count) stress tests"
    return Finding(
      "\(head); keeping it costs most under \(worst.title): "
        + "\(worst.best) has \(most.dollars) more of expected net.", number: most)
  }
}

extension StressedChoice {
  /// What the best is called under the stress; with the chance that another is, where that is not small.
  var bestTitle: String {
    guard let best else { return "none keeps it" }
    guard let another = limits?.chanceOfAnother, another.value >= 0.05 else { return best.title }
    return "\(best.title) (with a chance of \(another.percent) another)"
  }
}
