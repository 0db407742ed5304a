import CKernels

/// Exponential and logarithm in plain arithmetic, so that the same trial gives the same cents
/// whatever C library, and whatever instructions it picks at run time, a machine has.
///
/// The reductions, and the logarithm's polynomials, are those of Sun Microsystems' freely distributable
/// fdlibm (`e_exp.c`, `e_log.c`, 1993). The exponential's polynomial goes through (exp(r) - 1 - r)/r² at
/// ten Chebyshev points, for a division costs a third of such a loop. The error is below one unit in the
/// last place.
@inlinable public func exponential(_ x: Double) -> Double {
  guard x.magnitude < 700 else { return x.isNaN ? x : x > 0 ? .infinity : 0 }
  // To the nearest whole number, halves to even: as the kernels round many numbers at once.
  let k = (x * 1.44269504088896338700e+00 + 0x1.8p52) - 0x1.8p52
  let high = x - k * 6.93147180369123816490e-01
  let low = k * 1.90821492927058770002e-10
  let r = high - low
  var p = 2.5100377619606372e-08
  p = 2.7620078203806394e-07 + r * p
  p = 2.7557268476553695e-06 + r * p
  p = 2.4801521317484083e-05 + r * p
  p = 1.9841269863042963e-04 + r * p
  p = 1.3888888917199863e-03 + r * p
  p = 8.333333333330063e-03 + r * p
  p = 4.166666666662416e-02 + r * p
  p = 1.6666666666666669e-01 + r * p
  p = 5.000000000000001e-01 + r * p
  let y = 1 + (r + r * r * p)
  return Double(sign: .plus, exponent: Int(k), significand: y)
}

/// The exponential as chance takes it: in single precision, and of the argument's single within 8.1e-8 of
/// itself; held beyond 87 either way.
public func singleExponential(_ x: Double) -> Double { ck_exponential(x) }

/// The natural logarithm of a positive, finite, normal number.
@inlinable public func logarithm(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? -.infinity : .nan }
  guard x.isFinite else { return x }
  var exponent = Double(x.exponent)
  var significand = x.significand
  if significand > 1.41421356237309504880 {
    significand *= 0.5
    exponent += 1
  }
  let f = significand - 1
  let s = f / (2 + f)
  let z = s * s
  let w = z * z
  let odd =
    w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
  let even =
    z
    * (6.666666666666735130e-01
      + w
      * (2.857142874366239149e-01
        + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)))
  let r = even + odd
  let half = 0.5 * f * f
  return exponent * 6.93147180369123816490e-01
    - ((half - (s * (half + r) + exponent * 1.90821492927058770002e-10)) - f)
}
