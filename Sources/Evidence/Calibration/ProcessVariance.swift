/// A variance that follows from the process of the savings rate within an agreement: a multiple of
/// the autoregressive variance A + K/N, a function of persistence, and a number of years' transitory
/// variance T + k'/N.
struct ProcessVariance: Sendable {
  var name: String
  /// Of what, for the estimator's sentence.
  var what: String
  var multiple: @Sendable (_ persistence: Double) -> Double
  var transitory: Double

  static let all = [
    ProcessVariance(
      name: "oneYearAhead", what: "the savings rate a year after its position is known",
      multiple: { 1 - $0 * $0 }, transitory: 1),
    ProcessVariance(
      name: "twoYearsAhead", what: "the savings rate two years after its position is known",
      multiple: { 1 - $0 * $0 * $0 * $0 }, transitory: 1),
    ProcessVariance(
      name: "fiveYearSum", what: "the sum of five years' savings rates, over ACOs",
      multiple: sumOverACOs, transitory: 5),
    ProcessVariance(
      name: "fiveYearSumAhead",
      what: "the sum of five years' savings rates, the position before them known",
      multiple: sumAhead, transitory: 5),
  ]

  /// Five years' correlations with each other, added: 5 + 8φ + 6φ² + 4φ³ + 2φ⁴.
  private static func sumOverACOs(_ kept: Double) -> Double {
    5 + kept * (8 + kept * (6 + kept * (4 + kept * 2)))
  }

  /// The innovation of each year counts in it and, less and less, in the years after.
  private static func sumAhead(_ kept: Double) -> Double {
    var (part, counted, squares) = (1.0, 0.0, 0.0)
    for _ in 0..<5 {
      counted += part
      squares += counted * counted
      part *= kept
    }
    return (1 - kept * kept) * squares
  }

  /// Of a fit's parameters A, K, φ, T, k': the constant's value and gradient, or the part by size.
  func value(_ point: [Double], bySize: Bool) -> (value: Double, gradient: [Double]) {
    let (stays, passes) = bySize ? (1, 4) : (0, 3)
    let (kept, step) = (point[2], 1e-5)
    let times = multiple(kept)
    var gradient = [Double](repeating: 0, count: point.count)
    gradient[stays] = times
    gradient[2] = point[stays] * (multiple(kept + step) - multiple(kept - step)) / (2 * step)
    gradient[passes] = transitory
    return (times * point[stays] + transitory * point[passes], gradient)
  }
}
