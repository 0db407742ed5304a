import Reconciliation
import Regulation

/// One figure of a settlement, as a golden case can name it.
enum SettledFigure: Equatable {
  case dollars(Dollars)
  case perCapita(PerCapita)
  case rate(Rate)
  case word(String)
  case nothing

  /// Dollars agree to the cent, dollars per person-year to the fourth decimal, rates to the sixth decimal, words exactly.
  func agrees(with text: String) -> Bool {
    let number = Double(text.replacing("_", with: ""))
    switch self {
    case .dollars(let amount):
      return number.map { Cents(rounding: Dollars($0)) == Cents(rounding: amount) } ?? false
    case .perCapita(let amount):
      return number.map { abs($0 - amount.amount) < 0.500_01e-4 } ?? false
    case .rate(let rate): return number.map { abs($0 - rate.fraction) < 0.5e-6 } ?? false
    case .word(let word): return text == word
    case .nothing: return text == "none"
    }
  }
}

extension GoldenCase {
  /// Every intermediate of the case's settlement, under the keys golden cases use.
  func settled() -> [String: SettledFigure] {
    let settlement = year.settlement(under: terms)
    let payment = Payment(settlement.earned, recouping: balances)
    var figures: [String: SettledFigure] = [
      "minimumSavingsRate": .rate(settlement.minimumSavingsRate),
      "minimumRateBasis": .word(settlement.minimumRateBasis.rawValue),
      "savings": .dollars(settlement.savings),
      "savingsRate": .rate(settlement.savingsRate),
      "guardrailBenchmark": settlement.guardrail.map { .dollars($0.benchmark) } ?? .nothing,
      "guardrailSavings": settlement.guardrail.map { .dollars($0.savings) } ?? .nothing,
      "guardrailSavingsRate": settlement.guardrail.map { .rate($0.savingsRate) } ?? .nothing,
      "performancePaymentLimit": .dollars(year.performancePaymentLimit(under: terms)),
      "earned": .dollars(settlement.earned.dollars),
      "advanceInvestmentRecouped": .dollars(payment.advanceInvestmentRecouped.dollars),
      "advanceInvestmentAfter": .dollars(payment.balancesAfter.advanceInvestment.dollars),
      "prepaidRecouped": .dollars(payment.prepaidSharedSavingsRecouped.dollars),
      "prepaidAfter": .dollars(payment.balancesAfter.prepaidSharedSavings.dollars),
      "payment": .dollars(payment.net.dollars),
    ]
    figures.merge(settlement.outcome.figures) { _, new in new }
    return figures
  }
}

extension Settlement.Outcome {
  fileprivate var figures: [String: SettledFigure] {
    switch self {
    case .noShare(let reason):
      [
        "outcome": .word("noShare"), "reason": .word(reason.rawValue),
        "finalSharingRate": .rate(.zero), "sharedSavingsBeforeLimit": .dollars(.zero),
        "sequestration": .dollars(.zero), "sharedSavings": .dollars(.zero),
      ]
    case .sharedSavings(let savings): savings.figures
    case .sharedLosses(let losses): losses.figures
    }
  }
}

extension SharedSavings {
  fileprivate var figures: [String: SettledFigure] {
    [
      "outcome": .word("sharedSavings"), "reduced": .word(String(isReduced)),
      "finalSharingRate": .rate(finalSharingRate),
      "sharedSavingsBeforeLimit": .dollars(beforeLimit), "sequestration": .dollars(sequestration),
      "afterSequestration": .dollars(afterSequestration), "sharedSavings": .dollars(amount),
      "limited": .word(String(isLimited)),
    ]
  }
}

extension SharedLosses {
  fileprivate var figures: [String: SettledFigure] {
    [
      "outcome": .word("sharedLosses"), "sharedLossRate": .rate(sharedLossRate),
      "sharedLossesBeforeLimit": .dollars(beforeLimit),
      "lossRecoupmentLimitOfRevenue": limitOfRevenue.map { .dollars($0) } ?? .nothing,
      "lossRecoupmentLimitOfBenchmark": limitOfBenchmark.map { .dollars($0) } ?? .nothing,
      "lossRecoupmentLimit": limit.map { .dollars($0) } ?? .nothing,
      "limitBasis": limitBasis.map { .word($0.rawValue) } ?? .nothing,
      "limited": .word(String(isLimited)),
      "limitedByRevenue": .word(String(isLimitedByRevenue)),
      "needsParticipantRevenue": .word(String(needsParticipantRevenue)),
      "sharedLossesAfterLimit": .dollars(afterLimit), "proration": .rate(partOfYear),
      "sharedLossesAfterProration": .dollars(afterProration),
      "extremeCircumstancesReduction": .dollars(extremeCircumstancesReduction),
      "sharedLossesOwed": .dollars(owed),
    ]
  }
}
