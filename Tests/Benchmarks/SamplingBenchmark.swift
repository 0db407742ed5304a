import Foundation
import Projection
import Regulation
import Scenarios

/// What points gain over independent trials: `swift run -c release Benchmarks sampling [FILE] [COUNT]`.
///
/// So many replications of each, two hundred by default, every one with its own seed. The gain per trial
/// is the variance of a figure over plain replications over that of replications on points, with its 95
/// percent interval (both taken for normal); per second it is divided by what a replication costs, pilot
/// and points charged. Beside it the error that the replications on points state, on average, over the one
/// observed.
struct SamplingBenchmark {
  private let replications: Int

  private struct Figure {
    var name: String
    var value: (Comparison) -> (value: Double, error: Double)
  }

  /// Values and stated variances by figure, and seconds of all replications.
  private struct Run {
    var values: [[Double]]
    var stated: [Double]
    var seconds: Double

    func variance(_ figure: Int) -> Double {
      let all = values[figure]
      let mean = all.reduce(0, +) / Double(all.count)
      return all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1)
    }
  }

  /// - Parameter arguments: Of the command, what comes after `sampling`.
  static func report(_ arguments: [String]) throws {
    let counts = arguments.compactMap(Int.init).filter { $0 > 1 }
    let file = arguments.first { Int($0) == nil } ?? "Scenarios/rural-first-agreement.yaml"
    try Self(replications: counts.first ?? 200).report(file)
  }

  private func report(_ file: String) throws {
    var scenario = try Scenario(contentsOf: URL(filePath: file), displayedAs: file)
    let regulation = try Rulebook.current()
    let figures = Self.figures(of: scenario)
    print("\(file): \(replications) replications; gains over plain trials")
    for trials in [4_096, 16_384] {
      scenario.trials = trials
      let plain = try run(scenario, .plain, figures, under: regulation)
      let sobol = try run(scenario, .sobol, figures, under: regulation)
      show(figures, trials, plain, sobol)
    }
  }

  private static func figures(of scenario: Scenario) -> [Figure] {
    let names = scenario.agreement.options.map(\.option.name)
    let dollars = { (estimate: Estimate) in (value: estimate.value, error: estimate.standardError) }
    let means = names.indices.map { place in
      Figure(name: "mean \(names[place])") { dollars($0.outlooks[place].net.mean) }
    }
    let differences = names.indices.dropFirst().map { place in
      Figure(name: "\(names[place]) less \(names[0])") { dollars($0.differences[place][0].mean) }
    }
    let owing = names.indices.map { place in
      Figure(name: "chance to owe, \(names[place])") {
        let chance = $0.outlooks[place].total.chanceToOwe
        return (chance.value, chance.standardError)
      }
    }
    let fifths = names.indices.map { place in
      Figure(name: "5th percentile, \(names[place])") {
        let quantile = $0.outlooks[place].net.quantiles[0]
        return (Double(quantile.value.count) / 100, quantile.standardError)
      }
    }
    return means + differences + owing + fifths
  }

  private func run(
    _ scenario: Scenario, _ points: Points, _ figures: [Figure], under regulation: Rulebook
  ) throws -> Run {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    var run = Run(
      values: figures.map { _ in [] }, stated: figures.map { _ in 0 }, seconds: 0)
    for replication in 0..<replications {
      var one = scenario
      (one.points, one.seed) = (points, scenario.seed + 1_000 + UInt64(replication))
      let agreement = try Agreement(one, under: regulation)
      let start = Usage.now
      let bench = try TallyBench(try agreement.sampled(workers: workers), workers: workers)
      let tally = try bench.tally(of: 0..<bench.blocks, workers: workers)
      run.seconds += (Usage.now - start).seconds
      let comparison = agreement.comparison(of: tally)
      for (place, figure) in figures.enumerated() {
        let (value, error) = figure.value(comparison)
        run.values[place].append(value)
        run.stated[place] += error * error / Double(replications)
      }
    }
    return run
  }

  private func show(_ figures: [Figure], _ trials: Int, _ plain: Run, _ sobol: Run) {
    let each = 1e6 / Double(replications) / Double(trials)
    let cost = sobol.seconds / plain.seconds
    print(
      String(
        format: "\n%d trials: processor %.2f us a trial plain, %.2f on points", trials,
        plain.seconds * each, sobol.seconds * each))
    print(
      "figure                             gain  95 % interval  per second  stated/observed  plain")
    // Of the logarithm of a ratio of two sample variances.
    let half = 1.96 * (4 / Double(replications - 1)).squareRoot()
    for (place, figure) in figures.enumerated() {
      let (before, after) = (plain.variance(place), sobol.variance(place))
      guard before > 0, after > 0 else { continue }
      let gain = before / after
      print(
        figure.name.padding(toLength: 32, withPad: " ", startingAt: 0)
          + String(
            format: "%7.1f  %6.1f ..%6.1f  %8.1f  %13.2f  %9.2f", gain, gain / exp(half),
            gain * exp(half), gain / cost, (sobol.stated[place] / after).squareRoot(),
            (plain.stated[place] / before).squareRoot()))
    }
  }
}
