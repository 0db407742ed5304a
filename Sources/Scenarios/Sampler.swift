/// How random numbers take their distributions.
public enum Sampler: String, CaseIterable, Hashable, Sendable {
  /// Each a quantile of numbers at fixed places: no draw shifts another, and many are made at once.
  case quantiles
  /// GSL's own samplers, one number after another: the plain reference that the quantiles are held
  /// against.
  case gsl
}
