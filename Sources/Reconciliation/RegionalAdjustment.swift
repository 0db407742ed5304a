import Regulation

/// The regional adjustment, 42 CFR 425.601, 425.656, in dollars for each person-year.
public struct RegionalAdjustment: Hashable, Sendable {
  /// The region's expenditure, risk adjusted to the ACO, less the benchmark before adjustment.
  public var difference: ByEnrollmentType<PerCapita>
  /// Over all types; above zero for an ACO that spends less than its region.
  public var netDifference: PerCapita
  public var weight: Rate
  /// The difference times the weight.
  public var beforeCaps: ByEnrollmentType<PerCapita>
  /// Within shares of national per capita expenditure.
  public var afterCaps: ByEnrollmentType<PerCapita>
  /// Where the agreement has an offset.
  public var offset: RegionalOffset?
  /// After caps and offset. A type may be negative where the sum over all types is not.
  public var byType: ByEnrollmentType<PerCapita>
  /// Over all types.
  public var singleValue: PerCapita

  public var isLowerSpending: Bool { netDifference > .zero }
}

/// The part of a negative adjustment that is forgiven.
public struct RegionalOffset: Hashable, Sendable {
  /// Of benchmark year 3, weighted by expenditure and person-years.
  public var riskScore: Rate
  /// The dually eligible share and the risk score beyond one, within bounds.
  public var factor: Rate
}

extension BenchmarkHistory {
  func regionalAdjustment(
    of benchmark: ByEnrollmentType<PerCapita>, _ proportions: ByEnrollmentType<Rate>,
    under terms: RegionalAdjustmentTerms
  ) -> RegionalAdjustment {
    let difference = ByEnrollmentType<PerCapita> { strata[$0].regionalExpenditure - benchmark[$0] }
    let net = difference.singleValue(by: proportions)
    let weight = net > .zero ? terms.weightIfLower : terms.weightIfHigher
    let weighted = difference.map { weight * $0 }
    let capped = ByEnrollmentType<PerCapita> { type in
      let national = strata[type].nationalExpenditure
      return weighted[type].clamped(to: -(terms.mostBelow * national)...terms.mostAbove * national)
    }
    let offset = terms.offsetBounds.map(offset)
    let byType = capped.map { $0 < .zero ? (offset?.factor ?? .zero).complement * $0 : $0 }
    return RegionalAdjustment(
      difference: difference, netDifference: net, weight: weight, beforeCaps: weighted,
      afterCaps: capped, offset: offset, byType: byType,
      singleValue: byType.singleValue(by: proportions))
  }

  private func offset(within bounds: ClosedRange<Rate>) -> RegionalOffset {
    let spent = strata.map { $0.expenditure.third * $0.personYears.third }
    let weighted = EnrollmentType.allCases.reduce(Dollars.zero) { sum, type in
      sum + strata[type].riskScore.third * spent[type]
    }
    let riskScore = weighted / Dollars(spent.sum(\.amount))
    return RegionalOffset(
      riskScore: riskScore, factor: (dualShare + (riskScore - .one)).clamped(to: bounds))
  }
}
