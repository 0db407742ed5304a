/// When an ACO gives its agreement up of its own accord, settled in advance, 42 CFR 425.221(b).
///
/// A loss is an amount owed to CMS for a settled year. CMS publishes a year's results in the autumn
/// of the next year; on 31 December of a year an ACO knows the results of the years before it, on
/// 30 June those of the years before the last. The rule holds as soon as one of its conditions does.
public struct ExitRule: Hashable, Sendable {
  /// The day with which leaving takes effect.
  public enum Date: String, CaseIterable, Hashable, Sendable {
    /// The last day on which no losses of the year are owed; nothing of the year is shared either.
    case june30
    /// The year is settled, and none after it.
    case december31
  }
  public var by: Date
  /// Once this many published years ended with a loss, in a row or not.
  public var lossYears: Int?
  /// Once one published year ended with a loss of more than this.
  public var lossBeyond: Dollars?
  /// Once one published year ended with a loss of more than this share of its benchmark.
  public var lossBeyondShare: Rate?

  public init(
    by: Date, lossYears: Int? = nil, lossBeyond: Dollars? = nil, lossBeyondShare: Rate? = nil
  ) {
    self.by = by
    self.lossYears = lossYears
    self.lossBeyond = lossBeyond
    self.lossBeyondShare = lossBeyondShare
  }

  /// Whether anything can make it hold.
  public var hasCondition: Bool {
    lossYears != nil || lossBeyond != nil || lossBeyondShare != nil
  }

  /// Losses needed before one of its conditions can hold.
  public var fewestLosses: Int {
    lossBeyond == nil && lossBeyondShare == nil ? lossYears ?? 1 : 1
  }

  /// Years, from the first, whose results can still end the agreement early: those of year 3 arrive
  /// before 31 December of year 4 and 30 June of year 5.
  public static let yearsThatCount = 3
}

extension Rulebook {
  /// How many of an option's years may end with a loss whose results an exit rule can act on.
  ///
  /// Throws `NotInForce` for agreements that start before the rules do.
  public func lossYearsThatCount(
    of option: ParticipationOption, in agreement: AgreementPeriod
  ) throws -> Int {
    try option.years.prefix(ExitRule.yearsThatCount).enumerated().count { place, track in
      try isTwoSided(track, place + 1, agreement)
    }
  }
}
