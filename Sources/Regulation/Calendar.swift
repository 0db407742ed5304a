/// A calendar day, written `2027-01-01`.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var year, month, day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2027-01-01`; `nil` for anything else, and for days that do not exist.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Whether the next day is in another month.
  public var isLastOfMonth: Bool { day == Self.days(in: month, of: year) }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A calendar year over which CMS measures an ACO.
public struct PerformanceYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var calendarYear: Int
  public init(_ calendarYear: Int) { self.calendarYear = calendarYear }
  public var firstDay: Day { Day(year: calendarYear, month: 1, day: 1) }
  public var description: String { String(calendarYear) }
  public static func < (a: Self, b: Self) -> Bool { a.calendarYear < b.calendarYear }
}

/// The years an ACO has signed for: five performance years, 42 CFR 425.200(b).
public struct AgreementPeriod: Hashable, Sendable {
  public var firstDay: Day

  public init(firstDay: Day) { self.firstDay = firstDay }

  /// The performance year with this place in the agreement, 1 for the first.
  public func performanceYear(_ place: Int) -> PerformanceYear {
    PerformanceYear(firstDay.year + place - 1)
  }

  /// The place of a performance year in the agreement, 1 for the first.
  public func place(of year: PerformanceYear) -> Int { year.calendarYear - firstDay.year + 1 }
}
