import Projection
import Testing

@testable import Reporting

@Suite struct EvenColumnTests {
  private func estimate(_ value: Double, _ error: Double) -> Estimate {
    Estimate(value: value, standardError: error)
  }

  @Test func `a column shows the decimals that all of its numbers bear`() {
    let column = [estimate(-6_521_000, 17_000), estimate(-8_040_000, 45_000)]
    #expect(MoneyUnit.million.column(column) == ["\u{2212}6.5", "\u{2212}8.0"])
    #expect(MoneyUnit.million.column([column[0]]) == ["\u{2212}6.52"])
  }

  @Test func `a number that would vanish keeps its first digit, and nothing is nothing`() {
    let column = [estimate(12_345_678, 60_000), estimate(41_000, 400), estimate(0, 0)]
    #expect(MoneyUnit.million.column(column, signed: true) == ["+12.3", "+0.04", "0"])
  }

  @Test func `errors stand in even columns too`() {
    let column = [estimate(1, 75_000), estimate(1, 2_700), estimate(1, 0)]
    #expect(MoneyUnit.million.errors(column) == ["± 0.075", "± 0.003", "± 0"])
  }
}
