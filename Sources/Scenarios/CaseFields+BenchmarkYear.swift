import Regulation

/// The performance year of a benchmark file.
extension CaseFields {
  /// `marketShare` is that of benchmark year 3, which holds where the year gives none;
  /// `hasProspectiveTrend` is `nil` where the rules of the agreement could not be told.
  mutating func benchmarkYear(
    marketShare: ByEnrollmentType<Rate>?, hasProspectiveTrend: Bool?
  ) -> BenchmarkCaseYear? {
    let calendar = whole("year", 2000...2100, missing: "2025")
    let strata = byType { type, inner in inner.yearStratum(marketShare: marketShare?[type]) }
    let source = prospectiveSource(isAsked: hasProspectiveTrend)
    guard let calendar, let source, let strata else { return nil }
    return BenchmarkCaseYear(
      performanceYear: PerformanceYear(calendar), strata: strata, prospective: source)
  }

  private mutating func yearStratum(marketShare: Rate?) -> BenchmarkCaseYear.Stratum? {
    let years = number("personYears", BenchmarkBounds.personYears, missing: "1_380")
    let spent = number("expenditure", BenchmarkBounds.perCapita, missing: "13_100")
    let score = number("riskScore", BenchmarkBounds.riskScore, missing: "1.12")
    let demographic = number("demographicRatio", BenchmarkBounds.growth) ?? 1
    let nation = number("nationalGrowth", BenchmarkBounds.growth, missing: "1.06")
    let region = number("regionalGrowth", BenchmarkBounds.growth, missing: "1.055")
    let share = number("marketShare", BenchmarkBounds.share).map { Rate($0) } ?? marketShare
    let regionalRisk = number("regionalRiskRatio", BenchmarkBounds.growth) ?? 1
    let regionalDemographic = number("regionalDemographicRatio", BenchmarkBounds.growth) ?? 1
    guard let years, let spent, let score, let nation, let region, let share else { return nil }
    return BenchmarkCaseYear.Stratum(
      personYears: PersonYears(years), expenditure: PerCapita(spent), riskScore: Rate(score),
      demographicRatio: Rate(demographic), nationalGrowth: Rate(nation),
      regionalGrowth: Rate(region), marketShare: share, regionalRiskRatio: Rate(regionalRisk),
      regionalDemographicRatio: Rate(regionalDemographic))
  }

  // MARK: - The prospective trend

  private static let growth = "prospectiveGrowth"
  private static let factor = "prospectiveTrend"

  /// One of growth and factor where the update has a prospective trend; neither where it has none.
  private mutating func prospectiveSource(
    isAsked: Bool?
  ) -> BenchmarkCaseYear.ProspectiveSource? {
    let cumulative = prospectiveGrowth()
    let factors = prospectiveFactors()
    if has(Self.growth), has(Self.factor) {
      note(
        Self.factor, "is given beside \(Self.growth).",
        "Allowed: one of them (\(Paragraph.prospectiveTrend)). Delete one.")
      return nil
    }
    guard let isAsked else { return nil }
    let given = [Self.growth, Self.factor].first(where: has)
    switch (isAsked, given) {
    case (true, nil):
      note(
        Self.growth, "is missing.",
        "Add it, such as `\(Self.growth): {esrd: 0.045, agedOrDisabled: 0.051}`.")
      return nil
    case (false, let key?):
      refuse(key, .prospectiveTrend, "a prospective trend")
      return nil
    case (false, nil): return BenchmarkCaseYear.ProspectiveSource.none
    case (true, _): return cumulative.map { .growth($0) } ?? factors.map { .factor($0) }
    }
  }

  /// CMS fixes two rates of growth, one for ESRD and one for the other three types.
  private mutating func prospectiveGrowth() -> ByEnrollmentType<Rate>? {
    guard var inner = mapping(Self.growth) else { return nil }
    let bounds = Bounds(-0.5...2, .fraction)
    let esrd = inner.number("esrd", bounds, missing: "0.045")
    let others = inner.number("agedOrDisabled", bounds, missing: "0.051")
    inner.finish()
    absorb(inner)
    guard let esrd, let others else { return nil }
    return ByEnrollmentType { $0 == .esrd ? Rate(esrd) : Rate(others) }
  }

  private mutating func prospectiveFactors() -> ByEnrollmentType<Rate>? {
    guard var inner = mapping(Self.factor) else { return nil }
    let factors = ByEnrollmentType { type in
      inner.number(type.rawValue, BenchmarkBounds.growth, missing: "1.051").map { Rate($0) }
    }
    inner.finish()
    absorb(inner)
    return factors.ofAll()
  }
}
