import Regulation

/// What moves cash, and from which paragraph.
public enum CashKind: CaseIterable, Hashable, Sendable {
  case programCost
  /// The one-time advance investment payment, then those of each quarter.
  case advanceOnce, advanceInvestment
  case prepaidSharedSavings
  case settlementPaid, settlementBilled
  /// Into an escrow, more into it, and out of it.
  case mechanismFunded, mechanismRaised, mechanismReleased
  /// Of the mechanism for a year, of its raise for the rest of one, and of the months after
  /// two-sided participation.
  case carryingCost, carryingCostOfRaise, carryingCostAfter
  case stopLossPremium, stopLossRecovery
  /// What Advanced APM status adds: to the payments of two years later, and at once in that year.
  case conversionFactor, lumpSum

  /// Its place among all cases.
  @inlinable public var place: Int {
    switch self {
    case .programCost: 0
    case .advanceOnce: 1
    case .advanceInvestment: 2
    case .prepaidSharedSavings: 3
    case .settlementPaid: 4
    case .settlementBilled: 5
    case .mechanismFunded: 6
    case .mechanismRaised: 7
    case .mechanismReleased: 8
    case .carryingCost: 9
    case .carryingCostOfRaise: 10
    case .carryingCostAfter: 11
    case .stopLossPremium: 12
    case .stopLossRecovery: 13
    case .conversionFactor: 14
    case .lumpSum: 15
    }
  }

  /// `nil` for the ACO's own business.
  public var paragraph: Paragraph? {
    switch self {
    case .advanceOnce, .advanceInvestment: .advanceInvestmentAmounts
    case .prepaidSharedSavings: .prepaidAmounts
    case .settlementPaid: .payingSavings
    case .settlementBilled: .payingLosses
    case .mechanismFunded, .mechanismRaised, .carryingCost, .carryingCostOfRaise:
      .repaymentMechanism
    case .mechanismReleased, .carryingCostAfter: .repaymentMechanismEnd
    case .conversionFactor, .lumpSum: .advancedModel
    case .programCost, .stopLossPremium, .stopLossRecovery: nil
    }
  }
}

/// What one performance year of one option moves, in whole cents by kind: positive to the ACO.
struct YearCash: Hashable, Sendable {
  private var amounts = SIMD16<Int64>()

  subscript(kind: CashKind) -> Cents {
    @inline(__always) get { Cents(amounts[kind.place]) }
    @inline(__always) set { amounts[kind.place] = newValue.count }
  }

  /// Each amount times its factor, in unrounded cents.
  @inline(__always)
  func worth(_ factors: SIMD16<Double>) -> Double {
    var sum = 0.0
    // Most kinds move nothing in a year, and nothing adds nothing.
    for place in amounts.indices where amounts[place] != 0 {
      sum += factors[place] * Double(amounts[place])
    }
    return sum
  }
}
