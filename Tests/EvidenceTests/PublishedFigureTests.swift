import Evidence
import Testing

@Suite struct PublishedFigureTests {
  @Test(arguments: [
    ("74992", 74_992), ("74,992", 74_992), (" $1,175,345,650 ", 1_175_345_650), ("1.05", 1.05),
    (".5", 0.5), ("-1.77", -1.77), ("(1,234)", -1_234), ("($1,234.50)", -1_234.5),
    ("-$7", -7), ("$-7", -7), ("−3", -3), ("1.2E+05", 120_000), ("0", 0), ("+4", 4),
  ])
  func `a printed number is read`(_ cell: String, _ value: Double) {
    #expect(PublishedFigure(cell) == .number(value, isPercent: false))
    #expect(PublishedFigure(cell).count == value)
  }

  @Test(arguments: [("6.46%", 6.46), ("-0.37 %", -0.37), ("(2.5%)", -2.5), ("100%", 100)])
  func `a printed percentage keeps its sign`(_ cell: String, _ value: Double) {
    #expect(PublishedFigure(cell) == .number(value, isPercent: true))
    #expect(PublishedFigure(cell).fraction == value / 100)
    #expect(PublishedFigure(cell).count == nil)
  }

  @Test(arguments: ["", "  ", "-", ".", "–", "N/A", "n/a", "^", "~"])
  func `a cell may be missing`(_ cell: String) {
    #expect(PublishedFigure(cell) == .missing)
    #expect(PublishedFigure(cell).fraction == nil)
  }

  @Test func `a cell may be suppressed or pay for reporting`() {
    #expect(PublishedFigure("*") == .suppressed)
    #expect(PublishedFigure(" p4r ") == .payForReporting)
  }

  @Test(arguments: [
    "abc", "1,23", "1,2345", "1.234,56", "0x10", "nan", "inf", "1e999", "12:30", "--5x", "5 6",
    "()", "%", "$", "1.2.3", "١٢",
  ])
  func `anything else is unreadable and kept as it stands`(_ cell: String) {
    #expect(PublishedFigure(cell) == .unreadable(cell))
  }

  @Test func `a bare number is a percent or a fraction by its column`() {
    #expect(PublishedFigure("6.46").fraction(on: .percent) == 6.46 / 100)
    #expect(PublishedFigure("0.0646").fraction(on: .fraction) == 0.0646)
    #expect(PublishedFigure("6.46%").fraction(on: .percent) == 6.46 / 100)
    #expect(PublishedFigure("6.46%").fraction(on: .fraction) == 6.46 / 100)
  }
}
