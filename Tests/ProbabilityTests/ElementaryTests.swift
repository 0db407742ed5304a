import Foundation
import Testing

@testable import Probability

@Suite struct ElementaryTests {
  /// Two units in the last place: one of ours and one of the C library's own.
  static let units = 2.0

  @Test func `the exponential agrees with the C library's to two units in the last place`() {
    var worst = 0.0
    for step in -200_000...200_000 {
      let x = Double(step) * 0.0033
      let expected = Foundation.exp(x)
      worst = max(worst, abs(exponential(x) - expected) / expected.ulp)
    }
    #expect(worst <= Self.units)
    #expect(exponential(0) == 1)
    #expect(exponential(-1000) == 0)
    #expect(exponential(1000) == .infinity)
    #expect(exponential(.nan).isNaN)
  }

  @Test func `chance's exponential is within 8.1e-8 of its single's, and held at both ends`() {
    var worst = 0.0
    for step in -89_000...89_000 {
      let x = Double(Float(step) * 0.00097)
      worst = max(worst, abs(singleExponential(x) / Foundation.exp(x) - 1))
    }
    #expect(worst < 8.1e-8 && worst > 4e-8)
    #expect(singleExponential(0) == 1)
    #expect(singleExponential(-1000) == singleExponential(-87))
    #expect(singleExponential(1000) == singleExponential(87))
  }

  @Test func `the logarithm agrees with the C library's to two units in the last place`() {
    var worst = 0.0
    for step in 1...400_000 {
      let x = Double(step) * 1e-4 * (step % 7 == 0 ? 1e12 : 1)
      let expected = Foundation.log(x)
      guard expected != 0 else { continue }
      worst = max(worst, abs(logarithm(x) - expected) / expected.ulp)
    }
    #expect(worst <= Self.units)
    #expect(logarithm(1) == 0)
    #expect(logarithm(0) == -.infinity)
    #expect(logarithm(-1).isNaN)
  }
}
