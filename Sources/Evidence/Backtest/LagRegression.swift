import Probability

/// A later savings rate regressed on an earlier one, with residual variance a + b/N.
public struct LagRegression: Hashable, Sendable {
  public var intercept, slope: Double
  /// Of the residual variance, fractions squared and times beneficiaries; a + b/N is held at
  /// `least` or more.
  public var constant, bySize: Double

  /// A tenth of a point, squared: no forecast is surer.
  static let least = 1e-6

  /// By normal maximum likelihood; `nil` where fewer than three pairs or no peak.
  public init?(_ pairs: [ACOPair]) {
    guard pairs.count > 2 else { return nil }
    var rows = CrossMoments()
    for pair in pairs {
      rows += CrossMoments(x: pair.earlier.savingsRate, y: pair.later.savingsRate)
    }
    let pooled = PooledMoments([rows])
    guard pooled.xx > 0 else { return nil }
    let residual = max((pooled.yy - pooled.slope * pooled.xy) / rows.count, Self.least)
    let size = pairs.reduce(0) { $0 + 1 / $1.earlier.assignedBeneficiaries } / rows.count
    let start = [
      (rows.y - pooled.slope * rows.x) / rows.count, pooled.slope, residual / 2,
      residual / 2 / size,
    ]
    let found = Minimum(
      from: start, steps: [0.01, 0.1, residual / 4, residual / 4 / size], precision: 1e-6
    ) { point in
      guard point[2] >= 0, point[3] >= 0 else { return .infinity }
      return pairs.reduce(0) { sum, pair in
        let variance = max(Self.least, point[2] + point[3] / pair.earlier.assignedBeneficiaries)
        let away = pair.later.savingsRate - point[0] - point[1] * pair.earlier.savingsRate
        return sum + 0.5 * (logarithm(variance) + away * away / variance)
      }
    }
    intercept = found.point[0]
    slope = found.point[1]
    constant = found.point[2]
    bySize = found.point[3]
  }

  public func mean(_ known: Double) -> Double { intercept + slope * known }

  public func standardDeviation(_ assigned: Double) -> Double {
    max(Self.least, constant + bySize / assigned).squareRoot()
  }
}
