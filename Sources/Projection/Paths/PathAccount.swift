import Reconciliation
import Regulation

/// What a path has behind it at the end of a year of one trial.
struct PathAccount {
  private var running = RunningAccount()
  private var cash = CashAccount()
  /// Of net, what `cash:` adds to it.
  private var beside = 0.0
  private var lowest = 0.0
  private var netAtEnd = 0.0
  /// Of this agreement.
  private var overruns = 0
  private var marks = PathMarks()
  private(set) var parties = PartyAccount()

  /// One year more.
  ///
  /// - Parameters:
  ///   - qualityEnds: Whether CMS terminates for quality after this year.
  ///   - shares: How the trial's settlements are divided; `nil` where nobody asks.
  ///   - moved: What moves beside the payment, as an addition to net in unrounded cents.
  @inline(__always)
  mutating func settle(
    _ earned: TrialSettlements.Earned, _ step: Agreement.Step, year: Int, _ money: Money,
    programs: Cents, qualityEnds: Bool, overrunsUntilTermination: Int, shares: PartyShares?,
    moved: (YearPaid, inout CashAccount) -> Double
  ) {
    let paid = running.pay(
      earned.cents, benchmark: earned.benchmark, step, year: year, money, programs: programs)
    if let shares {
      parties.add(shares.parts(of: paid.settled), discount: money.factor(year, of: paid.settled))
    }
    if paid.isSettled || paid.leaves { beside += moved(paid, &cash) }
    lowest = min(lowest, net)
    if paid.payment < .zero { marks.owes() }
    // CMS ends no agreement that the ACO has left.
    guard paid.isSettled else { return }
    if earned.isOverrun { overruns += 1 }
    let mayEnd = overruns >= overrunsUntilTermination
    if (mayEnd || qualityEnds) && !marks.hasEnded {
      marks.end(year)
      netAtEnd = net
    }
    if mayEnd { marks.mayEnd(year) }
    // Another year of the agreement period, 42 CFR 425.316(d)(3): a new one begins to count anew.
    if step.endsAgreement { overruns = 0 }
  }

  /// Accumulated, in unrounded cents.
  var net: Double { running.net + beside }

  /// At the end of the five years.
  func result(reserve: Double) -> (net: Int64, marks: PathMarks, beyondEnd: Double) {
    var marks = marks
    if lowest < -reserve { marks.exhausts() }
    return (
      Int64(net.rounded(.toNearestOrAwayFromZero)), marks, marks.hasEnded ? net - netAtEnd : 0
    )
  }
}

/// What befell a path in one trial beside its money, in two bytes.
struct PathMarks: Hashable, Sendable {
  private(set) var bits: UInt16 = 0

  /// Whether any of the five years ended with an amount owed to CMS.
  var hasOwed: Bool { bits & 1 != 0 }
  /// Whether accumulated net ever fell below minus the reserve.
  var hasExhaustedReserve: Bool { bits & 2 != 0 }
  /// The first year, 1 through 5, after which CMS may terminate for expenditure; 0 for none.
  var mayEndAfter: Int { Int(bits >> 4 & 7) }
  /// The first year after which CMS must or may terminate; 0 for none.
  var endsAfter: Int { Int(bits >> 8 & 7) }
  var hasEnded: Bool { bits >> 8 & 7 != 0 }

  mutating func owes() { bits |= 1 }
  mutating func exhausts() { bits |= 2 }
  /// - Parameter year: 0 for the first.
  mutating func mayEnd(_ year: Int) {
    if bits >> 4 & 7 == 0 { bits |= UInt16(year + 1) << 4 }
  }
  mutating func end(_ year: Int) { bits |= UInt16(year + 1) << 8 }
}
