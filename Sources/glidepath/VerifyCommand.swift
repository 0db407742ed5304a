import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run a report again from its own manifest and compare every number.",
    discussion: """
      Looks at the files the folder's run.json names, at the scenario it keeps (and the file of that \
      name in Scenarios/, where there is one), at the rules, the calibration and the program's \
      version, then runs the report again and compares every file. Says what differs: which key of \
      the scenario, which rule, which figure. Writes nothing.

      EXAMPLE
        glidepath verify Reports/rural-first-agreement

      EXIT STATUS
        0 every number is the same · 1 something differs · 65 no manifest that can be read
        66 no such report
      """)

  @Argument(help: "A report's folder.", completion: .directory)
  var report: String

  @Option(help: "The folder in which scenario files are kept.")
  var scenarios = "Scenarios"

  @OptionGroup var parallel: WorkerOptions

  @Flag(help: "No progress.")
  var quiet = false

  func run() throws {
    try Leaving.onFault {
      var verification = try Verification(of: ReportFolder(path: report), scenarios: scenarios)
      Interruption.askBetweenBatches()
      try verification.examineInputs(engineVersion: Glidepath.version, scenarios: scenarios)
      if let scenario = verification.scenario {
        let regulation = try Rulebook.current()
        let agreement = try Agreement(scenario, under: regulation)
        let sampled = try agreement.sampled(
          workers: simulation.workerCount, isCancelled: Interruption.isRequested)
        var again =
          try verification.manifest.stopping.map {
            try simulation.report(
              until: $0.rule, under: agreement, sampled: sampled, regulation: regulation,
              quiet: quiet)
          }
          ?? simulation.report(
            under: agreement, sampled: sampled, regulation: regulation, quiet: quiet,
            keepingTrials: verification.manifest.asked.contains(.keepTrials))
        again.engineVersion = verification.manifest.engineVersion
        again.isFinal = verification.manifest.asked.contains(.final)
        if let file = verification.manifest.filesRead.first(where: { $0.use == "template" }) {
          (again.template, again.filesRead) = (try Reading.template(file.path), [file])
        }
        if Interruption.isRequested() { throw Interrupted() }
        try verification.compare(with: again, isCancelled: Interruption.isRequested)
      }
      try show(verification.text)
      if !verification.isGreen { throw ExitCode(1) }
    }
  }

  /// The manifest says trials and seed.
  private var simulation: SimulationOptions { SimulationOptions(parallel) }
}
