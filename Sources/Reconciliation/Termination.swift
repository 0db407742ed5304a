import Regulation

/// A participation agreement that ends inside a performance year, 42 CFR 425.221.
public struct Termination: Hashable, Sendable {
  public enum Party: String, CaseIterable, Hashable, Sendable {
    case aco, cms
  }
  public var effective: Day
  public var by: Party
  public init(effective: Day, by: Party) {
    self.effective = effective
    self.by = by
  }

  /// What an early end leaves of the year.
  public struct Consequence: Hashable, Sendable {
    public var keepsSavings: Bool
    /// Months of losses owed; zero for none.
    public var monthsOfLosses: Int
  }

  /// Savings are kept only by an ACO that leaves on the last day of the year; losses are owed for
  /// the months participated, unless the ACO left by the end of the month the rule names.
  public func consequence(under terms: TerminationTerms) -> Consequence {
    switch by {
    case .cms: Consequence(keepsSavings: false, monthsOfLosses: effective.month)
    case .aco:
      Consequence(
        keepsSavings: effective.month == terms.monthThatKeepsSavings && effective.isLastOfMonth,
        monthsOfLosses: effective.month > terms.lastMonthWithoutLosses ? effective.month : 0)
    }
  }
}
