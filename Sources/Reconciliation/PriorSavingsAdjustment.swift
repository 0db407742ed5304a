import Regulation

/// The prior savings adjustment, 42 CFR 425.658, in dollars for each person-year.
public struct PriorSavingsAdjustment: Hashable, Sendable {
  /// Of the three years before the agreement, with what counts as nothing counted as nothing.
  public var average: PerCapita
  /// At most one.
  public var proration: Rate
  public var proratedAverage: PerCapita
  /// The share of it that may be added.
  public var beforeCap: PerCapita
  public var cap: PerCapita

  /// Average savings above zero.
  public var isEligible: Bool { proratedAverage > .zero }
  /// Zero where not eligible.
  public var value: PerCapita { isEligible ? min(beforeCap, cap) : .zero }
}

extension PriorSavings {
  func adjustment(
    national: PerCapita, under terms: PriorSavingsTerms
  ) -> PriorSavingsAdjustment {
    let counted = years.map(\.counted)
    let sum = counted.first + counted.second + counted.third
    let average = PerCapita(sum.amount / Double(terms.yearsAveraged))
    let proration = min(populationRatio, .one)
    let prorated = proration * average
    return PriorSavingsAdjustment(
      average: average, proration: proration, proratedAverage: prorated,
      beforeCap: terms.share * prorated, cap: terms.mostAbove * national)
  }
}

extension PriorSavings.Year {
  /// A year that was not reconciled counts as zero, and so do savings that were not paid for
  /// noncompliance, (b)(1)(ii); losses count whatever the standing.
  public var counted: PerCapita {
    switch standing {
    case .reconciled: perCapita
    case .noncompliance: min(perCapita, .zero)
    case .notReconciled: .zero
    }
  }
}
