import ArgumentParser
import Probability
import Scenarios

/// Which numbers the trials that options are compared on take.
struct PointOptions: ParsableArguments {
  @Option(
    help: """
      plain: the numbers of each trial are independent of the others'. sobol: they fill their space \
      evenly, so that fewer trials give the same error.
      """)
  var sampling: Points?

  /// - Throws: `ValidationError` where points cannot be had.
  func applied(to scenario: Scenario) throws -> Scenario {
    guard sampling == .sobol else { return scenario }
    guard scenario.sampler != .gsl else {
      throw ValidationError(
        "--sampling is sobol with --sampler gsl, which draws no quantiles. Leave one of them out.")
    }
    guard scenario.trials >= PointSet.leastTrials else {
      throw ValidationError(
        "--sampling is sobol with \(scenario.trials) trials. Allowed: 2,048 through 10,000,000 trials. "
          + "Give --trials 2048 or more.")
    }
    var changed = scenario
    changed.points = .sobol
    return changed
  }
}

extension Points: ExpressibleByArgument {}
