import Testing

@testable import Projection

@Suite struct DominanceTests {
  @Test func `never less and once more is first order`() {
    #expect(Dominance(of: [1, 2, 3], over: [0, 2, 3]) == .firstOrder)
    #expect(Dominance(of: [0, 2, 3], over: [1, 2, 3]) == nil)
  }

  @Test func `the same mean with less spread is second order`() {
    #expect(Dominance(of: [2, 2], over: [1, 3]) == .secondOrder)
    #expect(Dominance(of: [1, 3], over: [2, 2]) == nil)
  }

  @Test func `a higher mean with a worse worst case dominates nothing`() {
    #expect(Dominance(of: [0, 10], over: [1, 1]) == nil)
    #expect(Dominance(of: [1, 1], over: [0, 10]) == nil)
  }

  @Test func `equals do not dominate each other`() {
    #expect(Dominance(of: [1, 2], over: [1, 2]) == nil)
  }

  @Test func `the frontier by hand`() {
    let points: [(mean: Double, tail: Double)] = [
      (3, -5), (2, -1), (2, -2), (1, 0), (1, 0), (3, -6), (0, -3),
    ]
    #expect(efficient(points) == [true, true, false, true, true, false, false])
  }
}
