import Reconciliation
import Regulation

extension Statement {
  /// How the quality score of one performance year came to be, measure by measure; `nil` where the
  /// score was not made of measures.
  public init?(title: String, of quality: QualityMeasurement, under terms: QualityTerms) {
    guard let measures = terms.measures else { return nil }
    let places = Array(measures.benchmarks.indices)
    self.init(
      title: title,
      lines: places.flatMap { Self.lines($0, of: quality.measures, measures) }
        + Self.score(quality, measures),
      keys: places.flatMap { ["measure\($0 + 1)Rate", "measure\($0 + 1)Points"] } + [
        "points", "complexOrganizationPoints", "pointsAvailable", "qualityScore", "standardScore",
        "reported", "outcomeMeasuresReached", "reachesAlternative", "meetsIncentive",
      ])
  }

  /// One measure: its rate and cases, its decile and points.
  private static func lines(
    _ place: Int, of reported: ReportedMeasures, _ terms: MeasureTerms
  ) -> [Line] {
    let benchmark = terms.benchmarks[place]
    let cases = StatementNumbers.count(reported.cases(place))
    let rate = Line(
      key: "measure\(place + 1)Rate", label: benchmark.name, figure: .rate(reported.rate(place)),
      paragraph: .measurePoints,
      note: "\(benchmark.lowerIsBetter ? "Lower is better; of" : "Of") \(cases) cases.")
    guard reported.isScored(place, under: terms) else {
      return [
        rate,
        Line(
          key: "measure\(place + 1)Points", label: "Points",
          figure: .word("notScored", title: "not scored"),
          paragraph: .measureCases, note: "Fewer than \(terms.fewestCases) cases."),
      ]
    }
    return [
      rate,
      Line(
        key: "measure\(place + 1)Points", label: "Points",
        figure: .points(reported.points(place, under: terms)), paragraph: .measurePoints,
        note: decile(of: reported.rate(place), on: benchmark)),
    ]
  }

  private static func decile(of rate: Rate, on benchmark: MeasureBenchmark) -> String {
    let decile = benchmark.decile(of: rate)
    guard decile > 0 else {
      return "Below decile 1, which begins at \(StatementNumbers.percent(benchmark.deciles[0]))."
    }
    let begins =
      "In decile \(decile), which begins at "
      + StatementNumbers.percent(benchmark.deciles[decile - 1])
    guard decile < benchmark.deciles.count else { return "\(begins)." }
    return "\(begins); the next at \(StatementNumbers.percent(benchmark.deciles[decile]))."
  }

  /// The mean, and the standards that are met by it or by single measures.
  private static func score(_ quality: QualityMeasurement, _ terms: MeasureTerms) -> [Line] {
    let measured = quality.measured(under: terms)
    return [
      Line(
        key: "points", label: "Achievement points", figure: .points(measured.points),
        paragraph: .measurePoints),
      Line(
        key: "complexOrganizationPoints", label: "Complex organization adjustment",
        figure: .points(measured.complexOrganizationPoints), paragraph: .complexOrganization),
      Line(
        key: "pointsAvailable", label: "Points available", figure: .points(measured.available),
        paragraph: .measurePoints),
      Line(
        key: "qualityScore", label: "Quality score", figure: .rate(measured.score),
        paragraph: .measurePoints, note: "Points over points available."),
      Line(
        key: "standardScore", label: "Score of the standard",
        figure: .rate(quality.standardScore), paragraph: .qualityPerformanceStandard),
      Line(
        key: "reported", label: "Measures reported", figure: .flag(quality.reported),
        paragraph: .qualityPerformanceStandard),
      Line(
        key: "outcomeMeasuresReached", label: "Outcome measures high enough",
        figure: .count(measured.outcomeMeasuresReached), paragraph: .alternativeStandard,
        note: terms.alternative.map {
          "At or above the percentile of the alternative standard, "
            + StatementNumbers.percent($0.percentile) + "."
        }),
      Line(
        key: "reachesAlternative", label: "Enough for the alternative",
        figure: .flag(measured.reachesAlternative), paragraph: .alternativeStandard),
      Line(
        key: "meetsIncentive", label: "Reporting incentive met",
        figure: .flag(measured.meetsIncentive), paragraph: .reportingIncentive),
    ]
  }
}
