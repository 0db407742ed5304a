import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// Parameters are drawn once per trial from their standard errors.
@Suite struct ParameterUncertaintyTests {
  // MARK: - The laws

  /// Mean and spread under a standard normal score, by a trapezoid of 0.01.
  private static func moments(_ drawn: (Double) -> Double) -> (mean: Double, deviation: Double) {
    var (sum, squares) = (0.0, 0.0)
    for step in -900...900 {
      let score = Double(step) / 100
      let weight = normalDensity(score) / 100
      let value = drawn(score)
      sum += weight * value
      squares += weight * value * value
    }
    return (sum, (squares - sum * sum).squareRoot())
  }

  @Test(arguments: [(0.0106, 0.0027), (1.54, 0.36), (1, 0.9)])
  func `a spread keeps its mean and has its error`(_ estimate: Double, _ error: Double) {
    let parameter = UncertainSpread(estimate, error: error)
    let (mean, deviation) = Self.moments { parameter.drawn($0) }
    #expect(abs(mean / estimate - 1) < 1e-6)
    #expect(abs(deviation / error - 1) < 1e-4)
    #expect(parameter.drawn(-6) > 0)
    #expect(UncertainSpread(estimate, error: 0).drawn(3) == estimate)
  }

  @Test(arguments: [(0.81, 0.065), (0.23, 0.24), (0.58, 0.071), (0.98, 0.01), (0.001, 0.004)])
  func `a share keeps its mean and stays a share`(_ estimate: Double, _ error: Double) {
    let parameter = UncertainShare(estimate, error: error)
    let (mean, deviation) = Self.moments { parameter.drawn($0) }
    #expect(abs(mean - estimate) < 1e-6)
    // To first order: what the logit's curve adds goes with the square of its spread.
    let relative = error / (estimate * (1 - estimate))
    #expect(abs(deviation / error - 1) < relative * relative / 2)
    #expect(parameter.drawn(-6) > 0 && parameter.drawn(6) < 1)
    #expect(UncertainShare(1, error: 0).drawn(3) == 1)
  }

  @Test(arguments: [(-0.07, 0.025), (0.4, 0.05), (-0.9, 0.01)])
  func `a correlation keeps its mean and stays one`(_ estimate: Double, _ error: Double) {
    let parameter = UncertainCorrelation(estimate, error: error)
    let (mean, deviation) = Self.moments { parameter.drawn($0) }
    #expect(abs(mean - estimate) < error * error / 10)
    #expect(abs(deviation / error - 1) < 0.05)
    #expect(parameter.drawn(-8) > -1 && parameter.drawn(8) < 1)
  }

  // MARK: - As trials draw them

  /// A quiet ACO with the shipped estimates and errors.
  static func shipped(record: Bool = true) throws -> Scenario {
    let text = """
      format: 1
      title: Shipped
      aco: S0001
      agreement: {start: 2025-01-01, number: 1, minimumRateChoice: 0, participantRevenue: 64_000_000}
      population:
        measuredIn: 2024
        assignedBeneficiaries: 10_000
        esrd:        {personYears: 50, expenditure: 92_000, historicalBenchmark: 92_900, riskScore: 1}
        disabled:    {personYears: 800, expenditure: 12_900, historicalBenchmark: 13_000, riskScore: 1}
        agedDual:    {personYears: 560, expenditure: 18_400, historicalBenchmark: 18_600, riskScore: 1}
        agedNonDual: {personYears: 8_300, expenditure: 11_300, historicalBenchmark: 11_400, riskScore: 1}

      """
    let past = """
      record:
        continues: true
        source: own reports
        years:
          - {year: 2021, savingsRate: 0.05, assignedBeneficiaries: 9_000, newBenchmark: true}
          - {year: 2023, savingsRate: 0.03, assignedBeneficiaries: 10_000}

      """
    return try Scenario(yaml: text + (record ? past : ""), file: "shipped.yaml", name: "shipped")
  }

  private static func drawn(_ scenario: Scenario, trials: UInt32) -> [DrawnParameters] {
    var sampler = HistorySampler(PairingTests.model(scenario), writing: nil)
    return (0..<trials).map { trial in
      sampler.start(trial: trial)
      return sampler.state.drawn
    }
  }

  private static func moments(of values: [Double]) -> (mean: Double, deviation: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return (
      mean, (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
    )
  }

  private static let parameters: [(String, KeyPath<DrawnParameters, Double> & Sendable)] = [
    ("persistent spread", \.persistentSpread), ("persistence", \.persistence),
    ("claims correlation", \.claimsCorrelation), ("risk, ESRD", \.riskSpread.esrd),
    ("risk, disabled", \.riskSpread.disabled), ("risk, dual", \.riskSpread.agedDual),
    ("risk, non-dual", \.riskSpread.agedNonDual), ("person, ESRD", \.personRiskSpread.esrd),
    ("person, disabled", \.personRiskSpread.disabled),
    ("person, dual", \.personRiskSpread.agedDual),
    ("person, non-dual", \.personRiskSpread.agedNonDual), ("common", \.commonRiskShare),
    ("health", \.healthShare), ("size", \.size), ("dispersion", \.joiningDispersion),
    ("list change", \.participantChangeChance), ("its spread", \.participantChangeSpread),
    ("quality spread", \.qualitySpread), ("quality autocorrelation", \.qualityAutocorrelation),
    ("quality and effect", \.qualityWeights.effect), ("level", \.position.level),
    ("drift", \.position.drift), ("position spread", \.position.standardDeviation),
    ("position scale", \.position.scale), ("position persistence", \.position.persistence),
    ("kept", \.position.keptAtRebasing), ("passing", \.position.transitoryScale),
  ]

  @Test func `every calibrated parameter is drawn, about its estimate`() throws {
    let scenario = try Self.shipped()
    let stated = PairingTests.model(scenario).parameters.stated
    let drawn = Self.drawn(scenario, trials: 4_000)
    for (name, path) in Self.parameters {
      let (mean, deviation) = Self.moments(of: drawn.map { $0[keyPath: path] })
      #expect(deviation > 0, "\(name)")
      // The spread of a sum of two uncertain parts bends a little: half a percent.
      let slack = name == "persistent spread" ? 0.005 * stated[keyPath: path] : 0
      #expect(
        abs(mean - stated[keyPath: path]) < 4 * deviation / 4_000.0.squareRoot() + slack,
        "\(name): \(mean), \(stated[keyPath: path])")
    }
  }

  @Test func `nothing is drawn where uncertainty is off`() throws {
    var scenario = try Self.shipped()
    scenario.assumptions.parameterUncertainty = false
    let stated = PairingTests.model(scenario).parameters.stated
    for drawn in Self.drawn(scenario, trials: 50) {
      for (name, path) in Self.parameters {
        #expect(drawn[keyPath: path] == stated[keyPath: path], "\(name)")
      }
    }
  }

  /// Correlation of two samples of 4,000: standard error 1/√4,000 or less.
  @Test func `errors of one fit go together as the fit says`() throws {
    let drawn = Self.drawn(try Self.shipped(), trials: 4_000)
    func correlation(
      _ a: KeyPath<DrawnParameters, Double>, _ b: KeyPath<DrawnParameters, Double>
    ) -> Double {
      let logs = drawn.map { (logarithm($0[keyPath: a]), logarithm($0[keyPath: b])) }
      let first = Self.moments(of: logs.map(\.0))
      let second = Self.moments(of: logs.map(\.1))
      let products = logs.reduce(0) { $0 + ($1.0 - first.mean) * ($1.1 - second.mean) }
      return products / Double(logs.count - 1) / (first.deviation * second.deviation)
    }
    let prefix = "savingsRate.process."
    let told = ShippedCalibration.current.correlation(
      prefix + "meanReverting.constant", prefix + "meanReverting.bySize")
    #expect(told < -0.3)
    #expect(
      abs(correlation(\.position.standardDeviation, \.position.scale) - told) < 4 / 63.2)
    let weights = ProcessErrors(.current)
    let ahead = ShippedCalibration.current.correlation(
      prefix + "oneYearAhead.constant", prefix + "oneYearAhead.bySize")
    #expect(abs((weights.innovation * weights.innovationBySize).sum() - ahead) < 1e-3)
    // The same persistence, seen twice.
    #expect(correlation(\.persistence, \.position.persistence) > 0.999)
    // A wider passing part is less claims noise that stays.
    #expect(correlation(\.claimsCorrelation, \.position.transitoryScale) < -0.8)
  }

  @Test func `one parameter's error moves no other parameter and no other number`() {
    var scenario = PairingTests.lively
    scenario.assumptions.parameterUncertainty = true
    scenario.assumptions.riskScore.standardErrors.commonShare = 0.05
    let before = PairingTests.histories(of: scenario)
    scenario.assumptions.quality.standardErrors.standardDeviation = 0.005
    let after = PairingTests.histories(of: scenario)
    for part in PairingTests.Part.allCases {
      let same = zip(before, after).allSatisfy { part.values(of: $0) == part.values(of: $1) }
      #expect(same == (part != .quality), "\(part.rawValue)")
    }
    scenario.assumptions.claimsNoise.correlation = 0.2
    scenario.assumptions.claimsNoise.standardErrors.correlation = 0.1
    let noisy = PairingTests.histories(of: scenario)
    for part in PairingTests.Part.allCases {
      #expect(
        zip(after, noisy).allSatisfy { part.values(of: $0) == part.values(of: $1) },
        "\(part.rawValue)")
    }
    #expect(after != noisy)
  }

  @Test func `the quality score keeps a variance of one`() throws {
    var scenario = PairingTests.lively
    scenario.assumptions.correlation = CorrelationMatrix(
      values: [
        1, 0.3, 0.2, 0, 0.5, 0.3, 1, 0, 0, 0.2, 0.2, 0, 1, 0.4, -0.4, 0, 0, 0.4, 1, 0.1, 0.5, 0.2,
        -0.4, 0.1, 1,
      ])
    scenario.assumptions.correlation.standardErrors.quality = 0.3
    scenario.assumptions.parameterUncertainty = true
    let model = PairingTests.model(scenario)
    let factor = model.factor
    let shared = factor.l40 * factor.l40 + factor.l41 * factor.l41
    for drawn in Self.drawn(scenario, trials: 300) {
      let last = drawn.qualityWeights
      let own = last.effect * last.effect + last.riskScore * last.riskScore
      #expect(abs(shared + own + last.quality * last.quality - 1) < 1e-12)
    }
  }

  @Test func `the record under the stated prior is the filter`() throws {
    for continues in [true, false] {
      var scenario = try Self.shipped()
      scenario.record?.continues = continues
      let model = PairingTests.model(scenario)
      let position = try #require(model.position)
      let (again, once) = (
        position.state(under: model.parameters.stated.position), position.filter.state
      )
      #expect(abs(again.effect - once.effect) < 1e-12)
      #expect(abs(again.luck - once.luck) < 1e-12)
      #expect(abs(again.effectVariance - once.effectVariance) < 1e-12)
      #expect(abs(again.luckVariance - once.luckVariance) < 1e-12)
      #expect(abs(again.covariance - once.covariance) < 1e-12)
    }
  }

  @Test func `a wider spread of the quality score leaves its mean`() throws {
    let model = PairingTests.model(try Self.shipped())
    let (year, quality) = (model.years[0], model.assumptions.quality)
    let error = quality.meanStandardError / (year.qualityMean * (1 - year.qualityMean))
    for times in [0.85, 1.15] {
      let spread = times * year.qualitySpread
      let exact = logitOfMean(
        year.qualityMean, spread: (spread * spread + error * error).squareRoot())
      #expect(abs(year.qualityLogit(times: times) - exact) < 1e-3)
    }
  }
}
