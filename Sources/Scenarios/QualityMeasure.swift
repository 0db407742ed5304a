import Regulation

/// One quality measure of an ACO: how it is scored, how many patients it covers, where its true
/// rate stands and where it is meant to go. All rates are fractions, of what the measure counts.
public struct QualityMeasure: Hashable, Sendable {
  public var benchmark: MeasureBenchmark
  /// Patients the measure is reported on, in the base year.
  public var denominator: Int
  /// Whether the denominator grows and shrinks with the ACO's assigned beneficiaries.
  public var growsWithSize: Bool
  /// The current true rate, above 0 and below 1.
  public var rate: Double
  /// Uncertainty of that rate, drawn once per trial.
  public var standardError: Double
  /// Of the true rate across years about its plan, beside the luck of the patients counted.
  public var standardDeviation: Double
  /// The gap-closure plan: the true rate expected in each performance year, five.
  public var plan: [Double]
  /// The rate aimed for and the share of the gap to it closed by each year, where the file plans
  /// so; `plan` follows from them.
  var target: Double?
  var gapClosed: [Double] = []

  public init(
    benchmark: MeasureBenchmark, denominator: Int, growsWithSize: Bool = false, rate: Double,
    standardError: Double = 0, standardDeviation: Double = 0, plan: [Double]
  ) {
    self.benchmark = benchmark
    self.denominator = denominator
    self.growsWithSize = growsWithSize
    self.rate = rate
    self.standardError = standardError
    self.standardDeviation = standardDeviation
    self.plan = plan
  }

  /// Before any key is read.
  static let blank = QualityMeasure(
    benchmark: MeasureBenchmark(
      name: "", collection: .eCQM, isOutcome: false, lowerIsBetter: false, deciles: []),
    denominator: 0, rate: 0, plan: [])

  /// Nine deciles begin with the second: the first then begins at the worst rate there is. Without
  /// a plan the rate stays; with a target, the share of the gap is closed.
  mutating func complete() {
    if benchmark.deciles.count == 9 {
      benchmark.deciles.insert(benchmark.lowerIsBetter ? .one : .zero, at: 0)
    }
    if let target {
      plan = gapClosed.map { rate + $0 * (target - rate) }
    } else if plan.isEmpty {
      plan = Array(repeating: rate, count: 5)
    }
  }
}
