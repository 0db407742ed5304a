import Scenarios
import Testing

@testable import Reporting

@Suite struct SummaryTableTests {
  @Test(arguments: SampleDecks.all.map(\.name))
  func `no line is wider than a terminal`(_ name: String) throws {
    let comparison = try #require(SampleDecks.comparisons[name])
    for line in SummaryTable(comparison).text.split(separator: "\n") {
      #expect(TerminalWidth.of(String(line)) <= 80, "\(line)")
    }
  }

  @Test func `it names the ACO, marks what-ifs and ends with trials and seed`() {
    let text = SummaryTable(SampleComparison.standard).text
    #expect(text.hasPrefix("Mountain Valley Rural Network\nFive-year net, $ million\n"))
    #expect(text.contains("      P5     P95 P(earn) P(owe)  worst 5%\n"))
    #expect(text.contains("\n* Level B"))
    #expect(text.contains("\n  Level A"))
    let calibration = ShippedCalibration.current
    #expect(
      text.hasSuffix(
        "10,000 trials, seed 20270101, rules 1a2b3c4d, scenario 5e6f7a8b\n"
          + "Chance calibrated on CMS public-use files 2018–2022 (5 files), "
          + "\(calibration.digest.prefix(8))\n"))
  }

  @Test func `editions are said above the figures`() {
    let text = SummaryTable(SampleComparison(trials: 100, editions: ["popularSummary"]).make()).text
    #expect(text.contains("\nNOT THE REGULATION"))
  }

  @Test func `wide characters count twice`() {
    #expect(TerminalWidth.of("abc") == 3)
    #expect(TerminalWidth.of("医療") == 4)
  }
}
