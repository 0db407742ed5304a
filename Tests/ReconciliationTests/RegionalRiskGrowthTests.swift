import Reconciliation
import Regulation
import Testing

@Suite struct RegionalRiskGrowthTests {
  static let excess = Rate(0.03)

  static func strata(_ random: inout SeededUniform) -> ByEnrollmentType<Stratum> {
    ByEnrollmentType { type in
      var stratum = ObservedYear.unmoved.strata[type]
      stratum.personYears = PersonYears(stratum.personYears.count * random.between(0.5, 2))
      stratum.regionalRiskRatio = Rate(random.between(0.95, 1.15))
      stratum.regionalDemographicRatio = Rate(random.between(0.98, 1.02))
      stratum.marketShare = Rate(random.between(0, 0.9))
      return stratum
    }
  }

  @Test func `a region's growth is never lowered, and a larger ACO in it has less raised`() {
    var random = SeededUniform(state: 425_655)
    var raised = 0
    for _ in 0..<500 {
      let strata = Self.strata(&random)
      let growth = strata.regionalRiskGrowth(over: Self.excess)
      let larger = strata.map {
        var stratum = $0
        stratum.marketShare = Rate($0.marketShare.fraction + 0.1)
        return stratum
      }.regionalRiskGrowth(over: Self.excess)
      for type in EnrollmentType.allCases {
        #expect(growth.factor[type] >= .one)
        #expect(larger.factor[type] <= growth.factor[type])
      }
      if growth.isCapped { raised += 1 }
    }
    #expect(raised > 100 && raised < 400)
  }

  @Test func `a year that says nothing of its region is updated as one without the rule`() throws {
    let year = try BenchmarkBuild.observedYear()
    let terms = BenchmarkTerms(
      prospectiveTrendWeight: Rate(1.0 / 3), riskRatioCap: .aggregate(Rate(0.03)),
      hasGuardrail: true, regionalRiskCap: Self.excess)
    let updated = year.updatedBenchmark(under: terms)
    #expect(updated.regionalRisk?.factor == .init(repeating: .one))
    #expect(updated.total == year.updatedBenchmark.total)
    #expect(updated.guardrailTotal == year.updatedBenchmark.guardrailTotal)
  }

  @Test func `more risk growth in the region never lowers the benchmark`() {
    var random = SeededUniform(state: 655)
    let terms = BenchmarkTerms(
      prospectiveTrendWeight: .zero, riskRatioCap: .none, hasGuardrail: false,
      regionalRiskCap: Self.excess)
    for _ in 0..<200 {
      let strata = Self.strata(&random)
      let riskier = strata.map {
        var stratum = $0
        stratum.regionalRiskRatio = Rate($0.regionalRiskRatio.fraction * 1.05)
        return stratum
      }
      let (before, after) = (
        strata.updatedBenchmark(under: terms), riskier.updatedBenchmark(under: terms)
      )
      #expect(after.total.amount >= before.total.amount * (1 - 1e-12))
    }
  }
}
