import Projection
import Regulation
import Scenarios

extension CashKind {
  /// As tables and statements name it.
  var title: String {
    switch self {
    case .programCost: "Program costs"
    case .advanceOnce: "Advance investment, one-time"
    case .advanceInvestment: "Advance investment, quarterly"
    case .prepaidSharedSavings: "Prepaid shared savings"
    case .settlementPaid: "Settlement paid"
    case .settlementBilled: "Settlement billed"
    case .mechanismFunded: "Into escrow"
    case .mechanismRaised: "Into escrow, raised"
    case .mechanismReleased: "Out of escrow"
    case .carryingCost: "Mechanism's fee"
    case .carryingCostOfRaise: "Mechanism's fee, of a raise"
    case .carryingCostAfter: "Mechanism's fee, months after"
    case .stopLossPremium: "Stop-loss premium"
    case .stopLossRecovery: "Stop-loss recovery"
    case .conversionFactor: "Advanced APM fee gap"
    case .lumpSum: "Advanced APM incentive payment"
    }
  }

  /// Whether it moves each month alike.
  var isMonthly: Bool { self == .programCost || self == .conversionFactor }
}

extension Day {
  /// `September 2028`.
  var monthWords: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(names[month - 1]) \(year)"
  }
}

extension Cash {
  /// What it adds to net beside payments, advances and program costs.
  var addsToNet: [String] {
    [
      mechanism == nil ? nil : "the repayment mechanism's cost",
      professionalRevenue == nil ? nil : "Advanced APM revenue",
      stopLoss == nil ? nil : "stop-loss premiums and recoveries",
    ].compactMap { $0 }
  }
}

extension Cash.Mechanism {
  /// `a letter of credit at 1.5% a year`.
  var words: String {
    let name =
      switch form {
      case .escrow: "an escrow"
      case .letterOfCredit: "a letter of credit"
      case .suretyBond: "a surety bond"
      }
    return "\(name) at \(Estimate(value: carryingCost, standardError: 0).percent) a year"
  }
}
