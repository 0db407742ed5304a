import Regulation
import Testing

@Suite struct DayArithmeticTests {
  private func day(_ text: String) -> Day { Day(text) ?? Day(year: 0, month: 1, day: 1) }

  /// 90 days from 31 December: January 31, February 28 or 29, and what is left of March.
  @Test(arguments: [
    ("2026-12-31", 90, "2027-03-31"), ("2027-12-31", 90, "2028-03-30"),
    ("2027-12-15", 90, "2028-03-14"), ("2026-12-15", 90, "2027-03-15"),
    ("2028-09-30", 90, "2028-12-29"), ("2028-10-31", 90, "2029-01-29"),
    ("2028-01-01", 90, "2028-03-31"), ("2027-01-01", 90, "2027-04-01"),
    ("2028-02-28", 1, "2028-02-29"), ("2100-02-28", 1, "2100-03-01"),
    ("2027-06-15", 0, "2027-06-15"), ("2027-01-01", 731, "2029-01-01"),
  ])
  func `days are counted on the calendar, leap years included`(
    from: String, days: Int, to: String
  ) {
    #expect(day(from).adding(days: days) == day(to))
    #expect(day(from).days(to: day(to)) == days)
    #expect(day(to).days(to: day(from)) == -days)
  }

  @Test func `a month ends on its last day`() {
    #expect(Day.last(of: 2, in: 2028) == day("2028-02-29"))
    #expect(Day.last(of: 2, in: 2027) == day("2027-02-28"))
    #expect(Day.last(of: 12, in: 2027) == day("2027-12-31"))
  }
}
