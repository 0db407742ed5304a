import Probability
import Regulation
import Scenarios

/// What an input stands at, and what it may come to over the agreement.
public struct InputRange: Hashable, Sendable {
  public var input: Input
  /// In the scenario; see `Scenario.level(of:)`.
  public var level: Double
  /// Its 10th and 90th percentile, with the error of having them from histories; `nil` for a figure
  /// whose uncertainty the scenario does not state.
  public var atTenth, atNinetieth: Estimate?
  /// Where it comes from, and whether it is published, stated, assumed or a default.
  public var source: String
  public var status: Provenance.Status?
  /// One standard deviation in the measure of its shift, from the middle four fifths of the
  /// simulated histories; zero where nothing is uncertain.
  let spread: Double
  /// Standard error of that deviation, a part of it.
  let relativeError: Double
  /// Of the Student-t law whose tails it has; `nil` for normal ones.
  let degreesOfFreedom: Double?

  public var isUncertain: Bool { spread > 0 }

  /// The standard score of the 90th percentile.
  static let ninetieth = 1.2815515655446004

  /// The shift at a standard score; it rises with the score, and is zero at zero.
  func shift(score: Double) -> Double {
    guard let degreesOfFreedom, score != 0 else { return spread * score }
    let tails = StudentT(degreesOfFreedom: degreesOfFreedom)
    let stretch = Self.ninetieth / tails.quantile(normalProbability(below: Self.ninetieth))
    // By the lower tail, where probabilities keep their digits.
    let size = -tails.quantile(normalProbability(below: -score.magnitude))
    return spread * stretch * (score < 0 ? -size : size)
  }

  init(_ input: Input, of scenario: Scenario, levels: [Double]) {
    self.input = input
    level = scenario.level(of: input)
    let middle = MiddleWidth(of: levels)
    let least = 1e-9
    spread = middle.width > least ? middle.width / (2 * Self.ninetieth) : 0
    relativeError = middle.width > least ? middle.standardError / middle.width : 0
    degreesOfFreedom =
      input == .trueSavings ? scenario.assumptions.expenditureEffect.degreesOfFreedom : nil
    let found =
      scenario.provenance.first { $0.key == input.key }
      ?? scenario.provenance.first { $0.key.hasPrefix(input.key) }
    source = found?.source ?? ""
    status = found?.status
    guard spread > 0 else { return }
    atTenth = level(atScore: -Self.ninetieth, in: scenario)
    atNinetieth = level(atScore: Self.ninetieth, in: scenario)
  }

  private func level(atScore score: Double, in scenario: Scenario) -> Estimate {
    let shift = shift(score: score)
    func moved(_ part: Double) -> Double { level(at: shift * part, in: scenario) }
    return Estimate(
      value: moved(1),
      standardError: (moved(1 + relativeError) - moved(1 - relativeError)).magnitude / 2)
  }

  /// What the input stands at once it is moved.
  func level(at shift: Double, in scenario: Scenario) -> Double {
    if input == .historicalBenchmark { return exponential(shift) }
    return scenario.moved(to: InputPoint(shifts: [input: shift])).level(of: input)
  }
}

/// How far the 10th and the 90th percentile of a sample lie apart.
private struct MiddleWidth {
  private(set) var width = 0.0
  /// Of independent values: half the way between the order statistics one binomial deviation to either
  /// side (David & Nagaraja, "Order Statistics", §7.1), of both ends as if they were independent.
  private(set) var standardError = 0.0

  private static let low = 0.1
  private static let high = 0.9

  init(of values: [Double]) {
    guard !values.isEmpty else { return }
    let sorted = values.sorted()
    func quantile(_ part: Double) -> Double {
      sorted[Int(min(max(part, 0), 1) * Double(sorted.count - 1))]
    }
    let deviation = (Self.low * Self.high / Double(sorted.count)).squareRoot()
    func error(_ part: Double) -> Double {
      (quantile(part + deviation) - quantile(part - deviation)) / 2
    }
    let (first, second) = (error(Self.low), error(Self.high))
    width = quantile(Self.high) - quantile(Self.low)
    standardError = (first * first + second * second).squareRoot()
  }
}
