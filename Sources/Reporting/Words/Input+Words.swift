import Projection

extension Input {
  /// As tables name it.
  var title: String {
    switch self {
    case .trueSavings: "True spending effect"
    case .historicalBenchmark: "Historical benchmark"
    case .trendMiss: "Growth beyond the trend"
    case .regionalGrowth: "Region against nation"
    case .churn: "Churn beyond the plan"
    case .size: "Size"
    case .riskScores: "Risk-score growth"
    case .qualityScore: "Quality score"
    case .qualityStandard: "Quality standard"
    case .participantRevenue: "Participants' revenue"
    case .marketShare: "Market share"
    case .extremeCircumstances: "Emergencies"
    }
  }

  /// What its level is of, for a sentence: `the growth of risk scores`.
  private var subject: String {
    switch self {
    case .trueSavings: "the ACO's own effect on its spending"
    case .historicalBenchmark: "the historical benchmark"
    case .trendMiss: "national growth less the prospective trend"
    case .regionalGrowth: "the region's growth less the nation's"
    case .churn: "the share of beneficiaries who leave in a year"
    case .size: "the number of assigned beneficiaries"
    case .riskScores: "the growth of risk scores"
    case .qualityScore: "the mean quality score"
    case .qualityStandard: "the 40th-percentile quality standard"
    case .participantRevenue: "participants' Parts A and B revenue"
    case .marketShare: "the ACO's share of its region"
    case .extremeCircumstances: "the yearly chance of an emergency"
    }
  }

  /// `the growth of risk scores is −2.6% a year instead of 0% a year`, after an "if" or a "when".
  func clause(_ level: Estimate, projected: Double?) -> String {
    guard self == .historicalBenchmark else {
      return "\(subject) is \(words(level))" + (projected.map { " instead of \(words($0))" } ?? "")
    }
    let change = level.value - 1
    let size = Estimate(value: change.magnitude, standardError: level.standardError)
    return "\(subject) is \(size.percent) \(change < 0 ? "lower" : "higher") than projected"
  }

  func clause(_ level: Double, projected: Double?) -> String {
    clause(Estimate(value: level, standardError: exactUnit), projected: projected)
  }

  /// A level in its own unit, digits to its error: `−0.9%`, `+1.5% a year`, `13,200`, `18%`.
  func words(_ level: Estimate) -> String {
    switch self {
    case .trueSavings: Self.signed(level)
    case .historicalBenchmark:
      Self.signed(Estimate(value: level.value - 1, standardError: level.standardError))
    case .trendMiss, .regionalGrowth, .riskScores: Self.signed(level) + " a year"
    case .churn, .extremeCircumstances: level.percent + " a year"
    case .qualityScore, .qualityStandard, .marketShare: level.percent
    case .size: level.count
    case .participantRevenue: level.dollars
    }
  }

  /// A level known without error, to three digits and at most hundredths of a percent.
  func words(_ level: Double) -> String {
    words(Estimate(value: level, standardError: exactUnit))
  }

  private var exactUnit: Double { self == .size || self == .participantRevenue ? 1 : 1e-4 }

  private static func signed(_ level: Estimate) -> String {
    let points = level.points
    return (points == "0" ? "0" : points) + "%"
  }
}

extension InputStudy {
  func range(of input: Input) -> InputRange? { ranges.first { $0.input == input } }

  /// Inputs without a stated uncertainty: in no tornado, no map and no reverse stress.
  var certain: [Input] { ranges.filter { !$0.isUncertain }.map(\.input) }
}

extension FlipPoint {
  /// `the ACO's spending turns out 2.4% higher in every year than projected, …`, after an "if".
  func condition(_ study: InputStudy) -> String {
    guard input == .trueSavings else {
      return input.clause(level, projected: study.range(of: input)?.level)
    }
    let direction = shift.value < 0 ? "lower" : "higher"
    let size = Estimate(value: shift.value.magnitude, standardError: shift.standardError)
    return
      "the ACO's spending turns out \(size.percent) \(direction) in every year than projected, a "
      + "mean savings rate of \(savingsRate.percent)"
  }
}
