import Foundation
import Projection
import Reporting

/// A run that goes on where it was stopped: what has been counted is written beside the report every
/// few seconds, and taken up by the same command.
struct Checkpoint {
  static let name = ".glidepath-checkpoint"

  let file: PartialFile
  let run: Partial.Run
  /// Between two writings; a run that takes less writes none.
  let seconds: Double

  init(in folder: ReportFolder, of run: Partial.Run, every seconds: Double) {
    file = PartialFile(path: folder.path + "/" + Self.name)
    self.run = run
    self.seconds = seconds
  }

  /// Every trial of the run, those counted before taken from the file.
  ///
  /// - Throws: `Interrupted` once Ctrl-C was pressed; what was counted is then kept, where the run had
  ///   taken longer than `seconds`.
  func tally(on bench: TallyBench, workers: Int, label: String, quiet: Bool) throws -> Tally {
    var (tally, done) = (bench.none, 0)
    if let kept = kept(on: bench) { (tally, done) = kept }
    let progress = ProgressLine(
      label, total: bench.trials(of: 0..<bench.blocks).count, quiet: quiet)
    defer { progress.finish() }
    progress.add(tally.trials)
    var (written, atOnce) = (Date(), 8)
    while done < bench.blocks {
      let (blocks, began) = (done..<min(done + atOnce, bench.blocks), Date())
      do {
        tally.add(
          try bench.tally(
            of: blocks, workers: workers, progress: { progress.add($0) },
            isCancelled: { Interruption.isRequested }))
      } catch {
        if -written.timeIntervalSinceNow >= seconds { try write(tally, done, on: bench) }
        throw error
      }
      done = blocks.upperBound
      atOnce = Self.blocks(after: atOnce, taking: -began.timeIntervalSinceNow)
      if -written.timeIntervalSinceNow >= seconds, done < bench.blocks {
        try write(tally, done, on: bench)
        written = Date()
      }
    }
    return tally
  }

  func remove() { file.remove() }

  /// Some tenths of a second's work: long enough to share among cores, short enough to stop soon.
  private static func blocks(after blocks: Int, taking seconds: Double) -> Int {
    if seconds < 0.2 { return min(blocks * 2, 4_096) }
    return seconds > 1 ? max(blocks / 2, 1) : blocks
  }

  private func write(_ tally: Tally, _ done: Int, on bench: TallyBench) throws {
    let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try file.write(
      Partial(run: run, index: 0, of: 1, range: bench.trials(of: 0..<done), tally: tally))
  }

  /// `nil` where there is none; and after a sentence, where it is of another run.
  private func kept(on bench: TallyBench) -> (tally: Tally, done: Int)? {
    switch Result(catching: { () throws(PartialFault) in try file.read() }) {
    case .success(let partial):
      guard partial.range.lowerBound == 0, let done = bench.block(from: partial.range.upperBound),
        partial.run == run, partial.tally.counts(like: bench.none)
      else {
        let others = run.differences(of: partial.run)
        say(
          others.isEmpty ? "it was counted otherwise" : "it is of " + others.joined(separator: ", ")
        )
        return nil
      }
      return (partial.tally, done)
    case .failure(let fault):
      if !fault.isMissing { say("it is damaged") }
      return nil
    }
  }

  private func say(_ reason: String) {
    Leaving.say("\(file.path) is not used: \(reason). Simulating from the first trial.")
  }
}
