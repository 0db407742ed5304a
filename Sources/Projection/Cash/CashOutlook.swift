import Regulation

/// What cash the options need and when, over many trials. All money is in dollars.
public struct CashOutlook: Hashable, Sendable {
  /// The first so many trials of the comparison.
  public var trials: Int
  /// In the order of the comparison's options.
  public var options: [Option]
  /// The option, by its place, whose cash is followed month by month.
  public var followed: Int
  /// Cash of that option at the end of each half-year, what was at hand before left out.
  public var points: [Point]
  /// Means of what moves under that option, by calendar year; kinds that never move left out.
  public var flows: [Flow]

  public struct Option: Hashable, Sendable {
    /// Chance that cash at the end of some month is below minus the reserve; `nil` without one.
    public var chanceOfExhaustion: Chance?
    /// What must be at hand so that cash lasts through 95 and 99 percent of futures.
    public var reserveNeeded: [QuantileEstimate]
    /// Chance that cash is never below what was at hand at first.
    public var chanceOfNoNeed: Chance
    /// Where cash is least: the ends of months at 5, 50 and 95 percent of the futures in which it
    /// falls at all; empty where it never does.
    public var lowestAt: [Day]
    /// What the repayment mechanism holds at the end of each performance year; five.
    public var mechanism: [Estimate]
    /// Chance that it must be raised after it is first in place.
    public var chanceOfRaise: Chance
    /// Fees of the mechanism, all years together, undiscounted.
    public var carryingCost: Estimate
    /// What Advanced APM status adds, all years together, undiscounted.
    public var advancedModel: Double
    /// `nil` where the scenario states no cover.
    public var cover: Cover?
  }

  /// What stop-loss cover does to an option.
  public struct Cover: Hashable, Sendable {
    /// Of all years together, undiscounted.
    public var recovery: Estimate
    /// Without error where it is quoted; as expected on these trials where it is a loading on them.
    public var premium: Estimate
    /// What it adds to five-year net, as valued there.
    public var change: Estimate
    /// Mean of the worst 5 percent of five-year nets, with it and without.
    public var tailMean, tailMeanWithout: Estimate
    public var chanceOfExhaustionWithout: Chance?
    /// At 95 and 99 percent.
    public var reserveNeededWithout: [QuantileEstimate]
  }

  public struct Point: Hashable, Sendable {
    public var day: Day
    /// At the levels of `Distribution.levels`.
    public var quantiles: [QuantileEstimate]
  }

  public struct Flow: Hashable, Sendable {
    public var kind: CashKind
    /// By calendar year, from the first performance year on.
    public var years: [Estimate]
  }
}

extension Comparison {
  /// The option whose cash is followed: the one listed that is the path to sign within an appetite; where
  /// none is stated or that path is not listed, the leading one.
  public var followedOption: Int {
    guard let paths, let place = paths.withinAppetite?.path else { return leadingOption }
    let path = paths.outcomes[place].path
    return candidates.first {
      let option = outlooks[$0].option
      return path.listedAs == option.title && path.years == option.years
    } ?? leadingOption
  }

  /// The highest mean five-year net of those that can be signed, the first of equals; of all where none
  /// can be.
  public var leadingOption: Int {
    let subjects = candidates
    return subjects.dropFirst().reduce(subjects.first ?? 0) { best, place in
      outlooks[place].net.mean.value > outlooks[best].net.mean.value ? place : best
    }
  }
}
