import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// The luck of the benchmark years, and what a new participant list makes of it.
@Suite struct BenchmarkLuckTests {
  static let trials: UInt32 = 40_000
  static let shape = 200.0

  /// Means of x, y, x², y², xy over trials: the luck before and after a list change.
  private func pairs(_ law: ClaimsNoise.Law, change: Double) -> [(Double, Double)] {
    var stream = RandomStream()
    let subject = Subject(seed: 7, kind: .aco, name: "Q0001")
    return (0..<Self.trials).map { trial in
      stream.seek(subject, trial: trial, year: 0, purpose: .historicalBenchmarkNoise)
      var luck = BenchmarkLuck(shape: Self.shape, law, &stream)
      let before = luck.factor
      stream.seek(subject, trial: trial, year: 1, purpose: .historicalBenchmarkNoise)
      luck.relist(by: change, law, &stream)
      return (before, luck.factor)
    }
  }

  private func mean(_ values: [Double]) -> (value: Double, error: Double) {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / (n - 1) / n).squareRoot())
  }

  /// Two means of people who overlap: the covariance is one over the larger list.
  @Test(arguments: [ClaimsNoise.Law.gamma, .normal], [0.5, 0.9, 1.0, 1.25, 2.0])
  func `a new list keeps the claims of those on both lists`(
    law: ClaimsNoise.Law, change: Double
  ) {
    let drawn = pairs(law, change: change)
    let after = mean(drawn.map(\.1))
    #expect(abs(after.value - 1) < 4 * after.error)
    let variance = mean(drawn.map { ($0.1 - 1) * ($0.1 - 1) })
    #expect(abs(variance.value - 1 / (Self.shape * change)) < 4 * variance.error)
    let covariance = mean(drawn.map { ($0.0 - 1) * ($0.1 - 1) })
    let larger = Self.shape * max(1, change)
    #expect(abs(covariance.value - 1 / larger) < 4 * covariance.error)
    if change == 1 { #expect(drawn.allSatisfy { abs($0.0 - $0.1) < 1e-12 }) }
  }

  /// Those who were known stay known: only the part of the list that is new has luck. Its variance is
  /// the new part over the new list's shape.
  @Test(arguments: [ClaimsNoise.Law.gamma, .normal], [0.5, 1.0, 1.25])
  func `luck that is known is thinned by those who are new`(
    law: ClaimsNoise.Law, change: Double
  ) {
    var stream = RandomStream()
    let subject = Subject(seed: 8, kind: .aco, name: "Q0001")
    let after = (0..<Self.trials).map { trial -> Double in
      var luck = BenchmarkLuck(expected: Self.shape)
      #expect(luck.factor == 1)
      stream.seek(subject, trial: trial, year: 1, purpose: .historicalBenchmarkNoise)
      luck.relist(by: change, law, &stream)
      return luck.factor
    }
    let new = 1 - min(change, 1 / change)
    if new == 0 {
      #expect(after.allSatisfy { $0 == 1 })
      return
    }
    let found = mean(after)
    #expect(abs(found.value - 1) < 4 * found.error)
    let variance = mean(after.map { ($0 - 1) * ($0 - 1) })
    #expect(abs(variance.value - new / (Self.shape * change)) < 4 * variance.error)
  }

  /// Performance years of other sizes: each exactly of its law, and those in both bring their claims.
  @Test(arguments: [ClaimsNoise.Law.gamma, .normal], [40.0, 200, 500])
  func `a year of another size keeps its law and the claims of those in both`(
    law: ClaimsNoise.Law, next: Double
  ) {
    var stream = RandomStream()
    let subject = Subject(seed: 9, kind: .aco, name: "Q0001")
    let drawn = (0..<Self.trials).map { trial -> (Double, Double) in
      var noise = NoiseState()
      func year(_ year: UInt32, _ shape: Double) -> Double {
        stream.seek(subject, trial: trial, year: year, purpose: .claimsNoise)
        return noise.next(shape: shape, law: law, correlation: 0.4, &stream)
      }
      return (year(1, Self.shape), year(2, next))
    }
    let after = mean(drawn.map(\.1))
    #expect(abs(after.value - 1) < 4 * after.error)
    let variance = mean(drawn.map { ($0.1 - 1) * ($0.1 - 1) })
    #expect(abs(variance.value - 1 / next) < 4 * variance.error)
    let skew = mean(drawn.map { ($0.1 - 1) * ($0.1 - 1) * ($0.1 - 1) })
    let stated = law == .gamma ? 2 / (next * next) : 0
    #expect(abs(skew.value - stated) < 4 * skew.error)
    let covariance = mean(drawn.map { ($0.0 - 1) * ($0.1 - 1) })
    #expect(abs(covariance.value - 0.4 / max(Self.shape, next)) < 4 * covariance.error)
  }

  @Test func `each benchmark year is drawn at its own person-years`() {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0, law: .gamma)
    scenario.assumptions.historicalBenchmarkNoise = .init(drawn: true, regionalWeight: 0.35)
    let strata = ByEnrollmentType<BenchmarkStratum> { type in
      let base = scenario.population.strata[type]
      return BenchmarkStratum(
        personYears: ByBenchmarkYear(
          first: PersonYears(base.personYears.count / 4),
          second: PersonYears(base.personYears.count / 2), third: base.personYears),
        expenditure: .init(repeating: base.expenditure), riskScore: .init(repeating: .one),
        nationalGrowth: .init(first: .one, second: .one),
        regionalGrowth: .init(first: .one, second: .one), marketShare: .zero,
        regionalExpenditure: base.expenditure, nationalExpenditure: base.expenditure)
    }
    scenario.history = BenchmarkHistory(
      strata: strata, dualShare: .zero, lowIncomeOrDualShare: .zero, priorSavings: nil)
    var sampler = HistorySampler(PairingTests.model(scenario))
    let luck = (0..<Self.trials).map { trial in
      sampler.start(trial: trial)
      return sampler.benchmarkLuck.agedNonDual
    }
    let personYears = scenario.population.strata.agedNonDual.personYears.count
    let spread = NoiseModel(scenario.assumptions, scenario.population).personVariation.agedNonDual
    for (year, part) in [(\ByBenchmarkYear<Double>.first, 0.25), (\.second, 0.5), (\.third, 1)] {
      let variance = mean(luck.map { ($0[keyPath: year] - 1) * ($0[keyPath: year] - 1) })
      let stated = spread * spread / (personYears * part)
      #expect(abs(variance.value - stated) < 4 * variance.error)
    }
  }
}
