import CSettlement
import CWidths
import Reconciliation
import Regulation
import Sampling

/// Every path along `ObservedColumns.trials` trials at once: what `PathSimulation` does one trial at a
/// time, to the same cents.
final class BatchWalk {
  private let settlements: BatchSettlements
  private let monitoring: [MonitoringTerms]
  let leaves: PathLeaves
  private let nodes: UnsafeMutableBufferPointer<cs_node>
  private let settled: UnsafeMutablePointer<UnsafePointer<cs_settled>?>
  /// `year · trials + trial`: 1 where CMS terminates for quality after the year, or did before.
  private let qualityEnds: UnsafeMutablePointer<Double>
  private let endsByYear: UnsafeMutablePointer<UnsafePointer<Double>?>
  private let overrunsUntil: UnsafeMutablePointer<Double>
  private let reserve: Double
  private let failures: UnsafeMutablePointer<QualityFailures>
  /// `leaf · trials + trial`, where nobody else has room for them: five-year net in cents, and what
  /// befell.
  let net: UnsafeMutablePointer<Int64>
  let marks: UnsafeMutablePointer<PathMarks>
  /// In the same places: net after CMS first must or may terminate, in whole cents.
  private let beyondEnd: UnsafeMutablePointer<Int64>
  /// The most that any path was left with, by trial.
  let best: UnsafeMutablePointer<Int64>
  /// Mean over the five years under the agreement to be signed, a fraction; by trial.
  let savingsRates: UnsafeMutablePointer<Double>

  /// `nil` where trials have to be walked one by one: see `BatchSettlements`; also with exit rules,
  /// with advances, where the scenario states when money moves or has programs, and where somebody
  /// asks who gains.
  ///
  /// - Parameter histories: Whose histories are walked; `nil` to sample them.
  init?(
    _ tree: PathTree, of agreement: Agreement, reserve: Double,
    borrowing histories: HistoryBatch? = nil
  ) {
    guard agreement.division == nil, !agreement.cash.isStated, agreement.scenario.programs.isEmpty,
      tree.nodes.allSatisfy({ $0.allSatisfy(\.step.isPlain) }),
      let settlements = BatchSettlements(
        agreement, tree.settlements, of: tree.periods, borrowing: histories)
    else { return nil }
    self.settlements = settlements
    self.reserve = reserve
    monitoring = tree.monitoring
    leaves = tree.leaves
    let ordered = tree.nodesInDepth
    nodes = .allocate(capacity: ordered.count)
    _ = nodes.initialize(from: ordered)
    settled = .allocate(capacity: 5)
    qualityEnds = .allocate(capacity: 5 * ObservedColumns.trials)
    qualityEnds.initialize(repeating: 0, count: 5 * ObservedColumns.trials)
    endsByYear = .allocate(capacity: 5)
    overrunsUntil = .allocate(capacity: 5)
    for year in 0..<5 {
      (settled + year).initialize(to: UnsafePointer(settlements.settled[year].values))
      (endsByYear + year).initialize(
        to: UnsafePointer(qualityEnds) + year * ObservedColumns.trials)
      (overrunsUntil + year).initialize(
        to: Double(tree.monitoring[year].overrunsUntilTermination))
    }
    failures = .allocate(capacity: ObservedColumns.trials)
    failures.initialize(repeating: QualityFailures(), count: ObservedColumns.trials)
    net = Self.cents(leaves.count * ObservedColumns.trials)
    net.initialize(repeating: 0, count: leaves.count * ObservedColumns.trials)
    marks = .allocate(capacity: leaves.count * ObservedColumns.trials)
    marks.initialize(repeating: PathMarks(), count: leaves.count * ObservedColumns.trials)
    beyondEnd = Self.cents(leaves.count * ObservedColumns.trials)
    beyondEnd.initialize(repeating: 0, count: leaves.count * ObservedColumns.trials)
    best = Self.cents(ObservedColumns.trials)
    best.initialize(repeating: 0, count: ObservedColumns.trials)
    savingsRates = cw_new_columns(Int32(ObservedColumns.trials))
    savingsRates.initialize(repeating: 0, count: ObservedColumns.trials)
  }

  /// Room for so many amounts, to be freed by `free`.
  private static func cents(_ count: Int) -> UnsafeMutablePointer<Int64> {
    UnsafeMutableRawPointer(cw_new_columns(Int32(count)))
      .bindMemory(to: Int64.self, capacity: count)
  }

  private static func free(_ cents: UnsafeMutablePointer<Int64>) {
    cw_free_columns(UnsafeMutableRawPointer(cents).assumingMemoryBound(to: Double.self))
  }

  deinit {
    nodes.deallocate()
    settled.deallocate()
    qualityEnds.deallocate()
    endsByYear.deallocate()
    overrunsUntil.deallocate()
    failures.deallocate()
    Self.free(net)
    marks.deallocate()
    Self.free(beyondEnd)
    Self.free(best)
    cw_free_columns(savingsRates)
  }

  /// One batch along every path, to the room that this has itself.
  func walk(_ trials: Range<Int>, ending mustEnd: UnsafeMutablePointer<Int>? = nil) {
    walk(
      trials, ending: mustEnd, net: net, marks: marks, stride: ObservedColumns.trials)
  }

  /// One batch along every path.
  ///
  /// - Parameters:
  ///   - trials: From a multiple of `ObservedColumns.trials` on, at most so many.
  ///   - mustEnd: Five, by year: trials in which CMS must terminate for quality.
  ///   - net: Five-year net in cents, `leaf · stride + trial`; room for a whole batch.
  ///   - marks: In the same places.
  func walk(
    _ trials: Range<Int>, ending mustEnd: UnsafeMutablePointer<Int>?,
    net: UnsafeMutablePointer<Int64>, marks: UnsafeMutablePointer<PathMarks>, stride: Int
  ) {
    settlements.start(at: trials.lowerBound)
    savingsRates.update(repeating: 0, count: ObservedColumns.trials)
    failures.update(repeating: QualityFailures(), count: ObservedColumns.trials)
    for year in 0..<5 {
      settlements.nextYear()
      let measured = settlements.history.measured[0]
      for trial in 0..<ObservedColumns.trials {
        let (benchmark, expenditure) = (measured.benchmark[trial], measured.expenditure[trial])
        savingsRates[trial] += (benchmark - expenditure) / benchmark
      }
      judge(year, measured, trials.count, mustEnd)
    }
    for trial in 0..<ObservedColumns.trials { savingsRates[trial] /= 5 }
    var walk = cs_walk(
      nodes: UnsafePointer(nodes.baseAddress), count: Int32(nodes.count), settled: settled,
      quality_ends: endsByYear, overruns_until: overrunsUntil, reserve: reserve,
      stride: Int64(stride), net: net,
      marks: UnsafeMutableRawPointer(marks).assumingMemoryBound(to: UInt16.self),
      beyond_end: beyondEnd, best: best)
    cs_walk_paths(cw_widest(), &walk)
  }

  /// Of the first so many trials of the batch walked last.
  func beyondEnd(of leaf: Int, _ count: Int) -> ExactMoments {
    let start = beyondEnd + leaf * ObservedColumns.trials
    return AmountColumn(UnsafeBufferPointer(start: start, count: count)).moments
  }

  /// Whether CMS must terminate for quality after this year.
  private func judge(
    _ year: Int, _ measured: MeasuredColumns, _ count: Int, _ mustEnd: UnsafeMutablePointer<Int>?
  ) {
    let ends = qualityEnds + year * ObservedColumns.trials
    let before = qualityEnds + max(0, year - 1) * ObservedColumns.trials
    for trial in 0..<ObservedColumns.trials {
      failures[trial].add(measured.quality(of: trial), under: monitoring[year])
      let hasEnded = year > 0 && before[trial] != 0
      let ending = failures[trial].endAgreement(under: monitoring[year])
      ends[trial] = ending || hasEnded ? 1 : 0
      if ending && !hasEnded && trial < count { mustEnd?[year] += 1 }
    }
  }
}

extension PathTree {
  /// Every node after its parent, and all that follows from it before the parent's next.
  fileprivate var nodesInDepth: [cs_node] {
    var children = nodes.map { Array(repeating: [Int](), count: $0.count) }
    for year in 1..<nodes.count {
      for (place, node) in nodes[year].enumerated() {
        children[year - 1][node.parent].append(place)
      }
    }
    var ordered: [cs_node] = []
    func visit(_ year: Int, _ place: Int) {
      let isLast = year == nodes.count - 1
      ordered.append(
        cs_node(
          year: Int32(year), settlement: Int32(nodes[year][place].step.settlement),
          leaf: Int32(isLast ? place : -1),
          ends_agreement: nodes[year][place].step.endsAgreement ? 1 : 0))
      for child in children[year][place] { visit(year + 1, child) }
    }
    for place in nodes[0].indices { visit(0, place) }
    return ordered
  }
}
