import Foundation
import Reconciliation
import Regulation
import Scenarios
import Testing

@testable import Projection

/// The variance budget: with every process on at its default, the one-year change of the savings
/// rate within an agreement must spread as the public files' does.
///
/// Fitted on the CMS public-use files: agreements that began on 2019-07-01 and 2020-01-01,
/// changes 2020→21 and 2021→22 of 485 ACO pairs with |Δ ln N| < 0.2, year and cohort means removed.
/// Variance = a + b·10⁴(1/N_t + 1/N_{t−1}) in squared percentage points, errors clustered by ACO.
@Suite struct VarianceBudgetTests {
  static let a = 1.45
  static let b = 3.37
  static let aError = 0.50
  static let bError = 0.46
  static let covariance = -0.2

  /// A typical ACO with every assumption at its published default.
  static func scenario(assigned: Int, start: String, trials: Int) throws -> Scenario {
    let perPerson = 0.975 * Double(assigned)
    func stratum(_ share: Double, _ cost: Int) -> String {
      "{personYears: \(Int(perPerson * share)), expenditure: \(cost), "
        + "historicalBenchmark: \(cost), riskScore: 1}"
    }
    let year = (Int(start.prefix(4)) ?? 0) - 1
    let text = """
      format: 1
      title: Typical
      aco: T\(assigned)
      trials: \(trials)
      agreement:
        start: \(start)
        number: 1
        participantRevenue: \(assigned * 6_000)
        minimumRateChoice: 0.01
      population:
        measuredIn: \(year)
        assignedBeneficiaries: \(assigned)
        esrd: \(stratum(0.005, 85_829))
        disabled: \(stratum(0.0826, 11_099))
        agedDual: \(stratum(0.0578, 17_054))
        agedNonDual: \(stratum(0.8546, 10_604))
      """
    return try Scenario(yaml: text, file: "typical.yaml", name: "typical")
  }

  /// Variance in squared points of the one-year change at stable size, the mean of
  /// 10⁴(1/N_t + 1/N_{t−1}), and the variance of the five-year sum of savings rates.
  static func spread(assigned: Int) throws -> (change: Double, size: Double, fiveYears: Double) {
    let agreement = try Agreement(
      try scenario(assigned: assigned, start: "2020-01-01", trials: 3_000),
      under: try Rulebook.current())
    var (n, sum, squares, sizes) = (0.0, 0.0, 0.0, 0.0)
    var sums: [Double] = []
    for trial in 0..<3_000 {
      let years = agreement.replay(trial: trial, option: 0)
      let rates = years.map { 100 * $0.settlement.savingsRate.fraction }
      sums.append(rates.reduce(0, +))
      for year in 1..<5 {
        let now = Double(years[year].observed.assignedBeneficiaries)
        let before = Double(years[year - 1].observed.assignedBeneficiaries)
        guard abs(Foundation.log(now / before)) < 0.2 else { continue }
        let change = rates[year] - rates[year - 1]
        n += 1
        sum += change
        squares += change * change
        sizes += 1e4 * (1 / now + 1 / before)
      }
    }
    let mean = sums.reduce(0, +) / Double(sums.count)
    let fiveYears = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sums.count - 1)
    return ((squares - sum * sum / n) / (n - 1), sizes / n, fiveYears)
  }

  /// The middle of each size band of the fit.
  @Test(arguments: [5_900, 8_700, 12_200, 17_000, 24_000, 38_000, 71_000])
  func `the simulated one-year change fits the files' within two standard errors`(
    assigned: Int
  ) throws {
    let found = try Self.spread(assigned: assigned)
    let x = found.size
    let fitted = Self.a + Self.b * x
    let error =
      (Self.aError * Self.aError + x * x * Self.bError * Self.bError + 2 * x * Self.covariance)
      .squareRoot()
    let z = (found.change - fitted) / error
    print(
      "Variance budget, N = \(assigned): x \(x), simulated \(found.change), fitted \(fitted) ± "
        + "\(error), z \(z); five-year sum sd \(found.fiveYears.squareRoot()) points")
    #expect(abs(z) < 2)
  }
}
