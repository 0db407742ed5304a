import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Several scenarios side by side on common draws.",
    discussion: """
      Every option that all scenarios have, and the best legal path of each: what each is expected \
      to bring, how badly it can hurt, and the difference to the first scenario, future by future. \
      Then what each would have the ACO sign, and what the files say otherwise, key by key. Writes \
      compare-A-B/deck.pptx, deck.html, outcomes.csv and run.json below the output folder.

      Scenarios of one aco: share every draw. Seeds and trials must be alike; --seed and --trials \
      set them so.

      EXAMPLES
        glidepath compare Scenarios/rural-first-agreement.yaml MyScenario.yaml
        glidepath compare A.yaml B.yaml C.yaml --seed 7 --trials 20000 --json
      """)

  @Argument(
    help: "Two to twelve scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @OptionGroup var simulation: SimulationOptions

  @Option(name: .shortAndLong, help: "The folder in which the report's folder is made.")
  var output = "Reports"

  @Flag(help: "Print the whole comparison as JSON instead of the tables.")
  var json = false

  @Flag(help: "No progress, no tables.")
  var quiet = false

  func validate() {
    if !(2...12).contains(files.count) {
      Misuse.note(
        "\(files.count) scenario file\(files.count == 1 ? " is" : "s are") given. Allowed: two to "
          + "twelve.")
    }
    Misuse.noteEmpty("--output", output, ofA: "folder")
  }

  func run() throws {
    try Leaving.onFault {
      let scenarios = try scenarios()
      let folder = ReportFolder(
        path: "\(output)/\(ScenarioReport.folderName(of: scenarios.map(\.name)))")
      try folder.probe()
      try TemporaryFolder.probe()
      Interruption.askBetweenBatches()
      let report = ScenarioReport(try compared(scenarios), engineVersion: Glidepath.version)
      if Interruption.isRequested() { throw Interrupted() }
      let files = try report.files()
      try folder.write(files, manifest: report.manifest)
      if json {
        try show(report.json)
      } else if !quiet {
        let names = files.map(\.name).joined(separator: ", ")
        try show(report.text + "\nWrote \(folder.path)/\(names) and run.json.\n")
      }
    }
  }

  private func compared(_ scenarios: [Scenario]) throws -> ComparedScenarios {
    let bench = try ScenarioBench(scenarios, under: try Rulebook.current())
    return try ProgressLine.during(
      "Comparing \(scenarios.count) scenarios", total: bench.trialCount, quiet: quiet
    ) {
      try bench.compared(
        workers: simulation.workerCount, progress: $0, isCancelled: Interruption.isRequested)
    }
  }

  /// Every file read, alike in seed and trials; or every fault of every file.
  private func scenarios() throws -> [Scenario] {
    var scenarios: [Scenario] = []
    try Reading.each(files) { scenario, _ in
      scenarios.append(simulation.applied(to: scenario))
    }
    var isAlike = true
    for (file, scenario) in zip(files, scenarios).dropFirst() {
      for (key, own, first) in [
        ("seed", String(scenario.seed), String(scenarios[0].seed)),
        ("trials", String(scenario.trials), String(scenarios[0].trials)),
      ] where own != first {
        Leaving.say(
          "\(file): \(key) is \(own). Allowed: \(first), as in \(files[0]), so that both see the "
            + "same draws. Set them alike with --\(key).")
        isAlike = false
      }
    }
    guard isAlike else { throw Leaving.badInput }
    return scenarios
  }
}
