import Testing

@testable import Evidence

@Suite struct PrintedRateTests {
  private func rate(
    _ text: String, _ decimals: Int = 0, _ scale: PublicUseFile.RateScale = .fraction
  ) throws -> PrintedRate {
    try #require(PrintedRate(text, leastDecimals: decimals, scale: scale))
  }

  @Test func `a rate is compared at the digits it is printed with`() throws {
    #expect(try rate("2.98%").isPrint(of: 0.029836))
    #expect(try !rate("2.98%").isPrint(of: 0.029851))
    #expect(try rate("0.0236").isPrint(of: 0.02364999))
    #expect(try rate("2.5", 2, .percent).isPrint(of: 0.025001))
    #expect(try !rate("2.5", 2, .percent).isPrint(of: 0.0251))
  }

  @Test func `a rate rounded twice is known`() throws {
    // 2.32409413647 is 2.3240941365 with ten digits, and 2.324094137 with nine of those.
    let printed = try rate("2.324094137", 9, .percent)
    #expect(printed.isPrint(of: 0.0232409413647122))
    #expect(!printed.isPrint(of: 0.0232409413644))
  }

  @Test func `a band is half a digit either way, and stays within 0 and 1`() throws {
    let band = try rate("97.81", 2, .percent).band
    #expect(abs(band.lowerBound - 0.97805) < 1e-12)
    #expect(abs(band.upperBound - 0.97815) < 1e-12)
    let top = try rate("100", 2, .percent).band
    #expect(top.upperBound == 1)
    #expect(abs(top.lowerBound - 0.99995) < 1e-12)
    #expect(PrintedRate(payForReporting: "P4R").band == 1...1)
  }

  @Test(arguments: [("-", nil), ("P4R", nil), ("6.46%", 0.0646), ("0.0646", 0.0646)])
  func `only numbers are rates`(_ text: String, _ fraction: Double?) {
    let rate = PrintedRate(text, leastDecimals: 0, scale: .fraction)
    #expect(rate.map { abs($0.fraction - (fraction ?? 9)) < 1e-15 } ?? (fraction == nil))
  }

  @Test(arguments: [
    ("7/1/12", "2012-07-01"), ("07/01/2019", "2019-07-01"), ("2024-01-01", "2024-01-01"),
    ("01/01/2016 12:00:00 AM", "2016-01-01"), ("13/1/2019", nil), ("1/32/2019", nil),
    ("02/30/2019", nil), ("2/29/2020", "2020-02-29"), ("2/29/2021", nil),
    ("soon", nil), ("", nil), ("1/1/1999", nil),
  ])
  func `days are read as each year prints them`(_ text: String, _ day: String?) {
    #expect(PublishedDay.day(text)?.description == day)
  }
}
