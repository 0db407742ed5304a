/// The quality rules of a performance year.
extension Rulebook {
  private static let standard = "quality-performance-standard"

  /// 42 CFR 425.512; `benchmarks` are those of the measures that make the score, none where the
  /// score itself is known. Throws `NotInForce` where there are some and the performance year is
  /// one whose measures were not scored by deciles.
  public func qualityTerms(
    in year: PerformanceYear, of agreement: AgreementPeriod,
    measuredBy benchmarks: [MeasureBenchmark] = []
  ) throws -> QualityTerms {
    let reading = reading(year, agreement)
    return QualityTerms(
      firstYearMeetsByReporting: try reading.isYes("\(Self.standard).firstYearMeetsByReporting"),
      extremeCircumstancesShare: try reading.rate("\(Self.standard).extremeCircumstances.share"),
      measures: benchmarks.isEmpty ? nil : try Self.measureTerms(benchmarks, reading))
  }

  /// How measures are scored, 42 CFR 414.1380(b)(1), and what they meet, 42 CFR 425.512(a).
  private static func measureTerms(
    _ benchmarks: [MeasureBenchmark], _ reading: RuleReading
  ) throws -> MeasureTerms {
    let points = "\(standard).measurePoints"
    let complex = "\(standard).complexOrganization"
    let pointsForECQM = try reading.optionalNumber("\(complex).pointsPerMeasure")
    return MeasureTerms(
      benchmarks: benchmarks, fewestPoints: try reading.number("\(points).fewest"),
      mostPoints: try reading.number("\(points).most"),
      mostPartialPoints: try reading.number("\(points).mostPartial"),
      fewestCases: try reading.whole("\(points).fewestCases"),
      pointsForECQM: pointsForECQM ?? 0,
      mostPointsForECQMs: pointsForECQM == nil ? .zero : try reading.rate("\(complex).mostShare"),
      alternative: try alternative(reading), incentive: try incentive(reading))
  }

  private static func alternative(_ reading: RuleReading) throws -> MeasureTerms.Alternative? {
    guard let percentile = try percentile("alternative.percentile", reading) else { return nil }
    return MeasureTerms.Alternative(
      percentile: percentile,
      fewestOutcomeMeasures: try reading.whole("\(standard).alternative.fewestOutcomeMeasures"))
  }

  private static func incentive(_ reading: RuleReading) throws -> MeasureTerms.Incentive? {
    guard let outcome = try percentile("incentive.outcomePercentile", reading),
      let other = try percentile("incentive.otherPercentile", reading)
    else { return nil }
    let collections = try reading.word(
      "\(standard).incentive.collectionTypes", as: IncentiveCollections.self)
    return MeasureTerms.Incentive(
      includesMIPSCQMs: collections == .both,
      measuresReported: try reading.whole("\(standard).incentive.measuresReported"),
      outcomePercentile: outcome, otherPercentile: other)
  }

  /// The words of `incentive.collectionTypes`.
  private enum IncentiveCollections: String {
    case both = "eCQMs or MIPS CQMs"
    case electronic = "eCQMs"
  }

  /// A percentile as a fraction; `nil` where the rule says `none`.
  private static func percentile(_ name: String, _ reading: RuleReading) throws -> Rate? {
    try reading.optionalNumber("\(standard).\(name)").map { Rate($0 / 100) }
  }
}
