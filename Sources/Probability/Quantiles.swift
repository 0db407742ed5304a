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

/// The gamma variate of scale one with as much probability below it as a standard normal has below `score`.
///
/// Newton's method on the logarithm, with GSL's distribution function and density, from Wilson &
/// Hilferty's cube; GSL's own inverse finds nothing for many shapes above 1,000 and below 0.3.
///
/// - Parameter shape: Above zero.
func gammaQuantile(score: Double, shape: Double) -> Double {
  let isBelow = score < 0
  let wanted = isBelow ? gsl_cdf_ugaussian_P(score) : gsl_cdf_ugaussian_Q(score)
  let cube = max(0.05, 1 - 1 / (9 * shape) + score / (3 * shape.squareRoot()))
  var at = logarithm(shape * (cube * cube * cube))
  for _ in 0..<60 {
    let x = exponential(at)
    let found = isBelow ? gsl_cdf_gamma_P(x, shape, 1) : gsl_cdf_gamma_Q(x, shape, 1)
    guard found > 0 else { return x }
    // On the logarithm of the tail, which is nearly straight far out.
    let slope = gsl_ran_gamma_pdf(x, shape, 1) * x / found
    let step = logarithm(found / wanted) / slope * (isBelow ? -1 : 1)
    at += min(max(step, -20), 2)
    if abs(step) < 1e-10 { break }
  }
  return exponential(at)
}
