import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

struct StressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "Run a scenario again with one thing gone wrong at a time.",
    discussion: """
      Runs the scenario as it is and under every stress test on the same random draws: the shipped \
      library, then the scenario's own under stresses:. Prints what each changes, what each does to \
      every option that can be signed, and which of all paths is best then. Without --only, then \
      moves every input by itself and together: tornado, the level of each at which another path is \
      best, maps of two at a time, and reverse stress.

      EXAMPLES
        glidepath stress Scenarios/hospital-network.yaml
        glidepath stress Scenarios/rural-first-agreement.yaml --only trendShock --only allAtOnce
        glidepath stress Scenarios/rural-first-agreement.yaml --trials 20000 --json
      """)

  @Argument(help: "A scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @OptionGroup var simulation: SimulationOptions

  @Option(
    name: .customLong("only"), parsing: .singleValue,
    help: "The name of a stress test to run; may be given several times. All by default.")
  var only: [String] = []

  @Flag(help: "Print the figures as JSON instead of tables.")
  var json = false

  @Flag(help: "No progress.")
  var quiet = false

  func run() throws {
    try Leaving.onFault {
      let scenario = simulation.applied(to: try Reading.scenario(file))
      let stresses = try chosen(of: Stress.all(for: scenario))
      let regulation = try Rulebook.current()
      Interruption.askBetweenBatches()
      let agreement = try Agreement(scenario, under: regulation)
      let ledger = try simulation.ledger(
        of: agreement, label: "Simulating \(scenario.name)", quiet: quiet)
      let bench = try StressBench(
        agreement, ledger, under: regulation, choice: try namedPath(of: agreement),
        workers: simulation.workerCount, isCancelled: Interruption.isRequested)
      let stressed = try simulation.stressed(stresses, on: bench, quiet: quiet)
      var comparison = bench.unstressed
      if only.isEmpty { try moveInputs(of: scenario, under: regulation, into: &comparison) }
      if json {
        try show(StressJSON(comparison, stressed).text)
      } else {
        let inputs = InputSections(comparison).sections.map { "\($0.title)\n\($0.text)\n" }
        try show((StressText(comparison, stressed).sections + inputs).joined(separator: "\n"))
      }
    }
  }

  /// Tornado, flip points, maps and reverse stress, over the first trials.
  private func moveInputs(
    of scenario: Scenario, under regulation: Rulebook, into comparison: inout Comparison
  ) throws {
    var few = scenario
    few.trials = min(scenario.trials, Self.mostInputTrials)
    let agreement = try Agreement(few, under: regulation)
    let paths = try agreement.pathOutlook(
      workers: simulation.workerCount, isCancelled: Interruption.isRequested)
    comparison.paths = paths
    comparison.inputs = try simulation.inputStudy(
      of: paths, under: agreement, label: "Inputs: \(scenario.name)", quiet: quiet)
  }

  /// More than any study of the inputs takes.
  private static let mostInputTrials = 4_096

  private func namedPath(of agreement: Agreement) throws -> ElectedPath {
    try ProgressLine.during("Walking every path", total: agreement.pathTrials, quiet: quiet) {
      try agreement.namedPath(
        workers: simulation.workerCount, progress: $0, isCancelled: Interruption.isRequested)
    }
  }

  /// In the order of the library, whatever the order on the command line.
  private func chosen(of all: [Stress]) throws -> [Stress] {
    let names = all.map(\.name)
    for name in only where !names.contains(name) {
      throw ValidationError("--only is \(name). Allowed: \(names.joined(separator: ", ")).")
    }
    return only.isEmpty ? all : all.filter { only.contains($0.name) }
  }
}

extension SimulationOptions {
  /// Every stress, one after the other.
  func stressed(
    _ stresses: [Stress], on bench: StressBench, quiet: Bool
  ) throws -> [StressedComparison] {
    try stresses.map { stress in
      try ProgressLine.during("Stress: \(stress.name)", total: bench.trialsOfOne, quiet: quiet) {
        try bench.comparison(
          under: stress, workers: workerCount, progress: $0,
          isCancelled: Interruption.isRequested)
      }
    }
  }
}
