import Foundation
import Projection
import Reporting

/// A run, or a part of one, that goes on where it was stopped: what has been counted is written every
/// few seconds, and taken up by the same command.
struct Checkpoint {
  let file: PartialFile
  let run: Partial.Run
  /// Which part of how many.
  let task: ArrayTask
  /// Between two writings; a run that takes less writes none.
  let seconds: Double

  /// Of a whole run, beside its report.
  init(in folder: ReportFolder, of run: Partial.Run, every seconds: Double) {
    self.init(
      path: folder.path + "/.glidepath-checkpoint", of: run, ArrayTask(index: 0, of: 1),
      every: seconds)
  }

  init(path: String, of run: Partial.Run, _ task: ArrayTask, every seconds: Double) {
    file = PartialFile(path: path)
    self.run = run
    self.task = task
    self.seconds = seconds
  }

  /// The same, told on a line of its own.
  func partial(
    on bench: TallyBench, walking walks: inout PathWalks?, workers: Int, label: String, quiet: Bool
  ) throws -> Partial {
    let trials = bench.trials(of: bench.shard(task.index, of: task.of)).count
    return try ProgressLine.during(label, total: trials, quiet: quiet) {
      try partial(on: bench, walking: &walks, workers: workers, progress: $0)
    }
  }

  /// Every trial of the part, those counted before taken from the file.
  ///
  /// - Parameters:
  ///   - walks: Walked on the histories sampled here, but not on those of trials counted before.
  ///   - rule: Asked at each of its looks; the part ends at the first at which it holds.
  ///   - progress: Called with the trials that are done, from any worker.
  /// - Throws: `Interrupted` once Ctrl-C was pressed, which tells whether a checkpoint is there: what was
  ///   counted is kept where the run had taken longer than `seconds`.
  func partial(
    on bench: TallyBench, walking walks: inout PathWalks?, workers: Int,
    until rule: StoppingRule? = nil,
    progress: @escaping @Sendable (Int) -> Void
  ) throws -> Partial {
    let all = bench.shard(task.index, of: task.of)
    var (tally, done) = kept(on: bench, of: all) ?? (bench.none, all.lowerBound)
    progress(tally.trials)
    var (written, atOnce) = (Date(), max(Self.firstBlocks, workers))
    var (isKept, isWarned) = (done > all.lowerBound, false)
    func keepIfDue() {
      guard done > all.lowerBound, -written.timeIntervalSinceNow >= seconds else { return }
      let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      written = Date()
      do {
        try file.write(partial(tally, bench.trials(of: all.lowerBound..<done)))
        isKept = true
      } catch {
        if !isWarned { Leaving.say("\(error) The run goes on, and keeps nothing until it can.") }
        isWarned = true
      }
    }
    let looks = rule?.looks.compactMap { bench.block(from: $0) } ?? []
    while done < all.upperBound {
      // Also where a checkpoint ends at a look.
      if let rule, looks.contains(done), bench.reached(rule, by: tally).isReached { break }
      let end = min(done + atOnce, looks.first { [done] in $0 > done } ?? all.upperBound)
      let (blocks, began) = (done..<end, Date())
      do {
        tally.add(
          try bench.tally(
            of: blocks, walking: &walks, workers: workers, progress: progress,
            isCancelled: Interruption.isRequested))
      } catch {
        keepIfDue()
        throw error is Interrupted ? Interrupted(isKept: isKept) : error
      }
      done = blocks.upperBound
      atOnce = Self.blocks(after: atOnce, taking: -began.timeIntervalSinceNow)
      if done < all.upperBound { keepIfDue() }
    }
    return partial(tally, bench.trials(of: all.lowerBound..<done))
  }

  /// A fiftieth of a second's work of one worker, and two seconds' of one that draws trial by trial: what a
  /// round counts is added to what was counted before, which takes as long as a thousand trials.
  private static let firstBlocks = 16

  func remove() { file.remove() }

  private func partial(_ tally: Tally, _ range: Range<Int>) -> Partial {
    Partial(run: run, index: task.index, of: task.of, range: range, tally: tally)
  }

  /// Some tenths of a second's work: long enough to share among cores, short enough to stop soon.
  private static func blocks(after blocks: Int, taking seconds: Double) -> Int {
    if seconds < 0.2 { return min(blocks * 2, 4_096) }
    return seconds > 1 ? max(blocks / 2, 1) : blocks
  }

  /// `nil` where there is none; and after a sentence, where it is of another run.
  private func kept(on bench: TallyBench, of all: Range<Int>) -> (tally: Tally, done: Int)? {
    switch Result(catching: { () throws(PartialFault) in try file.read() }) {
    case .success(let partial):
      guard partial.run == run, partial.range.lowerBound == bench.trials(of: all).lowerBound,
        let done = bench.block(from: partial.range.upperBound), done <= all.upperBound,
        partial.tally.counts(like: bench.none)
      else {
        let others = run.differences(of: partial.run)
        say(others.isEmpty ? "it is of another part" : "it is of " + others.joined(separator: ", "))
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
