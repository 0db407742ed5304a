import Regulation

/// What an ACO has published of itself: the savings rates of past performance years.
public struct Record: Hashable, Sendable {
  /// Ascending by year, each year once; at least one.
  public var years: [Year]
  /// Whether the agreement simulated goes on under the last year's benchmark. Where it does not,
  /// it is a new one, re-based.
  public var continues: Bool

  public init(years: [Year], continues: Bool) {
    self.years = years
    self.continues = continues
  }

  /// One performance year.
  public struct Year: Hashable, Sendable {
    public var year: Int
    /// (Benchmark − expenditure)/benchmark, a fraction.
    public var savingsRate: Double
    public var assignedBeneficiaries: Double
    /// Whether an agreement, and so a benchmark, began with this year; of the first year listed
    /// it does not matter.
    public var newBenchmark: Bool

    public init(
      year: Int, savingsRate: Double, assignedBeneficiaries: Double, newBenchmark: Bool
    ) {
      self.year = year
      self.savingsRate = savingsRate
      self.assignedBeneficiaries = assignedBeneficiaries
      self.newBenchmark = newBenchmark
    }
  }
}

/// Where ACOs stand before anything is known of the one simulated, and how a position lasts: the
/// prior that a `Record` is weighed against. Of no effect without a record.
///
/// A savings rate is its year's mean over all ACOs, plus an effect of the ACO that reverts to that
/// mean, plus the luck of the benchmark years, plus what passes within the year. All are fractions;
/// of each variance one part is the same at any size and one is scale²/N, N assigned beneficiaries.
/// What moves the effect from the first performance year on is `ExpenditureEffect`.
public struct StartingPosition: Hashable, Sendable {
  /// Mean savings rate over all ACOs in five performance years, the earliest first; a year before
  /// or after them is as the nearest.
  public var means: [Double]
  /// The year of the last of `means`.
  public var latestMean: Int
  /// Expected yearly change of the mean after `latestMean`.
  public var drift: Double
  /// Of a year's change of the mean beside the drift, common to all ACOs.
  public var yearStandardDeviation: Double
  /// Of the mean-reverting effect.
  public var standardDeviation, scale: Double
  /// The part of the effect that remains after a year, in [0, 1).
  public var persistence: Double
  /// The part that remains at a rebasing, beside the year's own `persistence`.
  public var keptAtRebasing: Double
  /// Of the luck of the benchmark years, fixed within an agreement; of `scale`'s kind.
  public var benchmarkScale: Double
  /// Of what passes within the year.
  public var transitoryStandardDeviation, transitoryScale: Double
  public var standardErrors = StandardErrors()

  public init(
    means: [Double], latestMean: Int, drift: Double, yearStandardDeviation: Double,
    standardDeviation: Double, scale: Double, persistence: Double, keptAtRebasing: Double,
    benchmarkScale: Double, transitoryStandardDeviation: Double, transitoryScale: Double
  ) {
    self.means = means
    self.latestMean = latestMean
    self.drift = drift
    self.yearStandardDeviation = yearStandardDeviation
    self.standardDeviation = standardDeviation
    self.scale = scale
    self.persistence = persistence
    self.keptAtRebasing = keptAtRebasing
    self.benchmarkScale = benchmarkScale
    self.transitoryStandardDeviation = transitoryStandardDeviation
    self.transitoryScale = transitoryScale
  }

  /// Before any key is read.
  public static let blank = StartingPosition(
    means: [], latestMean: 0, drift: 0, yearStandardDeviation: 0, standardDeviation: 0, scale: 0,
    persistence: 0, keptAtRebasing: 0, benchmarkScale: 0, transitoryStandardDeviation: 0,
    transitoryScale: 0)

  /// The mean over all ACOs in a year that has been; no drift.
  public func mean(in year: Int) -> Double {
    guard !means.isEmpty else { return 0 }
    return means[min(max(0, means.count - 1 - (latestMean - year)), means.count - 1)]
  }
}
