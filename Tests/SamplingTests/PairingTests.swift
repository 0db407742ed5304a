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

  /// One year, and the benchmark years as they stand in it.
  struct Drawn: Equatable {
    var year: ObservedYear
    var luck: ByEnrollmentType<ByBenchmarkYear<Double>>
  }

  /// What each purpose decides, as numbers that nothing else decides.
  enum Part: String, CaseIterable, Sendable {
    case nation, region, size, risk, quality, circumstances, benchmark

    func values(of drawn: Drawn) -> [Double] {
      let year = drawn.year
      return switch self {
      case .nation: EnrollmentType.allCases.map { year.strata[$0].nationalGrowth.fraction }
      case .region:
        EnrollmentType.allCases.map {
          // A quotient of products: equal up to the last bits.
          (year.strata[$0].regionalGrowth.fraction / year.strata[$0].nationalGrowth.fraction
            * 1e9).rounded()
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
        EnrollmentType.allCases.flatMap {
          [drawn.luck[$0].first, drawn.luck[$0].second, drawn.luck[$0].third]
        }
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
      $0.historicalBenchmarkNoise.drawn = false
    },
    Change(testDescription: "retention", moves: [.size]) {
      $0.retention.concentration = 50
    },
    Change(testDescription: "joining", moves: [.size]) { $0.joining.dispersion = 0.4 },
    Change(testDescription: "participant change", moves: [.size, .benchmark]) {
      $0.participantChange.probability = 0.3
    },
    Change(testDescription: "planned participant change", moves: [.size, .benchmark]) {
      $0.participantChange.planned = [0, -0.3, 0, 0, 0]
    },
    Change(testDescription: "unplanned leavers", moves: [.size]) {
      $0.retention.planned = $0.retention.mean
      $0.retention.mean -= 0.1
    },
    Change(testDescription: "true-up", moves: [.size]) { $0.trueUp.inYearLoss = 0.05 },
    Change(testDescription: "risk score", moves: [.risk]) { $0.riskScore.commonShare = 0.9 },
    Change(testDescription: "quality", moves: [.quality]) { $0.quality.standardDeviation = 0.08 },
    Change(testDescription: "extreme circumstances", moves: [.circumstances]) {
      $0.extremeCircumstances.shareConcentration = 2
    },
  ]

  struct Redraw: CustomTestStringConvertible, Sendable {
    var purpose: Purpose
    var moves: Set<Part>
    var testDescription: String { "\(purpose)" }
  }

  static let redraws: [Redraw] = [
    Redraw(purpose: .nationalGrowth, moves: [.nation]),
    Redraw(purpose: .regionalDeviation, moves: [.region]),
    Redraw(purpose: .historicalBenchmarkNoise, moves: [.benchmark]),
    Redraw(purpose: .riskScore, moves: [.risk]), Redraw(purpose: .quality, moves: [.quality]),
    Redraw(purpose: .extremeCircumstances, moves: [.circumstances]),
    Redraw(purpose: .retention, moves: [.size]), Redraw(purpose: .joining, moves: [.size]),
    Redraw(purpose: .claimsNoise, moves: []), Redraw(purpose: .expenditureEffect, moves: []),
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

  /// A purpose drawn again from the second seed takes its own numbers with it and no others.
  @Test(arguments: redraws)
  func `one purpose can be drawn again`(redraw: Redraw) {
    let (purpose, moves) = (redraw.purpose, redraw.moves)
    let scenario = Self.lively
    let before = Self.histories(of: scenario)
    let after = Self.histories(under: Self.model(scenario), redrawing: [purpose])
    for part in Part.allCases {
      let same = zip(before, after).allSatisfy { part.values(of: $0) == part.values(of: $1) }
      #expect(same == !moves.contains(part), "\(part.rawValue)")
    }
    #expect(before != after)
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
    PathModel(scenario, seed: scenario.seed)
  }

  static func histories(of scenario: Scenario) -> [Drawn] { histories(under: model(scenario)) }

  static func histories(
    under model: PathModel, redrawing redrawn: PurposeSet = []
  ) -> [Drawn] {
    var sampler = HistorySampler(model)
    var years: [Drawn] = []
    for trial in 0..<trials {
      sampler.start(trial: trial, redrawing: redrawn)
      for _ in 0..<5 {
        let year = sampler.nextYear()
        years.append(Drawn(year: year, luck: sampler.benchmarkLuck))
      }
    }
    return years
  }
}
