import Probability
import Testing

@testable import Projection

/// The estimator on figures whose Shapley effects are known.
@Suite struct ShapleySumsTests {
  typealias Figure = @Sendable ([Double]) -> Double

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var variance: Double
    /// Exact shares of the variance.
    var shares: [Double]
    var figure: Figure
  }

  /// Inputs are independent standard normals. A sum shares out aᵢ²; a product belongs to both alike;
  /// x + xy has variance 1 + 1, the second half and half.
  static let cases: [Case] = [
    Case(testDescription: "3x − 2y + z", variance: 14, shares: [9 / 14, 4 / 14, 1 / 14]) {
      3 * $0[0] - 2 * $0[1] + $0[2]
    },
    Case(testDescription: "xy, z idle", variance: 1, shares: [0.5, 0.5, 0]) { $0[0] * $0[1] },
    Case(testDescription: "x + xy", variance: 2, shares: [0.75, 0.25]) { $0[0] + $0[0] * $0[1] },
  ]

  /// Walks between histories of normals, each from its own address.
  static func sums(_ given: Case, walks: Int, seed: UInt64) -> ShapleySums {
    let inputs = given.shares.count
    let subject = Subject(seed: seed, kind: .aco, name: "toy")
    var stream = RandomStream()
    var sums = ShapleySums(inputs: inputs)
    for walk in 0..<walks {
      stream.seek(subject, trial: UInt32(walk), year: 0, purpose: .parameters)
      var inputsNow = (0..<inputs).map { _ in stream.normal() }
      let others = (0..<inputs).map { _ in stream.normal() }
      var order = Array(0..<inputs)
      for left in stride(from: inputs, to: 1, by: -1) {
        order.swapAt(left - 1, Int(stream.uniform() * Double(left)))
      }
      var figures = [given.figure(inputsNow)]
      for input in order {
        inputsNow[input] = others[input]
        figures.append(given.figure(inputsNow))
      }
      sums.add(order, figures, from: 0)
    }
    return sums
  }

  @Test(arguments: cases)
  func `shares are the exact ones within their error`(given: Case) {
    let sums = Self.sums(given, walks: 20_000, seed: 1)
    for (share, exact) in zip(sums.shares, given.shares) {
      #expect(abs(share.value - exact) <= 4 * share.standardError, "\(share) against \(exact)")
      #expect(share.standardError < 0.015)
    }
    let variance = sums.variance
    #expect(abs(variance.value - given.variance) < 4 * variance.standardError)
  }

  @Test(arguments: cases)
  func `the parts add up to the whole, not merely within error`(given: Case) {
    let sums = Self.sums(given, walks: 1_000, seed: 2)
    #expect(abs(sums.shares.reduce(0) { $0 + $1.value } - 1) < 1e-12)
  }

  /// Over 400 seeds the observed spread of a figure has an error of 1/√800 = 3.5 percent, more where
  /// its law has long tails.
  @Test(arguments: cases)
  func `the errors stated are those seen from one seed to another`(given: Case) {
    let runs = (0..<400).map { Self.sums(given, walks: 500, seed: 1_000 + $0) }
    func expect(_ what: String, _ figure: (ShapleySums) -> Estimate) {
      let estimates = runs.map(figure)
      let observed = StudyTable.variance(of: estimates.map(\.value)).squareRoot()
      let stated = estimates.reduce(0) { $0 + $1.standardError } / Double(runs.count)
      #expect(abs(observed - stated) < 0.2 * stated + 1e-12, "\(what): \(observed), \(stated)")
    }
    for input in given.shares.indices {
      expect("share \(input)") { $0.shares[input] }
    }
    expect("variance") { $0.variance }
  }

  @Test func `what never moves shares out nothing`() {
    let still = Case(testDescription: "1", variance: 0, shares: [0, 0]) { _ in 1 }
    let sums = Self.sums(still, walks: 100, seed: 3)
    #expect(sums.variance == Estimate(value: 0, standardError: 0))
    #expect(sums.shares.allSatisfy { $0.value == 0 && $0.standardError == 0 })
  }

  @Test func `sums of two halves are the sums of the whole`() {
    let given = Self.cases[0]
    var both = Self.sums(given, walks: 300, seed: 4)
    both.add(Self.sums(given, walks: 200, seed: 5))
    let (one, two) = (
      Self.sums(given, walks: 300, seed: 4).variance.value,
      Self.sums(given, walks: 200, seed: 5).variance.value
    )
    #expect(abs(both.variance.value - (0.6 * one + 0.4 * two)) < 1e-12 * both.variance.value)
  }
}
