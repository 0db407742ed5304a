import CSettlement
import CWidths
import Regulation

/// One measured year of a batch of trials: `PerformanceYearResult` as columns.
///
/// Trials are told by their place in the batch, the first being 0.
public final class MeasuredColumns {
  /// `column · trials + trial`, columns as the kernel numbers them.
  private let columns: UnsafeMutablePointer<Double>
  let values: UnsafeMutablePointer<cs_measured>

  public init() {
    let count = cs_measured_columns * ObservedColumns.trials
    columns = cw_new_columns(Int32(count))
    columns.initialize(repeating: 0, count: count)
    values = UnsafeMutableRawPointer(columns).assumingMemoryBound(to: cs_measured.self)
  }

  deinit { cw_free_columns(columns) }

  @inline(__always)
  private func column(_ place: Int) -> UnsafePointer<Double> {
    UnsafePointer(columns) + place * ObservedColumns.trials
  }

  /// Headcounts.
  public var assignedBeneficiaries: UnsafePointer<Double> { column(cs_m_assigned) }
  /// In dollars.
  public var benchmark: UnsafePointer<Double> { column(cs_m_benchmark) }
  public var expenditure: UnsafePointer<Double> { column(cs_m_expenditure) }
  /// 0 through 1.
  public var qualityScore: UnsafePointer<Double> { column(cs_m_score) }

  public func standing(of trial: Int) -> QualityResult.Standing {
    let number = Int(column(cs_m_standing)[trial])
    if number == cs_standard_met { return .standardMet }
    return number == cs_alternative_met ? .alternativeMet : .notMet
  }

  /// - Parameter count: Trials, the first of the batch.
  public func trials(of standing: QualityResult.Standing, among count: Int) -> Int {
    let (standings, number) = (column(cs_m_standing), Double(standing.number))
    return UnsafeBufferPointer(start: standings, count: count).count { $0 == number }
  }

  public func quality(of trial: Int) -> QualityResult {
    QualityResult(standing: standing(of: trial), score: Rate(qualityScore[trial]))
  }

  /// One trial's, with no early end. What the guardrail adds is `nil` where it adds nothing.
  public func result(of trial: Int) -> PerformanceYearResult {
    func value(_ place: Int) -> Double { column(place)[trial] }
    let guardrail = value(cs_m_guardrail)
    return PerformanceYearResult(
      assignedBeneficiaries: Int(value(cs_m_assigned)), benchmark: Dollars(benchmark[trial]),
      guardrailBenchmark: guardrail > benchmark[trial] ? Dollars(guardrail) : nil,
      expenditure: Dollars(expenditure[trial]), participantRevenue: Dollars(value(cs_m_revenue)),
      isLowRevenue: value(cs_m_is_low_revenue) > 0, quality: quality(of: trial),
      extremeCircumstances: ExtremeCircumstances(
        months: Int(value(cs_m_months)),
        shareOfBeneficiaries: Rate(value(cs_m_months_share))))
  }

  /// - Parameter result: Of an agreement in force through the year, its revenue known.
  public func set(_ result: PerformanceYearResult, of trial: Int) {
    func put(_ place: Int, _ value: Double) {
      columns[place * ObservedColumns.trials + trial] = value
    }
    put(cs_m_assigned, Double(result.assignedBeneficiaries))
    put(cs_m_benchmark, result.benchmark.amount)
    put(cs_m_guardrail, (result.guardrailBenchmark ?? result.benchmark).amount)
    put(cs_m_expenditure, result.expenditure.amount)
    put(cs_m_revenue, result.participantRevenue?.amount ?? 0)
    put(cs_m_is_low_revenue, result.isLowRevenue ? 1 : 0)
    put(cs_m_standing, Double(result.quality.standing.number))
    put(cs_m_score, result.quality.score.fraction)
    put(cs_m_months, Double(result.extremeCircumstances.months))
    put(cs_m_months_share, result.extremeCircumstances.shareOfBeneficiaries.fraction)
  }
}

extension QualityResult.Standing {
  /// As the kernel numbers it.
  fileprivate var number: Int {
    switch self {
    case .standardMet: cs_standard_met
    case .alternativeMet: cs_alternative_met
    case .notMet: cs_not_met
    }
  }
}
