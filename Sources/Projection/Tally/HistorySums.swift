import CAmounts
import CWidths
import Reconciliation
import Regulation
import Sampling

/// Sums over trials of one year's history, exact in any order: each figure is a whole number of its
/// smallest unit.
struct HistorySums: Hashable, Sendable {
  var trials = 0
  var assigned = ExactMoments()
  /// In cents.
  var benchmark = ExactMoments()
  var expenditure = ExactMoments()
  /// In parts of `fine`.
  var savingsRate = ExactMoments()
  var qualityScore = ExactMoments()
  var standardMet = 0
  var notMet = 0

  /// Parts of one, of which rates and scores are whole numbers.
  static let fine = 0x1p40

  mutating func add(_ other: HistorySums) {
    trials += other.trials
    assigned.add(other.assigned)
    benchmark.add(other.benchmark)
    expenditure.add(other.expenditure)
    savingsRate.add(other.savingsRate)
    qualityScore.add(other.qualityScore)
    standardMet += other.standardMet
    notMet += other.notMet
  }

  mutating func add(_ year: MeasuredYear) {
    let (observed, result) = (year.observed, year.result)
    trials += 1
    assigned.add(Int64(observed.assignedBeneficiaries))
    benchmark.add(Self.whole(result.benchmark.amount * 100))
    expenditure.add(Self.whole(result.expenditure.amount * 100))
    savingsRate.add(Self.whole(result.savingsRate * Self.fine))
    qualityScore.add(Self.whole(result.quality.score.fraction * Self.fine))
    add(result.quality.standing)
  }

  /// - Parameter count: Trials, the first of the batch.
  mutating func add(_ year: MeasuredColumns, count: Int) {
    trials += count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { rates in
      let (benchmark, expenditure) = (year.benchmark, year.expenditure)
      for trial in 0..<count {
        rates[trial] = (benchmark[trial] - expenditure[trial]) / benchmark[trial]
      }
      savingsRate.add(wholeParts: rates.baseAddress, count, unit: Self.fine)
    }
    standardMet += year.trials(of: .standardMet, among: count)
    notMet += year.trials(of: .notMet, among: count)
    assigned.add(wholeParts: year.assignedBeneficiaries, count, unit: 1)
    benchmark.add(wholeParts: year.benchmark, count, unit: 100)
    expenditure.add(wholeParts: year.expenditure, count, unit: 100)
    qualityScore.add(wholeParts: year.qualityScore, count, unit: Self.fine)
  }

  @inline(__always)
  private mutating func add(_ standing: QualityResult.Standing) {
    switch standing {
    case .standardMet: standardMet += 1
    case .notMet: notMet += 1
    case .alternativeMet: break
    }
  }

  /// Held to ten trillion dollars, beyond any program.
  private static func whole(_ units: Double) -> Int64 {
    Int64(max(-1e15, min(1e15, units)).rounded(.toNearestOrAwayFromZero))
  }
}

extension ExactMoments {
  /// Numbers as whole parts, so many to one: what `HistorySums.whole` makes of each.
  fileprivate mutating func add(
    wholeParts numbers: UnsafePointer<Double>?, _ count: Int, unit: Double
  ) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { parts in
      ca_whole_parts(cw_widest(), numbers, Int32(count), unit, parts.baseAddress)
      add(AmountColumn(UnsafeBufferPointer(parts)).moments)
    }
  }
}

extension Agreement {
  /// - Parameters:
  ///   - parts: The same sums by randomisation; empty for independent trials.
  func historyYear(
    _ year: Int, _ sums: HistorySums, _ parts: [HistorySums] = [],
    _ randomisations: Randomisations = Randomisations(trials: [])
  ) -> HistoryYear {
    let trials = sums.trials
    func estimate(_ moments: KeyPath<HistorySums, ExactMoments>, unit: Double = 1) -> Estimate {
      sums[keyPath: moments].estimate(
        of: trials, parts.map { $0[keyPath: moments] }, randomisations, unit: unit)
    }
    func chance(_ count: KeyPath<HistorySums, Int>) -> Chance {
      Chance(
        sums[keyPath: count], of: trials, parts.map { Double($0[keyPath: count]) }, randomisations)
    }
    return HistoryYear(
      performanceYear: scenario.agreement.period.performanceYear(year + 1),
      assignedBeneficiaries: estimate(\.assigned),
      benchmark: estimate(\.benchmark, unit: 100),
      expenditure: estimate(\.expenditure, unit: 100),
      savingsRate: estimate(\.savingsRate, unit: HistorySums.fine),
      savingsRateStandardDeviation: sums.savingsRate.variance(of: trials).squareRoot()
        / HistorySums.fine,
      qualityScore: estimate(\.qualityScore, unit: HistorySums.fine),
      qualityStandardMet: chance(\.standardMet), qualityNotMet: chance(\.notMet))
  }
}
