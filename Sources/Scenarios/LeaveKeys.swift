import Regulation

/// The keys of an option's exit rule.
enum LeaveKeys {
  static let years = 1...ExitRule.yearsThatCount
  static let dollars = Bounds(0...1e12, .dollars)
  static let share = Bounds(0...1, .fraction)

  static let by = Key(
    "by", .optionWord(ExitRule.Date.allCases.map(\.rawValue)),
    "The day with which leaving takes effect: `june30`, and nothing of that year is shared or owed; "
      + "or `december31`, and that year is the last one settled.", .required,
    cite: Paragraph.termination.rawValue)
  static let lossYears = Key(
    "lossYears", .optionYear(years),
    "Leave once this many published years ended with an amount owed to CMS.", .optional)
  static let lossBeyond = Key(
    "lossBeyond", .optionNumber(dollars),
    "Leave once one published year ended owing CMS more than this, in dollars.", .optional)
  static let lossBeyondShare = Key(
    "lossBeyondShare", .optionNumber(share),
    "Leave once one published year ended owing CMS more than this share of its benchmark, as a "
      + "fraction.", .optional)

  static let all: [Key] = [by, lossYears, lossBeyond, lossBeyondShare]
}
