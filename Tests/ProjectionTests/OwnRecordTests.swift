import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// An ACO's own record decides where its simulated years start.
@Suite struct OwnRecordTests {
  private static let trials = 20_000

  private static func scenario(
    savingsRate: Double, years: [Double], continues: Bool = true, luck: Bool = false,
    noise: Double = 1e-6
  ) -> Scenario {
    var scenario = Scenario.quiet(
      assigned: 10_000, savingsRate: savingsRate, noise: noise, trials: trials)
    scenario.assumptions.historicalBenchmarkNoise.drawn = luck
    scenario.record = Record(
      years: years.enumerated().map { place, rate in
        Record.Year(
          year: 2025 - years.count + place, savingsRate: rate, assignedBeneficiaries: 10_000,
          newBenchmark: false)
      }, continues: continues)
    scenario.assumptions.startingPosition = StartingPosition(
      means: [0.02, 0.02, 0.02, 0.02, 0.02], latestMean: 2024, drift: 0.001,
      yearStandardDeviation: 0, standardDeviation: 0.02, scale: 2, persistence: 0.8,
      keptAtRebasing: 0.5, benchmarkScale: 1.4, transitoryStandardDeviation: 0.005,
      transitoryScale: 2)
    return scenario
  }

  private static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return (
      mean, (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
    )
  }

  private static func rates(_ scenario: Scenario, years: Int) throws -> [[Double]] {
    try Agreement(scenario, under: .current()).savingsRates(trials: trials, years: years)
  }

  /// Mean and spread of year one are those the report tells, whatever the scenario's own figures
  /// imply. The standard error of a mean is its spread/√20,000; of a spread, under Student's t
  /// with 6.5 degrees of freedom (kurtosis 5.4), √(4.4/80,000) = 0.0074 of it.
  @Test(arguments: [0, 0.07], [true, false])
  func `year one is the posterior`(_ stated: Double, _ continues: Bool) throws {
    let scenario = Self.scenario(
      savingsRate: stated, years: [0.05, 0.03, 0.06], continues: continues)
    let told = try #require(StartingOutlook(scenario))
    let (mean, deviation) = Self.moments(try Self.rates(scenario, years: 1)[0])
    #expect(abs(mean - told.mean) < 4 * told.standardDeviation / Double(Self.trials).squareRoot())
    #expect(abs(deviation / told.standardDeviation - 1) < 4 * 0.0074)
    #expect(told.mean > 0.021 && told.mean < 0.05)
    #expect(abs(told.weights.reduce(told.priorWeight, +) - 1) < 1e-12)
    #expect(abs(told.stated - stated) < 1e-9)
  }

  @Test func `the effect reverts as fitted and the benchmark's luck stays`() throws {
    let scenario = Self.scenario(savingsRate: 0, years: [0.10, 0.10, 0.10])
    let means = try Self.rates(scenario, years: 5).map { Self.moments($0).mean }
    // Differences of successive years less the drift fall by the persistence.
    let steps = zip(means, means.dropFirst()).map { $1 - $0 - 0.001 }
    #expect(steps[0] < -0.003)
    for (step, next) in zip(steps, steps.dropFirst()) { #expect(abs(next - 0.8 * step) < 1e-4) }
  }

  /// Luck is added only where the benchmark is new: nothing is added to what the record already
  /// told. A first agreement's benchmark years weigh 10, 30 and 60 percent (42 CFR 425.652), so
  /// that theirs is (0.01 + 0.09 + 0.36)k²/N of the benchmark and (1 − mean)² of that in the rate.
  /// Both runs share every other draw: the standard error of the difference of their variances is
  /// √(4·6.5e-4·2.0e-4 + 2·(2.0e-4)²)/√20,000 = 5.5e-6, 3 percent of it.
  @Test func `a new benchmark brings luck of its own`() throws {
    func outcome(continues: Bool, luck: Bool) throws -> (mean: Double, deviation: Double) {
      let scenario = Self.scenario(
        savingsRate: 0, years: [0.05, 0.03, 0.06], continues: continues, luck: luck, noise: 2.136)
      return Self.moments(try Self.rates(scenario, years: 1)[0])
    }
    let known = try [false, true].map { try outcome(continues: true, luck: $0) }
    #expect(known[0] == known[1])
    let (fresh, still) = (
      try outcome(continues: false, luck: true), try outcome(continues: false, luck: false)
    )
    let added = fresh.deviation * fresh.deviation - still.deviation * still.deviation
    let rest = 1 - still.mean
    let stated = 0.46 * 2.136 * 2.136 / 10_000 * rest * rest
    #expect(abs(added / stated - 1) < 4 * 0.03)
  }

  @Test func `without a record the prior changes nothing`() throws {
    var scenario = Self.scenario(savingsRate: 0.03, years: [0.05])
    scenario.record = nil
    let with = try Self.rates(scenario, years: 5)
    scenario.assumptions.startingPosition = .blank
    #expect(try Self.rates(scenario, years: 5) == with)
    #expect(StartingOutlook(scenario) == nil)
  }
}
