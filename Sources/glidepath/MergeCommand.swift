import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Add up the parts of a run and write its report.",
    discussion: """
      Writes the report that glidepath project writes of the same scenario, trials and seed, to the \
      cent. Parts of another scenario, seed, number of trials, version, rules or calibration are \
      refused, and so are damaged ones, trials counted twice and trials not counted. What rests on the \
      first trials only, such as every path and the stress tests, is simulated here.

      EXAMPLE
        glidepath merge part-*.glidepath --output Reports

      Parts of a portfolio become its table, in the folder portfolio below the output folder.
      """)

  @Argument(help: "Files that glidepath shard wrote.")
  var partials: [String]

  @Option(name: .shortAndLong, help: "The folder in which the report folder is made.")
  var output = "Reports"

  @Option(help: "The folder in which files that the scenario names, such as a logo, are kept.")
  var scenarios = usualScenarios
  private static let usualScenarios = "Scenarios"

  @Option(help: "A .pptx whose theme, layouts and slide size deck.pptx takes on.")
  var template: String?

  @OptionGroup var parallel: WorkerOptions

  @Flag(help: "Print the whole comparison as JSON instead of the summary table.")
  var json = false

  @Flag(help: "No progress, no summary table.")
  var quiet = false

  func validate() {
    Misuse.noteEmpty("--output", output, ofA: "folder")
  }

  func run() throws {
    try Leaving.onFault {
      if let first = partials.first, PortfolioPart.isPart(first) { return try mergePortfolio() }
      let merged = try MergedPartials(partials, engineVersion: Glidepath.version)
      let scenario = try merged.scenario(folder: scenarios)
      let template = try template.map { ($0, try Reading.template($0)) }
      let regulation = try Rulebook.current()
      let agreement = try Agreement(scenario, under: regulation)
      if let reason = merged.whyNot(rulebookDigest: agreement.rulebookDigest) {
        Leaving.say(reason)
        throw Leaving.badInput
      }
      let sink = ReportSink(
        folder: ReportFolder(path: "\(output)/\(scenario.name)"), template: template, json: json,
        quiet: quiet)
      try sink.folder.probe()
      try sink.folder.refuseReport { $0.scenarioName == scenario.name }
      try TemporaryFolder.probe()
      Interruption.askBetweenBatches()
      let report = try simulation.report(
        of: merged.tally, under: agreement, regulation: regulation, quiet: quiet)
      try sink.write(
        report, of: Reading.Text(fileName: merged.run.scenarioFile, text: merged.run.scenarioText))
    }
  }

  private func mergePortfolio() throws {
    let given = [
      ("--json", json), ("--template", template != nil),
      ("--scenarios", scenarios != Self.usualScenarios),
    ].filter(\.1).map(\.0)
    guard given.isEmpty else {
      throw ValidationError(
        "\(given.joined(separator: " and ")) cannot be had with parts of a portfolio. Allowed: with parts "
          + "of one scenario. Leave it out.")
    }
    let merged = try MergedPortfolio(partials, engineVersion: Glidepath.version)
    let folder = ReportFolder(path: "\(output)/portfolio")
    try folder.write(
      merged.report.files, manifest: merged.report.manifest(sampler: merged.sampler))
    try PortfolioCommand.tell(merged.report, in: folder, quiet: quiet)
  }

  /// The partials say trials and seed.
  private var simulation: SimulationOptions { SimulationOptions(parallel) }
}
