import Probability
import Regulation
import Scenarios

/// What a point comes to on the trials of a bench.
struct Sighting: Sendable {
  /// Mean five-year net by path, in dollars.
  let means: [Double]
  /// Five-year net in cents of the paths followed, each in the order of the trials.
  let columns: [[Int64]]
  /// Mean over the five years, a fraction.
  let savingsRate: Estimate

  /// The path of highest mean, the first of equals.
  var best: Int { means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 } }

  /// Mean of a path followed, by its place among them, with its error.
  func mean(_ place: Int) -> Estimate { Moments(columns[place]).cents(of: columns[place].count) }

  /// Mean of a path followed less another.
  func lead(of one: Int, over other: Int) -> Estimate {
    Moments(zip(columns[one], columns[other]).map { $0 - $1 }).cents(of: columns[one].count)
  }
}

extension Moments {
  init(_ cents: [Int64]) {
    self.init()
    for amount in cents { add(Double(amount)) }
  }

  /// In dollars.
  func cents(of trials: Int) -> Estimate {
    let estimate = estimate(of: Double(trials))
    return Estimate(value: estimate.value / 100, standardError: estimate.standardError / 100)
  }
}

/// Looks at points: each is a scenario, settled along the same paths over the same trials, so that all
/// that differs between two points is what was moved.
///
/// Points and batches of trials are dealt to the workers together; the figures are the same on any
/// number of them.
struct PointBench: Sendable {
  let agreement: Agreement
  let tree: PathTree
  /// `nil` where the scenario does not state when money moves.
  let book: CashBook?
  let trials: Int
  let watch: StudyWatch

  var paths: [ElectedPath] { tree.paths }

  init(_ agreement: Agreement, _ paths: [ElectedPath], trials: Int, _ watch: StudyWatch) throws {
    self.agreement = agreement
    self.trials = trials
    self.watch = watch
    tree = try PathTree(paths, of: agreement)
    var few = agreement
    few.scenario.trials = trials
    book = try few.cashOfNet(
      tree.settlements, tree.periods, workers: watch.workers, isCancelled: watch.isCancelled)
  }

  /// - Parameter followed: Paths whose every trial is kept.
  /// - Throws: `Interrupted`.
  func look(at points: [InputPoint], following followed: [Int] = []) throws -> [Sighting] {
    guard !points.isEmpty else { return [] }
    let agreements = try concurrently(points.count) { point in
      Result { try agreement.binding(agreement.scenario.moved(to: points[point])) }
    }.map { try $0.get() }
    let batches = Agreement.batches(of: trials)
    var table = PointTable(
      points: points.count, paths: paths.count, batches: batches, followed: followed,
      trials: trials)
    table.withSlots { slots in
      Agreement.dealBatches(
        of: points.count * batches * Agreement.batch, workers: watch.workers,
        progress: watch.progress, isCancelled: watch.isCancelled, writing: slots,
        with: { PointSimulation(tree, book, agreements) }
      ) { simulation, turns, batch, slots in
        let point = batch / batches
        let first = turns.lowerBound - point * batches * Agreement.batch
        simulation.run(
          point, first..<min(first + turns.count, trials), batch: batch, followed, into: slots)
      }
    }
    if watch.isCancelled() { throw Interrupted() }
    return table.sightings
  }
}

/// How a study is run: by how many, and who is told.
struct StudyWatch: Sendable {
  var workers: Int
  var progress: (@Sendable (Int) -> Void)?
  var isCancelled: @Sendable () -> Bool
}

/// One worker's machinery, made anew for each point it comes to.
private struct PointSimulation: ~Copyable {
  private let tree: PathTree
  private let book: CashBook?
  private let agreements: [Agreement]
  private var point = -1
  private var simulation: PathSimulation

  init(_ tree: PathTree, _ book: CashBook?, _ agreements: [Agreement]) {
    self.tree = tree
    self.book = book
    self.agreements = agreements
    simulation = Self.simulation(tree, book, agreements[0])
  }

  private static func simulation(
    _ tree: PathTree, _ book: CashBook?, _ agreement: Agreement
  ) -> PathSimulation {
    PathSimulation(tree, book?.bound(to: agreement.cash), of: agreement)
  }

  mutating func run(
    _ wanted: Int, _ trials: Range<Int>, batch: Int, _ followed: [Int], into slots: PointSlots
  ) {
    if wanted != point {
      simulation = Self.simulation(tree, book, agreements[wanted])
      point = wanted
    }
    guard let walk = simulation.batch else {
      for trial in trials { run(trial, batch: batch, followed, into: slots) }
      return
    }
    for some in trials.inBatches { run(walk, some, batch: batch, followed, into: slots) }
  }

  private func run(
    _ walk: BatchWalk, _ trials: Range<Int>, batch: Int, _ followed: [Int],
    into slots: PointSlots
  ) {
    walk.walk(trials)
    let sums = (0..<walk.leaves.count).map { leaf in
      UnsafeBufferPointer(
        start: walk.net + leaf * ObservedColumns.trials, count: trials.count
      ).reduce(0, +)
    }
    for path in walk.leaves.paths {
      slots.sums[batch * walk.leaves.paths.count + path] += sums[walk.leaves[path]]
    }
    for trial in 0..<trials.count { slots.rates[batch].add(walk.savingsRates[trial]) }
    for (place, path) in followed.enumerated() {
      let to = (point * followed.count + place) * slots.trials + trials.lowerBound
      (slots.columns + to).update(
        from: walk.net + walk.leaves[path] * ObservedColumns.trials, count: trials.count)
    }
  }

  private mutating func run(
    _ trial: Int, batch: Int, _ followed: [Int], into slots: PointSlots
  ) {
    simulation.walk(trial)
    let paths = tree.paths.count
    for path in 0..<paths { slots.sums[batch * paths + path] += simulation.net(of: path) }
    slots.rates[batch].add(simulation.savingsRate)
    for place in followed.indices {
      slots.columns[(point * followed.count + place) * slots.trials + trial] =
        simulation.net(of: followed[place])
    }
  }
}

/// Where a batch writes.
private struct PointSlots {
  let trials: Int
  let sums: UnsafeMutablePointer<Int64>
  let rates: UnsafeMutablePointer<Moments>
  let columns: UnsafeMutablePointer<Int64>
}

/// Sums of whole cents by batch and path, and the columns of the paths followed by point.
private struct PointTable {
  let points, paths, batches, trials: Int
  let followed: [Int]
  var sums: [Int64]
  var rates: [Moments]
  var columns: [Int64]

  init(points: Int, paths: Int, batches: Int, followed: [Int], trials: Int) {
    (self.points, self.paths, self.batches, self.trials) = (points, paths, batches, trials)
    self.followed = followed
    sums = Array(repeating: 0, count: points * batches * paths)
    rates = Array(repeating: Moments(), count: points * batches)
    // One to spare, so that there is something to point at where nothing is followed.
    columns = Array(repeating: 0, count: points * followed.count * trials + 1)
  }

  mutating func withSlots(_ body: (PointSlots) -> Void) {
    let trials = trials
    sums.withUnsafeMutableBufferPointer { sums in
      rates.withUnsafeMutableBufferPointer { rates in
        columns.withUnsafeMutableBufferPointer { columns in
          guard let sums = sums.baseAddress, let rates = rates.baseAddress,
            let columns = columns.baseAddress
          else { return }
          body(PointSlots(trials: trials, sums: sums, rates: rates, columns: columns))
        }
      }
    }
  }

  var sightings: [Sighting] {
    (0..<points).map { point in
      let rows = point * batches..<(point + 1) * batches
      var rate = Moments()
      for row in rows { rate.add(rates[row]) }
      return Sighting(
        means: (0..<paths).map { path in
          let sum = rows.reduce(Int128.zero) { $0 + Int128(sums[$1 * paths + path]) }
          return Double(sum) / Double(trials) / 100
        },
        columns: followed.indices.map { place in
          let start = (point * followed.count + place) * trials
          return Array(columns[start..<start + trials])
        }, savingsRate: rate.estimate(of: Double(trials)))
    }
  }
}
