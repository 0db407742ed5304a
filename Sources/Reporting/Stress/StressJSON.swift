import Projection
import Scenarios

/// Stress tests for another program: every figure by its own name, dollars as numbers, the same bytes
/// every time.
public struct StressJSON: Hashable, Sendable {
  public var text: String

  /// - Parameter comparison: Without a stress, on the trials of the stresses.
  public init(_ comparison: Comparison, _ stresses: [StressedComparison]) {
    let document = Document(
      title: comparison.scenario.title, scenario: comparison.scenario.digest,
      rules: comparison.rulebookDigest, trials: comparison.trials, seed: comparison.seed,
      unstressed: comparison.outlooks.map(Option.init), stresses: stresses.map(Test.init),
      inputs: comparison.inputs)
    text = JSONText(reflecting: document).document
  }

  private struct Document {
    var title, scenario, rules: String
    var trials: Int
    var seed: UInt64
    var unstressed: [Option]
    var stresses: [Test]
    var inputs: InputStudy?
  }

  /// Of five-year net, but for the chance of owing.
  private struct Option {
    var name, title: String
    var isLegal: Bool
    var mean: Estimate
    var fifthPercentile: QuantileEstimate
    var tailMean: Estimate
    var chanceOfOwing: Chance
    /// `nil` without a stress.
    var change: StressChange?

    init(_ outlook: TrackOutlook) {
      name = outlook.option.name
      title = outlook.option.title
      isLegal = outlook.requested.whatIf == nil
      mean = outlook.net.mean
      fifthPercentile = outlook.net.quantiles[0]
      tailMean = outlook.net.tailMean
      chanceOfOwing = outlook.chanceOfAnyRepayment
    }
  }

  private struct Test {
    var name, title, says, source: String
    var options: [Option]
    var choice: StressedChoice?
    /// `stays`, `unclear`, `changes` or `breaks`.
    var verdict: StressVerdict?

    init(_ stressed: StressedComparison) {
      (name, title) = (stressed.stress.name, stressed.stress.title)
      (says, source) = (stressed.stress.says, stressed.stress.source)
      options = zip(stressed.comparison.outlooks, stressed.changes).map { outlook, change in
        var option = Option(outlook)
        option.change = change
        return option
      }
      choice = stressed.choice
      verdict = stressed.choice.map { StressVerdict($0) }
    }
  }
}
