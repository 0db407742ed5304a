import Regulation

/// At which level of detail histories are written.
public enum Detail: String, CaseIterable, Hashable, Sendable {
  /// The means of each enrollment type: a few hundred random numbers a trial.
  case aggregate
  /// Every assigned beneficiary, year by year: the check on `aggregate`, and the answer for ACOs
  /// too small for its approximations.
  case beneficiaries
}

/// How one beneficiary's spending of a year is distributed: nothing, an ordinary year (lognormal)
/// or a year with an episode (gamma); truncated at the 99th percentile of the type.
///
/// The share of years with an episode is not stated: it follows from the coefficient of variation
/// that `claimsNoise` gives, so that both details have the same claims noise.
public struct BeneficiarySpending: Hashable, Sendable {
  /// Share of beneficiaries who spend nothing in a year.
  public var zeroShare: ByEnrollmentType<Double>
  /// Share of all spending, before truncation, that falls in ordinary years.
  public var ordinaryShare: ByEnrollmentType<Double>
  /// Standard deviation of the natural logarithm of an ordinary year's spending.
  public var ordinarySpread: ByEnrollmentType<Double>
  /// Coefficient of variation of the spending of a year with an episode.
  public var episodeVariation: ByEnrollmentType<Double>

  public init(
    zeroShare: ByEnrollmentType<Double>, ordinaryShare: ByEnrollmentType<Double>,
    ordinarySpread: ByEnrollmentType<Double>, episodeVariation: ByEnrollmentType<Double>
  ) {
    self.zeroShare = zeroShare
    self.ordinaryShare = ordinaryShare
    self.ordinarySpread = ordinarySpread
    self.episodeVariation = episodeVariation
  }

  public static let even = BeneficiarySpending(
    zeroShare: .init(repeating: 0), ordinaryShare: .init(repeating: 0.3),
    ordinarySpread: .init(repeating: 1), episodeVariation: .init(repeating: 0.6))
}

/// How one beneficiary's enrollment type changes, and how often each type dies. All are parts of
/// those who could, in one year.
public struct BeneficiaryTransitions: Hashable, Sendable {
  /// Deaths, which are part of what `retention` leaves out: they tell the types' retention apart.
  public var mortality: ByEnrollmentType<Double>
  /// Of the disabled: those who turn 65.
  public var ageing: Double
  /// Of those: the share dually eligible.
  public var ageingDualShare: Double
  /// Of aged/non-dual: those who become dually eligible.
  public var becomingDual: Double
  /// Of those without end-stage renal disease: onset.
  public var esrdOnset: Double

  public init(
    mortality: ByEnrollmentType<Double>, ageing: Double, ageingDualShare: Double,
    becomingDual: Double, esrdOnset: Double
  ) {
    self.mortality = mortality
    self.ageing = ageing
    self.ageingDualShare = ageingDualShare
    self.becomingDual = becomingDual
    self.esrdOnset = esrdOnset
  }

  /// Nobody changes type, and all types die alike.
  public static let none = BeneficiaryTransitions(
    mortality: .init(repeating: 0), ageing: 0, ageingDualShare: 0, becomingDual: 0, esrdOnset: 0)
}
