import Projection
import Reconciliation
import Regulation
import Scenarios

extension Statement {
  /// How the historical benchmark of an agreement came to be: benchmark years, adjustments, the
  /// highest of them and, where growth is given, the prospective trend fixed at signing.
  public init(title: String, of history: BenchmarkHistory, _ built: BuiltBenchmark) {
    let working = HistoricalBenchmarkWorking(history: history, built: built)
    self.init(
      title: title,
      lines: working.benchmarkYears + working.regional + working.flatAdjustments
        + working.choice + working.prospectiveTrend,
      keys: HistoricalBenchmarkWorking.keys)
  }

  /// The same for a benchmark built within a simulated trial.
  public init(title: String, of built: BuiltFoundation) {
    self.init(
      title: title, of: built.history,
      BuiltBenchmark(terms: built.terms, historical: built.historical, year: nil))
  }

  /// The statements of a benchmark file's entry: the historical benchmark and, where a performance
  /// year is given, the updated one.
  public static func all(of one: BenchmarkCase, _ built: BuiltBenchmark) -> [Statement] {
    let title = one.statementTitle
    let historical = Statement(
      title: "\(title): historical benchmark", of: one.history, built)
    guard let year = built.year else { return [historical] }
    let updated = Statement(
      title: "\(title): updated benchmark", of: year.strata, in: year.performanceYear,
      assignedBeneficiaries: nil, year.updated)
    return [historical, updated]
  }
}

extension BenchmarkCase {
  /// The name, and the editions it is built under, which are not the regulation.
  fileprivate var statementTitle: String {
    guard !editions.isEmpty else { return name }
    return "\(name) — NOT THE REGULATION: \(editions.joined(separator: ", "))"
  }
}

/// One historical benchmark and what it was made from.
struct HistoricalBenchmarkWorking {
  var history: BenchmarkHistory
  var built: BuiltBenchmark

  /// In the order they are printed.
  static let keys = [
    "expenditure1", "expenditure2", "expenditure3", "blend1", "blend2", "riskFactor1",
    "riskFactor2", "trended1", "trended2", "weight1", "weight2", "weight3",
    "benchmarkBeforeAdjustment", "proportion", "perCapitaBeforeAdjustment", "regionalDifference",
    "regionalNetDifference", "regionalTime", "regionalWeight", "regionalBeforeCaps",
    "regionalAfterCaps", "regionalOffsetRiskScore", "regionalOffset", "regionalByType",
    "regionalAdjustment", "priorSavings1", "priorSavings2", "priorSavings3", "priorSavingsAverage",
    "priorSavingsProration", "priorSavingsProrated", "priorSavingsBeforeCap", "priorSavingsCap",
    "priorSavingsAdjustment", "lowIncomeOrDualShare", "populationScaler", "populationAdjustment",
    "adjustmentChosen", "adjustment", "adjustmentByType", "historicalBenchmark", "perCapita",
    "flatDollars", "prospectiveDivisor", "prospectiveTrend",
  ]

  var historical: HistoricalBenchmark { built.historical }

  /// From what was spent to the weighed years.
  var benchmarkYears: [Statement.Line] {
    let (spent, trend) = (history.strata.map(\.expenditure), historical.trend)
    return [
      byType("expenditure1", "Benchmark year 1", spent.map(\.first), .benchmarkExpenditure),
      byType("expenditure2", "Benchmark year 2", spent.map(\.second), .benchmarkExpenditure),
      byType("expenditure3", "Benchmark year 3", spent.map(\.third), .benchmarkExpenditure),
      ratios("blend1", "Trend, year 1 to 3", trend.map(\.blend.first), .benchmarkTrend),
      ratios("blend2", "Trend, year 2 to 3", trend.map(\.blend.second), .benchmarkTrend),
      ratios("riskFactor1", "Risk, year 1 to 3", trend.map(\.risk.first), .benchmarkRisk),
      ratios("riskFactor2", "Risk, year 2 to 3", trend.map(\.risk.second), .benchmarkRisk),
      byType("trended1", "Year 1 as of year 3", trend.map(\.trended.first), .benchmarkTrend),
      byType("trended2", "Year 2 as of year 3", trend.map(\.trended.second), .benchmarkTrend),
      rate("weight1", "Weight of year 1", built.terms.weights.first, .benchmarkWeights),
      rate("weight2", "Weight of year 2", built.terms.weights.second, .benchmarkWeights),
      rate("weight3", "Weight of year 3", built.terms.weights.third, .benchmarkWeights),
      byType(
        "benchmarkBeforeAdjustment", "Benchmark before adjustment", historical.beforeAdjustment,
        .benchmarkWeights),
      ratios("proportion", "Mix of year 3", historical.proportions, .benchmarkRisk),
      single(
        "perCapitaBeforeAdjustment", "In that mix, one value",
        historical.perCapitaBeforeAdjustment, .benchmarkRisk),
    ]
  }

  /// The highest of the adjustments, and the benchmark with it.
  var choice: [Statement.Line] {
    let adjustment = historical.adjustment
    return [
      Statement.Line(
        key: "adjustmentChosen", label: "Adjustment",
        figure: .word(adjustment.kind.rawValue, title: adjustment.kind.title),
        paragraph: choiceParagraph, note: choiceNote),
      single("adjustment", "Its value", adjustment.singleValue, choiceParagraph),
      byType("adjustmentByType", "By type", adjustment.byType, choiceParagraph),
      byType(
        "historicalBenchmark", "Historical benchmark", historical.adjusted, choiceParagraph),
      single("perCapita", "In the mix of year 3, one value", historical.perCapita, .benchmarkRisk),
    ]
  }

  private var choiceParagraph: Paragraph {
    built.terms.regional.appliedIfNegative ? .regionalAdjustment : .highestAdjustment
  }

  private var choiceNote: String {
    if built.terms.regional.appliedIfNegative {
      return "Agreements from before 2024 have the regional adjustment, whatever its sign."
    }
    switch historical.adjustment.kind {
    case .none: return "None is above zero."
    case .regional: return "The highest; it differs by type."
    case .priorSavings, .population: return "The highest; the same dollars for every type."
    }
  }

  /// The growth fixed at signing, in flat dollars and as a factor.
  var prospectiveTrend: [Statement.Line] {
    guard let trend = built.year?.prospectiveTrend else { return [] }
    return [
      byType(
        "flatDollars", "Prospective growth, dollars", trend.flatDollars, .prospectiveTrend,
        note: "Growth times national expenditure of year 3 at the ACO's risk."),
      byType(
        "prospectiveDivisor", "Divided by", trend.divisor, .prospectiveTrend, note: divisorNote),
      Statement.Line(
        key: "prospectiveTrend", label: "Prospective trend", figure: .ratioByType(trend.factor),
        paragraph: .prospectiveTrend,
        note: built.year?.leavesOutGrowthLimits == true
          ? "The edition's limits around national growth are not applied." : nil),
    ]
  }

  private var divisorNote: String {
    switch built.terms.prospectiveTrendDivisor {
    case .beforeAdjustment:
      "The benchmark before its adjustment: a reading; the text does not settle it."
    case .afterAdjustment, nil:
      "The benchmark after its adjustment: a reading; the text does not settle it."
    }
  }
}

extension HighestAdjustment.Kind {
  var title: String {
    switch self {
    case .regional: "regional"
    case .priorSavings: "prior savings"
    case .population: "population"
    case .none: "none"
    }
  }
}
