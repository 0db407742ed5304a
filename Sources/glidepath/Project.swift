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
      Writes deck.pptx, deck.html, workbook.xlsx, documentation.md and .html, outcomes.csv and \
      run.json to a folder of the scenario file's name below the output folder, and prints a summary \
      table.

      EXAMPLES
        glidepath project Scenarios/rural-first-agreement.yaml
        glidepath project Scenarios/my-aco.yaml --template house-style.pptx
        glidepath project Scenarios/*.yaml --trials 10000 --seed 7 --output /tmp/reports
        glidepath project Scenarios/rural-first-agreement.yaml --keep-trials
        glidepath project my-aco.yaml --precision 1% --until-decided 99%
        glidepath project my-aco.yaml --trials 10000000 --engine slurm --of 64
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @OptionGroup var simulation: SimulationOptions

  @OptionGroup var points: PointOptions

  @OptionGroup var stopping: StoppingOptions

  @OptionGroup var checkpoints: CheckpointOptions

  @OptionGroup var engine: EngineOptions

  @Option(name: .shortAndLong, help: "The folder in which each scenario's report folder is made.")
  var output = "Reports"

  @Option(help: "A .pptx whose theme, layouts and slide size deck.pptx takes on.")
  var template: String?
  @Flag(
    help: """
      Also write run.sqlite: every table, and what every trial pays. 40 bytes a trial and option: \
      28 MB for seven options of 100,000 trials, 2.8 GB for 10,000,000.
      """)
  var keepTrials = false

  @Flag(help: "Print the whole comparison as JSON instead of the summary table.")
  var json = false

  @Flag(help: "No progress, no summary table.")
  var quiet = false

  @Flag(
    help: ArgumentHelp(
      "Write the actuarial file as final: refused while the scenario's documentation lacks the "
        + "responsible person, the intended users, the purpose or the data review."))
  var final = false

  func validate() {
    Misuse.noteEmpty("--output", output, ofA: "folder")
    engine.refuse(
      [
        ("--keep-trials", keepTrials), ("--final", final), ("--json", json),
        ("--sampling sobol", points.sampling == .sobol),
      ] + stopping.given.map { ($0, true) })
    stopping.refuse(keepingTrials: keepTrials)
  }

  func run() throws {
    try Leaving.onFault {
      let scenarios = try Reading.scenarios(files, simulation, final: final).map {
        try points.applied(to: stopping.applied(to: $0, most: simulation.trials))
      }
      let template = try template.map { ($0, try Reading.template($0)) }
      let regulation = try Rulebook.current()
      Interruption.askBetweenBatches()
      let texts = try zip(files, scenarios).map { try Reading.text(of: $0, read: $1) }
      for (file, (scenario, text)) in zip(files, zip(scenarios, texts)) {
        try project(scenario, from: file, written: text, under: regulation, on: template)
      }
    }
  }

  private func project(
    _ scenario: Scenario, from file: String, written: Reading.Text, under regulation: Rulebook,
    on template: (file: String, slides: SlideTemplate)?
  ) throws {
    let sink = ReportSink(
      folder: ReportFolder(path: "\(output)/\(scenario.name)"), template: template, json: json,
      quiet: quiet)
    try sink.folder.probe()
    try sink.folder.refuseReport { $0.scenarioName == scenario.name }
    try TemporaryFolder.probe()
    if keepTrials {
      try sink.folder.probeRoom(
        forTrials: scenario.trials, options: scenario.agreement.options.count)
    }
    let agreement = try Agreement(scenario, under: regulation)
    let sampled = try agreement.sampled(
      workers: simulation.workerCount, isCancelled: Interruption.isRequested)
    let rule = stopping.rule(for: scenario)
    let run = Partial.Run(
      scenario, file: written.fileName, text: written.text,
      rulebookDigest: agreement.rulebookDigest, engineVersion: Glidepath.version,
      pointsDigest: sampled.pointsDigest, stopping: rule?.key ?? "")
    guard engine.engine == .here else {
      return try engine.slurm(
        file, to: sink.folder, of: run, template: template?.file, simulation, quiet: quiet
      ).run()
    }
    let checkpoint = Checkpoint(in: sink.folder, of: run, every: checkpoints.checkpointEvery)
    var report =
      try rule.map {
        try simulation.report(
          until: $0, under: agreement, sampled: sampled, regulation: regulation, quiet: quiet,
          from: checkpoint)
      }
      ?? simulation.report(
        under: agreement, sampled: sampled, regulation: regulation, quiet: quiet,
        keepingTrials: keepTrials, from: checkpoint)
    report.isFinal = final
    try sink.write(report, of: written)
    checkpoint.remove()
  }
}

/// What every command that simulates lets its user change.
struct SimulationOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Simulated histories, 100 through 10,000,000; the scenario's own by default.")
  var trials: Int?

  @Option(
    parsing: .unconditional,
    help: "Seed of the random numbers, any whole number; the scenario's own by default.",
    transform: Self.seed)
  var seed: UInt64?

  @Option(help: "How numbers are drawn: quantiles, or gsl, the plain reference.")
  var sampler: Sampler?

  @OptionGroup var parallel: WorkerOptions

  func validate() {
    if let trials, !(100...10_000_000).contains(trials) {
      Misuse.note("--trials is \(trials). Allowed: 100 through 10,000,000.")
    }
  }

  var workerCount: Int { parallel.count }

  private static func seed(_ text: String) throws -> UInt64 {
    guard let seed = UInt64(text) else {
      throw ValidationError("Allowed: 0 through \(UInt64.max), in digits.")
    }
    return seed
  }

  /// The scenario with what was changed on the command line.
  func applied(to scenario: Scenario) -> Scenario {
    var changed = scenario
    changed.trials = trials ?? scenario.trials
    changed.seed = seed ?? scenario.seed
    changed.sampler = sampler ?? scenario.sampler
    return changed
  }
}

extension SimulationOptions {
  /// Of a run whose trials, seed and sampler are told elsewhere.
  init(_ parallel: WorkerOptions) {
    self.init()
    (trials, seed, sampler, self.parallel) = (nil, nil, nil, parallel)
  }
}

/// By how many a command simulates.
struct WorkerOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Parallel workers; by default one a core. Results do not depend on it.")
  var workers: Int?

  func validate() {
    if let workers, !(1...1024).contains(workers) {
      Misuse.note("--workers is \(workers). Allowed: 1 through 1024.")
    }
  }

  var count: Int { workers ?? ProcessInfo.processInfo.activeProcessorCount }
}

extension Sampler: ExpressibleByArgument {}

/// How often a command that may run long keeps what it has counted.
struct CheckpointOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: """
      Seconds between two checkpoints, 0 through 86,400. A run that is stopped goes on from the last \
      one when the same command is given again.
      """)
  var checkpointEvery = 10.0

  func validate() {
    if !(0...86_400).contains(checkpointEvery) {
      Misuse.note("--checkpoint-every is \(checkpointEvery). Allowed: 0 through 86,400 seconds.")
    }
  }
}
