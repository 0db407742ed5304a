import Probability

/// One beneficiary's risk score in a year over what is expected of the risk level: 256 equally
/// likely values of a lognormal, mean one. As with spending, the table is the law.
struct RiskLaw {
  static let parts = 256
  let scores: [Double]

  /// - Parameter variation: Coefficient of variation; zero for scores that are as expected.
  init(variation: Double) {
    let normals = (0..<Self.parts).map {
      normalQuantile((Double($0) + 0.5) / Double(Self.parts))
    }
    var (low, high) = (0.0, 6.0)
    for _ in 0..<50 {
      let spread = (low + high) / 2
      if Self.variation(of: Self.table(normals, spread)) < variation {
        low = spread
      } else {
        high = spread
      }
    }
    scores = variation > 0 ? Self.table(normals, high) : normals.map { _ in 1 }
  }

  private static func table(_ normals: [Double], _ spread: Double) -> [Double] {
    let values = normals.map { exponential(spread * $0) }
    let mean = values.reduce(0, +) / Double(parts)
    return values.map { $0 / mean }
  }

  static func variation(of scores: [Double]) -> Double {
    (scores.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(parts)).squareRoot()
  }
}
