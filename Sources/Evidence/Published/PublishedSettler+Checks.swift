import Reconciliation
import Regulation

extension PublishedSettler {
  mutating func checks(
    _ row: PublishedSettlement, _ money: PublishedYear.Money, _ reading: PublishedReading
  ) throws -> PublishedSettlement.Checks {
    var checks = PublishedSettlement.Checks()
    checks.minimumRate = try minimumRateCheck(row.year)
    checks.test = row.testAgrees
    let rates = try [row.year.score?.band.lowerBound, row.year.score?.band.upperBound]
      .compactMap { $0 }.map { score in
        var other = reading
        other.score = score
        return try settle(row.year, money, other).settlement
      }
    switch row.settlement.outcome {
    case .sharedSavings:
      let range = Self.range(([row.settlement] + rates).compactMap(\.finalSharingRate))
      checks.finalSharingRate = Self.agree(row.year.printed.finalSharingRate, range)
    case .sharedLosses:
      let range = Self.range(([row.settlement] + rates).compactMap(\.sharedLossRate))
      checks.finalLossRate = Self.agree(row.year.printed.finalLossRate, range)
    case .noShare: break
    }
    return checks
  }

  /// The printed minimum savings rate against the table, needing neither totals nor quality.
  mutating func minimumRateCheck(
    _ year: PublishedYear
  ) throws -> PublishedSettlement.MinimumRateCheck? {
    guard let printed = year.printed.minimumSavingsRate,
      let reading = try readings(of: year).first
    else { return nil }
    let minimum = try terms(year, reading).minimumRates
    let (rate, basis) = minimum.rate(forAssigned: year.assignedBeneficiaries)
    if basis == .elected { return .elected }
    guard year.assignedBeneficiaries >= minimum.table.bands[0].fewest else { return .belowTable }
    switch (year.track.isTwoSided, printed.isPrint(of: rate.fraction)) {
    case (false, true): return .oneSidedEqual
    case (false, false): return .oneSidedDiffers
    case (true, true): return .variableEqual
    case (true, false): return .variableDiffers
    }
  }

  private static func range(_ rates: [Rate]) -> ClosedRange<Double>? {
    guard let low = rates.min(), let high = rates.max() else { return nil }
    return low.fraction...high.fraction
  }

  private static func agree(_ printed: PrintedRate?, _ range: ClosedRange<Double>?) -> Bool? {
    guard let printed, let range else { return nil }
    return printed.isPrint(ofAnyIn: range)
  }
}

extension Settlement {
  fileprivate var finalSharingRate: Rate? {
    guard case .sharedSavings(let savings) = outcome else { return nil }
    return savings.finalSharingRate
  }

  fileprivate var sharedLossRate: Rate? {
    guard case .sharedLosses(let losses) = outcome else { return nil }
    return losses.sharedLossRate
  }
}

extension PublishedSettlement {
  /// Whether savings or losses are printed as generated exactly where the minimum rate is met.
  /// Files differ on the losses of one-sided models and on reduced sharing: not compared.
  fileprivate var testAgrees: Bool? {
    guard let generated = year.printed.generated, !year.guardrailRelieves else { return nil }
    let isMet: Bool
    switch settlement.outcome {
    case .sharedSavings(let savings) where savings.isReduced: return nil
    case .noShare(.oneSidedModel): return nil
    case .noShare(.belowMinimumSavingsRate), .noShare(.belowMinimumLossRate): isMet = false
    case .sharedSavings, .sharedLosses, .noShare: isMet = true
    }
    return isMet == (generated != .zero)
  }
}
