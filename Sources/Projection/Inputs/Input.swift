import Probability
import Regulation
import Scenarios

/// One thing a projection rests on whose level may be moved for all five years.
///
/// A level is moved by changing the scenario: its expectation is shifted, and what the scenario draws
/// about that expectation, year by year and trial by trial, stays as it is. Every point that a study
/// looks at is therefore a scenario and can be run as one. What comes out is what *another
/// expectation* would be worth; spreads are not narrowed as if the level had become known.
public enum Input: String, CaseIterable, Hashable, Sendable {
  /// What the ACO itself changes of its spending.
  case trueSavings
  /// The historical benchmark against what it would be without the luck of its years.
  case historicalBenchmark
  /// The nation's growth less the prospective trend fixed at signing.
  case trendMiss
  /// The region's growth less the nation's.
  case regionalGrowth
  /// Beneficiaries who leave beyond those the size plan counts on.
  case churn
  case size
  case riskScores
  case qualityScore
  /// The 40th-percentile score that quality is held against.
  case qualityStandard
  case participantRevenue
  case marketShare
  case extremeCircumstances

  /// In what a shift is measured.
  enum Shift {
    /// Added to the level.
    case added
    /// A change of the level's natural logarithm.
    case logarithm
    /// A change of the logarithm of its odds; the level is a share.
    case odds
  }

  var shift: Shift {
    switch self {
    case .trueSavings, .trendMiss, .regionalGrowth, .riskScores, .qualityStandard: .added
    case .historicalBenchmark, .size, .participantRevenue: .logarithm
    case .churn, .qualityScore, .marketShare, .extremeCircumstances: .odds
    }
  }

  /// How far a search for another best path goes either way, in the shift's own measure: further
  /// than a plan for the agreement would.
  var reach: Double {
    switch self {
    case .trueSavings, .historicalBenchmark: 0.08
    case .trendMiss, .regionalGrowth: 0.05
    case .riskScores: 0.04
    case .qualityStandard: 0.2
    case .size, .participantRevenue: logarithm(4)
    case .churn: 1.5
    case .qualityScore: 2
    case .marketShare, .extremeCircumstances: 3
    }
  }

  /// The key of the scenario's file that its spread comes from.
  var key: String {
    switch self {
    case .trueSavings: "assumptions.expenditureEffect"
    case .historicalBenchmark: "assumptions.historicalBenchmarkNoise"
    case .trendMiss: "assumptions.nationalGrowth"
    case .regionalGrowth: "assumptions.regionalDeviation"
    case .churn: "assumptions.retention"
    case .size: "assumptions.participantChange"
    case .riskScores: "assumptions.riskScore"
    case .qualityScore, .qualityStandard: "assumptions.quality"
    case .participantRevenue: "agreement.participantRevenue"
    case .marketShare: "agreement.marketShare"
    case .extremeCircumstances: "assumptions.extremeCircumstances"
    }
  }

  /// Whether moving it means anything in this scenario. A record says where the ACO stands against
  /// its benchmark, whatever that is; a score made of measures has no level of its own.
  func isOpen(in scenario: Scenario) -> Bool {
    switch self {
    case .historicalBenchmark: scenario.record == nil
    case .qualityScore: scenario.assumptions.quality.measures.isEmpty
    default: true
    }
  }
}

/// Where some inputs stand: shifts from the scenario, each in its own measure.
struct InputPoint: Hashable, Sendable {
  var shifts: [Input: Double] = [:]

  static let scenario = InputPoint()
}
