import CGSL

/// The lower Cholesky factor of a symmetric positive definite matrix, row by row, `order`²
/// values; `nil` where the matrix is not positive definite.
public func choleskyFactor(of matrix: [Double], order: Int) -> [Double]? {
  gsl_set_error_handler_off()
  guard matrix.count == order * order, let work = gsl_matrix_alloc(order, order) else { return nil }
  defer { gsl_matrix_free(work) }
  for row in 0..<order {
    for column in 0..<order { gsl_matrix_set(work, row, column, matrix[row * order + column]) }
  }
  guard gsl_linalg_cholesky_decomp1(work) == 0 else { return nil }
  return (0..<order * order).map { place in
    let (row, column) = place.quotientAndRemainder(dividingBy: order)
    return column <= row ? gsl_matrix_get(work, row, column) : 0
  }
}

/// The inverse of a symmetric positive definite matrix, row by row, `order`² values; `nil` where
/// the matrix is not positive definite.
public func inverse(ofPositiveDefinite matrix: [Double], order: Int) -> [Double]? {
  gsl_set_error_handler_off()
  guard matrix.count == order * order, let work = gsl_matrix_alloc(order, order) else { return nil }
  defer { gsl_matrix_free(work) }
  for row in 0..<order {
    for column in 0..<order { gsl_matrix_set(work, row, column, matrix[row * order + column]) }
  }
  guard gsl_linalg_cholesky_decomp1(work) == 0, gsl_linalg_cholesky_invert(work) == 0 else {
    return nil
  }
  return (0..<order * order).map { place in
    let (row, column) = place.quotientAndRemainder(dividingBy: order)
    return gsl_matrix_get(work, row, column)
  }
}
