import Reconciliation
import Regulation
import Testing

/// 42 CFR 414.1380(b)(1) and 425.512(a) with the terms of 2026: 1 to 10 points, partial points of
/// at most 0.9, at least 20 cases, one point for each eCQM up to a tenth of the points available,
/// the alternative at the 10th percentile, the incentive at the 10th and the 40th.
@Suite struct MeasuredQualityTests {
  /// Blood pressure as Medicare CQM, QPP benchmarks of 2026; rising.
  static let pressure: [Double] = [
    0.1368, 0.4487, 0.6233, 0.6817, 0.7015, 0.7254, 0.7409, 0.7470, 0.7642, 0.8281,
  ]
  /// Diabetes above 9 percent as Medicare CQM, QPP benchmarks of 2026; falling.
  static let diabetes: [Double] = [
    0.8094, 0.4919, 0.3828, 0.2976, 0.2593, 0.2227, 0.1893, 0.1433, 0.1014, 0.0703,
  ]
  static let tenths = (0..<10).map { Double($0) / 10 }

  static func benchmark(
    _ deciles: [Double], _ collection: MeasureBenchmark.Collection = .medicareCQM,
    outcome: Bool = false, lower: Bool = false, weight: Double = 1
  ) -> MeasureBenchmark {
    MeasureBenchmark(
      name: "one", collection: collection, isOutcome: outcome, lowerIsBetter: lower,
      deciles: deciles.map { Rate($0) }, weight: weight)
  }

  static func terms(_ benchmarks: MeasureBenchmark..., fewestPoints: Double = 1) -> MeasureTerms {
    MeasureTerms(
      benchmarks: benchmarks, fewestPoints: fewestPoints, mostPoints: 10, mostPartialPoints: 0.9,
      fewestCases: 20, pointsForECQM: 1, mostPointsForECQMs: Rate(0.10),
      alternative: .init(percentile: Rate(0.10), fewestOutcomeMeasures: 1),
      incentive: .init(
        includesMIPSCQMs: true, measuresReported: 2, outcomePercentile: Rate(0.10),
        otherPercentile: Rate(0.40)))
  }

  private func reported(_ rates: Double..., cases: Int = 1_000) -> QualityMeasurement {
    var measures = ReportedMeasures.none
    for rate in rates { measures.append(rate: Rate(rate), cases: cases) }
    return QualityMeasurement(
      reported: true, score: .zero, standardScore: Rate(0.7385), reachesAlternative: false,
      meetsIncentive: false, measures: measures)
  }

  private func points(_ rate: Double, _ benchmark: MeasureBenchmark, fewest: Double = 1) -> Double {
    reported(rate).measures.points(0, under: Self.terms(benchmark, fewestPoints: fewest))
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-12 }

  @Test func `a rate earns its decile and how far it lies into it`() {
    let rising = Self.benchmark(Self.pressure)
    // In decile 7, (0.7441 - 0.7409)/(0.7470 - 0.7409) = 32/61 of the way.
    #expect(isNear(points(0.7441, rising), 7 + 32.0 / 61))
    #expect(points(0.1367, rising) == 1)
    #expect(points(0.1368, rising) == 1)
    #expect(points(0.4487, rising) == 2)
    // In decile 2, (0.6233 - 0.5)/… of the way down: (0.5 - 0.4487)/(0.6233 - 0.4487) = 513/1746.
    #expect(isNear(points(0.5, rising), 2 + 513.0 / 1_746))
    #expect(points(0.8281, rising) == 10)
    #expect(points(1, rising) == 10)
  }

  @Test func `no more than nine tenths are added to a decile`() {
    let rising = Self.benchmark(Self.tenths)
    #expect(isNear(points(0.388, rising), 4.88))
    #expect(points(0.399, rising) == 4.9)
    #expect(isNear(points(0.4, rising), 5))
  }

  @Test func `where lower is better deciles fall`() {
    let falling = Self.benchmark(Self.diabetes, lower: true)
    #expect(points(0.0653, falling) == 10)
    #expect(points(0.0703, falling) == 10)
    // In decile 5, (0.2593 - 0.24)/(0.2593 - 0.2227) = 193/366 of the way.
    #expect(isNear(points(0.24, falling), 5 + 193.0 / 366))
    #expect(points(0.9, falling) == 1)
  }

  @Test func `an empty decile is passed over`() {
    let topped = Self.benchmark([0, 0.4, 0.76, 0.94, 0.98, 0.99, 1, 1, 1, 1])
    #expect(points(1, topped) == 10)
    #expect(isNear(points(0.995, topped), 6.5))
  }

  @Test func `through 2022 the lowest deciles earn three points`() {
    let rising = Self.benchmark(Self.tenths)
    #expect(points(0.05, rising, fewest: 3) == 3)
    #expect(points(0.25, rising, fewest: 3) == 3.5)
  }

  @Test func `a better rate never earns fewer points`() {
    for lower in [false, true] {
      let benchmark = Self.benchmark(lower ? Self.diabetes : Self.pressure, lower: lower)
      let earned = (0...10_000).map { points(Double($0) / 10_000, benchmark) }
      let better = lower ? earned.reversed() : earned
      #expect(zip(better, better.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(better.first == 1)
      #expect(better.last == 10)
    }
  }

  @Test func `the score is the points over those available, by weight`() {
    let tenths = Self.benchmark(Self.tenths)
    // 5.5 and 8 of 20 points.
    let even = reported(0.45, 0.70).measured(under: Self.terms(tenths, tenths))
    #expect(isNear(even.points, 13.5))
    #expect(even.available == 20)
    #expect(isNear(even.score.fraction, 0.675))
    // Three times the weight on the second: (5.5 + 24)/40.
    let weighed = reported(0.45, 0.70).measured(
      under: Self.terms(tenths, Self.benchmark(Self.tenths, weight: 3)))
    #expect(isNear(weighed.score.fraction, 0.7375))
  }

  @Test func `a measure with few cases counts neither for nor against`() {
    let tenths = Self.benchmark(Self.tenths, outcome: true)
    let terms = Self.terms(tenths, tenths)
    var measures = ReportedMeasures.none
    measures.append(rate: Rate(0.45), cases: 20)
    measures.append(rate: Rate(0.95), cases: 19)
    var quality = reported()
    quality.measures = measures
    let measured = quality.measured(under: terms)
    #expect(measured.available == 10)
    #expect(isNear(measured.score.fraction, 0.55))
    #expect(measured.outcomeMeasuresReached == 1)
    #expect(reported(0.9, cases: 19).measured(under: Self.terms(tenths)).score == .zero)
  }

  @Test func `each eCQM adds a point, up to ten on itself and a tenth of all`() {
    let electronic = Self.benchmark(Self.tenths, .eCQM)
    let claims = Self.benchmark(Self.tenths, .administrativeClaims)
    // One of 5.5, one of ten that can have no more, eight others at 5: a limit of 10 not reached.
    let some = reported(0.45, 0.95, 0.4).measured(
      under: Self.terms(electronic, electronic, claims))
    #expect(some.complexOrganizationPoints == 1)
    #expect(isNear(some.score.fraction, (5.5 + 1 + 10 + 5) / 30))
    // Two points of 20 available are the limit; with a third eCQM in 30, three are.
    let both = reported(0.45, 0.45).measured(under: Self.terms(electronic, electronic))
    #expect(both.complexOrganizationPoints == 2)
    var limited = Self.terms(electronic, electronic)
    limited.mostPointsForECQMs = Rate(0.05)
    #expect(reported(0.45, 0.45).measured(under: limited).complexOrganizationPoints == 1)
  }

  @Test func `one outcome measure at the tenth percentile reaches the alternative`() {
    let outcome = Self.benchmark(Self.pressure, outcome: true)
    let process = Self.benchmark(Self.pressure)
    func reaches(_ first: Double, _ second: Double) -> Bool {
      reported(first, second).measured(under: Self.terms(outcome, process)).reachesAlternative
    }
    #expect(reaches(0.4487, 0.1))
    #expect(!reaches(0.4486, 0.9))
    var without = Self.terms(outcome, process)
    without.alternative = nil
    #expect(!reported(0.9, 0.9).measured(under: without).reachesAlternative)
  }

  @Test func `the incentive needs one outcome measure and another of those that remain`() {
    let outcome = Self.benchmark(Self.tenths, .eCQM, outcome: true)
    let process = Self.benchmark(Self.tenths, .mipsCQM)
    func meets(_ rates: (Double, Double), _ terms: MeasureTerms) -> Bool {
      reported(rates.0, rates.1).measured(under: terms).meetsIncentive
    }
    let terms = Self.terms(outcome, process)
    #expect(meets((0.1, 0.4), terms))
    #expect(!meets((0.099, 0.4), terms))
    #expect(!meets((0.1, 0.399), terms))
    // The outcome measure itself is not one of those that remain.
    #expect(!meets((0.9, 0.1), terms))
    let two = Self.terms(outcome, outcome)
    #expect(meets((0.4, 0.1), two))
    // All must be reported as eCQMs or, while they are taken, as MIPS CQMs.
    var electronic = terms
    electronic.incentive?.includesMIPSCQMs = false
    #expect(!meets((0.1, 0.4), electronic))
    #expect(!meets((0.9, 0.9), Self.terms(outcome, Self.benchmark(Self.tenths))))
    var unknown = terms
    unknown.incentive = nil
    #expect(!meets((0.9, 0.9), unknown))
  }

  @Test func `standing follows from the measures and not from what was drawn`() {
    let measure = Self.benchmark(Self.tenths, outcome: true)
    let terms = QualityTerms(
      firstYearMeetsByReporting: true, extremeCircumstancesShare: Rate(0.2),
      measures: Self.terms(measure))
    func standing(_ rate: Double) -> QualityResult {
      reported(rate).result(
        under: terms, inFirstYearOfFirstAgreement: false, extremeCircumstances: .none)
    }
    #expect(standing(0.7) == QualityResult(standing: .standardMet, score: Rate(0.8)))
    #expect(standing(0.6) == QualityResult(standing: .alternativeMet, score: Rate(0.7)))
    #expect(standing(0.05).standing == .notMet)
    var silent = reported(0.9)
    silent.reported = false
    #expect(
      silent.result(
        under: terms, inFirstYearOfFirstAgreement: false, extremeCircumstances: .none)
        == QualityResult(standing: .notMet, score: .zero))
  }
}
