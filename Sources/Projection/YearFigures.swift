import Reconciliation
import Regulation
import Sampling

/// What adding up a trial asks of a year beside its settlements.
struct YearFigures {
  var expenditure, participantRevenue: Dollars
  /// (Benchmark − expenditure)/benchmark, a fraction.
  var savingsRate: Double
  var quality: QualityResult
  var programs: ProgramYear
  /// What the assigned would have spent beyond what they did, had the ACO done nothing, neither its plan
  /// nor its programs; negative where they add spending. Parts A and B, truncated as CMS settles them.
  var avoided: Dollars

  /// - Parameter avoidedShare: By the plan alone, of what was spent.
  init(
    _ result: PerformanceYearResult, participantRevenue: Dollars, avoidedShare: Double,
    _ programs: ProgramYear
  ) {
    expenditure = result.expenditure
    self.participantRevenue = participantRevenue
    savingsRate = result.savingsRate
    quality = result.quality
    self.programs = programs
    avoided = Dollars(
      avoidedShare * result.expenditure.amount + (1 + avoidedShare) * programs.avoided)
  }
}
