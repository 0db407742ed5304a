import CGSL

/// The standard normal density.
public func normalDensity(_ x: Double) -> Double { gsl_ran_ugaussian_pdf(x) }

/// The standard normal probability below `x`.
public func normalProbability(below x: Double) -> Double { gsl_cdf_ugaussian_P(x) }

/// The standard normal value with probability `p` below it; `p` in (0, 1).
public func normalQuantile(_ p: Double) -> Double { gsl_cdf_ugaussian_Pinv(p) }

/// The probability that a gamma variate of this shape and scale is at most `x`.
public func gammaProbability(below x: Double, shape: Double, scale: Double) -> Double {
  gsl_cdf_gamma_P(x, shape, scale)
}
