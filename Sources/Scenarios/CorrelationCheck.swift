/// Whether a symmetric matrix with ones on its diagonal is a correlation matrix, and how far it is
/// from one.
struct CorrelationCheck {
  /// Row of the first pivot of the Cholesky factor that is not positive, from 0; `nil` if none.
  let failingRow: Int?
  let smallestEigenvalue: Double
  /// The largest λ ≤ 1, rounded down to four decimals, with which λR + (1 - λ)I is accepted.
  let largestShare: Double

  init(_ matrix: CorrelationMatrix) {
    failingRow = Self.failingRow(matrix)
    smallestEigenvalue = Self.eigenvalues(matrix).min() ?? 1
    var steps = failingRow == nil ? 10_000 : Int(10_000 / (1 - smallestEigenvalue))
    while steps > 0, Self.failingRow(Self.shrunk(matrix, by: Double(steps) / 10_000)) != nil {
      steps -= 1
    }
    largestShare = Double(steps) / 10_000
  }

  static func shrunk(_ matrix: CorrelationMatrix, by share: Double) -> CorrelationMatrix {
    let size = CorrelationMatrix.order.count
    return CorrelationMatrix(
      values: matrix.values.enumerated().map { index, value in
        index / size == index % size ? value * share + (1 - share) : value * share
      })
  }

  /// A pivot as small as rounding leaves counts as none.
  private static let smallestPivot = 1e-10

  private static func failingRow(_ matrix: CorrelationMatrix) -> Int? {
    let size = CorrelationMatrix.order.count
    var factor = [[Double]](repeating: Array(repeating: 0, count: size), count: size)
    for row in 0..<size {
      for column in 0...row {
        let inner = zip(factor[row], factor[column]).prefix(column).reduce(0) { $0 + $1.0 * $1.1 }
        let rest = matrix[row, column] - inner
        if row == column {
          guard rest > smallestPivot else { return row }
          factor[row][row] = rest.squareRoot()
        } else {
          factor[row][column] = rest / factor[column][column]
        }
      }
    }
    return nil
  }

  /// By cyclic Jacobi rotations: each sets one off-diagonal element to zero.
  private static func eigenvalues(_ matrix: CorrelationMatrix) -> [Double] {
    let size = CorrelationMatrix.order.count
    var a = (0..<size).map { row in (0..<size).map { matrix[row, $0] } }
    for _ in 0..<50 {
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) where abs(a[p][q]) > 1e-15 { rotate(&a, p, q) }
      }
    }
    return (0..<size).map { a[$0][$0] }
  }

  private static func rotate(_ a: inout [[Double]], _ p: Int, _ q: Int) {
    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let tangent = (theta < 0 ? -1.0 : 1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in a.indices {
      (a[k][p], a[k][q]) = (cosine * a[k][p] - sine * a[k][q], sine * a[k][p] + cosine * a[k][q])
    }
    for k in a.indices {
      (a[p][k], a[q][k]) = (cosine * a[p][k] - sine * a[q][k], sine * a[p][k] + cosine * a[q][k])
    }
  }
}

extension Reader {
  private static let correlationPlace = "assumptions.correlation"

  mutating func checkCorrelation() {
    guard isSound(Self.correlationPlace) else { return }
    let matrix = scenario.assumptions.correlation
    guard checkDiagonal(matrix), checkSymmetry(matrix) else { return }
    let check = CorrelationCheck(matrix)
    guard let row = check.failingRow else { return }
    let name = CorrelationMatrix.order[row]
    note(
      Self.correlationPlace, spot(Self.correlationPlace),
      "is not positive definite: its Cholesky factor fails at row \(row + 1) (\(name)), and its "
        + "smallest eigenvalue is \(Self.rounded(check.smallestEigenvalue)).",
      "Allowed: a positive definite matrix. The largest lambda with which "
        + "lambda*R + (1 - lambda)*I is accepted is \(check.largestShare): multiply every number "
        + "off the diagonal by it.")
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  private mutating func checkDiagonal(_ matrix: CorrelationMatrix) -> Bool {
    let order = CorrelationMatrix.order
    let wrong = order.indices.filter { matrix[$0, $0] != 1 }
    for row in wrong {
      let place = "\(Self.correlationPlace).\(order[row])"
      note(
        place, spot(place), "has \(Bounds.text(matrix[row, row])) in column \(row + 1).",
        "Allowed: 1, the correlation of \(order[row]) with itself. Write 1.")
    }
    return wrong.isEmpty
  }

  private mutating func checkSymmetry(_ matrix: CorrelationMatrix) -> Bool {
    let order = CorrelationMatrix.order
    var isSymmetric = true
    for row in order.indices {
      for column in order.indices
      where column < row && matrix[row, column] != matrix[column, row] {
        isSymmetric = false
        let place = "\(Self.correlationPlace).\(order[row])"
        note(
          place, spot(place), "has \(Bounds.text(matrix[row, column])) in column \(column + 1).",
          "Allowed: \(Bounds.text(matrix[column, row])), as row \(order[column]) has in column \(row + 1). "
            + "Write the same correlation in both.")
      }
    }
    return isSymmetric
  }
}
