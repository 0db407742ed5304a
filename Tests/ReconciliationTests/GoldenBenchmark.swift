import Reconciliation
import Regulation
import Testing

/// One benchmark built by hand: what an ACO brings, the year it is updated to where there is one,
/// and what must come out.
///
/// What a case leaves out is as in `BenchmarkHistory.still` and `ObservedYear.unmoved`.
struct GoldenBenchmark: Sendable, CustomTestStringConvertible {
  var name: String
  var history: BenchmarkHistory
  var terms: HistoricalBenchmarkTerms
  var year: GoldenBenchmarkYear?
  /// Key by key; `adjusted.esrd` for one type of a figure by type.
  var expected: [(key: String, text: String)]

  var testDescription: String { name }

  static func all(in files: [String]) throws -> [GoldenBenchmark] {
    try files.flatMap { file in
      try goldenNodes(file).map { try GoldenBenchmark(GoldenFields($0, path: file)) }
    }
  }

  private init(_ source: GoldenFields) throws {
    var source = source
    name = try source.word("name")
    source.path += ": \(name)"
    let cites = try source.word("cites")
    try #require(cites.contains("42 CFR 4"), "\(source.path) cites a paragraph")
    var signing = try source.fields("agreement") ?? .empty(path: source.path)
    let start = try signing.text("start") ?? "2025-01-01"
    let agreement = AgreementPeriod(firstDay: try #require(Day(start), "\(source.path): a day"))
    terms = try Self.terms(signing, of: agreement)
    history = try Self.history(try source.fields("history") ?? .empty(path: source.path))
    year = try source.fields("year").map { try GoldenBenchmarkYear($0, of: agreement) }
    var built = try source.mapping("built")
    expected = try built.rest()
    try source.finish()
  }

  private static func terms(
    _ source: GoldenFields, of agreement: AgreementPeriod
  ) throws -> HistoricalBenchmarkTerms {
    var source = source
    let standing = BenchmarkStanding(
      agreementNumber: Int(try source.number("number") ?? 1),
      regionalAdjustmentsApplied: Int(try source.number("applied") ?? 0),
      regionalAdjustmentsPassed: Int(try source.number("passed") ?? 0),
      track: try source.text("track").map { try #require(Track(key: $0)) })
    let counted = try source.text("timesCounted").map {
      try #require(RegionalTimesCounted(rawValue: $0))
    }
    let divisor = try source.text("divisor").map {
      try #require(ProspectiveTrendDivisor(rawValue: $0))
    }
    var rules = try Rulebook.current()
    if let edition = try source.text("edition") { rules = try rules.adopting([edition]) }
    try source.finish()
    return try rules.historicalBenchmarkTerms(
      for: standing, of: agreement, timesCounted: counted, divisor: divisor)
  }

  private static func history(_ source: GoldenFields) throws -> BenchmarkHistory {
    var source = source
    var history = BenchmarkHistory.still
    try source.set("expenditure", of: &history.strata) {
      $0.expenditure = $1.three.map { PerCapita($0) }
    }
    try source.set("personYears", of: &history.strata) {
      $0.personYears = $1.three.map { PersonYears($0) }
    }
    try source.set("riskScore", of: &history.strata) { $0.riskScore = $1.three.map { Rate($0) } }
    try source.set("nationalGrowth", of: &history.strata) { $0.nationalGrowth = $1.earlier }
    try source.set("regionalGrowth", of: &history.strata) { $0.regionalGrowth = $1.earlier }
    try source.set("marketShare", of: &history.strata) { $0.marketShare = Rate($1.one) }
    try source.set("regional", of: &history.strata) { $0.regionalExpenditure = PerCapita($1.one) }
    try source.set("national", of: &history.strata) { $0.nationalExpenditure = PerCapita($1.one) }
    try source.set("nationalRiskScore", of: &history.strata) {
      $0.nationalRiskScore = Rate($1.one)
    }
    history.dualShare = Rate(try source.number("dualShare") ?? 0)
    history.lowIncomeOrDualShare = Rate(try source.number("lowIncomeOrDualShare") ?? 0)
    if var prior = try source.fields("priorSavings") {
      history.priorSavings = try prior.priorSavings()
      try prior.finish()
    }
    try source.finish()
    return history
  }
}

/// The performance year of a golden benchmark.
struct GoldenBenchmarkYear: Sendable {
  /// With the historical benchmark and, where growth is given, the prospective trend still to set.
  var observed: ObservedYear
  var prospectiveGrowth: ByEnrollmentType<Rate>?
  var terms: YearTerms
  /// Where the case is settled too.
  var trackTerms: TrackTerms?

  init(_ source: GoldenFields, of agreement: AgreementPeriod) throws {
    var source = source
    let calendar = Int(try source.number("performanceYear") ?? Double(agreement.firstDay.year))
    let year = PerformanceYear(calendar)
    let rules = try Rulebook.current()
    terms = YearTerms(
      benchmark: try rules.benchmarkTerms(in: year, of: agreement),
      quality: try rules.qualityTerms(in: year, of: agreement),
      isFirstYearOfFirstAgreement: false,
      lowRevenueThreshold: try rules.lowRevenueThreshold(in: year, of: agreement))
    let choice = try source.number("minimumRateChoice").map { MinimumRateChoice.elected(Rate($0)) }
    trackTerms = try source.text("track").map {
      try rules.terms(
        for: try #require(Track(key: $0)), in: year, of: agreement, choosing: choice ?? .variable)
    }
    observed = try Self.observed(&source)
    observed.performanceYear = year
    var growth: ByEnrollmentType<Rate>?
    try source.set("prospectiveGrowth", of: &observed.strata) { _, _ in
    } noting: {
      growth = $0.map { Rate($0.one) }
    }
    prospectiveGrowth = growth
    try source.finish()
  }

  private static func observed(_ source: inout GoldenFields) throws -> ObservedYear {
    var year = ObservedYear.unmoved
    year.assignedBeneficiaries = Int(try source.number("assignedBeneficiaries") ?? 10_200)
    try source.set("personYears", of: &year.strata) { $0.personYears = PersonYears($1.one) }
    try source.set("expenditure", of: &year.strata) { $0.expenditure = PerCapita($1.one) }
    // A pair is a score of benchmark year 3 and one of the performance year.
    try source.set("risk", of: &year.strata) { $0.riskRatio = Rate($1.growth) }
    try source.set("demographic", of: &year.strata) { $0.demographicRatio = Rate($1.growth) }
    try source.set("nationalGrowth", of: &year.strata) { $0.nationalGrowth = Rate($1.one) }
    try source.set("regionalGrowth", of: &year.strata) { $0.regionalGrowth = Rate($1.one) }
    try source.set("prospectiveTrend", of: &year.strata) { $0.prospectiveTrend = Rate($1.one) }
    try source.set("marketShare", of: &year.strata) { $0.marketShare = Rate($1.one) }
    try source.set("regionalRisk", of: &year.strata) { $0.regionalRiskRatio = Rate($1.one) }
    try source.set("regionalDemographic", of: &year.strata) {
      $0.regionalDemographicRatio = Rate($1.one)
    }
    return year
  }
}
