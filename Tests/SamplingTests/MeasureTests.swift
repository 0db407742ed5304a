import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// What is reported of quality measures: the luck of those counted, spread, plan, what measures
/// share, and whose numbers move.
@Suite struct MeasureTests {
  static let trials: UInt32 = 40_000
  /// So many that the luck of those counted is no more than a ten-thousandth.
  static let endless = 10_000_000

  /// An ACO to whom nothing happens, with these measures.
  static func scenario(_ measures: [QualityMeasure], commonShare: Double = 0.2) -> Scenario {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0, law: .none)
    scenario.assumptions.quality.measures = measures
    scenario.assumptions.quality.commonShare = commonShare
    scenario.assumptions.parameterUncertainty = true
    return scenario
  }

  /// Moments of a figure of five years' measures.
  private func moments(
    _ scenario: Scenario, _ figure: (_ years: [ReportedMeasures]) -> Double
  ) -> (mean: Double, variance: Double, standardError: Double) {
    var sampler = HistorySampler(PairingTests.model(scenario))
    var (sum, squares) = (0.0, 0.0)
    for trial in 0..<Self.trials {
      sampler.start(trial: trial)
      let value = figure((0..<5).map { _ in sampler.nextYear().quality.measures })
      sum += value
      squares += value * value
    }
    let n = Double(Self.trials)
    let variance = (squares - sum * sum / n) / (n - 1)
    return (sum / n, variance, (variance / n).squareRoot())
  }

  @Test(arguments: [20, 250, 10_000])
  func `a rate reported is binomial on its denominator`(denominator: Int) {
    let still = Self.scenario([.still("one", rate: 0.7, of: denominator)])
    let found = moments(still) { $0[2].rate(0).fraction }
    #expect(abs(found.mean - 0.7) < 4 * found.standardError)
    let expected = 0.7 * 0.3 / Double(denominator)
    #expect(abs(found.variance / expected - 1) < 0.03, "four standard errors of a variance")
    let cases = moments(still) { Double($0[4].cases(0)) }
    #expect(cases.mean == Double(denominator))
  }

  @Test func `the true rate keeps its plan and its spread`() {
    var measure = QualityMeasure.still("one", rate: 0.7, of: Self.endless)
    measure.plan = [0.7, 0.74, 0.78, 0.82, 0.86]
    measure.standardDeviation = 0.02
    let scenario = Self.scenario([measure])
    for (year, rate) in measure.plan.enumerated() {
      let found = moments(scenario) { $0[year].rate(0).fraction }
      #expect(abs(found.mean - rate) < 4 * found.standardError, "year \(year + 1)")
      #expect(abs(found.variance.squareRoot() / 0.02 - 1) < 0.03, "year \(year + 1)")
    }
  }

  @Test func `each year's own part lasts as the common score does`() {
    var measure = QualityMeasure.still("one", rate: 0.7, of: Self.endless)
    measure.standardDeviation = 0.005
    var scenario = Self.scenario([measure], commonShare: 0)
    scenario.assumptions.quality.autocorrelation = 0.6
    let found = moments(scenario) { years in
      (years[1].rate(0).fraction - 0.7) * (years[3].rate(0).fraction - 0.7) / (0.005 * 0.005)
    }
    #expect(abs(found.mean - 0.36) < 4 * found.standardError + 0.002, "0.002 for the logit's bend")
  }

  @Test func `measures share what they are said to share, for better and for worse`() {
    var measures: [QualityMeasure] = [
      .still("one", rate: 0.7, of: Self.endless), .still("two", rate: 0.6, of: Self.endless),
      .still("three", rate: 0.2, of: Self.endless, lowerIsBetter: true),
    ]
    for place in measures.indices { measures[place].standardDeviation = 0.005 }
    let scenario = Self.scenario(measures, commonShare: 0.4)
    func correlation(_ a: Int, _ b: Int) -> (mean: Double, variance: Double, standardError: Double)
    {
      moments(scenario) { years in
        (years[0].rate(a).fraction - measures[a].rate)
          * (years[0].rate(b).fraction - measures[b].rate) / (0.005 * 0.005)
      }
    }
    let alike = correlation(0, 1)
    #expect(abs(alike.mean - 0.4) < 4 * alike.standardError + 0.002)
    let opposed = correlation(0, 2)
    #expect(abs(opposed.mean + 0.4) < 4 * opposed.standardError + 0.002)
  }

  @Test func `the error of a rate is drawn once for all years`() {
    var measure = QualityMeasure.still("one", rate: 0.7, of: Self.endless)
    measure.standardError = 0.02
    let scenario = Self.scenario([measure])
    let spread = moments(scenario) { $0[0].rate(0).fraction }
    #expect(abs(spread.variance.squareRoot() / 0.02 - 1) < 0.03)
    let change = moments(scenario) { $0[4].rate(0).fraction - $0[0].rate(0).fraction }
    #expect(change.variance.squareRoot() < 0.001)
    var certain = scenario
    certain.assumptions.parameterUncertainty = false
    #expect(moments(certain) { $0[0].rate(0).fraction }.variance.squareRoot() < 0.001)
  }

  /// A rate near its end is uncertain to one side more than to the other; its mean is as planned.
  @Test func `the error of a rate moves no mean`() {
    var measure = QualityMeasure.still("one", rate: 0.9, of: Self.endless)
    measure.standardError = 0.1
    let found = moments(Self.scenario([measure])) { $0[2].rate(0).fraction }
    #expect(abs(found.mean - 0.9) < 4 * found.standardError)
    #expect(found.variance.squareRoot() > 0.05)
  }

  /// The common score is the one that would have made the score itself, and is correlated with the
  /// other processes as that is.
  @Test func `with everything in common a measure moves as the score would`() {
    var scored = PairingTests.lively
    scored.assumptions.quality.mean = Array(repeating: 0.8, count: 5)
    scored.assumptions.quality.standardDeviation = 0.05
    var measure = QualityMeasure.still("one", rate: 0.8, of: Self.endless)
    measure.standardDeviation = 0.05
    var measured = scored
    measured.assumptions.quality.measures = [measure]
    measured.assumptions.quality.commonShare = 1
    let scores = PairingTests.histories(of: scored).map(\.year.quality.score.fraction)
    let rates = PairingTests.histories(of: measured).map {
      $0.year.quality.measures.rate(0).fraction
    }
    #expect(zip(scores, rates).allSatisfy { abs($0 - $1) < 0.001 })
    #expect(Set(scores).count == scores.count)
  }

  @Test func `a denominator moves with the ACO where it is said to`() {
    var scenario = PairingTests.lively
    scenario.assumptions.quality.measures = [
      .still("one", rate: 0.7, of: 900), .still("two", rate: 0.7, of: 900),
    ]
    scenario.assumptions.quality.measures[1].growsWithSize = true
    var sizes: Set<Int> = []
    for drawn in PairingTests.histories(of: scenario) {
      let measures = drawn.year.quality.measures
      #expect(measures.cases(0) == 900)
      // 12,000 assigned in the base year, to the rounding of the four types.
      let expected = 900 * Double(drawn.year.assignedBeneficiaries) / 12_000
      #expect(abs(Double(measures.cases(1)) - expected) < 1)
      sizes.insert(measures.cases(1))
    }
    #expect(sizes.count > 100)
  }

  // MARK: - Whose numbers move

  private static func without(_ drawn: PairingTests.Drawn) -> PairingTests.Drawn {
    var drawn = drawn
    drawn.year.quality.measures = .none
    return drawn
  }

  @Test func `measures in place of a score move nothing else`() {
    var measured = PairingTests.lively
    measured.assumptions.quality.measures = QualityMeasure.lively
    measured.assumptions.parameterUncertainty = true
    var scored = PairingTests.lively
    scored.assumptions.parameterUncertainty = true
    let (before, after) = (
      PairingTests.histories(of: scored), PairingTests.histories(of: measured)
    )
    for part in PairingTests.Part.allCases where part != .quality {
      #expect(zip(before, after).allSatisfy { part.values(of: $0) == part.values(of: $1) })
    }
    #expect(
      zip(before, after).allSatisfy {
        $0.year.quality.reported == $1.year.quality.reported
          && $0.year.quality.standardScore == $1.year.quality.standardScore
      })
  }

  @Test func `a measure added, or another order, moves no number of the others`() {
    var few = PairingTests.lively
    few.assumptions.parameterUncertainty = true
    few.assumptions.quality.measures = QualityMeasure.lively
    var more = few
    var added = QualityMeasure.still("134 Depression", rate: 0.6, of: 500)
    added.standardDeviation = 0.05
    more.assumptions.quality.measures = [added] + QualityMeasure.lively.reversed()
    let (before, after) = (PairingTests.histories(of: few), PairingTests.histories(of: more))
    for (old, new) in zip(before, after) {
      #expect(Self.without(old) == Self.without(new))
      for place in 0..<3 {
        #expect(old.year.quality.measures.rate(place) == new.year.quality.measures.rate(3 - place))
        #expect(
          old.year.quality.measures.cases(place) == new.year.quality.measures.cases(3 - place))
      }
    }
    let others = after.map { $0.year.quality.measures.rate(0) }
    #expect(others != before.map { $0.year.quality.measures.rate(0) })
  }

  @Test func `quality drawn again takes the measures with it and nothing else`() {
    var scenario = PairingTests.lively
    scenario.assumptions.quality.measures = QualityMeasure.lively
    let before = PairingTests.histories(of: scenario)
    let after = PairingTests.histories(
      under: PairingTests.model(scenario), redrawing: [.quality])
    func rates(_ drawn: [PairingTests.Drawn]) -> [ReportedMeasures] {
      drawn.map(\.year.quality.measures)
    }
    #expect(zip(rates(before), rates(after)).allSatisfy { $0 != $1 })
    for part in PairingTests.Part.allCases where part != .quality {
      #expect(zip(before, after).allSatisfy { part.values(of: $0) == part.values(of: $1) })
    }
  }

  @Test func `another ACO has measures of its own`() {
    var scenario = PairingTests.lively
    scenario.assumptions.quality.measures = QualityMeasure.lively
    var other = scenario
    other.aco = "Q0002"
    let (one, two) = (PairingTests.histories(of: scenario), PairingTests.histories(of: other))
    #expect(zip(one, two).allSatisfy { $0.year.quality.measures != $1.year.quality.measures })
  }
}
