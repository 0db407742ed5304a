import Regulation

/// The keys of one program.
enum ProgramKeys {
  static let all: [Key] = [
    Key("name", .text(\.program.name), "What it is told apart by: each name once.", .required),
    Key(
      "title", .text(\.program.titleText), "As reports print it; the name where left out.",
      .optional),
    Key(
      "of", .word(EnrollmentType.allCases.map(\.rawValue), \.program.ofWord),
      "The only enrollment type it serves; all where left out.", .optional),
    Key(
      "cost", .byYear(Bounds(0...1e12, .dollars), \.program.costAmounts),
      "What it costs a year, in dollars, beside finances.programCost; one number or five. This or "
        + "costPerBeneficiary, or both.", .optional),
    Key(
      "costPerBeneficiary", .byYear(Bounds(0...1e5, .dollars), \.program.perBeneficiaryAmounts),
      "What it costs a year for each assigned beneficiary of the types it serves, in dollars; one "
        + "number or five.", .optional),
    Key(
      "costStandardDeviation", .number(Bounds(0...2, .spread), \.program.costStandardDeviation),
      "Standard deviation of the cost, as a fraction of it; 0 where left out.", .optional),
    Key(
      "ramp", .five(Bounds(0...1, .fraction), \.program.ramp),
      "The part of its full effect and of its full fees in each performance year, five fractions.",
      .required),
    Key("effect", .mapping(effect), "What it does to expenditure at full ramp.", .required),
    Key(
      "quality", .mapping(quality),
      "What it adds to the quality score at full ramp; where the score is drawn.", .optional),
    Key(
      "measures", .programMeasures,
      "What it adds to the true rates of quality measures at full ramp; where the scenario lists "
        + "measures.", .optional),
    Key(
      "fees", .mapping(fees),
      "What it bills to Medicare: income of the practices, expenditure of the assigned beneficiaries "
        + "and revenue of the participants.", .optional, cite: "42 CFR 425.605(a)(3)-(5)"),
    Reader.sourceKey,
  ]

  /// Of one measure a program changes.
  static let measure: [Key] = [
    Key("name", .text(\.programMeasure.name), "The name of a measure of the scenario.", .required),
    Key(
      "mean", .number(rate, \.programMeasure.change.mean),
      "Expected change of its true rate, as a fraction: 0.05 is five points higher.", .required),
    Key(
      "standardDeviation",
      .number(AssumptionKeys.spread, \.programMeasure.change.standardDeviation),
      "Standard deviation of that change, as a fraction; 0 where left out. One program's changes "
        + "fall short or exceed together.", .optional),
  ]

  private static let rate = Bounds(-0.5...0.5, .fraction)

  private static let effect: [Key] = [
    Key(
      "mean",
      .number(
        Bounds(Program.effects, .fraction), \.program.effect.mean),
      "Expected change of the spending it applies to, as a fraction: -0.01 is one percent less.",
      .required),
    Key(
      "standardDeviation",
      .number(Bounds(0...0.3, .spread), \.program.effect.standardDeviation),
      "Standard deviation of that change, as a fraction; drawn once per trial.", .required),
    Key(
      "shareOfSpending", .number(Bounds(0...1, .fraction), \.program.shareOfSpending),
      "The part of the spending of the types it serves to which the effect applies; 1 where left "
        + "out.", .optional),
  ]

  private static let quality: [Key] = [
    Key(
      "mean", .number(rate, \.program.qualityOrNone.mean),
      "Expected change of the quality score, as a fraction: 0.02 is two points more.", .required),
    Key(
      "standardDeviation",
      .number(AssumptionKeys.spread, \.program.qualityOrNone.standardDeviation),
      "Standard deviation of that change, as a fraction; 0 where left out.", .optional),
  ]

  private static let fees: [Key] = [
    Key(
      "perBeneficiary", .byYear(Bounds(0...1e5, .dollars), \.program.feesOrNone.amounts),
      "Fees of a year for each beneficiary billed, in dollars, coinsurance included, net of services "
        + "they take the place of; one number or five.", .required),
    Key(
      "share", .number(AssumptionKeys.fraction, \.program.feesOrNone.share),
      "Share of the assigned beneficiaries of the types it serves who are billed at full ramp, as a "
        + "fraction.", .required),
    Key(
      "standardDeviation",
      .number(AssumptionKeys.spread, \.program.feesOrNone.standardDeviation),
      "Standard deviation of that share, as a fraction; 0 where left out.", .optional),
    Key(
      "medicareShare", .number(AssumptionKeys.fraction, \.program.feesOrNone.medicareShare),
      "The part of the fee that Medicare pays, as a fraction: 0.8 where the beneficiary owes a fifth, "
        + "1 where nothing.", .required),
  ]
}

/// Where the reader puts the parts of a program.
extension Scenario {
  /// The program being read: the last of the list.
  var program: Program {
    get { programs.last ?? .blank }
    set {
      guard !programs.isEmpty else { return }
      programs[programs.count - 1] = newValue
    }
  }

  /// The measure being read: the last of that program.
  var programMeasure: Program.MeasureEffect {
    get { program.measures.last ?? .init(name: "", change: .none) }
    set {
      guard !program.measures.isEmpty else { return }
      program.measures[program.measures.count - 1] = newValue
    }
  }
}

extension Program {
  var titleText: String {
    get { title ?? "" }
    set { title = newValue }
  }

  var ofWord: String {
    get { of?.rawValue ?? "" }
    set { of = EnrollmentType(rawValue: newValue) }
  }

  var costAmounts: [Double] {
    get { cost.map(\.amount) }
    set { cost = newValue.map { Dollars($0) } }
  }

  var perBeneficiaryAmounts: [Double] {
    get { costPerBeneficiary.map(\.amount) }
    set { costPerBeneficiary = newValue.map { Dollars($0) } }
  }

  var qualityOrNone: Effect {
    get { quality ?? .none }
    set { quality = newValue }
  }

  var feesOrNone: Fees {
    get { fees ?? Fees(perBeneficiary: [], share: 0, medicareShare: 0) }
    set { fees = newValue }
  }
}

extension Program.Fees {
  var amounts: [Double] {
    get { perBeneficiary.map(\.amount) }
    set { perBeneficiary = newValue.map { Dollars($0) } }
  }
}
