/// The keys of an ACO's own record, and of the prior it is weighed against.
enum RecordKeys {
  static let all: [Key] = [
    Key(
      "continues", .flag(\.recordContinues),
      "Whether the agreement simulated goes on under the last year's benchmark.", .required),
    Key("years", .recordYears, "Past performance years, oldest first.", .required),
  ]

  /// Of one past year.
  static let year: [Key] = [
    Key("year", .whole(2012...2099, \.recordYear.year), "The performance year.", .required),
    Key(
      "savingsRate", .number(Bounds(-0.9...0.9, .fraction), \.recordYear.savingsRate),
      "(Benchmark - expenditure)/benchmark, as a fraction.", .required),
    Key(
      "assignedBeneficiaries",
      .whole(100...10_000_000, \.recordYear.assignedBeneficiariesCount),
      "Assigned beneficiaries of that year.", .required),
    Key(
      "newBenchmark", .flag(\.recordYear.newBenchmark),
      "Whether an agreement, and so a benchmark, began with this year; false where left out.",
      .optional),
  ]

  static let startingPosition: [Key] = [
    Key(
      "means", .five(rate, \.assumptions.startingPosition.means),
      "Mean savings rate over all ACOs in five performance years, earliest first."),
    Key(
      "latestMean", .whole(2012...2099, \.assumptions.startingPosition.latestMean),
      "The performance year of the last mean."),
    Key(
      "drift", .number(Bounds(-0.05...0.05, .growth), \.assumptions.startingPosition.drift),
      "Expected yearly change of the mean after that year, as a fraction."),
    Key(
      "yearStandardDeviation",
      .number(AssumptionKeys.spread, \.assumptions.startingPosition.yearStandardDeviation),
      "Of a year's change common to all ACOs, as a fraction."),
    Key(
      "standardDeviation",
      .number(AssumptionKeys.spread, \.assumptions.startingPosition.standardDeviation),
      "Of the mean-reverting effect of an ACO, whatever its size, as a fraction."),
    Key(
      "scale", .number(scale, \.assumptions.startingPosition.scale), "Its part by size: \(sized)"),
    Key(
      "persistence",
      .number(AssumptionKeys.remaining, \.assumptions.startingPosition.persistence),
      "Part of the effect that remains after a year, as a fraction."),
    Key(
      "keptAtRebasing",
      .number(AssumptionKeys.fraction, \.assumptions.startingPosition.keptAtRebasing),
      "Part of the effect that a rebasing leaves, as a fraction."),
    Key(
      "benchmarkScale", .number(scale, \.assumptions.startingPosition.benchmarkScale),
      "Of the luck of the benchmark years: \(sized)"),
    Key(
      "transitoryStandardDeviation",
      .number(
        AssumptionKeys.spread, \.assumptions.startingPosition.transitoryStandardDeviation),
      "Of what passes within a year, whatever the size, as a fraction."),
    Key(
      "transitoryScale", .number(scale, \.assumptions.startingPosition.transitoryScale),
      "Its part by size: \(sized)"),
    StandardErrorKeys.startingPosition,
  ]

  private static let rate = Bounds(-0.5...0.5, .fraction)
  static let scale = Bounds(0...20, .multiple)
  static let sized = "standard deviation times √(assigned beneficiaries)."
}

/// Where the reader puts the parts of a record.
extension Scenario {
  var recordContinues: Bool {
    get { record?.continues ?? false }
    set { record = Record(years: record?.years ?? [], continues: newValue) }
  }

  /// The year being read: the last of the record.
  var recordYear: Record.Year {
    get { record?.years.last ?? Record.Year.blank }
    set {
      var years = record?.years ?? []
      if years.isEmpty { years.append(newValue) } else { years[years.count - 1] = newValue }
      record = Record(years: years, continues: record?.continues ?? false)
    }
  }
}

extension Record.Year {
  static let blank = Record.Year(
    year: 0, savingsRate: 0, assignedBeneficiaries: 0, newBenchmark: false)

  var assignedBeneficiariesCount: Int {
    get { Int(assignedBeneficiaries) }
    set { assignedBeneficiaries = Double(newValue) }
  }
}
