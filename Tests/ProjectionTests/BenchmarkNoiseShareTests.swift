import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// What the luck of the benchmark years carries of the spread of five years, against algebra.
///
/// With claims noise alone, independent from year to year, one year's savings rate has variance
/// v = k²/N; benchmark noise has c·(1 − w)²·v, c = 0.46 (10/30/60) or 1/3 (equal weights), the same
/// draw in all five years. The sum of five has 5v + 25·c·(1 − w)²·v, so the benchmark's share is
/// 5c(1 − w)²/(1 + 5c(1 − w)²), whatever N.
@Suite struct BenchmarkNoiseShareTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var assigned: Int
    /// 1 for 10/30/60, 2 for thirds.
    var number: Int
    /// Weight of the regional adjustment.
    var weight: Double
    var isBuilt: Bool
    var testDescription: String {
      "\(assigned), agreement \(number), weight \(weight), \(isBuilt ? "built" : "stated")"
    }
  }

  /// A built benchmark damps by the law itself: the first regional adjustment of a lower-spending
  /// ACO weighs 35 percent, the second 50.
  static let cases =
    [6_000, 30_000].flatMap { assigned in
      [
        Case(assigned: assigned, number: 1, weight: 0, isBuilt: false),
        Case(assigned: assigned, number: 2, weight: 0, isBuilt: false),
        Case(assigned: assigned, number: 1, weight: 0.35, isBuilt: false),
        Case(assigned: assigned, number: 2, weight: 0.5, isBuilt: false),
        Case(assigned: assigned, number: 1, weight: 0.35, isBuilt: true),
        Case(assigned: assigned, number: 2, weight: 0.5, isBuilt: true),
      ]
    }

  static func scenario(_ given: Case) -> Scenario {
    var scenario = Scenario.quiet(assigned: given.assigned, savingsRate: 0, law: .normal)
    scenario.agreement.number = given.number
    scenario.agreement.regionalAdjustmentsApplied = given.number - 1
    scenario.assumptions.historicalBenchmarkNoise = HistoricalBenchmarkNoise(
      drawn: true, regionalWeight: given.weight)
    // Far enough below its region that no draw turns the sign, and a nation dear enough that no
    // cap binds.
    return given.isBuilt ? scenario.withHistory(region: 2, nation: 12) : scenario
  }

  /// The sum of five years' savings in each trial, in dollars.
  static func sums(_ scenario: Scenario, trials: Int) throws -> [Double] {
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    var history = MeasuredHistory(agreement, periods: agreement.periods)
    return (0..<trials).map { trial in
      history.start(trial: trial)
      return (0..<5).reduce(0) { sum, _ in
        history.nextYear()
        // In dollars: a rate would hold the luck of the year in its denominator too.
        let result = history.measured[0].result
        return sum + (result.benchmark - result.expenditure).amount
      }
    }
  }

  @Test(arguments: cases)
  func `the share is what the algebra says`(given: Case) throws {
    let trials = 20_000
    var quiet = Self.scenario(given)
    quiet.assumptions.historicalBenchmarkNoise.drawn = false
    let with = StudyTable.variance(of: try Self.sums(Self.scenario(given), trials: trials))
    let without = StudyTable.variance(of: try Self.sums(quiet, trials: trials))
    let constant = (given.number == 1 ? 0.46 : 1.0 / 3) * (1 - given.weight) * (1 - given.weight)
    let expected = 5 * constant / (1 + 5 * constant)
    // The relative error of each variance of a normal is √(2/n); the ratio is taken of two.
    let error = 2 * (2 / Double(trials)).squareRoot() * (1 - expected)
    let share = 1 - without / with
    print("Benchmark noise: \(given): share \(share), algebra \(expected), error \(error)")
    #expect(abs(share - expected) < 4 * error + 0.01, "\(share) against \(expected)")
  }
}
