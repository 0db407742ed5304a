import Reconciliation
import Regulation

/// One option's money through a trial: advances still to be recouped, net so far, and whether its
/// exit rule has ended it.
struct RunningAccount {
  private(set) var balances = Balances.none
  private(set) var watch = ExitWatch()
  /// Accumulated, in unrounded cents.
  private(set) var net = 0.0

  /// One year more.
  ///
  /// An ACO that leaves by 30 June is not settled for the year and receives nothing in it; what it
  /// was advanced falls due that autumn. One that leaves on 31 December repays with the year's
  /// settlement. Later years move no money.
  ///
  /// - Parameters:
  ///   - earned: Of the year's settlement; without meaning once the ACO has left.
  ///   - benchmark: The year's, total, in dollars.
  ///   - programs: What the scenario's programs bill less what they cost in the year.
  @inline(__always)
  mutating func pay(
    _ earned: Cents, benchmark: Double, _ step: Agreement.Step, year: Int, _ money: Money,
    programs: Cents
  ) -> YearPaid {
    if watch.hasLeft {
      return YearPaid(settled: .zero, due: .zero, isSettled: false, leaves: false)
    }
    if watch.leavesInJune(step.exit) {
      let due = balances.takeAll()
      net += money.net(
        leavingIn: year, after: step.exit.partServed, due: due, programs: programs)
      return YearPaid(settled: .zero, due: due, isSettled: false, leaves: true)
    }
    balances.receive(step)
    let payment = Payment(earned, recouping: balances)
    balances = payment.balancesAfter
    watch.settle(earned, benchmark: benchmark, step.exit)
    let due =
      watch.leavesInDecember(step.exit) ? balances.takeAll() : balances.takeDue(after: step)
    let paid = YearPaid(
      settled: payment.net, due: due, isSettled: true, leaves: watch.hasLeft)
    net += money.net(year, payment: paid.payment, received: step.received, programs: programs)
    return paid
  }
}

/// What one year leaves an option with.
struct YearPaid {
  /// The settlement once advances are recouped.
  var settled: Cents
  /// Balances that fall due.
  var due: Cents
  var isSettled: Bool
  /// Whether the ACO leaves in its course, where it is not settled, or at its end.
  var leaves: Bool
  /// What changes hands.
  var payment: Cents { settled - due }
}

extension Money {
  /// The addition to net of a year left in its course, in unrounded cents: the program's costs for
  /// the part served, and what was advanced, due when the results of the year before are paid.
  ///
  /// - Parameters:
  ///   - place: 1 for the second year.
  ///   - part: Of the year, a fraction.
  ///   - programs: What the scenario's programs would bill less what they cost in the whole year.
  func net(leavingIn place: Int, after part: Double, due: Cents, programs: Cents) -> Double {
    part * costBeforeLeaving(in: place, programs) - factor(place - 1, of: -due) * Double(due.count)
  }
}
