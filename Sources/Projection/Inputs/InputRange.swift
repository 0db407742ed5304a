import Probability
import Regulation
import Scenarios

/// What an input stands at, and what it may come to over the agreement.
public struct InputRange: Hashable, Sendable {
  public var input: Input
  /// In the scenario; see `Scenario.level(of:)`.
  public var level: Double
  /// Its 10th and 90th percentile; `nil` for a figure whose uncertainty the scenario does not state.
  public var atTenth, atNinetieth: Double?
  /// Where it comes from, and whether it is published, stated, assumed or a default.
  public var source: String
  public var status: Provenance.Status?
  /// One standard deviation in the measure of its shift, from the middle four fifths of the
  /// simulated histories; zero where nothing is uncertain.
  let spread: Double
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
    let sorted = levels.sorted()
    func quantile(_ part: Double) -> Double { sorted[Int(part * Double(sorted.count - 1))] }
    let width = sorted.isEmpty ? 0 : quantile(0.9) - quantile(0.1)
    let least = 1e-9
    spread = width > least ? width / (2 * Self.ninetieth) : 0
    degreesOfFreedom =
      input == .trueSavings ? scenario.assumptions.expenditureEffect.degreesOfFreedom : nil
    let found =
      scenario.provenance.first { $0.key == input.key }
      ?? scenario.provenance.first { $0.key.hasPrefix(input.key) }
    source = found?.source ?? ""
    status = found?.status
    guard spread > 0 else { return }
    atTenth = levelMoved(scenario, to: -Self.ninetieth)
    atNinetieth = levelMoved(scenario, to: Self.ninetieth)
  }

  private func levelMoved(_ scenario: Scenario, to score: Double) -> Double {
    level(at: shift(score: score), in: scenario)
  }

  /// What the input stands at once it is moved.
  func level(at shift: Double, in scenario: Scenario) -> Double {
    if input == .historicalBenchmark { return exponential(shift) }
    return scenario.moved(to: InputPoint(shifts: [input: shift])).level(of: input)
  }
}
