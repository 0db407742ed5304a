/// How far the errors of two estimates of one fit go together.
public struct ErrorCorrelation: Hashable, Sendable {
  /// Names of the two constants.
  public var first, second: String
  /// In [-1, 1].
  public var value: Double
}

extension Sandwich {
  /// Of the errors of two estimates with these gradients; 0 where one has no error.
  func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let (first, second) = (standardError(gradient: a), standardError(gradient: b))
    guard first > 0, second > 0 else { return 0 }
    var shared = 0.0
    for row in 0..<order {
      for column in 0..<order { shared += a[row] * covariance[row * order + column] * b[column] }
    }
    return min(max(shared / (first * second), -1), 1)
  }

  /// Of the errors of two of the parameters themselves.
  func correlation(_ a: Int, _ b: Int) -> Double { correlation(unit(a), unit(b)) }

  private func unit(_ place: Int) -> [Double] { (0..<order).map { $0 == place ? 1 : 0 } }
}
