import Regulation

/// What every trial left to every path after five years, in whole cents.
///
/// Columns of one value a trial: `net` and `marks` at `path · trials + trial`; ten bytes for a path
/// and trial, 212 MB for 212 paths and 100,000 trials.
struct PathLedger: Sendable {
  let trials: Int
  let paths: [ElectedPath]
  fileprivate(set) var net: [Int64]
  fileprivate(set) var marks: [PathMarks]
  /// The most any path was left with, by trial.
  fileprivate(set) var best: [Int64]
  /// `batch · paths + path`: net of the years after CMS first must or may terminate; cents.
  fileprivate var beyondEnd: [Moments]
  /// What the scenario's programs came to, by trial.
  fileprivate(set) var programs: [ProgramTotals]
  /// `batch · 5 + year`: trials in which CMS must terminate for quality, first after that year.
  fileprivate var mustEnd: [Int]
  /// Who gained, by block of trials; `nil` where nobody asks.
  fileprivate(set) var parties: PathPartyLedger?

  func net(of path: Int) -> ArraySlice<Int64> { net[path * trials..<(path + 1) * trials] }
  func marks(of path: Int) -> ArraySlice<PathMarks> { marks[path * trials..<(path + 1) * trials] }

  /// Cents a trial forgone where CMS ends the agreement as soon as it must or may.
  func beyondEnd(of path: Int) -> Moments {
    var sum = Moments()
    for place in stride(from: path, to: beyondEnd.count, by: paths.count) {
      sum.add(beyondEnd[place])
    }
    return sum
  }

  /// Trials in which CMS must terminate, first after this year.
  func mustEnd(after year: Int) -> Int {
    stride(from: year, to: mustEnd.count, by: 5).reduce(0) { $0 + mustEnd[$1] }
  }
}

/// Where a batch writes.
struct PathSlots {
  let trials: Int
  let net: UnsafeMutablePointer<Int64>
  let marks: UnsafeMutablePointer<PathMarks>
  let best: UnsafeMutablePointer<Int64>
  let beyondEnd: UnsafeMutablePointer<Moments>
  let mustEnd: UnsafeMutablePointer<Int>
  let programs: UnsafeMutablePointer<ProgramTotals>
  let parties: PathPartySlots?
}

extension Agreement {
  /// Every trial, settled along every path; the same on any number of workers, as a `Ledger` is.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  func pathLedger(
    _ paths: [ElectedPath], workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> PathLedger {
    let tree = try PathTree(paths, of: self)
    let book = try cashOfNet(
      tree.settlements, tree.periods, workers: workers, isCancelled: isCancelled)
    let trials = scenario.trials
    let batches = Self.batches(of: trials)
    var ledger = PathLedger(
      trials: trials, paths: paths, net: Array(repeating: 0, count: paths.count * trials),
      marks: Array(repeating: PathMarks(), count: paths.count * trials),
      best: Array(repeating: 0, count: trials),
      beyondEnd: Array(repeating: Moments(), count: paths.count * batches),
      programs: Array(repeating: ProgramTotals(), count: trials),
      mustEnd: Array(repeating: 0, count: 5 * batches),
      parties: division.map { _ in PathPartyLedger(trials: trials, paths: paths.count) })
    ledger.withSlots { slots in
      Self.deal(
        trials, workers: workers, progress: progress, isCancelled: isCancelled, writing: slots,
        with: { PathSimulation(tree, book, of: self) }
      ) { simulation, trial, batch, slots in
        simulation.run(trial, batch: batch, into: slots)
      }
    }
    if isCancelled() { throw Interrupted() }
    return ledger
  }
}

extension PathLedger {
  fileprivate mutating func withSlots(_ body: (PathSlots) -> Void) {
    net.withUnsafeMutableBufferPointer { net in
      marks.withUnsafeMutableBufferPointer { marks in
        best.withUnsafeMutableBufferPointer { best in
          beyondEnd.withUnsafeMutableBufferPointer { beyondEnd in
            mustEnd.withUnsafeMutableBufferPointer { mustEnd in
              programs.withUnsafeMutableBufferPointer { programs in
                guard let net = net.baseAddress, let marks = marks.baseAddress,
                  let best = best.baseAddress, let beyondEnd = beyondEnd.baseAddress,
                  let mustEnd = mustEnd.baseAddress, let programs = programs.baseAddress
                else { return }
                parties.withSlots { parties in
                  body(
                    PathSlots(
                      trials: trials, net: net, marks: marks, best: best, beyondEnd: beyondEnd,
                      mustEnd: mustEnd, programs: programs, parties: parties))
                }
              }
            }
          }
        }
      }
    }
  }
}
