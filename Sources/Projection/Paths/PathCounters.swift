import Synchronization

/// What is counted of every path, by all workers into one place: some hundred kilobytes a path, too much
/// for each worker to have its own.
///
/// A worker counts a path's trials while nobody else does; all of it adds up in any order.
final class PathCounters: Sendable {
  let paths: [ElectedPath]
  private let blocks: ResamplingBlocks
  private let counters: [Counter]
  private let walked = Mutex(Walked())

  /// What is the same for every path.
  private struct Walked {
    var trials = 0
    /// As a tally has them.
    var mustEnd = Array(repeating: 0, count: 5)
  }

  private final class Counter: Sendable {
    let sums: Mutex<PathSums>

    init(_ sums: PathSums) { self.sums = Mutex(sums) }
  }

  /// - Parameters:
  ///   - none: Nothing counted yet.
  ///   - trials: Of the whole run.
  init(_ none: PathTally, trials: Int) {
    paths = none.paths
    blocks = ResamplingBlocks(trials: trials)
    counters = none.sums.map(Counter.init)
  }

  /// - Parameters:
  ///   - ledger: Its first places hold the trials.
  ///   - worker: Each begins with another path, so that none waits for long.
  func add(_ ledger: PathLedger, _ trials: Range<Int>, from worker: Int) {
    // Where any number of workers begin: parts of the golden ratio lie apart.
    let part = Double(worker) * 0.618_033_988_749_895
    let first = Int((part - part.rounded(.down)) * Double(paths.count))
    walked.withLock {
      $0.trials += trials.count
      for year in $0.mustEnd.indices { $0.mustEnd[year] += ledger.mustEnd(after: year) }
    }
    for turn in paths.indices {
      let path = (first + turn) % paths.count
      counters[path].sums.withLock {
        $0.add(ledger, path, 0..<trials.count, firstTrial: trials.lowerBound, blocks)
      }
    }
  }

  /// Adds what was counted to a tally and forgets it.
  func move(to tally: inout PathTally) {
    walked.withLock {
      tally.add(trials: $0.trials, mustEnd: $0.mustEnd)
      $0 = Walked()
    }
    for path in paths.indices {
      counters[path].sums.withLock {
        tally.add($0, of: path)
        $0 = $0.none
      }
    }
  }
}
