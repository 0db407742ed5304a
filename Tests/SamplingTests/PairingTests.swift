import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// Proof 7: a change to one purpose leaves every other purpose's numbers untouched, trial by trial.
@Suite struct PairingTests {
  static let trials: UInt32 = 200

  /// A scenario in which every process moves.
  static var lively: Scenario {
    var scenario = Scenario.quiet(assigned: 12_000, savingsRate: 0.02, law: .gamma)
    scenario.assumptions.nationalGrowth.standardDeviation = 0.02
    scenario.assumptions.nationalGrowth.typeStandardDeviation = 0.005
    scenario.assumptions.regionalDeviation.standardDeviation = 0.01
    scenario.assumptions.expenditureEffect.persistentStandardDeviation = 0.01
    scenario.assumptions.expenditureEffect.transitoryStandardDeviation = 0.01
    scenario.assumptions.retention.mean = 0.82
    scenario.assumptions.joining.dispersion = 0.2
    scenario.assumptions.participantChange.probability = 0.1
    scenario.assumptions.trueUp.inYearLoss = 0.03
    scenario.assumptions.riskScore.standardDeviation = .init(repeating: 0.02)
    scenario.assumptions.quality.standardDeviation = 0.05
    scenario.assumptions.quality.mean = Array(repeating: 0.8, count: 5)
    scenario.assumptions.quality.reportingFailure = 0.05
    scenario.assumptions.extremeCircumstances.probability = Array(repeating: 0.1, count: 5)
    scenario.assumptions.historicalBenchmarkNoise.drawn = true
    return scenario
  }

  /// What each purpose decides, as numbers that nothing else decides.
  enum Part: String, CaseIterable, Sendable {
    case nation, region, size, risk, quality, circumstances, benchmark

    func values(of year: ObservedYear) -> [Double] {
      switch self {
      case .nation: EnrollmentType.allCases.map { year.strata[$0].nationalGrowth.fraction }
      case .region:
        EnrollmentType.allCases.map {
          // A quotient of products: equal up to the last bits.
          (year.strata[$0].regionalGrowth.fraction / year.strata[$0].nationalGrowth.fraction
            * 1e12).rounded()
        }
      case .size: EnrollmentType.allCases.map { year.strata[$0].personYears.count }
      case .risk: EnrollmentType.allCases.map { year.strata[$0].riskRatio.fraction }
      case .quality: [year.quality.score.fraction, year.quality.reported ? 1 : 0]
      case .circumstances:
        [
          Double(year.extremeCircumstances.months),
          year.extremeCircumstances.shareOfBeneficiaries.fraction,
        ]
      case .benchmark:
        EnrollmentType.allCases.map { year.strata[$0].historicalBenchmark.amount }
      }
    }
  }

  struct Change: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var moves: Set<Part>
    var apply: @Sendable (inout Assumptions) -> Void
  }

  static let changes: [Change] = [
    Change(testDescription: "national growth", moves: [.nation]) {
      $0.nationalGrowth.standardDeviation = 0.03
    },
    Change(testDescription: "regional deviation", moves: [.region]) {
      $0.regionalDeviation.standardDeviation = 0.02
    },
    Change(testDescription: "expenditure effect", moves: []) {
      $0.expenditureEffect.degreesOfFreedom = 4
    },
    Change(testDescription: "claims noise: a normal draws otherwise than a gamma", moves: []) {
      $0.claimsNoise.correlation = 0.3
    },
    Change(testDescription: "historical benchmark noise", moves: [.benchmark]) {
      $0.historicalBenchmarkNoise.regionalWeight = 0.5
    },
    Change(testDescription: "retention", moves: [.size, .benchmark]) {
      $0.retention.concentration = 50
    },
    Change(testDescription: "joining", moves: [.size, .benchmark]) { $0.joining.dispersion = 0.4 },
    Change(testDescription: "participant change", moves: [.size, .benchmark]) {
      $0.participantChange.probability = 0.3
    },
    Change(testDescription: "true-up", moves: [.size, .benchmark]) { $0.trueUp.inYearLoss = 0.05 },
    Change(testDescription: "risk score", moves: [.risk]) { $0.riskScore.commonShare = 0.9 },
    Change(testDescription: "quality", moves: [.quality]) { $0.quality.standardDeviation = 0.08 },
    Change(testDescription: "extreme circumstances", moves: [.circumstances]) {
      $0.extremeCircumstances.shareConcentration = 2
    },
  ]

  @Test(arguments: changes)
  func `a change moves its own numbers and no others`(change: Change) {
    var changed = Self.lively
    change.apply(&changed.assumptions)
    let before = Self.histories(of: Self.lively)
    let after = Self.histories(of: changed)
    for part in Part.allCases {
      let same = zip(before, after).allSatisfy { part.values(of: $0) == part.values(of: $1) }
      #expect(same == !change.moves.contains(part), "\(part.rawValue)")
    }
    #expect(before != after)
  }

  @Test func `two ACOs of one region share nation and region, and nothing more`() {
    var other = Self.lively
    other.aco = "Q0002"
    let (one, two) = (Self.histories(of: Self.lively), Self.histories(of: other))
    for part in Part.allCases {
      let same = zip(one, two).allSatisfy { part.values(of: $0) == part.values(of: $1) }
      #expect(same == [.nation, .region].contains(part), "\(part.rawValue)")
    }
    other.region = "Elsewhere"
    let elsewhere = Self.histories(of: other)
    #expect(
      !zip(one, elsewhere).allSatisfy {
        Part.region.values(of: $0) == Part.region.values(of: $1)
      })
    #expect(
      zip(one, elsewhere).allSatisfy { Part.nation.values(of: $0) == Part.nation.values(of: $1) })
  }

  @Test func `trials may be asked for in any order`() {
    let model = Self.model(Self.lively)
    var sampler = HistorySampler(model)
    func years(_ trial: UInt32) -> [ObservedYear] {
      sampler.start(trial: trial)
      return (0..<5).map { _ in sampler.nextYear() }
    }
    let last = years(Self.trials - 1)
    let first = years(0)
    #expect(years(Self.trials - 1) == last)
    #expect(years(0) == first)
  }

  static func model(_ scenario: Scenario) -> PathModel {
    PathModel(
      scenario, seed: scenario.seed, benchmarkYearWeights: [Rate(0.1), Rate(0.3), Rate(0.6)])
  }

  static func histories(of scenario: Scenario) -> [ObservedYear] {
    var sampler = HistorySampler(model(scenario))
    var years: [ObservedYear] = []
    for trial in 0..<trials {
      sampler.start(trial: trial)
      for _ in 0..<5 { years.append(sampler.nextYear()) }
    }
    return years
  }
}
