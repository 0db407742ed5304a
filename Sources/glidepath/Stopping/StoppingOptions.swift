import ArgumentParser
import Projection
import Scenarios

/// How well a run is to know its figures, in place of a number of trials.
struct StoppingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: """
      Run in doubling rounds until every headline figure is known to this: 1% or 0.01. Headlines are, \
      of every listed option, mean, 5th and 95th percentile and worst 5% of five-year net, P(earn) and \
      P(owe), and the lead of the best. Dollars: half the 95 percent interval as a share of the figure, \
      or of a tenth of the option's standard deviation where that is more. Chances: in points. --trials \
      is then the most it may use, 10,000,000 by default.
      """)
  var precision: String?

  @Option(
    parsing: .unconditional,
    help: """
      Run in doubling rounds until the option with the highest mean net is known with this confidence, \
      99% or 0.99, on paired differences and corrected for looking repeatedly. With --precision both \
      must hold. At the most trials a run ends undecided, and says so.
      """)
  var untilDecided: String?

  func validate() {
    Self.refuse(
      precision, of: "--precision", in: StoppingRule.precisions,
      "0.1% through 50%, or as a fraction 0.001 through 0.5. Write 1% for one percent.")
    Self.refuse(
      untilDecided, of: "--until-decided", in: StoppingRule.confidences,
      "50% through 99.99%, or as a fraction 0.5 through 0.9999. Write 99% for ninety-nine percent.")
  }

  /// The scenario with as many trials as the rule may use; itself where there is no rule.
  ///
  /// - Parameter most: As the command line gives it.
  func applied(to scenario: Scenario, most: Int?) -> Scenario {
    guard !given.isEmpty else { return scenario }
    var changed = scenario
    changed.trials = most ?? StoppingRule.trialCounts.upperBound
    return changed
  }

  /// `nil` where a number of trials is all that is asked.
  ///
  /// - Parameter scenario: With as many trials as the rule may use.
  func rule(for scenario: Scenario) -> StoppingRule? {
    guard !given.isEmpty else { return nil }
    return StoppingRule(
      precision: Self.number(precision), confidence: Self.number(untilDecided),
      mostTrials: scenario.trials)
  }

  /// The options given, by name.
  var given: [String] {
    [precision.map { _ in "--precision" }, untilDecided.map { _ in "--until-decided" }]
      .compactMap { $0 }
  }

  /// Every trial cannot be kept where their number is not known before.
  func refuse(keepingTrials: Bool) {
    guard keepingTrials, !given.isEmpty else { return }
    Misuse.note(
      "--keep-trials cannot be had with \(given.joined(separator: " and ")). Allowed: with a number of "
        + "trials. Give --trials the number at which the run ended without it.")
  }

  private static func refuse(
    _ text: String?, of option: String, in bounds: ClosedRange<Double>, _ allowed: String
  ) {
    guard let text, number(text).map(bounds.contains) != true else { return }
    Misuse.note("\(option) is \(text). Allowed: \(allowed)")
  }

  /// Plain decimal digits, with at most one point between them and one percent sign after them.
  private static func number(_ text: String?) -> Double? {
    guard let text, let match = text.wholeMatch(of: /([0-9]+(?:\.[0-9]+)?)(%?)/) else { return nil }
    return Double(match.1 + (match.2.isEmpty ? "" : "e-2"))
  }
}
