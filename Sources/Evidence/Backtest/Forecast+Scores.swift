import Probability

extension Forecast {
  /// Continuous ranked probability score of what came: ∫ (F(z) − 1{z ≥ x})² dz, in the figure's
  /// unit; less is better, and the absolute error for a forecast of one value.
  ///
  /// Exact for the normal law (Gneiting & Raftery 2007) and for Student's t (Jordan, Krüger &
  /// Lerch 2019); for a sample E|X − x| − ½ E|X − X′| with X ≠ X′ (the fair estimate, which does
  /// not favour large samples).
  public func crps(_ x: Double) -> Double {
    switch self {
    case .normal(let mean, let deviation):
      let z = (x - mean) / deviation
      let inside = z * (2 * normalProbability(below: z) - 1) + 2 * normalDensity(z)
      return deviation * (inside - 1 / Double.pi.squareRoot())
    case .studentT(let mean, let deviation, let freedom):
      return Self.studentCRPS(x, mean, deviation, freedom)
    case .sample(let values): return Self.sampleCRPS(x, values)
    }
  }

  private static func studentCRPS(
    _ x: Double, _ mean: Double, _ deviation: Double, _ freedom: Double
  ) -> Double {
    let law = StudentT(degreesOfFreedom: freedom)
    let scale = deviation * ((freedom - 2) / freedom).squareRoot()
    let z = (x - mean) / scale
    let unit = z * ((freedom - 2) / freedom).squareRoot()
    // The density of the standard variate, not of the one scaled to variance 1.
    let density = exponential(law.logDensity(unit)) * ((freedom - 2) / freedom).squareRoot()
    let beta =
      2 * freedom.squareRoot() / (freedom - 1)
      * exponential(logBeta(0.5, freedom - 0.5) - 2 * logBeta(0.5, freedom / 2))
    return scale
      * (z * (2 * law.probability(below: unit) - 1)
        + 2 * density * (freedom + z * z) / (freedom - 1) - beta)
  }

  private static func sampleCRPS(_ x: Double, _ values: [Double]) -> Double {
    let count = Double(values.count)
    let away = values.reduce(0) { $0 + ($1 - x).magnitude } / count
    guard values.count > 1 else { return away }
    // Over ascending values Σ_{i<j} (x_j − x_i) = Σ_j (2j − n − 1) x_j, j from 1.
    let spread = values.enumerated().reduce(0.0) { sum, item in
      sum + (2 * Double(item.offset + 1) - count - 1) * item.element
    }
    return away - spread / (count * (count - 1))
  }

  /// Minus the logarithm of the density at what came, less is better; of a sample, with a normal
  /// kernel of Silverman's width, 1.06 s n^(−1/5).
  public func logScore(_ x: Double) -> Double {
    switch self {
    case .normal(let mean, let deviation):
      let z = (x - mean) / deviation
      return 0.5 * z * z + logarithm(deviation) + 0.5 * logarithm(2 * Double.pi)
    case .studentT(let mean, let deviation, let freedom):
      return logarithm(deviation)
        - StudentT(degreesOfFreedom: freedom).logDensity((x - mean) / deviation)
    case .sample(let values): return Self.kernelLogScore(x, values)
    }
  }

  private static func kernelLogScore(_ x: Double, _ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = values.count > 1 ? (squares / (count - 1)).squareRoot() : 0
    guard deviation > 0 else { return x == mean ? -.infinity : .infinity }
    let width = 1.06 * deviation * exponential(-logarithm(count) / 5)
    // Relative to the nearest kernel, so that far values do not underflow.
    let exponents = values.map { -0.5 * ($0 - x) * ($0 - x) / (width * width) }
    let largest = exponents.max() ?? 0
    let sum = exponents.reduce(0) { $0 + exponential($1 - largest) }
    return -(largest + logarithm(sum / count / width) - 0.5 * logarithm(2 * Double.pi))
  }
}
