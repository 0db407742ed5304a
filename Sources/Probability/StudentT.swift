import CGSL

/// Student's t, scaled to variance 1: heavier tails than the normal of the same spread.
public struct StudentT: Hashable, Sendable {
  /// Above 2, so that there is a variance; may be fractional.
  public let degreesOfFreedom: Double
  /// A standard variate over one of variance 1.
  private let stretch, logNormalizer: Double

  public init(degreesOfFreedom nu: Double) {
    degreesOfFreedom = nu
    stretch = (nu / (nu - 2)).squareRoot()
    logNormalizer =
      gsl_sf_lngamma((nu + 1) / 2) - gsl_sf_lngamma(nu / 2)
      - 0.5 * logarithm((nu - 2) * Double.pi)
  }

  public func logDensity(_ x: Double) -> Double {
    logNormalizer - (degreesOfFreedom + 1) / 2 * logarithm(1 + x * x / (degreesOfFreedom - 2))
  }

  public func probability(below x: Double) -> Double {
    gsl_cdf_tdist_P(x * stretch, degreesOfFreedom)
  }

  /// The value with probability `p` below it; `p` in (0, 1).
  public func quantile(_ p: Double) -> Double {
    gsl_cdf_tdist_Pinv(p, degreesOfFreedom) / stretch
  }
}

/// The logarithm of the beta function; both arguments above zero.
public func logBeta(_ a: Double, _ b: Double) -> Double { gsl_sf_lnbeta(a, b) }
