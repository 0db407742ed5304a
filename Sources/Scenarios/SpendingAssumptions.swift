import Regulation

/// National per-capita expenditure growth. Subject: the nation.
public struct NationalGrowth: Hashable, Sendable {
  /// Mean growth a year by type, five years each, as a fraction: 0.048 is 4.8 percent.
  public var mean: ByEnrollmentType<[Double]>
  /// Of the common shock in one year.
  public var standardDeviation: Double
  /// First-order autocorrelation of the common shock, in [0, 1).
  public var autocorrelation: Double
  /// Of each type's own small yearly shock.
  public var typeStandardDeviation: Double
  public var meanStandardError: Double

  public init(
    mean: ByEnrollmentType<[Double]>, standardDeviation: Double, autocorrelation: Double,
    typeStandardDeviation: Double, meanStandardError: Double
  ) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.autocorrelation = autocorrelation
    self.typeStandardDeviation = typeStandardDeviation
    self.meanStandardError = meanStandardError
  }
}

/// The Accountable Care Prospective Trend, fixed at signing: growth a year, five years each.
public struct ProspectiveTrend: Hashable, Sendable {
  public var growth: ByEnrollmentType<[Double]>

  public init(growth: ByEnrollmentType<[Double]>) {
    self.growth = growth
  }
}

/// The region's cumulative growth relative to the nation's, mean reverting. Subject: the region.
public struct RegionalDeviation: Hashable, Sendable {
  /// Of one year's innovation.
  public var standardDeviation: Double
  /// The part of last year's deviation that remains, in [0, 1).
  public var persistence: Double
  /// Growth a year beyond the nation's that is expected, as a change of the natural logarithm.
  public var drift = 0.0

  public init(standardDeviation: Double, persistence: Double) {
    self.standardDeviation = standardDeviation
    self.persistence = persistence
  }
}

/// The ACO's expenditure relative to what its region would have spent on the same people.
public struct ExpenditureEffect: Hashable, Sendable {
  /// Planned cumulative effect by year: -0.01 is one percent below the base year's position.
  public var plan: [Double]
  /// Expected beside the plan, in every year alike: 0.01 is spending one percent higher than
  /// planned. The plan's uncertainty does not touch it.
  public var besidePlan = 0.0
  /// Uncertainty of the plan as a whole: the fraction achieved has mean 1 and this spread.
  public var planStandardDeviation: Double
  /// Of the yearly persistent shock, whatever the size, as a fraction; its variance has a part by
  /// size beside it, `persistentScale`²/N, with N the base year's assigned beneficiaries: the spread
  /// belongs to the network that signs, and is fitted to what came after a size that was known.
  public var persistentStandardDeviation: Double
  public var persistentScale: Double
  /// The part of the accumulated persistent shock that remains after a year, in [0, 1].
  public var persistence: Double
  /// Of the transitory shock of one year, in two parts alike.
  public var transitoryStandardDeviation: Double
  public var transitoryScale: Double
  /// Of the effect's Student-t law, above 2; one χ² for a whole history, since an ACO that moves much
  /// in one year does so in the next.
  public var degreesOfFreedom: Double
  public var standardErrors = StandardErrors()

  public init(
    plan: [Double], planStandardDeviation: Double, persistentStandardDeviation: Double,
    persistentScale: Double = 0, persistence: Double, transitoryStandardDeviation: Double,
    transitoryScale: Double = 0, degreesOfFreedom: Double
  ) {
    self.plan = plan
    self.planStandardDeviation = planStandardDeviation
    self.persistentStandardDeviation = persistentStandardDeviation
    self.persistentScale = persistentScale
    self.persistence = persistence
    self.transitoryStandardDeviation = transitoryStandardDeviation
    self.transitoryScale = transitoryScale
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// Luck of the claims: the per-capita mean of finitely many truncated claims.
public struct ClaimsNoise: Hashable, Sendable {
  public enum Law: String, CaseIterable, Hashable, Sendable {
    case gamma, normal, none
  }
  public var law: Law
  /// Standard deviation of the savings rate is `scale`/√(assigned beneficiaries).
  public var scale: Double
  /// Relative sizes of one beneficiary's coefficient of variation; scaled once so that the whole
  /// population's noise is `scale`.
  public var relativeSize: ByEnrollmentType<Double>
  /// Correlation of consecutive years through the beneficiaries who stay, in [0, 1).
  public var correlation: Double
  public var standardErrors = StandardErrors()

  public init(
    law: Law, scale: Double, relativeSize: ByEnrollmentType<Double>, correlation: Double
  ) {
    self.law = law
    self.scale = scale
    self.relativeSize = relativeSize
    self.correlation = correlation
  }
}

/// Luck of the benchmark years, fixed for the whole agreement.
public struct HistoricalBenchmarkNoise: Hashable, Sendable {
  public var drawn: Bool
  /// The weight of the regional adjustment in force, which damps the noise by one minus itself.
  public var regionalWeight: Double

  public init(drawn: Bool, regionalWeight: Double) {
    self.drawn = drawn
    self.regionalWeight = regionalWeight
  }
}
