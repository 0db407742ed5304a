import ArgumentParser
import Foundation
import Reporting

struct TrialsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trials",
    abstract: "The payments of every trial of a kept run, as comma-separated text.",
    discussion: """
      One row a trial, option and performance year: trial, option, year, payment in dollars and \
      cents, positive from CMS, negative to CMS, after recoupment. The run must have been made with \
      --keep-trials.

      EXAMPLES
        glidepath project Scenarios/rural-first-agreement.yaml --keep-trials
        glidepath trials Reports/rural-first-agreement --option levelE > levelE.csv
      """)

  @Argument(help: "A report's folder, or a run.sqlite.")
  var kept: String

  @Option(help: "An option, by its key; every option by default.")
  var option: String?

  func run() throws {
    try Leaving.onFault {
      let csv: TrialsCSV
      do {
        let run = try run(in: kept)
        try run.refuseDamaged()
        csv = try TrialsCSV(run, option: option)
      } catch let fault as UnknownOption {
        throw ValidationError(fault.description)
      }
      try csv.write { try show(bytes: $0) }
    }
  }

  /// A folder's run is the one its manifest names; an older one left in it is not its own.
  private func run(in path: String) throws -> KeptRun {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return try KeptRun(path: path) }
    let folder = ReportFolder(path: path)
    guard try RunManifest(of: folder).asked.contains(.keepTrials) else {
      throw KeptRunFault.keepsNone(folder)
    }
    return try KeptRun(path: "\(folder.path)/\(RunDatabase.name)")
  }
}
