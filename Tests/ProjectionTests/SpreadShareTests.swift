import Testing

@testable import Projection

@Suite struct SpreadShareTests {
  /// By hand: mean 1, variance 12/3 = 4; half squares of the differences 0, 0, 8, 8, mean 4, share 1.
  /// Less the share of each square about the mean, over the variance: −1/4, −1/4, 7/4, −1/4, whose
  /// variance is 1, and so the error 1/√4.
  @Test func `the error of a share is that of a ratio`() {
    let share = Agreement.share(of: [0, 0, 0, 4], redrawn: [0, 0, 4, 0])
    #expect(share == Estimate(value: 1, standardError: 0.5))
    #expect(
      Agreement.share(of: [3, 3], redrawn: [3, 3]) == Estimate(value: 0, standardError: 0))
  }
}
