import Foundation
import Reconciliation
import Regulation
import Scenarios
import Testing

@testable import Projection

/// The variance budget: with every process on at its default, savings rates within an agreement
/// spread as the public files' do, in one year, over one and two years from a known position, and
/// over five. What the files say is read from the calibration that ships.
@Suite struct VarianceBudgetTests {
  static let trials = 4_000

  /// The middle of each size band of the fit.
  static let sizes = [5_900, 8_700, 12_200, 17_000, 24_000, 38_000, 71_000]

  /// A fitted variance a + b·m, points², with the error that the fit leaves it.
  struct Fitted {
    var value, error: Double

    init(_ name: String, at measure: Double) throws {
      let calibration = ShippedCalibration.current
      let (first, second) = ("savingsRate.\(name).constant", "savingsRate.\(name).bySize")
      let constant = try #require(calibration[first], "\(first)")
      let bySize = try #require(calibration[second], "\(second)")
      let together = calibration.correlation(first, second)
      #expect(together != 0, "\(name)")
      value = constant.value + bySize.value * measure
      let (a, b) = (constant.standardError, bySize.standardError * measure)
      error = (a * a + b * b + 2 * together * a * b).squareRoot()
    }

    /// How many combined standard errors the simulated variance lies above.
    func distance(of found: Variance) -> Double {
      (found.value - value) / (error * error + found.error * found.error).squareRoot()
    }
  }

  /// A sample's variance, with its standard error from the sample's own fourth moment.
  struct Variance {
    var value, error: Double

    init(_ values: [Double]) {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let squares = values.map { ($0 - mean) * ($0 - mean) }
      let variance = squares.reduce(0, +) / (count - 1)
      let fourth = squares.reduce(0) { $0 + ($1 - variance) * ($1 - variance) } / count
      value = variance
      error = (fourth / count).squareRoot()
    }
  }

  /// Rates in points, and 10,000/N, of five years of every trial.
  private static func years(_ scenario: Scenario) throws -> [[(rate: Double, size: Double)]] {
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    return (0..<trials).map { trial in
      agreement.replay(trial: trial, option: 0).map {
        (
          100 * $0.settlement.savingsRate.fraction,
          1e4 / Double($0.observed.assignedBeneficiaries)
        )
      }
    }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private func expect(_ what: String, _ name: String, _ found: Variance, at m: Double) throws {
    let fitted = try Fitted(name, at: m)
    let z = fitted.distance(of: found)
    print(
      "\(what): m \(m), simulated \(found.value) ± \(found.error), fitted \(fitted.value) ± "
        + "\(fitted.error), z \(z)")
    #expect(abs(z) < 2, "\(what)")
  }

  @Test(arguments: sizes)
  func `the one-year change at stable size is the files'`(assigned: Int) throws {
    let trials = try Self.years(TypicalACO.scenario(assigned: assigned, trials: Self.trials))
    var (changes, measures): ([Double], [Double]) = ([], [])
    for years in trials {
      for (before, now) in zip(years, years.dropFirst())
      where abs(Foundation.log(now.size / before.size)) < 0.2 {
        changes.append(now.rate - before.rate)
        measures.append(now.size + before.size)
      }
    }
    try expect(
      "One-year change, N = \(assigned)", "oneYearChange", Variance(changes),
      at: Self.mean(measures))
  }

  /// The luck of the benchmark years is part of the position that is known.
  @Test(arguments: sizes)
  func `a year and two years after a known position are the process's`(assigned: Int) throws {
    var scenario = try TypicalACO.scenario(assigned: assigned, trials: Self.trials)
    scenario.assumptions.historicalBenchmarkNoise.drawn = false
    let trials = try Self.years(scenario)
    for (place, name) in ["oneYearAhead", "twoYearsAhead"].enumerated() {
      try expect(
        "\(name), N = \(assigned)", "process.\(name)", Variance(trials.map { $0[place].rate }),
        at: 1e4 / Double(assigned))
    }
    try expect(
      "Five-year sum from a known position, N = \(assigned)", "process.fiveYearSumAhead",
      Variance(trials.map { $0.reduce(0) { $0 + $1.rate } }),
      at: Self.mean(trials.map { Self.mean($0.map(\.size)) }))
  }

  /// ACOs that stand anywhere. What all share in a year is taken off, as the fit takes it off.
  @Test(arguments: sizes)
  func `the five-year sum is the process's, and the one seen`(assigned: Int) throws {
    var scenario = try TypicalACO.scenario(assigned: assigned, trials: Self.trials, record: true)
    scenario.assumptions.startingPosition.yearStandardDeviation = 0
    scenario.assumptions.startingPosition.standardErrors.means = 0
    scenario.assumptions.startingPosition.standardErrors.drift = 0
    let trials = try Self.years(scenario)
    let sum = Variance(trials.map { $0.reduce(0) { $0 + $1.rate } })
    let m = Self.mean(trials.map { Self.mean($0.map(\.size)) })
    try expect("Five-year sum, process, N = \(assigned)", "process.fiveYearSum", sum, at: m)
    try expect("Five-year sum, observed, N = \(assigned)", "fiveYearSum", sum, at: m)
  }
}
