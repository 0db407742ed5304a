import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting

struct ShardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shard",
    abstract: "Simulate one part of a run, for glidepath merge.",
    discussion: """
      Cuts the trials into parts of whole blocks of 1,024 and writes what one of them came to. Merged, \
      the parts are the run on one machine, to the cent. Parts are numbered from 0. In a job array the \
      number, and where the scheduler says it the count, are taken from its environment: \
      SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX (Kubernetes), AWS_BATCH_JOB_ARRAY_INDEX, \
      PBS_ARRAY_INDEX, SGE_TASK_ID or LSB_JOBINDEX. A part that is stopped goes on from FILE.checkpoint beside its output.

      EXAMPLES
        glidepath shard Scenarios/rural-first-agreement.yaml --of 8 --index 0 --output part-0.glidepath
        glidepath merge part-*.glidepath --output Reports
        glidepath shard --template slurm > glidepath.sbatch
      """)

  @Argument(help: "A scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String?

  @OptionGroup var simulation: SimulationOptions

  @OptionGroup var points: PointOptions

  @OptionGroup var checkpoints: CheckpointOptions

  @OptionGroup var part: PartOptions

  @Option(name: .shortAndLong, help: "The file to write.")
  var output: String?

  @Option(help: "Print what to submit to slurm, kubernetes or dask, and simulate nothing.")
  var template: ArrayTemplate?

  @Flag(help: "No progress.")
  var quiet = false

  func validate() {
    guard template == nil else { return }
    if file == nil {
      Misuse.note("The scenario file is missing. Name one, or give --template.")
    }
    if output?.isEmpty != false {
      Misuse.note("--output is missing. Allowed: the name of a file. Give --output.")
    }
  }

  func run() throws {
    try Leaving.onFault {
      if let template { return try show(template.text) }
      guard let file, let output else { return }
      let task = try part.task
      let scenario = try points.applied(to: simulation.applied(to: try Reading.scenario(file)))
      let written = try Reading.text(of: file, read: scenario)
      try OwnFile(
        path: output, firstLine: Partial.firstLine, kind: "partial", option: "--output"
      ).refuseUnwritable()
      Interruption.askBetweenBatches()
      let agreement = try Agreement(scenario, under: try Rulebook.current()).sampled(
        workers: simulation.workerCount, isCancelled: Interruption.isRequested)
      let bench = try TallyBench(
        agreement, workers: simulation.workerCount, isCancelled: Interruption.isRequested)
      let run = Partial.Run(
        scenario, file: written.fileName, text: written.text,
        rulebookDigest: agreement.rulebookDigest, engineVersion: Glidepath.version,
        pointsDigest: agreement.pointsDigest)
      let target = PartialFile(path: output)
      try refuseToReplaceAnother(target, by: run, task)
      let checkpoint = Checkpoint(
        path: output + ".checkpoint", of: run, task, every: checkpoints.checkpointEvery)
      var walks: PathWalks?
      try target.write(
        try checkpoint.partial(
          on: bench, walking: &walks, workers: simulation.workerCount,
          label: "Part \(task.index) of \(task.of) of \(scenario.name)", quiet: quiet))
      checkpoint.remove()
    }
  }

  /// A part of another run, or another part of this one, may have taken hours.
  private func refuseToReplaceAnother(
    _ file: PartialFile, by run: Partial.Run, _ task: ArrayTask
  ) throws {
    guard let other = try? file.read() else { return }
    var differences = run.differences(of: other.run)
    if differences.isEmpty, other.index != task.index || other.of != task.of {
      differences = ["part \(other.index) of \(other.of), not \(task.index) of \(task.of)"]
    }
    guard !differences.isEmpty else { return }
    Leaving.say(
      "\(file.path): is there already, and is of \(differences.joined(separator: ", ")). Choose "
        + "another --output, or move it away.")
    throw Leaving.cannotWrite
  }
}
