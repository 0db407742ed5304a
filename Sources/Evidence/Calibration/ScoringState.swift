import Probability

/// Log-likelihood, its gradient for each ACO, and its expected second derivatives at one point.
struct ScoringState: Sendable {
  private(set) var logLikelihood = 0.0
  private(set) var scores: [[Double]]
  private(set) var information: [Double]

  /// `nil` where a covariance matrix is not positive definite.
  init?(_ groups: [CovarianceFit.Group], at point: [Double], _ model: CovarianceFit.Model) {
    let order = point.count
    let clusters = (groups.map(\.cluster).max() ?? -1) + 1
    scores = [[Double]](repeating: [Double](repeating: 0, count: order), count: clusters)
    information = [Double](repeating: 0, count: order * order)
    var covariance: [Double] = []
    var derivatives = [[Double]](repeating: [], count: order)
    for group in groups {
      let size = group.residuals.count * group.residuals.count
      covariance.setZeros(size)
      for place in 0..<order { derivatives[place].setZeros(size) }
      model(group, point, &covariance, &derivatives)
      guard add(group, &covariance, derivatives) else { return nil }
    }
  }

  /// Information⁻¹ · gradient.
  var step: [Double]? {
    let order = scores.first?.count ?? 0
    guard let inverse = inverse(ofPositiveDefinite: information, order: order) else { return nil }
    var gradient = [Double](repeating: 0, count: order)
    for score in scores { for place in 0..<order { gradient[place] += score[place] } }
    return (0..<order).map { row in
      (0..<order).reduce(0) { $0 + inverse[row * order + $1] * gradient[$1] }
    }
  }

  private mutating func add(
    _ group: CovarianceFit.Group, _ covariance: inout [Double], _ derivatives: [[Double]]
  ) -> Bool {
    let n = group.residuals.count
    let order = derivatives.count
    guard let logDeterminant = covariance.invertSymmetric(order: n) else { return false }
    let weighted = covariance.times(vector: group.residuals)
    logLikelihood -=
      0.5 * (logDeterminant + zip(weighted, group.residuals).reduce(0) { $0 + $1.0 * $1.1 })
    let products = derivatives.map { covariance.times(matrix: $0, order: n) }
    for j in 0..<order {
      let derived = derivatives[j].times(vector: weighted)
      var score = -products[j].trace(order: n)
      for place in 0..<n { score += weighted[place] * derived[place] }
      scores[group.cluster][j] += 0.5 * score
      for k in 0...j {
        let part = 0.5 * products[j].traceOfProduct(products[k], order: n)
        information[j * order + k] += part
        if j != k { information[k * order + j] += part }
      }
    }
    return true
  }
}

/// Small square matrices, row by row.
extension [Double] {
  fileprivate mutating func setZeros(_ size: Int) {
    if count == size {
      for place in indices { self[place] = 0 }
    } else {
      self = [Double](repeating: 0, count: size)
    }
  }

  /// Replaces a symmetric positive definite matrix by its inverse (Gauss and Jordan, in place) and
  /// returns the logarithm of its determinant; `nil` where it is not positive definite.
  fileprivate mutating func invertSymmetric(order n: Int) -> Double? {
    var logDeterminant = 0.0
    for pivot in 0..<n {
      let value = self[pivot * n + pivot]
      guard value > 0, value.isFinite else { return nil }
      logDeterminant += logarithm(value)
      self[pivot * n + pivot] = 1
      for column in 0..<n { self[pivot * n + column] /= value }
      for row in 0..<n where row != pivot {
        let factor = self[row * n + pivot]
        self[row * n + pivot] = 0
        for column in 0..<n { self[row * n + column] -= factor * self[pivot * n + column] }
      }
    }
    return logDeterminant
  }

  fileprivate func times(vector: [Double]) -> [Double] {
    let n = vector.count
    return (0..<n).map { row in
      var sum = 0.0
      for column in 0..<n { sum += self[row * n + column] * vector[column] }
      return sum
    }
  }

  fileprivate func times(matrix: [Double], order n: Int) -> [Double] {
    var product = [Double](repeating: 0, count: n * n)
    for row in 0..<n {
      for inner in 0..<n {
        let factor = self[row * n + inner]
        for column in 0..<n { product[row * n + column] += factor * matrix[inner * n + column] }
      }
    }
    return product
  }

  fileprivate func trace(order n: Int) -> Double {
    (0..<n).reduce(0) { $0 + self[$1 * n + $1] }
  }

  fileprivate func traceOfProduct(_ other: [Double], order n: Int) -> Double {
    var sum = 0.0
    for row in 0..<n {
      for column in 0..<n { sum += self[row * n + column] * other[column * n + row] }
    }
    return sum
  }
}
