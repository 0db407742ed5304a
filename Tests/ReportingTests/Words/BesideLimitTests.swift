import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

/// A figure beside a limit never stands, as printed, on the other side of it.
@Suite struct BesideLimitTests {
  @Test(arguments: [
    // 34 of 100 trials prints as 30%, on the same side of 35; of 29% it prints as 30.
    (0.34, 100, 0.35, "30%"), (0.29, 100, 0.295, "at most 29.5%"), (0.31, 100, 0.3, "over 30%"),
    (0.31, 100_000, 0.3, "31.0%"), (0.3, 100_000, 0.3, "30.0%"), (0.0, 100, 0.0, "none"),
    (1.0, 100, 0.5, "all"), (0.35004, 100_000, 0.35, "over 35%"),
    (0.34996, 100_000, 0.35, "35.0%"),
  ])
  func `a chance keeps to its side`(
    _ value: Double, _ trials: Int, _ limit: Double, _ words: String
  ) {
    let chance = FixedComparison.chance(value, trials: trials)
    #expect(chance.percent(beside: limit) == words)
    #expect(chance.percent(beside: nil) == chance.percent)
    if value > 0, value < 1 { #expect(chance.ofFutures(beside: limit) == "\(words) of futures") }
  }

  @Test(arguments: [
    (-8_494_000.0, 100_000.0, -8_500_000.0, "\u{2212}$8.5 million"),
    (-8_449_000, 100_000, -8_450_000, "\u{2212}$8.4 million"),
    (-8_460_000, 100_000, -8_470_000, "no worse than \u{2212}$8.47 million"),
    (-8_440_000, 100_000, -8_430_000, "worse than \u{2212}$8.43 million"),
    (-8_600_000, 1_000, -8_500_000, "\u{2212}$8.60 million"),
  ])
  func `a loss keeps to its side`(
    _ value: Double, _ error: Double, _ floor: Double, _ words: String
  ) {
    let loss = Estimate(value: value, standardError: error)
    #expect(loss.dollars(notBelow: floor) == words)
    #expect(loss.dollars(notBelow: nil) == loss.dollars)
  }

  /// Whatever the figure, the error and the limit.
  @Test func `printed sides are the true ones`() {
    for step in 1..<400 {
      let value = Double(step) / 400
      for limit in [0.05, 0.295, 0.3, 0.35, 0.5] {
        let chance = FixedComparison.chance(value, trials: 400)
        let words = chance.percent(beside: limit)
        let printed = Double(words.filter { $0.isNumber || $0 == "." }) ?? 0
        if words.hasPrefix("at most") || words.hasPrefix("over") {
          #expect(words.hasPrefix("over") == (chance.value > limit))
          #expect(abs(printed - limit * 100) < 1e-9)
        } else {
          #expect((printed > limit * 100) == (chance.value > limit), "\(value) beside \(limit)")
        }
      }
    }
  }

  @Test func `a limit is as its author wrote it`() {
    #expect(Limit.dollars(-18_006_500) == "\u{2212}$18.0065 million")
    #expect(Limit.dollars(12e6) == "$12 million" && Limit.dollars(999_999.5) == "$999,999.5")
    #expect(Limit.percent(0.295) == "29.5%" && Limit.percent(0.1) == "10%")
    #expect(
      Estimate(value: -18_006_923, standardError: 900_000).dollars(notBelow: -18_006_500)
        == "worse than \u{2212}$18.0065 million")
  }

  /// Owing in 30% of futures, a tail of -1 million, and what a reserve comes to.
  @Test func `each limit is asked for where it is stated, and no other`() throws {
    var outcome = try SamplePaths().make().outcomes[0]
    outcome.chanceOfExhaustion = FixedComparison.chance(0.06)
    func isKept(_ appetite: Appetite) -> Bool { outcome.keeps(within: appetite) }
    #expect(isKept(Appetite()))
    #expect(isKept(Appetite(maxChanceOfOwing: 0.3)))
    #expect(!isKept(Appetite(maxChanceOfOwing: 0.2999)))
    #expect(isKept(Appetite(maxLossInFiveYears: Dollars(1e6))))
    #expect(!isKept(Appetite(maxLossInFiveYears: Dollars(999_999))))
    #expect(!isKept(Appetite(maxChanceOfOwing: 0.3, reserve: Dollars(1e6))))
    outcome.chanceOfExhaustion = FixedComparison.chance(0.05)
    #expect(isKept(Appetite(maxChanceOfOwing: 0.3, reserve: Dollars(1e6))))
  }

  @Test func `amounts too large for a column of millions stand in billions`() {
    #expect(MoneyUnit(for: [9.9e10]) == .million)
    #expect(MoneyUnit(for: [-4.6e12]) == .billion)
    #expect(
      MoneyUnit.billion.cell(Estimate(value: -4.647e12, standardError: 1e6)) == "\u{2212}4,650")
  }
}
