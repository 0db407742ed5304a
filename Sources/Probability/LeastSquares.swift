import CGSL

/// Running sums of a linear least-squares fit: the normal equations, solved by Cholesky (GSL).
///
/// They square the condition number, so regressors should be of one size; columns that others make
/// up are held by a ridge of a billionth of their mean square.
public struct LeastSquares: Sendable {
  public let columns: Int
  /// Upper triangle of the sums of products, `row · columns + column`.
  private var products: [Double]
  private var response: [Double]

  private static let ridge = 1e-9

  /// - Parameter columns: At least one; a constant is a column of ones.
  public init(columns: Int) {
    self.columns = columns
    products = Array(repeating: 0, count: columns * columns)
    response = Array(repeating: 0, count: columns)
  }

  /// One observation.
  ///
  /// - Parameter regressors: As many as there are columns.
  public mutating func add(_ regressors: [Double], _ value: Double) {
    let columns = columns
    regressors.withUnsafeBufferPointer { x in
      products.withUnsafeMutableBufferPointer { products in
        for row in 0..<columns {
          let factor = x[row]
          for column in row..<columns { products[row * columns + column] += factor * x[column] }
        }
      }
      for row in 0..<columns { response[row] += x[row] * value }
    }
  }

  /// One coefficient a column; `nil` where the equations cannot be solved.
  public func coefficients() -> [Double]? {
    gsl_set_error_handler_off()
    guard let matrix = gsl_matrix_alloc(columns, columns),
      let right = gsl_vector_alloc(columns), let solution = gsl_vector_alloc(columns)
    else { return nil }
    defer {
      gsl_matrix_free(matrix)
      gsl_vector_free(right)
      gsl_vector_free(solution)
    }
    for row in 0..<columns {
      for column in row..<columns {
        let held = row == column ? 1 + Self.ridge : 1
        let product = products[row * columns + column] * held
        gsl_matrix_set(matrix, row, column, product)
        gsl_matrix_set(matrix, column, row, product)
      }
      gsl_vector_set(right, row, response[row])
    }
    guard gsl_linalg_cholesky_decomp1(matrix) == 0,
      gsl_linalg_cholesky_solve(matrix, right, solution) == 0
    else { return nil }
    return (0..<columns).map { gsl_vector_get(solution, $0) }
  }
}
