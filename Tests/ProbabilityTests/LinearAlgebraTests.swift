import Testing

@testable import Probability

@Suite struct LinearAlgebraTests {
  @Test func `a factor times its transpose gives the matrix back`() throws {
    let matrix = [4.0, 2, 0.6, 2, 5, 1, 0.6, 1, 3]
    let factor = try #require(choleskyFactor(of: matrix, order: 3))
    for row in 0..<3 {
      for column in 0..<3 {
        let product = (0..<3).reduce(0.0) {
          $0 + factor[row * 3 + $1] * factor[column * 3 + $1]
        }
        #expect(abs(product - matrix[row * 3 + column]) <= 8 * matrix[row * 3 + column].ulp)
      }
    }
    #expect(factor[1] == 0 && factor[2] == 0 && factor[5] == 0)
  }

  @Test func `a matrix that is not positive definite has no factor`() {
    #expect(choleskyFactor(of: [1, 2, 2, 1], order: 2) == nil)
    #expect(choleskyFactor(of: [1, 1, 1], order: 2) == nil)
  }

  @Test func `the normal functions agree with one another`() {
    for p in [0.001, 0.05, 0.5, 0.9] {
      #expect(abs(normalProbability(below: normalQuantile(p)) - p) < 16 * p.ulp)
    }
  }
}
