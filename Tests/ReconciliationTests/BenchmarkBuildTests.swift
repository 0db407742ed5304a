import Reconciliation
import Regulation
import Testing

/// The benchmark of a second agreement from 2025, from the adjusted historical benchmark to the
/// payment at Level E and ENHANCED; every figure as the reference sheet prints it.
enum BenchmarkBuild {
  static func observedYear() throws -> ObservedYear {
    // Benchmark years 1 and 2: expenditure x blended trend x risk score over that of year 3.
    let first = ByEnrollmentType<Double>(
      esrd: 86_000 * 1.071 * (1.03 / 1.02), disabled: 11_000 * 1.1015 * (1.07 / 1.05),
      agedDual: 17_000 * 1.1106 * (1.05 / 1.04), agedNonDual: 10_400 * 1.112 * 1.01)
    let second = ByEnrollmentType<Double>(
      esrd: 90_000 * 1.0355, disabled: 11_600 * 1.05075 * (1.07 / 1.06),
      agedDual: 17_800 * 1.0556, agedNonDual: 11_000 * 1.0588)
    let third = ByEnrollmentType<Double>(
      esrd: 94_000, disabled: 12_200, agedDual: 18_900, agedNonDual: 11_700)
    let regional = ByEnrollmentType<Double>(
      esrd: 97_000, disabled: 12_900, agedDual: 19_800, agedNonDual: 12_300)
    let adjusted = ByEnrollmentType<PerCapita> { type in
      let historical: Double = (first[type] + second[type] + third[type]) / 3
      return PerCapita(historical + 0.5 * (regional[type] - historical))
    }
    var year = ObservedYear.still
    year.assignedBeneficiaries = 20_400
    year.strata = ByEnrollmentType(
      esrd: stratum(105, 99_500, adjusted.esrd, 1.04 / 1.03, 1, 1.05, 1.045, 1.045, 0.1),
      disabled: stratum(1_380, 13_100, adjusted.disabled, 1.12 / 1.07, 1, 1.06, 1.055, 1.051, 0.15),
      agedDual: stratum(
        1_020, 20_400, adjusted.agedDual, 1.09 / 1.05, 1, 1.07, 1.065, 1.051, 0.12),
      agedNonDual: stratum(
        17_495, 12_650, adjusted.agedNonDual, 1.06 / 1.01, 1.005, 1.075, 1.07, 1.051, 0.2))
    return year
  }

  private static func stratum(
    _ personYears: Double, _ spent: Double, _ benchmark: PerCapita, _ risk: Double,
    _ demographic: Double, _ national: Double, _ regional: Double, _ trend: Double,
    _ share: Double
  ) -> Stratum {
    Stratum(
      personYears: PersonYears(personYears), expenditure: PerCapita(spent),
      historicalBenchmark: benchmark, riskRatio: Rate(risk), demographicRatio: Rate(demographic),
      nationalGrowth: Rate(national), regionalGrowth: Rate(regional),
      prospectiveTrend: Rate(trend), marketShare: Rate(share))
  }
}

@Suite struct BenchmarkBuildTests {
  private func matches(_ value: Double, _ printed: Double, decimals: Int) -> Bool {
    let half = (0..<decimals).reduce(0.5) { half, _ in half / 10 }
    return abs(value - printed) <= half * 1.000001
  }

  @Test func `risk ratios are capped on the aggregate as printed`() throws {
    let risk = try BenchmarkBuild.observedYear().updatedBenchmark.risk
    #expect(matches(risk.aggregateRatio.fraction, 1.046891, decimals: 6))
    #expect(matches(risk.aggregateDemographicRatio.fraction, 1.004083, decimals: 6))
    #expect(risk.isCapped)
    #expect(matches(risk.ratio.esrd.fraction, 1.009709, decimals: 6))
    for capped in [risk.ratio.disabled, risk.ratio.agedDual, risk.ratio.agedNonDual] {
      #expect(matches(capped.fraction, 1.034083, decimals: 6))
    }
  }

  @Test func `updates blend as printed`() throws {
    let updated = try BenchmarkBuild.observedYear().updatedBenchmark
    let twoWay = [1.0455, 1.05575, 1.0656, 1.071]
    let threeWay = [1.045333, 1.054167, 1.060733, 1.064333]
    for (place, type) in EnrollmentType.allCases.enumerated() {
      #expect(matches(updated.twoWayUpdate[type].fraction, twoWay[place], decimals: 6))
      #expect(matches(updated.update[type].fraction, threeWay[place], decimals: 6))
    }
  }

  @Test func `the updated benchmark comes out to the cent`() throws {
    let year = try BenchmarkBuild.observedYear()
    let updated = year.updatedBenchmark
    let printed = [100_482.6092, 13_726.2977, 21_234.1453, 13_193.9596]
    for (place, type) in EnrollmentType.allCases.enumerated() {
      #expect(matches(updated.perCapita[type].amount, printed[place], decimals: 4))
    }
    #expect(matches(updated.total.amount / 20_000, 14_099.0058, decimals: 4))
    #expect(Cents(rounding: updated.total) == Cents(281_980_116_52))
    #expect(Cents(rounding: try #require(updated.guardrailTotal)) == Cents(283_555_460_53))
    let spent = year.strata.sum { ($0.expenditure * $0.personYears).amount }
    #expect(Cents(rounding: Dollars(spent)) == Cents(270_645_250_00))
  }

  @Test(
    arguments: zip(
      [Track.basic(.e), .enhanced],
      [
        [0.5, 5_667_433.26, 28_198_011.65, 113_348.67, 5_554_084.59],
        [0.75, 8_501_149.89, 56_396_023.30, 170_023.00, 8_331_126.89],
      ]))
  func `the year settles as printed`(track: Track, printed: [Double]) throws {
    let year = try measured()
    let terms = try inForce(track, choosing: .elected(Rate(0.01)))
    let settlement = year.settlement(under: terms)
    #expect(Cents(rounding: settlement.savings) == Cents(11_334_866_52))
    #expect(matches(settlement.savingsRate.fraction, 0.040197, decimals: 6))
    guard case .sharedSavings(let savings) = settlement.outcome else {
      Issue.record("savings are shared")
      return
    }
    #expect(savings.finalSharingRate == Rate(printed[0]))
    let amounts = [savings.beforeLimit, savings.limit, savings.sequestration, savings.amount]
    #expect(
      amounts.map { Cents(rounding: $0) }
        == printed.dropFirst().map { Cents(rounding: Dollars($0)) })
    #expect(settlement.earned == Cents(rounding: Dollars(printed[4])))
  }

  private func measured() throws -> PerformanceYearResult {
    let rules = try Rulebook.current()
    let agreement = AgreementPeriod(firstDay: Day(year: 2025, month: 1, day: 1))
    let year = PerformanceYear(2025)
    return try BenchmarkBuild.observedYear().result(
      under: YearTerms(
        benchmark: try rules.benchmarkTerms(in: year, of: agreement),
        quality: try rules.qualityTerms(in: year, of: agreement),
        isFirstYearOfFirstAgreement: false,
        lowRevenueThreshold: try rules.lowRevenueThreshold(in: year, of: agreement)))
  }
}
