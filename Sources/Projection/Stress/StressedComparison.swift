import Scenarios

/// A comparison run again with something gone wrong, on the same draws.
public struct StressedComparison: Hashable, Sendable {
  public var stress: Stress
  public var comparison: Comparison
  /// The same trials without the stress.
  public var unstressed: Comparison
  /// What the stress does to each option, in their order.
  public var changes: [StressChange]
  /// The best of all paths under the stress; `nil` where none was walked.
  public var choice: StressedChoice?
  public init(
    stress: Stress, comparison: Comparison, unstressed: Comparison, changes: [StressChange],
    choice: StressedChoice? = nil
  ) {
    self.stress = stress
    self.comparison = comparison
    self.unstressed = unstressed
    self.changes = changes
    self.choice = choice
  }
}

/// What a stress does to one option: the stressed figure less the unstressed one of the same trials,
/// with the error of the difference.
public struct StressChange: Hashable, Sendable {
  /// Of five-year net, in dollars: mean, 5th percentile and mean of the worst 5 percent.
  public var mean, fifthPercentile, tailMean: Estimate
  /// Of the chance that any of the five years ends with an amount owed to CMS, a fraction.
  public var chanceOfOwing: Estimate
  public init(
    mean: Estimate, fifthPercentile: Estimate, tailMean: Estimate, chanceOfOwing: Estimate
  ) {
    self.mean = mean
    self.fifthPercentile = fifthPercentile
    self.tailMean = tailMean
    self.chanceOfOwing = chanceOfOwing
  }
}

/// Which of all paths an ACO may sign is best under a stress, by expected five-year net within its
/// appetite where it states one, and what it would cost to keep to the one that is best without.
public struct StressedChoice: Hashable, Sendable {
  /// Paths walked, and over how many trials.
  public var tried, trials: Int
  /// The path to sign without the stress, as the whole run has it.
  public var unstressed: ElectedPath
  /// The best with it; the same path where these trials by themselves would choose no other with the
  /// stress than without, and `nil` where no path keeps within the appetite.
  public var best: ElectedPath?
  /// Mean five-year net of either under the stress, in dollars.
  public var unstressedNet: Estimate
  public var bestNet: Estimate?
  /// What the best brings more than the unstressed choice, trial by trial; zero where they are one, and
  /// below zero where the unstressed choice brings more but breaks a limit.
  public var costOfKeeping: PairedDifference?
  /// How the appetite fares; `nil` where none is stated.
  public var limits: StressedLimits?
  public init(
    tried: Int, trials: Int, unstressed: ElectedPath, best: ElectedPath?, unstressedNet: Estimate,
    bestNet: Estimate?, costOfKeeping: PairedDifference?, limits: StressedLimits? = nil
  ) {
    self.tried = tried
    self.trials = trials
    self.unstressed = unstressed
    self.best = best
    self.unstressedNet = unstressedNet
    self.bestNet = bestNet
    self.costOfKeeping = costOfKeeping
    self.limits = limits
  }
}

/// What a stress does to the limits of an appetite, over the trials walked along every path.
public struct StressedLimits: Hashable, Sendable {
  /// How many paths keep within the appetite under the stress, and on the same trials without it.
  public var qualifying, qualifyingWithout: Int
  /// Whether the unstressed choice is one of the former, and whether it breaks some limit by more than
  /// two standard errors.
  public var isKept, isClearlyBroken: Bool
  /// What of it the limits look at.
  public var chanceOfOwing: Chance
  /// Mean of the worst 5 percent of five-year nets, in dollars.
  public var tailMean: Estimate
  /// `nil` where no reserve is stated.
  public var chanceOfExhaustion: Chance?
  /// That a run without end would name another path than the best one here; `nil` where that is the
  /// unstressed choice.
  public var chanceOfAnother: Chance?

  public init(
    qualifying: Int, qualifyingWithout: Int, isKept: Bool, isClearlyBroken: Bool,
    chanceOfOwing: Chance, tailMean: Estimate,
    chanceOfExhaustion: Chance?
  ) {
    self.qualifying = qualifying
    self.qualifyingWithout = qualifyingWithout
    self.isKept = isKept
    self.isClearlyBroken = isClearlyBroken
    self.chanceOfOwing = chanceOfOwing
    self.tailMean = tailMean
    self.chanceOfExhaustion = chanceOfExhaustion
  }
}
