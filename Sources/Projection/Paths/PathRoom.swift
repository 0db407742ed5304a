/// One worker's columns: up to `Agreement.tallied` trials at a time are tallied together, for all
/// paths' bins together lie beyond a processor's caches and are visited once for so many.
///
/// Unsafe only to the compiler: one worker has it at a time.
final class PathRoom: @unchecked Sendable {
  /// Trials of room that nobody uses: columns a power of two apart would fall on the same lines of a
  /// processor's caches.
  private static let apart = 72

  private let nets: PathNets
  private let counters: PathCounters
  private let place: Int
  fileprivate var columns: PathLedger
  private(set) var walked: [Range<Int>] = []

  /// - Parameter place: Among the workers'.
  init(_ counters: PathCounters, _ nets: PathNets, _ place: Int) {
    (self.counters, self.nets, self.place) = (counters, nets, place)
    columns = PathLedger(
      counters.paths, counters.leaves, trials: Agreement.tallied + Self.apart, parties: false)
  }

  fileprivate func count(_ trials: Range<Int>) {
    counters.add(columns, trials, from: place)
    nets.write(columns, firstTrial: trials.lowerBound, count: trials.count)
    walked.append(trials)
  }

  /// Lets go of the room: whoever still holds it walks no more.
  func close() {
    columns = PathLedger(counters.paths, counters.leaves, trials: 0, parties: false)
    walked = []
  }
}

/// Walks into a room.
final class PathWalker {
  private let room: PathRoom
  private var simulation: PathSimulation
  private var trials = 0..<0

  init(_ room: PathRoom, _ simulation: consuming PathSimulation) {
    self.room = room
    self.simulation = simulation
  }

  /// - Parameter trials: That follow one another, at most `Agreement.tallied`.
  func begin(_ trials: Range<Int>) {
    self.trials = trials
    room.columns.clear()
  }

  /// Some of those trials; the rest of the range is passed over.
  func walk(_ some: Range<Int>) {
    let within = some.clamped(to: trials)
    guard !within.isEmpty else { return }
    room.columns.write(from: trials.lowerBound) {
      simulation.run(within, batch: 0, into: $0)
    }
  }

  /// Tallies them.
  func end() {
    if !trials.isEmpty { room.count(trials) }
    trials = 0..<0
  }
}
