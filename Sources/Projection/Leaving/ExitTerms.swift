import Reconciliation
import Regulation

/// An exit rule bound to one year of an option: what makes the ACO leave, and on which of the year's
/// two days.
struct ExitTerms: Hashable, Sendable {
  var inJune = false
  var inDecember = false
  /// Published years with a loss; beyond reach where the rule does not count them.
  var lossYears = Int.max
  /// In cents; beyond reach where the rule names no amount.
  var lossBeyond = Int64.max
  /// A fraction of the benchmark; infinite where the rule names none.
  var lossBeyondShare = Double.infinity
  /// The part of the year that a leaver in June takes part in, and pays program costs for.
  var partServed = 0.0

  static let never = ExitTerms()

  /// Whether an amount owed is more than the rule's amount, or than its share of the benchmark in
  /// whole cents.
  func isExceeded(by owed: Cents, of benchmark: Double) -> Bool {
    if owed.count > lossBeyond { return true }
    return lossBeyondShare.isFinite && owed > Cents(rounding: Dollars(lossBeyondShare * benchmark))
  }

  private init() {}

  /// - Parameters:
  ///   - year: 0 for the first performance year.
  ///   - terms: Whose last month without losses is the one left in.
  init(_ rule: ExitRule?, year: Int, _ terms: TerminationTerms, monthsInYear: Int) {
    guard let rule else { return }
    inJune = rule.by == .june30 && year > 0
    inDecember = rule.by == .december31 && year < 4
    lossYears = rule.lossYears ?? lossYears
    lossBeyond = rule.lossBeyond.map { Cents(rounding: $0).count } ?? lossBeyond
    lossBeyondShare = rule.lossBeyondShare?.fraction ?? lossBeyondShare
    partServed = terms.partServed(of: monthsInYear)
  }
}

extension TerminationTerms {
  /// Of a year left on its last day without losses.
  func partServed(of monthsInYear: Int) -> Double {
    Double(lastMonthWithoutLosses) / Double(monthsInYear)
  }

  /// That day.
  func lastDayWithoutLosses(in year: PerformanceYear) -> Day {
    let days = (1...31).map {
      Day(year: year.calendarYear, month: lastMonthWithoutLosses, day: $0)
    }
    return days.first(where: \.isLastOfMonth) ?? year.firstDay
  }
}

/// What an ACO with an exit rule knows, and whether it has left: the state machine of one trial.
///
/// In each year, in this order: 30 June (results known through the year before the last), the autumn
/// (the last year's are published), 31 December. What is decided rests on published results alone.
struct ExitWatch {
  private(set) var hasLeft = false
  /// Whether the rule's condition holds by what is published.
  private var holds = false
  private var lossYears = 0
  /// The year settled but not yet published.
  private var isLoss = false
  private var isBeyond = false

  /// 30 June: whether the ACO leaves.
  @inline(__always)
  mutating func leavesInJune(_ exit: ExitTerms) -> Bool {
    hasLeft = hasLeft || (exit.inJune && holds)
    return hasLeft
  }

  /// Autumn and year's end: last year's results are published, and this year's become settled.
  @inline(__always)
  mutating func settle(_ earned: Cents, benchmark: Double, _ exit: ExitTerms) {
    if isLoss { lossYears += 1 }
    holds = holds || isBeyond || lossYears >= exit.lossYears
    isLoss = earned < .zero
    isBeyond = isLoss && exit.isExceeded(by: -earned, of: benchmark)
  }

  /// 31 December: whether the ACO leaves.
  @inline(__always)
  mutating func leavesInDecember(_ exit: ExitTerms) -> Bool {
    hasLeft = hasLeft || (exit.inDecember && holds)
    return hasLeft
  }
}

extension Balances {
  /// All that was advanced and prepaid is due when an ACO leaves, 42 CFR 425.630(g), 425.640(g).
  mutating func takeAll() -> Cents {
    let due = advanceInvestment + prepaidSharedSavings
    self = .none
    return due
  }
}
