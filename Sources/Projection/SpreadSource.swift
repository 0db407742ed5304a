import Probability

/// What five-year net varies with from one simulated future to another: chance in nine parts, of
/// which every random number of a history belongs to exactly one.
public enum SpreadSource: String, CaseIterable, Hashable, Sendable {
  /// The ACO's own effect on expenditure: where it starts, what lasts of it, what passes; and
  /// what its programs achieve, cost and bill.
  case trueSavings
  /// Finitely many claims in the performance years, and in the benchmark years.
  case claimsNoise, historicalBenchmarkNoise
  /// Who stays and joins, practices that come or go, the list settled against the list worked.
  case assignment
  /// National and regional growth.
  case trend
  /// Risk scores; their cap, which is law, comes with them.
  case riskScore
  case quality, extremeCircumstances
  /// What the constants of the chance model are.
  case parameters

  /// What is drawn again to see what this source is worth.
  var purposes: PurposeSet { PurposeSet(Purpose.allCases.filter { $0.source == self }) }
}

extension Purpose {
  /// `nil` for what is no part of a history.
  var source: SpreadSource? {
    switch self {
    case .expenditureEffect, .programs: .trueSavings
    // One by one, who it is and what they spend is a single draw: most of it is their claims.
    case .claimsNoise, .beneficiaryYear, .beneficiaryJoining: .claimsNoise
    case .historicalBenchmarkNoise: .historicalBenchmarkNoise
    case .retention, .joining, .participantChange, .trueUp: .assignment
    case .nationalGrowth, .regionalDeviation: .trend
    case .riskScore: .riskScore
    case .quality: .quality
    case .extremeCircumstances: .extremeCircumstances
    case .parameters: .parameters
    case .resampling, .order, .collection, .reopening, .scrambling: nil
    }
  }
}
