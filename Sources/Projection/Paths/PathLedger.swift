import Regulation

/// What every trial left to every path after five years, in whole cents.
///
/// Columns of one value a trial: `net` and `marks` at `leaf · trials + trial`, paths that are settled alike
/// having one leaf; ten bytes for a leaf and trial, 12 MB for the 121 of 212 paths and 10,000 trials.
struct PathLedger: Sendable {
  let trials: Int
  let paths: [ElectedPath]
  let leaves: PathLeaves
  fileprivate(set) var net: [Int64]
  fileprivate(set) var marks: [PathMarks]
  /// The most any path was left with, by trial.
  fileprivate(set) var best: [Int64]
  /// `batch · leaves + leaf`: net of the years after CMS first must or may terminate, in whole cents.
  fileprivate(set) var beyondEnd: [ExactMoments]
  /// What the scenario's programs came to, by trial.
  fileprivate(set) var programs: [ProgramTotals]
  /// `batch · 5 + year`: trials in which CMS must terminate for quality, first after that year.
  fileprivate var mustEnd: [Int]
  /// Who gained, by block of trials; `nil` where nobody asks.
  fileprivate(set) var parties: PathPartyLedger?

  func net(of path: Int) -> ArraySlice<Int64> { net[places(of: leaves[path])] }
  func marks(of path: Int) -> ArraySlice<PathMarks> { marks[places(of: leaves[path])] }
  func net(ofLeaf leaf: Int) -> ArraySlice<Int64> { net[places(of: leaf)] }
  func marks(ofLeaf leaf: Int) -> ArraySlice<PathMarks> { marks[places(of: leaf)] }

  private func places(of leaf: Int) -> Range<Int> { leaf * trials..<(leaf + 1) * trials }

  func beyondEnd(ofLeaf leaf: Int) -> ExactMoments {
    stride(from: leaf, to: beyondEnd.count, by: leaves.count).reduce(into: ExactMoments()) {
      $0.add(beyondEnd[$1])
    }
  }

  /// Trials in which CMS must terminate, first after this year.
  func mustEnd(after year: Int) -> Int {
    stride(from: year, to: mustEnd.count, by: 5).reduce(0) { $0 + mustEnd[$1] }
  }
}

/// Where a batch writes.
struct PathSlots {
  /// Trials that there is room for, and the first of them.
  let trials, first: Int
  let net: UnsafeMutablePointer<Int64>
  let marks: UnsafeMutablePointer<PathMarks>
  let best: UnsafeMutablePointer<Int64>
  let beyondEnd: UnsafeMutablePointer<ExactMoments>
  let mustEnd: UnsafeMutablePointer<Int>
  let programs: UnsafeMutablePointer<ProgramTotals>
  let parties: PathPartySlots?
}

extension Agreement {
  /// Every trial, settled along every path; the same on any number of workers, as a `Ledger` is.
  ///
  /// - Parameter inBatches: Whether many trials may be walked at once, which changes no cent.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  func pathLedger(
    _ paths: [ElectedPath], inBatches: Bool = true, workers: Int,
    progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> PathLedger {
    let tree = try PathTree(paths, of: self)
    let book = try cashOfNet(
      tree.settlements, tree.periods, workers: workers, isCancelled: isCancelled)
    var ledger = PathLedger(
      paths, tree.leaves, trials: scenario.trials, parties: division != nil)
    ledger.withSlots { slots in
      Self.dealBatches(
        of: scenario.trials, workers: workers, progress: progress, isCancelled: isCancelled,
        writing: slots, with: { PathSimulation(tree, book, of: self, inBatches: inBatches) }
      ) { simulation, trials, batch, slots in
        simulation.run(trials, batch: batch, into: slots)
      }
    }
    if isCancelled() { throw Interrupted() }
    return ledger
  }
}

extension PathLedger {
  /// Room for so many trials.
  ///
  /// - Parameter parties: Whether somebody asks who gains.
  init(_ paths: [ElectedPath], _ leaves: PathLeaves, trials: Int, parties: Bool) {
    let count = leaves.count
    self.init(
      trials: trials, paths: paths, leaves: leaves,
      net: Array(repeating: 0, count: count * trials),
      marks: Array(repeating: PathMarks(), count: count * trials),
      best: Array(repeating: 0, count: trials),
      beyondEnd: Array(
        repeating: ExactMoments(), count: count * Agreement.batches(of: trials)),
      programs: Array(repeating: ProgramTotals(), count: trials),
      mustEnd: Array(repeating: 0, count: 5 * Agreement.batches(of: trials)),
      parties: parties ? PathPartyLedger(trials: trials, paths: paths.count) : nil)
  }

  /// - Parameter first: The trial that is written to the first place.
  fileprivate mutating func withSlots(first: Int = 0, _ body: (PathSlots) -> Void) {
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
                      trials: trials, first: first, net: net, marks: marks, best: best,
                      beyondEnd: beyondEnd, mustEnd: mustEnd, programs: programs,
                      parties: parties))
                }
              }
            }
          }
        }
      }
    }
  }

  /// The room made ready for other trials.
  mutating func clear() {
    for place in mustEnd.indices { mustEnd[place] = 0 }
    for place in beyondEnd.indices { beyondEnd[place] = ExactMoments() }
    for place in programs.indices { programs[place] = ProgramTotals() }
  }

  /// - Parameter first: The trial that is written to the first place.
  mutating func write(from first: Int, _ write: (PathSlots) -> Void) {
    withSlots(first: first, write)
  }

  /// One leaf's trials: net, regret and marks; by place.
  func withColumns(
    ofLeaf leaf: Int, _ trials: Range<Int>,
    _ body: (
      UnsafeBufferPointer<Int64>, UnsafeBufferPointer<Int64>, UnsafeBufferPointer<PathMarks>
    ) -> Void
  ) {
    let places = leaf * self.trials + trials.lowerBound..<leaf * self.trials + trials.upperBound
    net.withUnsafeBufferPointer { net in
      best.withUnsafeBufferPointer { best in
        marks.withUnsafeBufferPointer { marks in
          withUnsafeTemporaryAllocation(of: Int64.self, capacity: trials.count) { regrets in
            let left = UnsafeBufferPointer(rebasing: net[places])
            let most = UnsafeBufferPointer(rebasing: best[trials])
            for place in left.indices { regrets[place] = most[place] &- left[place] }
            body(
              left, UnsafeBufferPointer(regrets), UnsafeBufferPointer(rebasing: marks[places]))
          }
        }
      }
    }
  }
}
