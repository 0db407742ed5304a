/// Days counted on the calendar, leap years included: when a bill falls due.
extension Day {
  /// The day this many days later; `days` is zero or more.
  public func adding(days: Int) -> Day {
    var (day, left) = (self, days)
    while left > 0 {
      let rest = Self.days(in: day.month, of: day.year) - day.day
      if left <= rest {
        day.day += left
        return day
      }
      left -= rest + 1
      day = day.firstOfNextMonth
    }
    return day
  }

  /// Days from this one to another, negative where that is earlier.
  public func days(to other: Day) -> Int { other.number - number }

  /// The last day of a month.
  public static func last(of month: Int, in year: Int) -> Day {
    Day(year: year, month: month, day: days(in: month, of: year))
  }

  private var firstOfNextMonth: Day {
    month == 12
      ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
  }

  /// Days since the first of January of the year 1.
  private var number: Int {
    let before = year - 1
    let months = (1..<month).reduce(0) { $0 + Self.days(in: $1, of: year) }
    return 365 * before + before / 4 - before / 100 + before / 400 + months + day - 1
  }
}
