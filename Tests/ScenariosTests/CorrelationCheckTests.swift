import Testing

@testable import Scenarios

@Suite struct CorrelationCheckTests {
  private static func matrix(_ pairs: [(Int, Int, Double)]) -> CorrelationMatrix {
    var values = (0..<25).map { $0 / 5 == $0 % 5 ? 1.0 : 0 }
    for (row, column, value) in pairs {
      values[row * 5 + column] = value
      values[column * 5 + row] = value
    }
    return CorrelationMatrix(values: values)
  }

  @Test func `the identity is accepted whole`() {
    let check = CorrelationCheck(Self.matrix([]))
    #expect(check.failingRow == nil)
    #expect(check.largestShare == 1)
    #expect(abs(check.smallestEigenvalue - 1) < 1e-12)
  }

  @Test func `equal correlations have their smallest eigenvalue in closed form`() {
    // All ten at r: 1 - r four times and 1 + 4r once.
    for r in [-0.24, -0.1, 0.3, 0.9] {
      let all = (0..<5).flatMap { i in (0..<i).map { (i, $0, r) } }
      let check = CorrelationCheck(Self.matrix(all))
      #expect(check.failingRow == nil)
      #expect(abs(check.smallestEigenvalue - min(1 - r, 1 + 4 * r)) < 1e-12)
    }
    let all = (0..<5).flatMap { i in (0..<i).map { (i, $0, -0.26) } }
    #expect(CorrelationCheck(Self.matrix(all)).failingRow == 4)
  }

  @Test func `the row at which the factor fails and the largest share are named`() {
    // Rows 2 and 4 alone: eigenvalues 1 ± 1.25, so λ < 1/1.25 = 0.8 is accepted, and 0.8 is not.
    let two = CorrelationCheck(Self.matrix([(1, 3, 1.25)]))
    #expect(two.failingRow == 3)
    #expect(abs(two.smallestEigenvalue + 0.25) < 1e-12)
    #expect(two.largestShare == 0.7999)
    // Three at ±r: smallest eigenvalue 1 - 2r.
    let three = CorrelationCheck(Self.matrix([(0, 1, 0.9), (0, 2, -0.9), (1, 2, 0.9)]))
    #expect(three.failingRow == 2)
    #expect(abs(three.smallestEigenvalue + 0.8) < 1e-12)
    #expect(three.largestShare == 0.5555)
  }

  @Test func `the largest share is accepted and one step more is not`() {
    for r in [0.51, 0.6, 0.77, 0.999] {
      let matrix = Self.matrix([(0, 1, r), (0, 2, -r), (1, 2, r)])
      let share = CorrelationCheck(matrix).largestShare
      #expect(CorrelationCheck(CorrelationCheck.shrunk(matrix, by: share)).failingRow == nil)
      #expect(
        CorrelationCheck(CorrelationCheck.shrunk(matrix, by: share + 1e-4)).failingRow != nil)
    }
  }

  @Test func `two sources of risk that move as one are refused`() {
    #expect(CorrelationCheck(Self.matrix([(0, 1, 1)])).failingRow == 1)
    #expect(CorrelationCheck(Self.matrix([(0, 1, 0.9999)])).failingRow == nil)
  }
}
