import ArgumentParser
import Foundation
import Projection
import Reporting
import Scenarios

/// What runs the trials of a report.
enum RunEngine: String, CaseIterable, ExpressibleByArgument {
  /// This process.
  case here
  /// A job array of Slurm, and a merge after it.
  case slurm
}

/// Where a run is made.
struct EngineOptions: ParsableArguments {
  @Option(
    help: """
      What runs the trials: here, or slurm, which submits a job array of parts and a merge. Program, \
      scenario and output folder must be on a file system that all nodes share.
      """)
  var engine = RunEngine.here

  @Option(
    parsing: .unconditional,
    help: "Number of parts of --engine slurm, 1 through 10,000; 16 by default.")
  var of: Int?

  func validate() {
    if let of, engine == .here {
      Misuse.note(
        "--of is \(of) without --engine. Allowed: with --engine slurm. Give both, or run one part with "
          + "glidepath shard.")
    }
    if let of, !(1...10_000).contains(of) {
      Misuse.note("--of is \(of). Allowed: 1 through 10,000.")
    }
  }

  /// A run of parts cannot give all that a command line may ask for.
  ///
  /// - Parameter given: What else it asks for.
  func refuse(_ given: [(name: String, isGiven: Bool)]) {
    let names = given.filter(\.isGiven).map(\.name)
    guard engine == .slurm, !names.isEmpty else { return }
    Misuse.note(
      "\(names.joined(separator: " and ")) cannot be had with --engine slurm. Allowed: on one machine. "
        + "Leave out one or the other.")
  }

  func slurm(
    _ file: String, to folder: ReportFolder, of run: Partial.Run, template: String?,
    _ simulation: SimulationOptions, quiet: Bool
  ) -> SlurmRun {
    func whole(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
    let parts = SlurmParts(beside: folder, of: run, count: of ?? 16)
    let reports = URL(filePath: whole(folder.path)).deletingLastPathComponent().path
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    return SlurmRun(
      folder: folder, parts: parts,
      scripts: SlurmScripts(
        program: program, scenario: whole(file), parts: parts.path, output: reports,
        template: template.map(whole), count: parts.count, simulation: simulation), quiet: quiet)
  }
}
