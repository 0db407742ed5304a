import Probability
import Regulation
import Scenarios

/// One program bound for sampling.
struct ProgramModel: Sendable {
  /// Its own: a program added, left out or listed in another place moves no number of the others.
  let subject: TwiceSeeded
  /// By year, six used: a year beyond the scenario's five goes on like the last.
  let ramp, cost, costPerBeneficiary, feePerBeneficiary: SIMD8<Double>
  let effect: Program.Effect
  /// The part of each type's spending the effect applies to, and whether the type is served at all.
  let reach, serving: ByEnrollmentType<Double>
  /// Whether the quality score or the rate of any measure moves by an uncertain amount.
  let movesQuality: Bool
  let costLevel: UncertainSpread
  let share: UncertainShare
  let medicareShare: Double

  init(_ program: Program, _ subjects: Subjects) {
    subject = subjects.program(program.name)
    func byYear(_ values: [Double]) -> SIMD8<Double> {
      var years = SIMD8<Double>()
      guard let last = values.last else { return years }
      for year in 0...5 { years[year] = year < values.count ? values[year] : last }
      return years
    }
    ramp = byYear(program.ramp)
    cost = byYear(program.cost.map(\.amount))
    costPerBeneficiary = byYear(program.costPerBeneficiary.map(\.amount))
    effect = program.effect
    reach = ByEnrollmentType { program.reach($0) }
    serving = ByEnrollmentType { program.serving($0) }
    movesQuality =
      (program.quality?.standardDeviation ?? 0) > 0
      || program.measures.contains { $0.change.standardDeviation > 0 }
    costLevel = UncertainSpread(1, error: program.costStandardDeviation)
    let fees = program.fees
    feePerBeneficiary = byYear(fees?.perBeneficiary.map(\.amount) ?? [])
    share = UncertainShare(fees?.share ?? 0, error: fees?.standardDeviation ?? 0)
    medicareShare = fees?.medicareShare ?? 0
  }
}

/// What a trial drew of its programs, by their places.
struct DrawnPrograms: Sendable {
  /// Change of the spending reached, at full ramp.
  var effect = SIMD16<Double>()
  /// Normal scores of what each does to quality: above zero is better than planned.
  var quality = SIMD16<Double>()
  /// Over the cost stated.
  var cost = SIMD16<Double>()
  /// Share billed at full ramp.
  var share = SIMD16<Double>()
}

/// What all programs together made of one year, in dollars.
public struct ProgramYear: Hashable, Sendable {
  /// What they cost, and what they billed, coinsurance included.
  public var cost = 0.0
  public var fees = 0.0
  /// The part of the fees that Medicare paid: it is in the year's expenditure and in the
  /// participants' revenue.
  public var feesFromMedicare = 0.0
  /// What the year's expenditure would have been more without their effects, fees left aside.
  public var avoided = 0.0

  public static let none = ProgramYear()
}

extension [Program] {
  /// Of each program's change of the quality score, or of one measure's rate, its standard deviation
  /// in a year, 0 through 4; a fraction.
  func deviations(_ year: Int, _ change: (Program) -> Program.Effect?) -> SIMD16<Double> {
    var deviations = SIMD16<Double>()
    for (place, program) in enumerated() {
      deviations[place] = program.ramp[year] * (change(program)?.standardDeviation ?? 0)
    }
    return deviations
  }
}

extension [Program] {
  func deviations(of measure: String, _ year: Int) -> SIMD16<Double> {
    deviations(year) { program in program.measures.first { $0.name == measure }?.change }
  }
}

extension SIMD16<Double> {
  /// The variance of independent parts with these standard deviations.
  var variance: Double { (self * self).sum() }
}
