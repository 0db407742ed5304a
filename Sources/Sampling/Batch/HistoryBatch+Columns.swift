import CKernels
import Probability
import Regulation

/// A batch read as columns: `start(at:)`, then years 1 through 6.
extension HistoryBatch {
  /// - Parameter first: The batch's first trial, a multiple of `ObservedColumns.trials`.
  public func start(at first: Int) { _ = serves(first) }

  /// The same with chance of some purposes drawn from the second seed.
  ///
  /// - Parameter redrawn: Of each trial those purposes, as many as a batch has trials.
  public func start(at first: Int, redrawing redrawn: [PurposeSet]) {
    precondition(canRedraw && redrawn.count == Self.trials)
    begin(at: first, redrawing: redrawn.map(\.bits))
  }

  /// - Parameter year: 1 for the first performance year.
  public func columns(of year: Int) -> ObservedColumns {
    let start = self.year(year, of: first)
    func column(_ place: Int) -> UnsafePointer<Double> { start + place * Self.trials }
    return ObservedColumns(
      personYears: column(ck_y_person_years), expenditure: column(ck_y_expenditure),
      riskRatio: column(ck_y_risk), nationalGrowth: column(ck_y_nation),
      regionalGrowth: column(ck_y_region), marketShare: column(ck_y_share),
      regionalRiskRatio: column(ck_y_region_risk),
      regionalDemographicRatio: column(ck_y_region_demographic),
      demographicRatio: column(ck_y_demographic), assignedBeneficiaries: column(ck_y_assigned),
      participantRevenue: column(ck_y_revenue), reported: column(ck_y_reported),
      score: column(ck_y_quality), standardScore: column(ck_y_standard),
      reachesAlternative: column(ck_y_alternative), meetsIncentive: column(ck_y_incentive),
      measures: MeasureColumns(
        rates: column(ck_y_measure_rates), cases: column(ck_y_measure_cases),
        count: Int(measures.count)),
      months: column(ck_y_months), shareOfBeneficiaries: column(ck_y_months_share))
  }

  /// Claims of the benchmark years over what was to be expected, as the agreement was signed: twelve
  /// columns, `3 · type + year`.
  public var benchmarkLuck: UnsafePointer<Double> { UnsafePointer(luck) }

  /// The same of the benchmark years of this year's participant list.
  public func benchmarkLuck(in year: Int) -> UnsafePointer<Double> {
    self.year(year, of: first) + ck_y_benchmark_luck * Self.trials
  }

  /// What the plan avoided of what was spent, a fraction, by trial.
  public func avoidedShare(in year: Int) -> UnsafePointer<Double> {
    self.year(year, of: first) + ck_y_avoided * Self.trials
  }

  /// What the programs made of a year of one trial.
  ///
  /// - Parameter trial: Its place in the batch.
  public func programs(in year: Int, at trial: Int) -> ProgramYear {
    BatchYear(column: self.year(year, of: first) + trial).programs
  }

  /// Of one trial, as the agreement was signed.
  ///
  /// - Parameter trial: Its place in the batch.
  @inline(__always)
  public func benchmarkLuck(at trial: Int) -> ByEnrollmentType<ByBenchmarkYear<Double>> {
    benchmarkLuck(of: first + trial)
  }

  /// Of each trial that this year's participant list gave other benchmark years, by its place in the
  /// batch.
  @inline(__always)
  public func eachRebased(
    in year: Int, _ body: (_ trial: Int, _ luck: ByEnrollmentType<ByBenchmarkYear<Double>>) -> Void
  ) {
    let column = self.year(year, of: first)
    for trial in 0..<Self.trials {
      let written = BatchYear(column: column + trial)
      if written[ck_y_rebased] != 0 { body(trial, written.luck(from: ck_y_benchmark_luck)) }
    }
  }
}
