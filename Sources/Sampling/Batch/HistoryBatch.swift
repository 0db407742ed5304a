import CKernels
import CWidths
import Probability
import Regulation

/// Histories of `HistoryBatch.trials` trials that follow one another, written at once by a kernel in
/// C, for the processor's widest registers.
///
/// The kernel does the operations of `HistorySampler` in their order, for many trials instead of
/// one: the same bits, which `HistoryBatchTests` holds it to. The readable sampler is the one source
/// of what a history is.
public final class HistoryBatch {
  /// `ObservedColumns.trials`.
  static let trials = ck_lanes

  private let history: OpaquePointer
  private let constants: UnsafeMutableBufferPointer<Double>
  private let past: UnsafeMutableBufferPointer<ck_past_year>
  private let programs: UnsafeMutableBufferPointer<ck_program>
  let measures: MeasureTable
  /// `(year · ck_year_columns + column) · ck_lanes + lane`.
  private let columns: UnsafeMutablePointer<Double>
  /// `column · ck_lanes + lane`: 12 columns, of the benchmark years at signing.
  let luck: UnsafeMutablePointer<Double>
  /// Of its own, for the kernel to read without asking who else does.
  private let model: UnsafeMutablePointer<ck_history_model>
  private let points: PointBatch?
  private let width: Int32
  /// Of the trials being written.
  private(set) var first = -1
  /// Years written.
  private var years = 0
  /// Whether some of their chance is the second seed's.
  private var isRedrawn = false

  /// `nil` where the kernel does not know all that the model draws: single beneficiaries, GSL's own
  /// samplers, and types without person-years.
  ///
  /// - Parameter width: Of the registers used: 0 baseline, 1 AVX2, 2 AVX-512; the processor's widest
  ///   by default.
  public init?(_ model: PathModel, width: Int32 = cw_widest()) {
    guard model.beneficiaries == nil, model.measures.count <= ck_most_measures,
      model.programs.count <= ck_most_programs, !model.rejects,
      EnrollmentType.allCases.allSatisfy({ model.base[$0].personYearsEach > 0 }),
      let history = ck_new_history()
    else { return nil }
    self.history = history
    self.width = width
    let bound = HistoryConstants(model)
    constants = .allocate(capacity: bound.values.count)
    _ = constants.initialize(from: bound.values)
    past = .allocate(capacity: bound.past.count)
    _ = past.initialize(from: bound.past)
    programs = .allocate(capacity: bound.programs.count)
    _ = programs.initialize(from: bound.programs)
    measures = MeasureTable(model.measures)
    columns = cw_new_columns(Int32(ck_history_years * ck_year_columns * Self.trials))
    // What the kernel does not write, of programs, of measures or of the score, stays as it is here.
    columns.initialize(repeating: 0, count: ck_history_years * ck_year_columns * Self.trials)
    luck = cw_new_columns(Int32(12 * Self.trials))
    points = model.points.map { PointBatch($0, width: width) }
    let subjects = model.subjects
    self.model = .allocate(capacity: 1)
    self.model.initialize(
      to: ck_history_model(
        constants: UnsafePointer(constants.baseAddress),
        programs: UnsafePointer(programs.baseAddress), program_count: Int32(bound.programs.count),
        measures: measures.start, measure_count: measures.count,
        past: UnsafePointer(past.baseAddress), past_count: Int32(bound.past.count),
        keys: subjects.keys(again: false), second_keys: subjects.keys(again: true),
        guide: points?.guide ?? ck_guide()))
    RandomStream.prepare()
  }

  deinit {
    ck_free_history(history)
    constants.deallocate()
    past.deallocate()
    programs.deallocate()
    cw_free_columns(columns)
    cw_free_columns(luck)
    model.deallocate()
  }

  /// Whether chance of some purposes can be drawn from the second seed: points are of the first.
  public var canRedraw: Bool { points == nil }

  /// Whether this trial is to be written with those after it: the first of a batch, or one of a batch
  /// already begun.
  @inline(__always)
  func serves(_ trial: Int) -> Bool {
    if !isRedrawn && first >= 0 && trial >= first && trial < first + Self.trials { return true }
    guard trial % Self.trials == 0 else { return false }
    begin(at: trial, redrawing: nil)
    return true
  }

  /// - Parameter redrawn: Of each trial the purposes drawn from the second seed, as bits; `nil` for none.
  func begin(at first: Int, redrawing redrawn: [UInt32]?) {
    self.first = first
    years = 0
    isRedrawn = redrawn != nil
    points?.seek(first)
    ck_start(width, history, model, UInt32(first), redrawn, luck)
  }

  /// Column 0 of a year, 1 through 6, at a trial that the batch serves; columns are `ck_lanes` apart.
  @inline(__always)
  func year(_ year: Int, of trial: Int) -> UnsafePointer<Double> {
    while years < year {
      ck_next_year(
        width, history, model, columns + years * ck_year_columns * Self.trials)
      years += 1
    }
    return UnsafePointer(columns) + (year - 1) * ck_year_columns * Self.trials + (trial - first)
  }

  @inline(__always)
  func benchmarkLuck(of trial: Int) -> ByEnrollmentType<ByBenchmarkYear<Double>> {
    BatchYear(column: UnsafePointer(luck) + (trial - first)).luck(from: 0)
  }
}

/// One trial's year in a batch.
struct BatchYear {
  let column: UnsafePointer<Double>

  @inline(__always)
  subscript(_ place: Int) -> Double { column[place * HistoryBatch.trials] }

  @inline(__always)
  func byType(_ place: Int) -> ByEnrollmentType<Double> {
    ByEnrollmentType(
      esrd: self[place], disabled: self[place + 1], agedDual: self[place + 2],
      agedNonDual: self[place + 3])
  }

  /// Nothing, where the model has no programs.
  var programs: ProgramYear {
    ProgramYear(
      cost: self[ck_y_program_cost], fees: self[ck_y_program_fees],
      feesFromMedicare: self[ck_y_program_medicare], avoided: self[ck_y_program_avoided])
  }

  /// None, where the model has no measures.
  func measures(_ count: Int) -> ReportedMeasures {
    MeasureColumns(
      rates: column + ck_y_measure_rates * HistoryBatch.trials,
      cases: column + ck_y_measure_cases * HistoryBatch.trials, count: count
    ).reported(of: 0)
  }

  func luck(from place: Int) -> ByEnrollmentType<ByBenchmarkYear<Double>> {
    func years(_ place: Int) -> ByBenchmarkYear<Double> {
      ByBenchmarkYear(first: self[place], second: self[place + 1], third: self[place + 2])
    }
    return ByEnrollmentType(
      esrd: years(place), disabled: years(place + 3), agedDual: years(place + 6),
      agedNonDual: years(place + 9))
  }
}
