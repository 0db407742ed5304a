import Regulation
import Scenarios
import Testing

@testable import Sampling

@Suite struct RateInHindsightTests {
  private static func hindsight(_ years: [Record.Year]) throws -> RateInHindsight {
    try #require(RateInHindsight(Record(years: years, continues: true), RecordFilterTests.prior))
  }

  /// By hand at 10,000 beneficiaries: effect 4e-4 + 4/10,000 = 8e-4, benchmark 1.96/10,000 =
  /// 1.96e-4, passing 0.25e-4 + 4e-4 = 4.25e-4; together 14.21e-4. A rate of 0.05 lies 0.02 above
  /// its year's mean of 0.03.
  @Test func `one year is split as its variances are`() throws {
    let last = try Self.hindsight([RecordFilterTests.year(2022, 0.05)])
    #expect(last.year == 2022 && last.rate == 0.05 && last.mean == 0.03)
    for (part, variance) in [
      (last.effect, 8e-4), (last.benchmarkLuck, 1.96e-4), (last.passing, 4.25e-4),
      (last.luck, 1.96e-4 + 4.25e-4),
    ] {
      #expect(abs(part.value - 0.02 * variance / 14.21e-4) < 1e-12)
      let left = (variance * (14.21e-4 - variance) / 14.21e-4).squareRoot()
      #expect(abs(part.standardDeviation - left) < 1e-12)
    }
    // 0.02 · 8/14.21, and √(8e-4 · 6.21/14.21).
    #expect(abs(last.effect.value - 0.011260) < 1e-6)
    #expect(abs(last.effect.standardDeviation - 0.018698) < 1e-6)
  }

  /// The parts of a known rate add up to it, whatever came before.
  @Test(arguments: [false, true])
  func `the parts add up to the rate`(new: Bool) throws {
    let last = try Self.hindsight([
      RecordFilterTests.year(2019, 0.02, size: 8_000),
      RecordFilterTests.year(2021, -0.04, size: 9_000, new: new),
      RecordFilterTests.year(2022, 0.07, size: 12_000),
    ])
    let sum = last.mean + last.effect.value + last.benchmarkLuck.value + last.passing.value
    #expect(abs(sum - 0.07) < 1e-15)
    #expect(abs(last.luck.value - last.benchmarkLuck.value - last.passing.value) < 1e-15)
    #expect(last.luck.standardDeviation == last.effect.standardDeviation)
  }

  /// Two years that were as good make the third's distance less likely luck; a benchmark made anew
  /// forgets the luck of the old one.
  @Test func `a steady record leaves less to luck`() throws {
    let alone = try Self.hindsight([RecordFilterTests.year(2022, 0.08)])
    let steady = try Self.hindsight(
      [
        RecordFilterTests.year(2020, 0.07), RecordFilterTests.year(2021, 0.08),
        RecordFilterTests.year(2022, 0.08),
      ])
    #expect(steady.luck.value < alone.luck.value)
    #expect(steady.luck.standardDeviation < alone.luck.standardDeviation)
    let renewed = try Self.hindsight(
      [
        RecordFilterTests.year(2020, 0.07), RecordFilterTests.year(2021, 0.08),
        RecordFilterTests.year(2022, 0.08, new: true),
      ])
    #expect(renewed.benchmarkLuck.value < steady.benchmarkLuck.value)
    #expect(RateInHindsight(Record(years: [], continues: true), RecordFilterTests.prior) == nil)
  }
}
