import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// Every process alone has the mean and the spread its assumption states.
@Suite struct MomentTests {
  static let trials: UInt32 = 40_000

  /// Mean and variance over trials of a figure of the given years, 1 through 5.
  func moments(
    _ scenario: Scenario, _ figure: (_ years: [ObservedYear]) -> Double
  ) -> (mean: Double, variance: Double, standardError: Double) {
    var sampler = HistorySampler(PairingTests.model(scenario))
    var (sum, squares) = (0.0, 0.0)
    for trial in 0..<Self.trials {
      sampler.start(trial: trial)
      let value = figure((0..<5).map { _ in sampler.nextYear() })
      sum += value
      squares += value * value
    }
    let n = Double(Self.trials)
    let variance = (squares - sum * sum / n) / (n - 1)
    return (sum / n, variance, (variance / n).squareRoot())
  }

  func perCapita(_ year: ObservedYear) -> Double {
    year.strata.sum { ($0.expenditure * $0.personYears).amount }
      / year.strata.sum { $0.personYears.count }
  }

  @Test(arguments: [ClaimsNoise.Law.gamma, .normal])
  func `claims noise is scale over the square root of assigned beneficiaries`(
    law: ClaimsNoise.Law
  ) {
    for assigned in [5_000, 20_000] {
      let scenario = Scenario.quiet(assigned: assigned, savingsRate: 0, law: law)
      let expected = perCapitaBase(scenario)
      let found = moments(scenario) { perCapita($0[0]) / expected - 1 }
      #expect(abs(found.mean) < 4 * found.standardError)
      let stated = 2.136 * 2.136 / Double(assigned)
      #expect(abs(found.variance / stated - 1) < 0.05, "five standard errors of a variance")
    }
  }

  @Test(arguments: [ClaimsNoise.Law.gamma, .normal])
  func `consecutive years' claims noise has the stated correlation`(law: ClaimsNoise.Law) {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0, law: law)
    scenario.assumptions.claimsNoise.correlation = 0.27
    let base = perCapitaBase(scenario)
    for (lag, stated) in [(1, 0.27), (2, 0.27 * 0.27)] {
      let found = moments(scenario) { years in
        (perCapita(years[2]) / base - 1) * (perCapita(years[2 + lag]) / base - 1)
      }
      let covariance = stated * 2.136 * 2.136 / 10_000
      #expect(abs(found.mean - covariance) < 4 * found.standardError)
    }
  }

  @Test func `national growth keeps its mean, spread and autocorrelation`() {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0, law: .none)
    scenario.assumptions.nationalGrowth = NationalGrowth(
      mean: .init(repeating: Array(repeating: 0.048, count: 5)), standardDeviation: 0.02,
      autocorrelation: 0.4, typeStandardDeviation: 0.005, meanStandardError: 0)
    let first = moments(scenario) { $0[0].strata.esrd.nationalGrowth.fraction }
    #expect(abs(first.mean - 1.048) < 4 * first.standardError)
    let spread = 1.048 * 1.048 * (0.02 * 0.02 + 0.005 * 0.005)
    #expect(abs(first.variance / spread - 1) < 0.05)
    let product = moments(scenario) { years in
      let growth = (0..<3).map { logarithm(years[$0].strata.agedDual.nationalGrowth.fraction) }
      return (growth[1] - growth[0] - 0.0469) * (growth[2] - growth[1] - 0.0469)
    }
    #expect(abs(product.mean - 0.4 * 0.02 * 0.02) < 4 * product.standardError)
  }

  @Test func `size follows its plan and retention its mean`() {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.assumptions.retention.mean = 0.82
    scenario.assumptions.joining = Joining(
      sizePlan: Array(repeating: -0.03, count: 5), dispersion: 0.42, joinerExpenditure: 1,
      joinerRisk: 1)
    let found = moments(scenario) { Double($0[0].assignedBeneficiaries) }
    #expect(abs(found.mean - 12_000 * exponential(-0.03)) < 4 * found.standardError)
    let spread = found.variance.squareRoot() / found.mean
    #expect((0.06...0.10).contains(spread), "the fitted core spread is 0.08")
  }

  @Test(arguments: AgreementFacts.Assignment.allCases)
  func `neither assignment method moves the expected size`(method: AgreementFacts.Assignment) {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.agreement.assignment = method
    scenario.assumptions.trueUp = TrueUp(
      standardDeviation: 0.03, expenditureSlope: -0.1, inYearLoss: 0.03)
    let found = moments(scenario) { Double($0[0].assignedBeneficiaries) }
    #expect(abs(found.mean - 12_000) < 4 * found.standardError + 1, "counts are rounded")
    #expect(found.variance > 0)
    let cost = moments(scenario) { perCapita($0[0]) / perCapitaBase(scenario) }
    #expect(abs(cost.mean - 1) < 4 * cost.standardError + 1e-4, "type mix is rounded to people")
  }

  @Test func `risk ratios keep their mean, and only the health part moves expenditure`() {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.assumptions.riskScore.standardDeviation = .init(repeating: 0.02)
    scenario.assumptions.riskScore.personStandardDeviation = .init(repeating: 1)
    scenario.assumptions.riskScore.healthShare = 0.5
    let ratio = moments(scenario) { $0[3].strata.agedNonDual.riskRatio.fraction }
    #expect(abs(ratio.mean - 1) < 4 * ratio.standardError)
    let personYears = 12_000 * 0.975 * 0.854
    #expect(abs(ratio.variance / (4 * 0.02 * 0.02 + 2 / personYears) - 1) < 0.05)
    let slope = moments(scenario) { years in
      let stratum = years[3].strata.agedNonDual
      let cost = stratum.expenditure.amount / 10_604
      return logarithm(cost) - 0.5 * logarithm(stratum.riskRatio.fraction)
    }
    #expect(slope.variance < 1e-9, "expenditure is the square root of the ratio, up to its mean")
  }

  @Test func `the expenditure effect keeps its plan and is heavy tailed`() {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.assumptions.expenditureEffect = ExpenditureEffect(
      plan: [0, -0.01, -0.02, -0.02, -0.02], planStandardDeviation: 0,
      persistentStandardDeviation: 0.01, persistence: 0.9, transitoryStandardDeviation: 0.005,
      degreesOfFreedom: 6.5)
    let base = perCapitaBase(scenario)
    let third = moments(scenario) { perCapita($0[2]) / base - 1 }
    #expect(abs(third.mean + 0.02) < 4 * third.standardError)
    let persistent = 0.01 * 0.01 * (1 + 0.81 + 0.81 * 0.81)
    #expect(abs(third.variance / (persistent + 0.005 * 0.005) - 1) < 0.08)
  }

  @Test func `the quality score keeps its planned mean under a wide spread`() {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.assumptions.quality.mean = [0.7, 0.75, 0.8, 0.85, 0.9]
    scenario.assumptions.quality.standardDeviation = 0.08
    scenario.assumptions.quality.autocorrelation = 0.69
    for (year, mean) in scenario.assumptions.quality.mean.enumerated() {
      let found = moments(scenario) { $0[year].quality.score.fraction }
      #expect(abs(found.mean - mean) < 4 * found.standardError)
    }
  }

  @Test func `an own-region feedback of w(1 − w) drags the benchmark's region`() {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.agreement.marketShare = .init(repeating: Rate(0.2))
    scenario.assumptions.expenditureEffect.plan = [-0.05, -0.05, -0.05, -0.05, -0.05]
    let found = moments(scenario) { $0[0].strata.agedDual.regionalGrowth.fraction }
    #expect(abs(found.mean - (1 - 0.2 * 0.05)) < Double(Self.trials) * 1.0.ulp)
  }

  /// The region's growth is adjusted for risk: those who sicken, and cost and score alike, leave it
  /// where it was.
  @Test func `true sickness of the ACO's own does not raise its region's risk-adjusted growth`() {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.agreement.marketShare = .init(repeating: Rate(0.2))
    scenario.assumptions.riskScore.mean = .init(repeating: 0.03)
    scenario.assumptions.riskScore.healthShare = 1
    let found = moments(scenario) { $0[0].strata.agedDual.regionalGrowth.fraction }
    #expect(abs(found.mean - 1) < Double(Self.trials) * 1.0.ulp)
    let region = moments(scenario) { $0[0].strata.agedDual.regionalRiskRatio.fraction }
    let expected = 0.8 + 0.2 * singleExponential(0.03)
    #expect(abs(region.mean - expected) < Double(Self.trials) * 1.0.ulp)
  }

  @Test func `the market share moves with the ACO's size and never passes one`() {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.agreement.marketShare = .init(
      esrd: Rate(0.2), disabled: Rate(0.9), agedDual: .zero,
      agedNonDual: Rate(0.5))
    scenario.assumptions.joining.sizePlan = [0.2, 0, 0, 0, 0]
    let found = moments(scenario) { $0[0].strata.agedNonDual.marketShare.fraction }
    #expect(abs(found.mean - 0.5 * exponential(0.2)) < 4 * found.standardError + 1e-3)
    let most = moments(scenario) { $0[4].strata.disabled.marketShare.fraction }
    #expect(most.mean == 1)
  }

  private func perCapitaBase(_ scenario: Scenario) -> Double {
    scenario.population.strata.sum { ($0.expenditure * $0.personYears).amount }
      / scenario.population.strata.sum { $0.personYears.count }
  }
}
