import CKernels
import Regulation

extension HistorySampler {
  /// The next year as the batch has written it.
  mutating func readYear(from batch: HistoryBatch) -> ObservedYear {
    let constants = model.years[Int(year)]
    year += 1
    let written = BatchYear(column: batch.year(Int(year), of: Int(trial)))
    hasRebased = written[ck_y_rebased] != 0
    if hasRebased { readLuck = written.luck(from: ck_y_benchmark_luck) }
    state.ownLevel = written[ck_y_own_level]
    state.retained = written[ck_y_retained]
    state.avoided = written[ck_y_avoided]
    state.othersGrowth = written.byType(ck_y_others)
    programYear = written.programs
    let count = written.byType(ck_y_beneficiaries)
    return ObservedYear(
      performanceYear: constants.performanceYear,
      assignedBeneficiaries: Int(count.sum { $0 }),
      strata: ByEnrollmentType(
        esrd: stratum(0, written), disabled: stratum(1, written), agedDual: stratum(2, written),
        agedNonDual: stratum(3, written)),
      quality: QualityMeasurement(
        reported: written[ck_y_reported] != 0, score: Rate(written[ck_y_quality]),
        standardScore: Rate(written[ck_y_standard]),
        reachesAlternative: written[ck_y_alternative] != 0,
        meetsIncentive: written[ck_y_incentive] != 0,
        measures: written.measures(model.measures.count)),
      participantRevenue: Dollars(written[ck_y_revenue]),
      extremeCircumstances: written[ck_y_months] == 0
        ? .none
        : ExtremeCircumstances(
          months: Int(written[ck_y_months]),
          shareOfBeneficiaries: Rate(written[ck_y_months_share])))
  }

  @inline(__always)
  private func stratum(_ type: Int, _ written: BatchYear) -> Stratum {
    Stratum(
      personYears: PersonYears(written[ck_y_person_years + type]),
      expenditure: PerCapita(written[ck_y_expenditure + type]), historicalBenchmark: .zero,
      riskRatio: Rate(written[ck_y_risk + type]),
      demographicRatio: Rate(written[ck_y_demographic]),
      nationalGrowth: Rate(written[ck_y_nation + type]),
      regionalGrowth: Rate(written[ck_y_region + type]), prospectiveTrend: .zero,
      marketShare: Rate(written[ck_y_share + type]),
      regionalRiskRatio: Rate(written[ck_y_region_risk + type]),
      regionalDemographicRatio: Rate(written[ck_y_region_demographic + type]))
  }
}
