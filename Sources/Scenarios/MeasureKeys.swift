import Regulation

/// The keys of one quality measure.
enum MeasureKeys {
  static let rate = Bounds(0...1, .fraction)
  private static let inside = Bounds(0...1, .fraction).above().below()
  private static let collections = MeasureBenchmark.Collection.allCases.map(\.rawValue)

  static let all: [Key] = [
    Key(
      "name", .text(\.measure.benchmark.name),
      "Quality identifier and name, such as 236 Controlling High Blood Pressure.", .required),
    Key(
      "collection", .word(collections, \.measure.collectionWord),
      "How it is collected; CAHPS counts as one measure.", .required,
      cite: Paragraph.reportingIncentive.rawValue),
    Key(
      "outcome", .flag(\.measure.benchmark.isOutcome),
      "Whether it is an outcome measure of the measure set.", .required,
      cite: Paragraph.alternativeStandard.rawValue),
    Key(
      "lowerIsBetter", .flag(\.measure.benchmark.lowerIsBetter),
      "Whether a lower rate is better; false where left out.", .optional),
    Key(
      "denominator", .whole(1...10_000_000, \.measure.denominator),
      "Patients it is reported on.", .required, cite: Paragraph.measureCases.rawValue),
    Key(
      "growsWithSize", .flag(\.measure.growsWithSize),
      "Whether the denominator moves with the ACO's assigned beneficiaries; false where left out.",
      .optional),
    Key(
      "rate", .number(inside, \.measure.rate), "The current true rate, as a fraction.", .required),
    Key(
      "standardError", .number(AssumptionKeys.spread, \.measure.standardError),
      "Uncertainty of that rate, as a fraction; 0 where left out.", .optional),
    Key(
      "standardDeviation", .number(AssumptionKeys.spread, \.measure.standardDeviation),
      "Of the true rate across years about its plan, beside the luck of the patients counted, as a "
        + "fraction.", .required),
    Key(
      "deciles", .deciles,
      "Rates at which deciles begin, worst first: ten, or nine from the second on; equal where a "
        + "decile is empty.", .required, cite: Paragraph.measurePoints.rawValue),
    Key(
      "plan", .five(inside, \.measure.plan),
      "True rate expected in each performance year, five; the current one where left out.",
      .optional),
    Key(
      "target", .number(inside, \.measure.targetRate),
      "The rate aimed for, in place of a plan, as a fraction.", .optional),
    Key(
      "gapClosed", .five(rate, \.measure.gapClosed),
      "Share of the gap between rate and target closed by each performance year, five fractions.",
      .optional),
    Key(
      "weight", .number(Bounds(0...100, .multiple).above(), \.measure.benchmark.weight),
      "Its part of the score relative to the other measures; 1 where left out.", .optional),
    Reader.sourceKey,
  ]
}

/// Where the reader puts the parts of a measure.
extension Scenario {
  /// The measure being read: the last of the list.
  var measure: QualityMeasure {
    get { assumptions.quality.measures.last ?? .blank }
    set {
      guard !assumptions.quality.measures.isEmpty else { return }
      assumptions.quality.measures[assumptions.quality.measures.count - 1] = newValue
    }
  }
}

extension QualityMeasure {
  var collectionWord: String {
    get { benchmark.collection.rawValue }
    set {
      benchmark.collection = MeasureBenchmark.Collection(rawValue: newValue) ?? benchmark.collection
    }
  }

  var targetRate: Double {
    get { target ?? 0 }
    set { target = newValue }
  }

  var deciles: [Double] {
    get { benchmark.deciles.map(\.fraction) }
    set { benchmark.deciles = newValue.map { Rate($0) } }
  }
}
