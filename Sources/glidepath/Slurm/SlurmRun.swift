import ArgumentParser
import Foundation
import Projection
import Reporting
import Scenarios

/// One scenario run by Slurm: an array of parts, and a merge that waits for all of them.
///
/// The jobs belong to Slurm: whoever stops watching stops nothing. The same command watches jobs that
/// are queued still, and submits only the parts that are missing where none are.
struct SlurmRun {
  let folder: ReportFolder
  let parts: SlurmParts
  let scripts: SlurmScripts
  let quiet: Bool

  /// Returns once the report is written.
  ///
  /// - Throws: `ExitCode`, after a sentence, where it is not.
  func run() throws {
    try Slurm.find()
    try parts.make()
    try watch(try queuedJobs() ?? submit())
    guard try isDone() else { try leaveUnfinished() }
    if !quiet { try show(parts.log("merge")) }
    parts.remove()
  }

  /// The jobs of an earlier command that are queued still; `nil` where there are none.
  private func queuedJobs() throws -> [Int]? {
    let jobs = parts.jobs
    guard let queue = try Slurm.queue(of: jobs) else {
      Leaving.say(
        "squeue does not answer, or not with jobs. Give the same command again when Slurm does.")
      throw Leaving.internalFault
    }
    let blocked = queue.filter(\.isBlocked).map(\.job)
    try drop(blocked)
    guard queue.contains(where: { !$0.isBlocked }) else { return nil }
    say("Jobs \(Self.words(jobs)) are queued already; watching them.")
    guard jobs.count == 1 else { return jobs }
    return try submitMerge(after: jobs[0])
  }

  private func submit() throws -> [Int] {
    let missing = parts.missing()
    guard !missing.isEmpty else { return try submitMerge(after: nil) }
    let array = try Slurm.submit(
      try parts.put(scripts.part, as: "part.sh"),
      [
        "--array=\(Self.ranges(missing))", "--job-name=glidepath", "--requeue",
        "--output=\(parts.path)/%a.log",
      ])
    try parts.keep(jobs: [array])
    say(
      "Job \(array): \(missing.count) of \(parts.count) parts"
        + (missing.count < parts.count ? ", those that are missing." : "."))
    return try submitMerge(after: array)
  }

  private func submitMerge(after array: Int?) throws -> [Int] {
    let waits = array.map { ["--dependency=afterok:\($0)", "--kill-on-invalid-dep=yes"] } ?? []
    let merge = try Slurm.submit(
      try parts.put(scripts.merge, as: "merge.sh"),
      waits + ["--job-name=glidepath-merge", "--output=\(parts.path)/merge.log"])
    let jobs = (array.map { [$0] } ?? []) + [merge]
    try parts.keep(jobs: jobs)
    say("Job \(merge): the merge" + (array.map { ", once all of \($0) is done." } ?? "."))
    return jobs
  }

  /// Returns once none of the jobs is queued.
  private func watch(_ jobs: [Int]) throws {
    let line = SlurmProgress(isShown: !quiet)
    defer { line.finish() }
    var silent = 0
    while true {
      if Interruption.isRequested() {
        line.finish()
        Leaving.say(
          "Jobs \(Self.words(jobs)) go on. Give the same command again to watch them; end them with "
            + "scancel \(jobs.map(String.init).joined(separator: " ")).")
        throw Leaving.interrupted
      }
      guard let queue = try Slurm.queue(of: jobs) else {
        silent += 1
        if silent > 60 {
          line.finish()
          Leaving.say(
            "squeue has not answered for minutes. The jobs may go on: give the same command again.")
          throw Leaving.internalFault
        }
        sleep(2)
        continue
      }
      silent = 0
      try drop(queue.filter(\.isBlocked).map(\.job))
      let left = queue.filter { !$0.isBlocked }
      line.show(parts, left, array: jobs.count > 1 ? jobs[0] : nil)
      if left.isEmpty { return }
      sleep(1)
    }
  }

  /// A merge that can never run is taken out of the queue.
  private func drop(_ jobs: [Int]) throws {
    guard !jobs.isEmpty else { return }
    _ = try Slurm.ask("scancel", jobs.map(String.init))
  }

  /// Whether every part and the report are there; a file system that is shared may show them late.
  private func isDone() throws -> Bool {
    for _ in 0..<3 {
      if parts.missing().isEmpty, isWritten { return true }
      sleep(1)
    }
    return false
  }

  /// Whether the folder holds the whole report of this very run.
  private var isWritten: Bool {
    guard folder.state() == .complete, let manifest = try? RunManifest(of: folder) else {
      return false
    }
    let run = parts.run
    return manifest.scenarioDigest == run.scenarioDigest && manifest.seed == run.seed
      && manifest.trials == run.trials && manifest.sampler == run.sampler
      && manifest.rulebookDigest == run.rulebookDigest
      && manifest.engineVersion == run.engineVersion
  }

  private func leaveUnfinished() throws -> Never {
    let missing = parts.missing()
    let last =
      parts.log(missing.first.map(String.init) ?? "merge").split(separator: "\n").last ?? ""
    let ends = last.isEmpty ? "" : " The log ends: \(last)"
    if let first = missing.first {
      Leaving.say(
        "\(missing.count) of \(parts.count) parts are missing: \(Self.ranges(missing)). The merge was not "
          + "run. See \(parts.path)/\(first).log.\(ends)")
    } else {
      Leaving.say("Every part is there, and the merge failed. See \(parts.path)/merge.log.\(ends)")
    }
    Leaving.say("Give the same command again: it runs only what is missing.")
    throw Leaving.internalFault
  }

  private func say(_ line: String) {
    if !quiet { Leaving.say(line) }
  }

  private static func words(_ jobs: [Int]) -> String {
    jobs.map(String.init).joined(separator: " and ")
  }

  /// `0-3,7,9-10`.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}

extension Slurm.Queued {
  /// Whether it waits for what has failed.
  fileprivate var isBlocked: Bool { reason.contains("DependencyNeverSatisfied") }
}
