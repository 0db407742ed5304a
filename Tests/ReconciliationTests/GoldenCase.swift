import Reconciliation
import Regulation
import Testing

/// One performance year worked by hand: the year, the terms it is settled under and what must
/// come out.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  var name: String
  var terms: TrackTerms
  var year: PerformanceYearResult
  var balances: Balances
  /// What the case says of the settlement, key by key.
  var expected: [(key: String, text: String)]

  var testDescription: String { name }

  static func all(in files: [String]) throws -> [GoldenCase] {
    try files.flatMap { file in
      try goldenNodes(file).map { try GoldenCase(GoldenFields($0, path: file)) }
    }
  }

  private init(_ source: GoldenFields) throws {
    var source = source
    name = try source.word("name")
    source.path += ": \(name)"
    let cites = try source.word("cites")
    try #require(cites.contains("42 CFR 4"), "\(source.path) cites a paragraph")
    let (terms, ending) = try Self.terms(try source.mapping("terms"))
    self.terms = terms
    year = try Self.year(try source.mapping("year"), ending)
    var balances = try source.fields("balances")
    self.balances = Balances(
      advanceInvestment: Cents(rounding: Dollars(try balances?.number("advanceInvestment") ?? 0)),
      prepaidSharedSavings: Cents(
        rounding: Dollars(try balances?.number("prepaidSharedSavings") ?? 0)))
    try balances?.finish()
    var settlement = try source.mapping("settlement")
    expected = try settlement.rest()
    try source.finish()
  }

  private static func terms(_ source: GoldenFields) throws -> (TrackTerms, TerminationTerms) {
    var source = source
    let word = try source.word("track")
    let track = try #require(Track(key: word))
    let year = PerformanceYear(Int(try source.number("performanceYear") ?? 2025))
    let start = try source.text("agreementStart") ?? "2025-01-01"
    let agreement = AgreementPeriod(firstDay: try #require(Day(start), "\(source.path): a day"))
    let choice = try source.text("minimumRateChoice") ?? "variable"
    try source.finish()
    guard choice != "variable" else { return try inForce(track, year, agreement, .variable) }
    let elected = try #require(Double(choice), "\(source.path): a rate or variable")
    return try inForce(track, year, agreement, .elected(Rate(elected)))
  }

  private static func year(
    _ source: GoldenFields, _ ending: TerminationTerms
  ) throws -> PerformanceYearResult {
    var source = source
    var quality = try source.fields("quality")
    let standing = try quality?.text("standing") ?? "standardMet"
    let result = QualityResult(
      standing: try #require(QualityResult.Standing(rawValue: standing)),
      score: Rate(try quality?.number("score") ?? 1))
    try quality?.finish()
    var circumstances = try source.fields("extremeCircumstances")
    let months = try circumstances?.number("months") ?? 0
    let share = try circumstances?.number("shareOfBeneficiaries") ?? 0
    try circumstances?.finish()
    let end = try source.fields("termination").map(termination)
    let year = PerformanceYearResult(
      assignedBeneficiaries: Int(try source.required("assignedBeneficiaries")),
      benchmark: Dollars(try source.required("benchmark")),
      guardrailBenchmark: try source.number("guardrailBenchmark").map { Dollars($0) },
      expenditure: Dollars(try source.required("expenditure")),
      participantRevenue: try source.number("participantRevenue").map { Dollars($0) },
      isLowRevenue: try source.text("lowRevenue") == "true", quality: result,
      extremeCircumstances: .init(months: Int(months), shareOfBeneficiaries: Rate(share)),
      earlyEnd: end?.consequence(under: ending))
    try source.finish()
    return year
  }

  private static func termination(_ source: GoldenFields) throws -> Termination {
    var source = source
    let (effective, by) = (try source.word("effective"), try source.word("by"))
    try source.finish()
    return Termination(
      effective: try #require(Day(effective)), by: try #require(Termination.Party(rawValue: by)))
  }
}
