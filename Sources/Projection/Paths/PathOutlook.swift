import Regulation
import Scenarios

/// Every path the ACO may sign, settled on the same histories, and the few that matter.
public struct PathOutlook: Hashable, Sendable {
  /// The first so many trials of the comparison.
  public var trials: Int
  /// Of these, the first so many compare paths with each other: `differences`, `dominance`, `curves`.
  public var pairedTrials: Int
  /// All paths tried: every election, then early renewals and exit rules the scenario lists.
  public var outcomes: [PathOutcome]
  /// Highest mean, mildest mean of the worst 5 percent, and least 95th percentile of regret, each a
  /// place in `outcomes`. Expected regret is least where the mean is highest.
  public var bestMean, mildest, leastRegret: Int
  /// The path of highest mean, and how sure that is.
  public var choice: PathChoice
  /// The best within the scenario's appetite; `nil` where it states none.
  public var withinAppetite: PathChoice?
  /// The few to show, places in `outcomes`: those above and those the scenario lists.
  public var shown: [Int]
  /// Every ordered pair of those shown: the first's five-year net less the second's.
  public var differences: [[PairedDifference]]
  /// Whether the first of each pair dominates the second; `nil` where it does not.
  public var dominance: [[Dominance?]]
  /// One for each path shown that has a minimum rate to choose.
  public var curves: [MinimumRateCurve]
  /// Chance that CMS must terminate for quality, first after each year; five. The same on every
  /// path.
  public var mustTerminate: [Chance]
  /// Who gains along each path; `nil` where the scenario says nothing of it.
  public var parties: PathParties?

  /// The path to sign: the best within the appetite, the one of highest mean where none is stated or
  /// none keeps within it.
  public var named: Int { withinAppetite?.path ?? bestMean }

  /// Place of the path the ACO is on or means to sign; `nil` where the scenario does not say, or it
  /// may not be signed.
  public var present: Int? { outcomes.firstIndex { $0.path.isPresent } }

  /// Elections, early renewals and exit rules left out.
  public var elections: Int { outcomes.count { $0.path.isElection } }
}

/// What one path comes to. All money is five-year net, in dollars.
public struct PathOutcome: Hashable, Sendable {
  public var path: ElectedPath
  public var net: Distribution
  /// Chance that any of the five years ends with an amount owed to CMS.
  public var chanceOfOwing: Chance
  /// Chance that accumulated net ever falls below minus the reserve; `nil` where none is stated.
  public var chanceOfExhaustion: Chance?
  /// What the best path of each future would have brought more: on average, and at 95 percent.
  public var regret: Estimate
  public var regretAt95: QuantileEstimate
  /// Whether no path has at least its mean and at least its mean of the worst 5 percent and more of
  /// one of them, as simulated.
  public var isEfficient = false
  /// Chance that CMS may terminate for expenditure, first after each year; five.
  public var mayTerminate: [Chance]
  /// Chance that CMS must or may terminate after one of the first four years.
  public var chanceOfEarlyEnd: Chance
  /// Mean over all trials of the net that comes after CMS first must or may terminate.
  public var netBeyondEnd: Estimate
}

/// One path named as best, and how sure the simulation is of it.
public struct PathChoice: Hashable, Sendable {
  /// Of the trials, in which it is seen how often another path comes out best.
  public static let resamples = Resamples.count

  /// Place in the outcomes; `nil` where no path keeps within the limits.
  public var path: Int?
  /// How many paths keep within the limits.
  public var qualifying: Int
  /// Chance that another path would be named by a simulation without end, all paths considered; of
  /// Monte Carlo error only. Its own error is that of the resamples.
  public var chanceOfAnother: Chance
  /// Of that, that the one named breaks a limit, and that it keeps them but another that does is
  /// better; `nil` where no limit is stated, or none keeps.
  public var parts: Parts?
  /// What a better path so named has more on average, in dollars; zero where none is better.
  public var costIfAnother: Double

  public struct Parts: Hashable, Sendable {
    public var breaking, better: Chance
  }
}

/// Five-year net by minimum-rate choice, along one path.
public struct MinimumRateCurve: Hashable, Sendable {
  /// The path shown, a place in the outcomes.
  public var of: Int
  /// Places in the outcomes: the rates elected in ascending order, then the variable rate.
  public var choices: [Int]
  /// Each choice's five-year net less that of the path shown.
  public var differences: [PairedDifference] = []
}
