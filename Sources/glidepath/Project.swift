import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

import struct Evidence.TrackRecord

struct Project: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate, compare every option, and write a report.",
    discussion: """
      Writes NAME/deck.html, NAME/outcomes.csv and NAME/run.json below the output folder, NAME \
      being the scenario file's name, and prints a summary table.

      EXAMPLES
        glidepath project Scenarios/rural-first-agreement.yaml
        glidepath project Scenarios/*.yaml --trials 10000 --seed 7 --output /tmp/reports
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @OptionGroup var simulation: SimulationOptions

  @Option(name: .shortAndLong, help: "The folder in which each scenario's report folder is made.")
  var output = "Reports"

  @Flag(help: "Print the whole comparison as JSON instead of the summary table.")
  var json = false

  @Flag(help: "No progress, no summary table.")
  var quiet = false

  func run() throws {
    try Leaving.onFault {
      guard !output.isEmpty else {
        throw ValidationError("--output is empty. Allowed: the name of a folder.")
      }
      let scenarios = try Reading.scenarios(files, simulation)
      let regulation = try Rulebook.current()
      Interruption.askBetweenBatches()
      for scenario in scenarios { try project(scenario, under: regulation) }
    }
  }

  private func project(_ scenario: Scenario, under regulation: Rulebook) throws {
    let folder = ReportFolder(path: "\(output)/\(scenario.name)")
    try folder.probe()
    let agreement = try Agreement(scenario, under: regulation)
    let ledger = try simulation.ledger(
      of: agreement, label: "Simulating \(scenario.name)", quiet: quiet)
    var comparison = agreement.comparison(of: ledger)
    comparison.benchmark = try agreement.benchmarkOutlook(
      of: ledger, workers: simulation.workerCount, isCancelled: { Interruption.isRequested })
    let walking = ProgressLine(
      "Walking every path", total: agreement.pathTrials, quiet: quiet)
    comparison.paths = try agreement.pathOutlook(
      workers: simulation.workerCount, progress: { walking.add($0) },
      isCancelled: { Interruption.isRequested })
    walking.finish()
    if let paths = comparison.paths {
      comparison.inputs = try simulation.inputStudy(
        of: paths, under: agreement, label: "Inputs: \(scenario.name)", quiet: quiet)
    }
    if let paths = comparison.paths {
      comparison.programs = try simulation.programs(
        of: paths, under: agreement, label: "Programs of \(scenario.name)", quiet: quiet)
    }
    let best = comparison.paths.map { $0.outcomes[$0.bestMean].path }
    comparison.leaving = try simulation.leaving(
      of: agreement, beside: best, label: "Leaving early: \(scenario.name)", quiet: quiet)
    comparison.spread = try simulation.spread(
      of: ledger, under: agreement, label: "Luck or skill: \(scenario.name)", quiet: quiet)
    let moving = ProgressLine("Moving cash", total: agreement.cashTrials, quiet: quiet)
    comparison.cash = try agreement.cashOutlook(
      following: comparison.leadingOption, workers: simulation.workerCount,
      progress: { moving.add($0) }, isCancelled: { Interruption.isRequested })
    moving.finish()
    let stresses = try comparison.paths.map { paths in
      try simulation.stressed(
        Stress.all(for: scenario),
        on: StressBench(
          agreement, ledger, under: regulation, choice: paths.outcomes[paths.bestMean].path,
          most: Self.stressTrials), quiet: quiet)
    }
    let deck = Deck(
      comparison, stresses: stresses ?? [], trackRecord: try TrackRecord.shipped(),
      engineVersion: Glidepath.version)
    if Interruption.isRequested { throw Interrupted() }
    try folder.write(
      [
        (name: "deck.html", bytes: Data(deck.html.utf8)),
        (name: "outcomes.csv", bytes: OutcomesCSV(comparison).bytes),
      ],
      manifest: RunManifest(comparison, engineVersion: Glidepath.version))
    if json {
      try show(comparison.json)
    } else if !quiet {
      try show(SummaryTable(comparison).text)
      try show("\nWrote \(folder.path)/deck.html, outcomes.csv and run.json.\n")
    }
  }

  /// Trials of each stress test, at most: enough for a table of changes, which are paired.
  static let stressTrials = 10_000
}

/// What every command that simulates lets its user change.
struct SimulationOptions: ParsableArguments {
  @Option(help: "Simulated histories, 100 through 10,000,000; the scenario's own by default.")
  var trials: Int?

  @Option(help: "Seed of the random numbers, any whole number; the scenario's own by default.")
  var seed: UInt64?

  @Option(help: "Parallel workers; by default one a core. Results do not depend on it.")
  var workers: Int?

  func validate() throws {
    if let trials, !(100...10_000_000).contains(trials) {
      throw ValidationError("--trials is \(trials). Allowed: 100 through 10,000,000.")
    }
    if let workers, !(1...1024).contains(workers) {
      throw ValidationError("--workers is \(workers). Allowed: 1 through 1024.")
    }
  }

  var workerCount: Int { workers ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The scenario with what was changed on the command line.
  func applied(to scenario: Scenario) -> Scenario {
    var changed = scenario
    changed.trials = trials ?? scenario.trials
    changed.seed = seed ?? scenario.seed
    return changed
  }

  func spread(
    of ledger: Ledger, under agreement: Agreement, label: String, quiet: Bool
  ) throws -> SpreadBreakdown {
    let progress = ProgressLine(label, total: agreement.walkCount, quiet: quiet)
    defer { progress.finish() }
    return try agreement.spreadBreakdown(
      of: ledger, workers: workerCount, progress: { progress.add($0) },
      isCancelled: { Interruption.isRequested })
  }

  func inputStudy(
    of paths: PathOutlook, under agreement: Agreement, label: String, quiet: Bool
  ) throws -> InputStudy {
    let progress = ProgressLine(label, total: agreement.studyTrials, quiet: quiet)
    defer { progress.finish() }
    return try agreement.inputStudy(
      of: paths, workers: workerCount, progress: { progress.add($0) },
      isCancelled: { Interruption.isRequested })
  }

  /// `nil` where the scenario has no programs.
  func programs(
    of paths: PathOutlook, under agreement: Agreement, label: String, quiet: Bool
  ) throws -> ProgramOutlook? {
    guard !agreement.scenario.programs.isEmpty else { return nil }
    let progress = ProgressLine(label, total: agreement.programHistories, quiet: quiet)
    defer { progress.finish() }
    return try agreement.programOutlook(
      of: paths, workers: workerCount, progress: { progress.add($0) },
      isCancelled: { Interruption.isRequested })
  }

  /// - Parameter best: Valued where it is no option of the scenario.
  func leaving(
    of agreement: Agreement, beside best: ElectedPath?, label: String, quiet: Bool
  ) throws -> LeavingOutlook {
    let progress = ProgressLine(label, total: agreement.leavingTrials, quiet: quiet)
    defer { progress.finish() }
    return try agreement.leavingOutlook(
      beside: best?.listedAs == nil ? best : nil, workers: workerCount,
      progress: { progress.add($0) }, isCancelled: { Interruption.isRequested })
  }

  func ledger(of agreement: Agreement, label: String, quiet: Bool) throws -> Ledger {
    let progress = ProgressLine(label, total: agreement.scenario.trials, quiet: quiet)
    defer { progress.finish() }
    return try agreement.ledger(
      workers: workerCount, progress: { progress.add($0) },
      isCancelled: { Interruption.isRequested })
  }
}
