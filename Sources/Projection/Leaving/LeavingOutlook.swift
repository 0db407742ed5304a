import Regulation

/// What being able to leave early is worth under each option.
public struct LeavingOutlook: Hashable, Sendable {
  /// Of each of two sets: the policies are fitted to the first and valued on the second.
  public var trials: Int
  /// In the order of the scenario's options; last the path to sign, where it is none of them.
  public var values: [LeavingValue]

  public init(trials: Int, values: [LeavingValue]) {
    self.trials = trials
    self.values = values
  }
}

/// What being able to leave is worth under one option; five-year net in dollars, over the second set
/// of trials unless said otherwise.
public struct LeavingValue: Hashable, Sendable {
  /// Place among the scenario's options; `nil` for a path it does not list.
  public var option: Int?
  public var path: ElectedPath
  /// Mean of one that stays all five years, whatever exit rule it has.
  public var never: Estimate
  /// What the best policy found brings more than staying: too low rather than too high, for no policy
  /// is better than the best.
  public var policy: PairedDifference
  /// The same on the trials it was fitted to, where it is too high.
  public var inSample: Estimate
  /// What leaving on the best day of each trial, known in hindsight, would bring more: a bound.
  public var foresight: Estimate
  /// When the policy leaves; only days on which it ever does.
  public var exits: [PolicyExit]
  /// Chance that the policy leaves in each year; five.
  public var chances: [Chance]
  /// What the option's own exit rule does; `nil` where it has none.
  public var rule: RuledExit?

  /// Chance that the policy ever leaves.
  public var chanceOfLeaving: Chance

  public init(
    option: Int?, path: ElectedPath, never: Estimate, policy: PairedDifference,
    inSample: Estimate, foresight: Estimate, exits: [PolicyExit], chances: [Chance],
    rule: RuledExit?, chanceOfLeaving: Chance
  ) {
    self.option = option
    self.path = path
    self.never = never
    self.policy = policy
    self.inSample = inSample
    self.foresight = foresight
    self.exits = exits
    self.chances = chances
    self.rule = rule
    self.chanceOfLeaving = chanceOfLeaving
  }
}

/// What an exit rule brings and how often it ends the agreement.
public struct RuledExit: Hashable, Sendable {
  /// Five-year net with the rule, less that of staying.
  public var difference: PairedDifference
  /// Chance that it ends the agreement in each year; five.
  public var chances: [Chance]

  public init(difference: PairedDifference, chances: [Chance]) {
    self.difference = difference
    self.chances = chances
  }
}

/// A day on which a policy leaves.
public struct PolicyExit: Hashable, Sendable {
  public var date: ExitDate
  /// Chance that it leaves on this day.
  public var chance: Chance
  /// The one figure that comes nearest to the policy; `nil` where it lets nobody stay, and where none comes
  /// near.
  public var signal: Signal?

  public init(date: ExitDate, chance: Chance, signal: Signal?) {
    self.date = date
    self.chance = chance
    self.signal = signal
  }

  /// Leave where a figure is below a threshold.
  public struct Signal: Hashable, Sendable {
    public enum Figure: String, Hashable, Sendable {
      /// The last published savings rate.
      case published
      /// Last year's, as the ACO's own claims tell it.
      case claims
    }
    public var figure: Figure
    /// A fraction of the benchmark.
    public var threshold: Double
    /// Part of the decisions still to be made on that day in which it agrees with the policy.
    public var agreement: Chance

    public init(figure: Figure, threshold: Double, agreement: Chance) {
      self.figure = figure
      self.threshold = threshold
      self.agreement = agreement
    }
  }
}

/// A day on which an ACO may leave.
public struct ExitDate: Hashable, Sendable {
  public var performanceYear: PerformanceYear
  public var by: ExitRule.Date

  public init(performanceYear: PerformanceYear, by: ExitRule.Date) {
    self.performanceYear = performanceYear
    self.by = by
  }
}
