import Synchronization

/// What is counted of every path, by all workers into one place: some hundred kilobytes for each leaf, too
/// much for each worker to have its own.
///
/// A worker counts a leaf's trials while nobody else does; all of it adds up in any order.
final class PathCounters: Sendable {
  let paths: [ElectedPath]
  let leaves: PathLeaves
  private let blocks: ResamplingBlocks
  private let counters: [Counter]
  private let walked: Mutex<Walked>

  private final class Counter: Sendable {
    let sums: Mutex<PathSums>

    init(_ sums: PathSums) { self.sums = Mutex(sums) }
  }

  /// What is the same for every path, as a tally has it.
  private struct Walked {
    var trials: Int
    var mustEnd: [Int]
  }

  /// - Parameters:
  ///   - counted: So far.
  ///   - trials: Of the whole run.
  init(_ counted: PathTally, trials: Int) {
    (paths, leaves) = (counted.paths, counted.leaves)
    blocks = ResamplingBlocks(trials: trials)
    counters = counted.sums.map(Counter.init)
    walked = Mutex(Walked(trials: counted.trials, mustEnd: counted.mustEnd))
  }

  /// - Parameters:
  ///   - ledger: Its first places hold the trials; it holds no others.
  ///   - worker: Each begins with another leaf, so that none waits for long.
  func add(_ ledger: PathLedger, _ trials: Range<Int>, from worker: Int) {
    walked.withLock {
      $0.trials += trials.count
      for year in $0.mustEnd.indices { $0.mustEnd[year] += ledger.mustEnd(after: year) }
    }
    // Where any number of workers begin: parts of the golden ratio lie apart.
    let part = Double(worker) * 0.618_033_988_749_895
    let first = Int((part - part.rounded(.down)) * Double(counters.count))
    for turn in counters.indices {
      let leaf = (first + turn) % counters.count
      counters[leaf].sums.withLock {
        $0.add(ledger, leaf, 0..<trials.count, firstTrial: trials.lowerBound, blocks)
      }
    }
  }

  /// Trials counted.
  var trials: Int { walked.withLock { $0.trials } }

  /// Everything counted.
  var tally: PathTally {
    let walked = walked.withLock { $0 }
    return PathTally(
      paths, leaves, counters.map { $0.sums.withLock { $0 } }, trials: walked.trials,
      mustEnd: walked.mustEnd)
  }
}
