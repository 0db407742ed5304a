import CKernels
import CWidths
import Probability
import Regulation
import Scenarios

/// The constants of single beneficiaries' years.
///
/// Each has an enrollment type, a cost level and a risk level, four of either, for good. Levels are
/// what those who leave or join are picked by. A year's spending is a rank within the cost level,
/// kept from the year before with a probability that gives consecutive years' means the stated
/// correlation; a year's risk score is drawn afresh about the risk level.
struct BeneficiaryModel: Sendable {
  /// What a table's amount of one is as an integer.
  static let unit = 16_384.0
  static let levels = 4

  let subject: TwiceSeeded
  let beneficiaries: ByEnrollmentType<Int>
  /// As `ck_amounts` wants them.
  let spending, risk: [UInt32]
  /// By cost level and by risk level, each type's mean in units.
  let spendingMeans, riskMeans: [SIMD4<Double>]
  /// By type, the probability of keeping last year's rank.
  let keeping: SIMD4<Double>
  let transitions: TypeTransitions
  /// By type, leaving relative to the whole population's.
  let leaving: ByEnrollmentType<Double>
  /// Of one beneficiary's risk score, by type.
  let riskVariance: ByEnrollmentType<Double>
  let selection: SelectionModel
  let retention: Retention
  /// How wide the kernels run: the processor's best, which changes no bit.
  var width = cw_widest()

  init(
    _ assumptions: Assumptions, _ base: ByEnrollmentType<PathModel.BaseModel>, _ noise: NoiseModel,
    _ shock: ShockModel, _ subjects: Subjects
  ) {
    subject = subjects.aco
    beneficiaries = base.map(\.beneficiaries)
    retention = assumptions.retention
    let size = exponential(assumptions.joining.sizePlan[0])
    let stay = shock.plannedRetention
    // The means' correlation comes through stayers alone.
    let correlation = stay > 0 ? min(1, noise.correlation * min(1, size) / stay) : 0
    let spending = SpendingTables(assumptions, base, noise, correlation: correlation)
    self.spending = spending.amounts
    keeping = SIMD4(spending.keeping)
    let risk = RiskTables(assumptions, base, overlap: min(1, stay / size.squareRoot()))
    self.risk = risk.scores
    riskVariance = risk.variance
    let means = (0..<Self.levels).map { level in
      SIMD4(ByEnrollmentType { Self.mean(of: spending.row($0, level)) })
    }
    spendingMeans = means
    riskMeans = (0..<Self.levels).map { level in
      SIMD4(ByEnrollmentType { Self.mean(of: risk.row($0, level)) })
    }
    transitions = TypeTransitions(assumptions.transitions)
    let total = base.sum { Double($0.beneficiaries) }
    let share = base.map { Double($0.beneficiaries) / total }
    leaving = Self.leaving(assumptions.transitions.mortality, share, planned: 1 - stay)
    selection = SelectionModel(
      assumptions,
      expenditure: means.map { (SIMD4(share) * $0).sum() / Self.unit }, risk: risk.levels)
  }

  private static func mean(of row: ArraySlice<UInt32>) -> Double {
    row.reduce(0.0) { $0 + Double($1) } / Double(row.count)
  }

  /// Deaths are part of leaving: types that die more leave more, and the mean is as it was.
  private static func leaving(
    _ mortality: ByEnrollmentType<Double>, _ share: ByEnrollmentType<Double>, planned: Double
  ) -> ByEnrollmentType<Double> {
    let mean = EnrollmentType.allCases.reduce(0.0) { $0 + share[$1] * mortality[$1] }
    guard mean > 0, planned > 0 else { return .init(repeating: 1) }
    let part = min(1, mean / planned)
    return mortality.map { 1 + part * ($0 / mean - 1) }
  }
}

/// The yearly probabilities of changing type, and what remains of each type where it is.
struct TypeTransitions: Sendable {
  /// By the type before: of becoming ESRD, aged/dual and aged/non-dual.
  let esrd, agedDual, agedNonDual: ByEnrollmentType<Double>
  /// By the type before, a lane for each type after; each row sums to one.
  private(set) var rows: [SIMD4<Double>] = []

  init(_ assumed: BeneficiaryTransitions) {
    let onset = assumed.esrdOnset
    esrd = ByEnrollmentType(esrd: 0, disabled: onset, agedDual: onset, agedNonDual: onset)
    agedDual = ByEnrollmentType(
      esrd: 0, disabled: (1 - onset) * assumed.ageing * assumed.ageingDualShare, agedDual: 0,
      agedNonDual: (1 - onset) * assumed.becomingDual)
    agedNonDual = ByEnrollmentType(
      esrd: 0, disabled: (1 - onset) * assumed.ageing * (1 - assumed.ageingDualShare), agedDual: 0,
      agedNonDual: 0)
    rows = EnrollmentType.allCases.map { before in
      SIMD4(ByEnrollmentType { probability(before, $0) })
    }
  }

  /// Of being `after` a year after being `before`.
  private func probability(_ before: EnrollmentType, _ after: EnrollmentType) -> Double {
    let leaving = esrd[before] + agedDual[before] + agedNonDual[before]
    return switch after {
    case .esrd: before == .esrd ? 1 : esrd[before]
    case .disabled: before == .disabled ? 1 - leaving : 0
    case .agedDual: before == .agedDual ? 1 - leaving : agedDual[before]
    case .agedNonDual: before == .agedNonDual ? 1 - leaving : agedNonDual[before]
    }
  }

  /// Where those of each type are a year later.
  @inline(__always)
  func after(_ before: SIMD4<Double>) -> SIMD4<Double> {
    before[0] * rows[0] + before[1] * rows[1] + before[2] * rows[2] + before[3] * rows[3]
  }
}

extension ByEnrollmentType<Double> {
  func plus(_ other: Self) -> Self { Self { self[$0] + other[$0] } }
}
