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
  /// - Returns: What changes hands, and whether the year was settled.
  @inline(__always)
  mutating func pay(
    _ earned: Cents, benchmark: Double, _ step: Agreement.Step, year: Int, _ money: Money
  ) -> (payment: Cents, isSettled: Bool) {
    if watch.hasLeft { return (.zero, false) }
    if watch.leavesInJune(step.exit) {
      let due = balances.takeAll()
      net += money.net(leavingIn: year, after: step.exit.partServed, due: due)
      return (-due, false)
    }
    balances.receive(step)
    let payment = Payment(earned, recouping: balances)
    balances = payment.balancesAfter
    watch.settle(earned, benchmark: benchmark, step.exit)
    let due =
      watch.leavesInDecember(step.exit) ? balances.takeAll() : balances.takeDue(after: step)
    let paid = payment.net - due
    net += money.net(year, payment: paid, received: step.received)
    return (paid, true)
  }
}

extension Money {
  /// The addition to net of a year left in its course, in unrounded cents: the program's costs for
  /// the part served, and what was advanced, due when the results of the year before are paid.
  ///
  /// - Parameters:
  ///   - place: 1 for the second year.
  ///   - part: Of the year, a fraction.
  func net(leavingIn place: Int, after part: Double, due: Cents) -> Double {
    -settlement[place - 1] * Double(due.count) - within[place] * part * cost[place]
  }
}
