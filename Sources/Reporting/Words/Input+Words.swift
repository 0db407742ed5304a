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

  /// What its level is of, for a sentence: `the ACO's effect on its spending`.
  var subject: String {
    switch self {
    case .trueSavings: "the ACO's own effect on its spending, on average over the years,"
    case .historicalBenchmark: "the historical benchmark, against what is projected,"
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
    let unit = self == .size || self == .participantRevenue ? 1 : 1e-4
    return words(Estimate(value: level, standardError: unit))
  }

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
      let projected = study.range(of: input).map { input.words($0.level) } ?? ""
      let instead = input == .historicalBenchmark ? "" : " instead of \(projected)"
      return "\(input.subject) is \(input.words(level))\(instead)"
    }
    let direction = shift.value < 0 ? "lower" : "higher"
    let size = Estimate(value: shift.value.magnitude, standardError: shift.standardError)
    return
      "the ACO's spending turns out \(size.percent) \(direction) in every year than projected, a "
      + "mean savings rate of \(savingsRate.percent)"
  }
}
