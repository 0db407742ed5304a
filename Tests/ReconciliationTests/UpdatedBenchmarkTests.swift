import Reconciliation
import Regulation
import Testing

@Suite struct UpdatedBenchmarkTests {
  static let aggregate = RiskRatioCap.aggregate(Rate(0.03))

  // MARK: - By hand

  @Test func `the two-way update weighs the nation by the market share`() {
    var year = ObservedYear.still
    for type in EnrollmentType.allCases {
      year.strata[type].nationalGrowth = Rate(1.06)
      year.strata[type].regionalGrowth = Rate(1.04)
      year.strata[type].marketShare = Rate(0.25)
    }
    let terms = BenchmarkTerms(
      prospectiveTrendWeight: .zero, riskRatioCap: Self.aggregate, hasGuardrail: false)
    let updated = year.updatedBenchmark(under: terms)
    // 0.25 x 1.06 + 0.75 x 1.04 = 1.045, on 1,000 x (90,000 + 12,000 + 18,000 + 11,000)
    #expect(abs(updated.update.esrd.fraction - 1.045) < 1e-12)
    #expect(Cents(rounding: updated.total) == Cents(136_895_000_00))
    #expect(updated.guardrailTotal == nil)
  }

  @Test func `the three-way update takes its part of the prospective trend`() throws {
    var year = ObservedYear.still
    for type in EnrollmentType.allCases {
      year.strata[type].nationalGrowth = Rate(1.06)
      year.strata[type].regionalGrowth = Rate(1.04)
      year.strata[type].marketShare = Rate(0.25)
      year.strata[type].prospectiveTrend = Rate(1.021)
    }
    let terms = BenchmarkTerms(
      prospectiveTrendWeight: Rate(1.0 / 3), riskRatioCap: Self.aggregate, hasGuardrail: true)
    let updated = year.updatedBenchmark(under: terms)
    // 2/3 x 1.045 + 1/3 x 1.021 = 1.037, on 131,000,000
    #expect(Cents(rounding: updated.total) == Cents(135_847_000_00))
    // the guardrail keeps the two-way 1.045
    #expect(Cents(rounding: try #require(updated.guardrailTotal)) == Cents(136_895_000_00))
  }

  @Test func `nothing moves where nothing has moved`() throws {
    for cap in [RiskRatioCap.none, Self.aggregate, .perType(Rate(0.03))] {
      let updated = ObservedYear.still.updatedBenchmark(
        under: .init(
          prospectiveTrendWeight: Rate(1.0 / 3), riskRatioCap: cap, hasGuardrail: true))
      #expect(Cents(rounding: updated.total) == Cents(131_000_000_00))
      #expect(Cents(rounding: try #require(updated.guardrailTotal)) == Cents(131_000_000_00))
      #expect(!updated.risk.isCapped)
    }
  }

  // MARK: - The risk cap

  @Test func `each type is held to its own cap before 2024`() {
    var year = ObservedYear.still
    year.strata.esrd.riskRatio = Rate(1.05)
    year.strata.disabled.riskRatio = Rate(1.03)
    year.strata.agedDual.riskRatio = Rate(0.80)
    year.strata.agedNonDual.riskRatio = Rate(1.02)
    let risk = year.riskAdjustment(under: .perType(Rate(0.03)))
    #expect(risk.ratio.esrd == Rate(1.03))
    #expect(risk.ratio.disabled == Rate(1.03))
    #expect(risk.ratio.agedDual == Rate(0.80), "decreases are never limited")
    #expect(risk.ratio.agedNonDual == Rate(1.02))
    #expect(risk.isCapped)
  }

  @Test func `one type over the cap stays where the aggregate is under it`() {
    var year = ObservedYear.still
    year.strata.esrd.riskRatio = Rate(1.10)
    year.strata.agedNonDual.riskRatio = Rate(0.70)
    let risk = year.riskAdjustment(under: Self.aggregate)
    // (90 x 1.10 + 12 + 18 + 11 x 0.70) / 131 = 136.7 / 131
    #expect(abs(risk.aggregateRatio.fraction - 136.7 / 131) < 1e-12)
    #expect(risk.isCapped, "1.0435 is over 1.03")
    year.strata.esrd.riskRatio = Rate(1.04)
    let under = year.riskAdjustment(under: Self.aggregate)
    // (90 x 1.04 + 12 + 18 + 7.7) / 131 = 131.3 / 131
    #expect(under.ratio.esrd == Rate(1.04) && !under.isCapped)
  }

  @Test func `demographic growth raises the cap`() {
    var year = ObservedYear.still
    for type in EnrollmentType.allCases {
      year.strata[type].riskRatio = Rate(1.06)
      year.strata[type].demographicRatio = Rate(1.02)
    }
    let risk = year.riskAdjustment(under: Self.aggregate)
    for type in EnrollmentType.allCases {
      #expect(abs(risk.ratio[type].fraction - 1.05) < 1e-12)  // 1.02 + 0.03
    }
  }

  // MARK: - Laws

  @Test func `scaling every benchmark scales the total`() throws {
    let year = try BenchmarkBuild.observedYear()
    var scaled = year
    for type in EnrollmentType.allCases {
      scaled.strata[type].historicalBenchmark = PerCapita(
        2.5 * year.strata[type].historicalBenchmark.amount)
    }
    let (once, more) = (year.updatedBenchmark, scaled.updatedBenchmark)
    #expect(abs(more.total.amount - 2.5 * once.total.amount) < 0.001)
    #expect(abs(more.risk.aggregateRatio.fraction - once.risk.aggregateRatio.fraction) < 1e-12)
  }

  @Test func `which type bears which figures is immaterial`() throws {
    let year = try BenchmarkBuild.observedYear()
    let types = EnrollmentType.allCases
    for shift in 1..<types.count {
      var turned = year
      for (place, type) in types.enumerated() {
        turned.strata[type] = year.strata[types[(place + shift) % types.count]]
      }
      let (straight, other) = (year.updatedBenchmark, turned.updatedBenchmark)
      #expect(abs(straight.total.amount - other.total.amount) < 0.001)
      #expect(straight.risk.isCapped == other.risk.isCapped)
    }
  }
}

extension ObservedYear {
  var updatedBenchmark: UpdatedBenchmark {
    updatedBenchmark(
      under: .init(
        prospectiveTrendWeight: Rate(1.0 / 3), riskRatioCap: UpdatedBenchmarkTests.aggregate,
        hasGuardrail: true))
  }

  /// A year in which nothing has moved since benchmark year 3: 1,000 person-years a type.
  static let still = ObservedYear(
    performanceYear: PerformanceYear(2025), assignedBeneficiaries: 4_100,
    strata: ByEnrollmentType(esrd: 90_000, disabled: 12_000, agedDual: 18_000, agedNonDual: 11_000)
      .map {
        Stratum(
          personYears: PersonYears(1_000), expenditure: PerCapita($0),
          historicalBenchmark: PerCapita($0), riskRatio: .one, demographicRatio: .one,
          nationalGrowth: .one, regionalGrowth: .one, prospectiveTrend: .one,
          marketShare: Rate(0.1))
      },
    quality: QualityMeasurement(
      reported: true, score: Rate(0.8), standardScore: Rate(0.7), reachesAlternative: true,
      meetsIncentive: false),
    participantRevenue: Dollars(40_000_000), extremeCircumstances: .none)
}
