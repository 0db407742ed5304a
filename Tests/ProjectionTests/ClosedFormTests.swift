import Regulation
import Samples
import Scenarios
import Testing

@testable import Probability
@testable import Projection

/// Proof 1: with claims noise alone, simulation agrees with the normal integral.
@Suite struct ClosedFormTests {
  static let trials = 20_000
  static let sizes = [5_000, 10_000, 20_000, 50_000]
  static let savingsRates = [-0.06, -0.04, -0.02, -0.01, 0, 0.01, 0.02, 0.04, 0.06]
  static let choices: [MinimumRateChoice] = [
    .elected(Rate(0)), .elected(Rate(0.01)), .elected(Rate(0.02)), .variable,
  ]

  @Test(arguments: sizes)
  func `means and chances agree within four standard errors`(assigned: Int) throws {
    let regulation = try Rulebook.current()
    var worst = (mean: 0.0, chance: 0.0)
    var compared = 0
    for (place, savingsRate) in Self.savingsRates.enumerated() {
      for (other, choice) in Self.choices.enumerated() {
        let scenario = Scenario.quiet(
          assigned: assigned, savingsRate: savingsRate, choice: choice, trials: Self.trials,
          seed: UInt64(place * 10 + other), qualityScore: place.isMultiple(of: 2) ? 0.9 : 0.7)
        let agreement = try Agreement(scenario, under: regulation)
        let comparison = agreement.comparison(of: try agreement.ledger(workers: 2))
        for outlook in comparison.outlooks where outlook.option.name != "glidePath" {
          let z = Self.compare(outlook, scenario, savingsRate)
          guard let z else { continue }
          compared += 1
          worst = (max(worst.mean, abs(z.mean)), max(worst.chance, abs(z.chance)))
        }
      }
    }
    print("Proof 1, N = \(assigned): \(compared) cells, worst z \(worst)")
    #expect(worst.mean < 4)
    #expect(worst.chance < 4)
    #expect(compared > 120)
  }

  /// Standard scores of the five years' mean payment and of their chance of any payment, against
  /// the formula's own spread; `nil` where fewer than 30 payments are expected.
  static func compare(
    _ outlook: TrackOutlook, _ scenario: Scenario, _ savingsRate: Double
  ) -> (mean: Double, chance: Double)? {
    let assigned = scenario.population.assignedBeneficiaries
    let benchmark = scenario.population.strata.sum {
      ($0.historicalBenchmark * $0.personYears).amount
    }
    let form = ClosedForm(
      mean: savingsRate, spread: 2.136 / Double(assigned).squareRoot(), terms: outlook.terms[0],
      assigned: assigned, quality: scenario.assumptions.quality.mean[0])
    let expected = form.payment
    let draws = Double(trials * 5)
    let chance = expected.earn + expected.owe
    guard chance * draws >= 30, (1 - chance) * draws >= 30 else { return nil }
    let deviation = (expected.square - expected.mean * expected.mean).squareRoot()
    let found = outlook.years.reduce(0) { $0 + $1.mean.value } / 5 / benchmark
    let paid = outlook.years.reduce(0) { $0 + $1.chanceToEarn.value + $1.chanceToOwe.value } / 5
    return (
      (found - expected.mean) / (deviation / draws.squareRoot()),
      (paid - chance) / (chance * (1 - chance) / draws).squareRoot()
    )
  }

  @Test func `the test is sharp: a rate wrong by one point in fifty is seen`() throws {
    let scenario = Scenario.quiet(
      assigned: 5_000, savingsRate: 0.02, choice: .elected(Rate(0.01)), trials: Self.trials)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    var outlook = agreement.comparison(of: try agreement.ledger(workers: 2)).outlooks[4]
    outlook.terms[0].maximumSharingRate = Rate(0.51)
    let z = try #require(Self.compare(outlook, scenario, 0.02))
    #expect(abs(z.mean) > 4)
  }

  /// Proof 2: a break-even ACO held to the table's own rate.
  @Test(arguments: [(5_000, 0.9017), (20_000, 0.9511), (50_000, 0.9894)])
  func `the federal table keeps a break-even ACO from payment as often as it says`(
    assigned: Int, expected: Double
  ) throws {
    let scenario = Scenario.quiet(
      assigned: assigned, savingsRate: 0, choice: .variable, trials: 40_000, seed: 7)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let levelA = agreement.comparison(of: try agreement.ledger(workers: 2)).outlooks[0]
    let earned = levelA.years.reduce(0) { $0 + $1.chanceToEarn.value } / 5
    let error = (expected * (1 - expected) / 200_000).squareRoot()
    // The published probabilities are rounded to four digits.
    let z = (1 - earned - expected) / error
    print("Proof 2, N = \(assigned): P(no payment) \(1 - earned), expected \(expected), z \(z)")
    #expect(abs(1 - earned - expected) < 4 * error + 0.00005)
  }
}
