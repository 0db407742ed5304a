import ArgumentParser
import Evidence
import Foundation
import Projection
import Regulation
import Reporting

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Forecasts of years already published, made from earlier ones, scored.",
    discussion: """
      Each of the latest years is forecast from the files of one and of two years before with the
      product's own projection, and scored beside three baselines. Later files run unchanged.
      --record writes what was measured as the track record that decks show; the one that ships is
      Sources/Evidence/Record/track-record.yaml.

      EXAMPLES
        glidepath backtest cms-files
        glidepath backtest cms-files --through 2021 --json
        glidepath backtest cms-files --record Sources/Evidence/Record/track-record.yaml
      """)

  @Argument(help: "A folder of Performance Year Financial and Quality Results files (.csv).")
  var folder: String

  @Option(
    parsing: .unconditional, help: "The last performance year to forecast. Default: the newest.")
  var through: Int?

  @Option(parsing: .unconditional, help: "How many performance years to forecast, ending there.")
  var targets = 3

  @Option(help: "Histories drawn for each ACO.")
  var trials = Backtest.usualTrials

  @Option(
    name: .customLong("aco"), parsing: .singleValue,
    help: "An ACO to tell of by itself, with and without its own record; may be repeated.")
  var acos: [String] = []

  @Option(help: "Also write the track record to this file; a track record there is replaced.")
  var record: String?

  @Flag(help: "Print JSON instead of tables.")
  var json = false

  @Flag(help: "No progress.")
  var quiet = false

  func validate() {
    if !(1...100).contains(targets) {
      Misuse.note("--targets is \(targets). Allowed: 1 through 100.")
    }
    if !(100...1_000_000).contains(trials) {
      Misuse.note("--trials is \(trials). Allowed: 100 through 1,000,000.")
    }
    Misuse.noteEmpty("--record", record, ofA: "file")
  }

  func run() throws {
    try Leaving.onFault {
      let file = record.map {
        OwnFile(
          path: $0, firstLine: TrackRecord.firstLine, kind: "track record", option: "--record")
      }
      try file?.refuseUnwritable()
      let files = PublicUseFolder(path: self.folder)
      let plan = BacktestPlan(
        try files.panel(through: through), through: through, targets: targets)
      let backtest = try forecast(plan, in: files.url)
      if let file { try file.write(TrackRecord(backtest, version: Glidepath.version).yaml) }
      try show(json ? backtest.json.document : backtest.table)
      if let file { Leaving.say("Wrote \(file.path).") }
    }
  }

  private func forecast(_ plan: BacktestPlan, in folder: URL) throws -> Backtest {
    Interruption.askBetweenBatches()
    let asked = Set(acos.map { $0.uppercased() })
    let absent = plan.absent(asked)
    guard absent.isEmpty else {
      throw ValidationError(
        "--aco \(absent.joined(separator: ", ")): not forecast in any year. Allowed: ACOs of the "
          + "files that are in both the last year known and the year forecast.")
    }
    let backtest = try ProgressLine.during("Forecasting", total: plan.count, quiet: quiet) {
      try Backtest(
        plan, in: folder, trials: trials, acos: asked, under: .current(),
        watch: BacktestWatch(progress: $0, isCancelled: Interruption.isRequested))
    }
    if Interruption.isRequested() { throw Interrupted() }
    return backtest
  }
}
