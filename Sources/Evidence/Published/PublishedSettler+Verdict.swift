import Reconciliation
import Regulation

extension PublishedSettler {
  /// Dollars that rounding a published figure may move it.
  static let tolerance = 1.0

  mutating func verdict(
    _ row: PublishedSettlement, _ money: PublishedYear.Money, _ reading: PublishedReading,
    others: [Dollars]
  ) throws -> Verdict {
    guard let printed = row.year.printed.earned else { return .notCheckable(.noPayment) }
    if others.contains(where: { !Self.isNear($0, row.predicted) }) {
      return .notCheckable(.notPrinted(row.year.notPrinted))
    }
    if Self.isNear(row.predicted, printed) { return .matched }
    if row.band.lowerBound.amount - Self.tolerance <= printed.amount,
      printed.amount <= row.band.upperBound.amount + Self.tolerance
    {
      return .insideBand
    }
    if try couldBeUnmetStandard(row, money, reading, printed) {
      return .notCheckable(.standingNotPrinted)
    }
    if let explained = smallerLoss(row, money, printed) { return explained }
    if row.couldBeLowered(to: printed) { return .notCheckable(.notPrinted(row.year.lacks)) }
    return .missed(row.miss(printed))
  }

  /// Compared in whole dollars, half a dollar away from zero.
  static func isNear(_ predicted: Dollars, _ printed: Dollars) -> Bool {
    abs(predicted.amount.rounded(.toNearestOrAwayFromZero) - printed.amount) <= tolerance
  }

  /// Files through 2015 do not print whether the standard was met. A printed sharing rate above
  /// zero says that it was.
  private mutating func couldBeUnmetStandard(
    _ row: PublishedSettlement, _ money: PublishedYear.Money, _ reading: PublishedReading,
    _ printed: Dollars
  ) throws -> Bool {
    guard row.year.standing == nil,
      row.year.printed.finalSharingRate.map({ $0.fraction == 0 }) ?? true
    else { return false }
    var unmet = reading
    unmet.standing = .notMet
    return Self.isNear(try settle(row.year, money, unmet).predicted(for: row.year), printed)
  }

  /// What may make a published loss smaller than ours, where the file does not print it.
  private func smallerLoss(
    _ row: PublishedSettlement, _ money: PublishedYear.Money, _ printed: Dollars
  ) -> Verdict? {
    if row.year.guardrailRelieves, money.savings < .zero {
      return printed < .zero ? .notCheckable(.guardrailBenchmarkNotPrinted) : nil
    }
    guard case .sharedLosses(let losses) = row.settlement.outcome, printed > row.predicted,
      let before = row.printedLossBeforeRelief, before >= .zero
    else { return nil }
    if row.year.endsMidYear || row.year.lossesAreProrated {
      return .notCheckable(.monthsNotPrinted)
    }
    if let implied = impliedRevenue(row, losses, before) {
      return .needsParticipantRevenue(implied: implied)
    }
    return row.year.disasterAdjustment == nil ? .notCheckable(.reliefNotPrinted) : nil
  }

  /// The participant revenue of which the limit is the printed loss; `nil` where there is no such
  /// limit, or where the ACO's revenue category says otherwise.
  private func impliedRevenue(
    _ row: PublishedSettlement, _ losses: SharedLosses, _ before: Dollars
  ) -> Dollars? {
    guard losses.needsParticipantRevenue, before > .zero, before < losses.afterProration,
      let share = row.terms.losses?.recoupmentLimit.ofRevenue, let agreement = row.year.agreement
    else { return nil }
    let implied = Dollars(before.amount / share.fraction)
    guard let isLow = row.year.isLowRevenue,
      let threshold = try? rules.lowRevenueThreshold(in: row.year.performanceYear, of: agreement)
    else { return implied }
    return (implied / row.result.expenditure < threshold) == isLow ? implied : nil
  }
}

extension PublishedSettlement {
  /// Whether a column the file lacks may tell why less is printed: a payment may be withheld from
  /// an agreement that ended in the year, a loss may be relieved or prorated.
  fileprivate func couldBeLowered(to printed: Dollars) -> Bool {
    if predicted > .zero { return printed == .zero && year.lacks.contains(.midYearTermination) }
    return printed > predicted && printed <= .zero && !year.lacks.isEmpty
  }

  /// The first figure, in the order of the law, that disagrees.
  fileprivate func miss(_ printed: Dollars) -> Verdict.Miss {
    if checks.test == false || checks.minimumRate == .oneSidedDiffers
      || checks.minimumRate == .variableDiffers
    {
      return .minimumRateTest
    }
    if checks.finalSharingRate == false { return .finalSharingRate }
    if checks.finalLossRate == false { return .finalLossRate }
    return .amount
  }
}
