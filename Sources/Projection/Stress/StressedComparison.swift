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

/// Which of all paths an ACO may sign has the highest expected five-year net under a stress, and what
/// it would cost to keep to the one that has it without.
public struct StressedChoice: Hashable, Sendable {
  /// Paths walked, and over how many trials.
  public var tried, trials: Int
  /// Of highest mean without the stress, and with it; the first of equals.
  public var unstressed, best: ElectedPath
  /// Mean five-year net of either under the stress, in dollars.
  public var unstressedNet, bestNet: Estimate
  /// What the best brings more than the unstressed choice, trial by trial; zero where they are one.
  public var costOfKeeping: PairedDifference
  public init(
    tried: Int, trials: Int, unstressed: ElectedPath, best: ElectedPath, unstressedNet: Estimate,
    bestNet: Estimate, costOfKeeping: PairedDifference
  ) {
    self.tried = tried
    self.trials = trials
    self.unstressed = unstressed
    self.best = best
    self.unstressedNet = unstressedNet
    self.bestNet = bestNet
    self.costOfKeeping = costOfKeeping
  }
}
