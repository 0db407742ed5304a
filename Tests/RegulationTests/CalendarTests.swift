import Testing

@testable import Regulation

@Suite struct CalendarTests {
  @Test(arguments: ["2027-01-01", "2024-02-29", "2000-02-29", "2019-07-01", "1999-12-31"])
  func `reads days that exist and writes them back`(text: String) throws {
    #expect(try #require(Day(text)).description == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-1-1", "27-01-01",
    "2027-01-01 ", "2027/01/01", "", "2027-01", "+027-01-01", "２０２７-01-01",
  ])
  func `refuses what is no day`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `days are in order of the calendar`() {
    let days = ["2019-07-01", "2019-12-31", "2020-01-01", "2020-02-01"].compactMap { Day($0) }
    #expect(days.count == 4)
    #expect(days == days.shuffled().sorted())
  }

  @Test func `performance years have places in their agreement`() {
    let agreement = AgreementPeriod(firstDay: january(2027))
    #expect((1...5).map { agreement.performanceYear($0).calendarYear } == Array(2027...2031))
    #expect((2027...2031).map { agreement.place(of: PerformanceYear($0)) } == Array(1...5))
  }
}
