import Projection
import Testing

@testable import Reporting

@Suite struct PrecisionTests {
  @Test(arguments: [
    // value, standard error, printed
    (1_234_567.0, 30_000.0, "$1.2 million"),
    (1_234_567, 15_000, "$1.23 million"),
    (1_234_567, 150_000, "$1.2 million"),
    (1_234_567, 250_000, "$1 million"),
    (1_234_567, 10, "$1.23 million"),
    (1_234_567, 0, "$1.23 million"),
    (-460_300, 4_000, "\u{2212}$460,000"),
    (999_600, 1_000, "$1.00 million"),
    (2_345_000_000, 4_000_000, "$2.35 billion"),
    (45_678, 90, "$45,700"),
    (0, 0, "$0"),
  ])
  func `the last digit is worth at least half a standard error, and three digits are enough`(
    _ value: Double, _ error: Double, _ printed: String
  ) {
    #expect(Estimate(value: value, standardError: error).dollars == printed)
  }

  @Test(arguments: 0..<400)
  func `no printed step is below half the error or the third digit`(_ seed: Int) {
    var random = SampleRandom(state: UInt64(seed))
    let value = (random.uniform() - 0.5) * Precision.power(Int(random.uniform() * 9))
    let error = random.uniform() * Precision.power(Int(random.uniform() * 7))
    let precision = Precision(value: value, standardError: error)
    #expect(precision.step >= error / 2)
    #expect(precision.step * 1_000 > precision.rounded(value).magnitude)
    #expect((precision.rounded(value) - value).magnitude <= precision.step / 2 * 1.000001)
  }

  @Test func `an amount smaller than its digits is said to be near zero`() {
    #expect(
      Estimate(value: 12_000, standardError: 90_000).dollars == "within $100,000 of zero")
  }

  @Test func `standard errors carry two digits`() {
    #expect(Estimate(value: 0, standardError: 12_345).standardErrorDollars == "$12,000")
    #expect(Estimate(value: 0, standardError: 1_260_000).standardErrorDollars == "$1.3 million")
  }
}
