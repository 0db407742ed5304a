/// Sums over observations of two figures and their products: what means, variances, correlations
/// and slopes are made of. Taking observations away is subtraction.
struct CrossMoments: Hashable, Sendable {
  var count = 0.0
  var x = 0.0
  var y = 0.0
  var xx = 0.0
  var xy = 0.0
  var yy = 0.0

  init() {}

  init(x: Double, y: Double) {
    count = 1
    self.x = x
    self.y = y
    xx = x * x
    xy = x * y
    yy = y * y
  }

  static func += (a: inout Self, b: Self) { a.add(b, times: 1) }
  static func -= (a: inout Self, b: Self) { a.add(b, times: -1) }

  private mutating func add(_ other: Self, times sign: Double) {
    count += sign * other.count
    x += sign * other.x
    y += sign * other.y
    xx += sign * other.xx
    xy += sign * other.xy
    yy += sign * other.yy
  }
}

/// Moments about the mean of each cell, added over cells.
struct PooledMoments: Hashable, Sendable {
  /// Observations less cells.
  private(set) var degreesOfFreedom = 0.0
  private(set) var xx = 0.0
  private(set) var xy = 0.0
  private(set) var yy = 0.0

  /// Cells with a single observation tell nothing about spread, and are left out.
  init(_ cells: [CrossMoments]) {
    for cell in cells where cell.count > 1 {
      degreesOfFreedom += cell.count - 1
      xx += cell.xx - cell.x * cell.x / cell.count
      xy += cell.xy - cell.x * cell.y / cell.count
      yy += cell.yy - cell.y * cell.y / cell.count
    }
  }

  var variance: Double { xx / degreesOfFreedom }
  var standardDeviation: Double { variance.squareRoot() }
  var covariance: Double { xy / degreesOfFreedom }
  var correlation: Double { xy / (xx * yy).squareRoot() }
  /// Of y on x.
  var slope: Double { xy / xx }
}
