import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Every scenario of a folder, or every ACO of a public-use file, in one table.",
    discussion: """
      Writes portfolio.csv, portfolio.html, portfolio.md and run.json to the output folder: a row a \
      scenario with its best option and how sure that is, and for each option the five-year net, the \
      chance to owe and the 5th percentile. A scenario with faults has them in its row; the others are \
      run all the same. A run that is stopped goes on where it was when the same command is given again.

      Of a public-use file each row is drafted as glidepath draft does it: what the row gives is real, \
      everything else is assumed or left to the published defaults, and the page names all of it.

      With --of and --index one machine of several runs its part of the scenarios and writes it to \
      one file, for glidepath merge; in a job array the number comes from the scheduler.

      EXAMPLES
        glidepath portfolio Scenarios --output Reports/portfolio
        glidepath portfolio --public-use-file PY2022.csv --trials 10000 --output Reports/PY2022

      EXIT STATUS
        0 every scenario has a row of figures · 65 some have faults, the others are done
      """)

  @Argument(help: "A folder of scenario files (.yaml, .yml); its own folders are not looked into.")
  var folder: String?

  @Option(
    help: "A Performance Year Financial and Quality Results file, in place of the folder.",
    completion: .file(extensions: ["csv"]))
  var publicUseFile: String?

  @OptionGroup var drafting: DraftingOptions

  @OptionGroup var simulation: SimulationOptions

  @OptionGroup var checkpoints: CheckpointOptions

  @OptionGroup var part: PartOptions

  @Option(name: .shortAndLong, help: "The folder to write to; of one part, the file.")
  var output: String

  @Flag(help: "No progress, no summary.")
  var quiet = false

  func validate() {
    if (folder == nil) == (publicUseFile == nil) {
      Misuse.note(
        folder == nil
          ? "Neither a folder nor --public-use-file is given. Allowed: one of them."
          : "Both a folder and --public-use-file are given. Allowed: one of them.")
    }
    Misuse.noteEmpty("--output", output, ofA: "folder")
    if publicUseFile == nil, drafting.isGiven {
      Misuse.note(
        "--year, --agreement-start and --first-agreement are of --public-use-file. Allowed: with it. "
          + "Leave them out, as the scenario files say it themselves.")
    }
  }

  func run() throws {
    try Leaving.onFault {
      let source = try source()
      guard part.isGiven else { return try runWhole(of: source) }
      try runPart(try part.task, of: source)
    }
  }

  private func runWhole(of source: PortfolioSource) throws {
    let folder = ReportFolder(path: output)
    try folder.probe()
    try folder.refuseReport { $0.outputs["portfolio.csv"] != nil }
    Interruption.askBetweenBatches()
    let journal = try journal(in: folder)
    defer { journal.release() }
    let told = try run(of: source, in: folder.path).rows(keepingIn: journal)
    let report = PortfolioReport(
      told.rows, resting: told.assumptions, on: source.name, engineVersion: Glidepath.version)
    // What is wrong with a public-use file or with the command line is wrong with every row: no table.
    if publicUseFile != nil, report.refused.count == told.rows.count {
      journal.remove()
      // Only where it is empty.
      _ = rmdir(folder.path)
      try Self.leave(on: report)
    }
    try folder.write(report.files, manifest: report.manifest(sampler: sampler))
    journal.remove()
    try Self.tell(report, in: folder, quiet: quiet)
  }

  private func runPart(_ task: ArrayTask, of source: PortfolioSource) throws {
    let own = OwnFile(
      path: output, firstLine: PortfolioPart.firstLine, kind: "part of a portfolio",
      option: "--output")
    try own.refuseUnwritable()
    Interruption.askBetweenBatches()
    let roster = source.roster(changedBy: simulation)
    let journal = try PortfolioJournal(path: output + ".checkpoint")
    defer { journal.release() }
    var run = run(of: source, in: (output as NSString).deletingLastPathComponent)
    run.places = PortfolioPart.places(task.index, of: task.of, count: source.entries.count)
    let told = try run.rows(keepingIn: journal)
    let part = PortfolioPart(
      engineVersion: Glidepath.version, origin: source.name, roster: roster,
      count: source.entries.count, index: task.index, of: task.of, sampler: sampler,
      rows: told.rows, assumptions: told.assumptions)
    try part.write(to: output)
    journal.remove()
  }

  private func run(of source: PortfolioSource, in scratch: String) -> PortfolioRun {
    PortfolioRun(
      source: source, places: Array(source.entries.indices), simulation: simulation,
      checkpoints: checkpoints, scratch: scratch.isEmpty ? "." : scratch, quiet: quiet)
  }

  private var sampler: Sampler { simulation.sampler ?? .quantiles }

  private func source() throws -> PortfolioSource {
    guard let publicUseFile else { return try PortfolioSource(folder: folder ?? "") }
    return try PortfolioSource(
      publicUseFile: publicUseFile, year: drafting.year, start: try drafting.start(),
      asFirstAgreement: drafting.firstAgreement)
  }

  private func journal(in folder: ReportFolder) throws -> PortfolioJournal {
    do {
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: true)
    } catch {
      throw CannotWrite(path: folder.path, reason: "the folder cannot be made")
    }
    return try PortfolioJournal(path: folder.path + "/.glidepath-portfolio")
  }

  /// The summary, every fault, and the status that goes with them.
  static func tell(
    _ report: PortfolioReport, in folder: ReportFolder, quiet: Bool
  ) throws {
    if !quiet {
      let names = report.files.map(\.name).joined(separator: ", ")
      try show("\(report.summary)\nWrote \(folder.path)/\(names) and run.json.\n")
    }
    if !report.refused.isEmpty { try leave(on: report) }
  }

  /// What several rows have alike is said once.
  private static func leave(on report: PortfolioReport) throws -> Never {
    var said: Set<String> = []
    for fault in report.refused.flatMap(\.faults) where said.insert(fault).inserted {
      Leaving.say(fault)
    }
    throw Leaving.badInput
  }
}

/// How a public-use file's rows become scenarios.
struct DraftingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "The public-use file's performance year, where its name does not tell.")
  var year: Int?

  @Option(help: "First day of the agreements to draft from it; 2027-01-01 by default.")
  var agreementStart: String?

  @Flag(help: "Treat its ACOs as new: first agreements, inexperienced, never two-sided.")
  var firstAgreement = false

  var isGiven: Bool { year != nil || agreementStart != nil || firstAgreement }

  func start() throws -> Day {
    let text = agreementStart ?? "2027-01-01"
    guard let day = Day(text) else {
      throw ValidationError(
        "--agreement-start is \(text). Allowed: a day, such as 2027-01-01.")
    }
    return day
  }
}
