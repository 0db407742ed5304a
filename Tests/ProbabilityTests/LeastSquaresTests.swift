import Testing

@testable import Probability

@Suite struct LeastSquaresTests {
  @Test func `three points on a line give the line`() throws {
    // y = 2 + 3x at x = -1, 0, 2.
    var fit = LeastSquares(columns: 2)
    for x in [-1.0, 0, 2] { fit.add([1, x], 2 + 3 * x) }
    let found = try #require(fit.coefficients())
    #expect(abs(found[0] - 2) < 1e-7 && abs(found[1] - 3) < 1e-7)
  }

  @Test func `points off the line give the slope worked by hand`() throws {
    // (0, 0), (1, 1), (2, 0), (3, 3): means 1.5 and 1; Σ(x−x̄)(y−ȳ) = 1.5 + 0 − 0.5 + 3 = 4,
    // Σ(x−x̄)² = 5: slope 0.8, intercept 1 − 1.2 = −0.2.
    var fit = LeastSquares(columns: 2)
    for (x, y) in [(0.0, 0.0), (1, 1), (2, 0), (3, 3)] { fit.add([1, x], y) }
    let found = try #require(fit.coefficients())
    #expect(abs(found[0] + 0.2) < 1e-7 && abs(found[1] - 0.8) < 1e-7)
  }

  @Test func `columns that are the same share the slope, and none at all is refused`() throws {
    var fit = LeastSquares(columns: 3)
    for x in stride(from: -2.0, through: 2, by: 0.5) { fit.add([1, x, x], 4 * x) }
    let found = try #require(fit.coefficients())
    #expect(abs(found[1] + found[2] - 4) < 1e-5)
    #expect(LeastSquares(columns: 2).coefficients() == nil)
  }
}
