import Regulation

/// The population adjustment, 42 CFR 425.662, in dollars for each person-year.
public struct PopulationAdjustment: Hashable, Sendable {
  /// Of assigned beneficiaries, with low income or dual eligibility.
  public var share: Rate
  public var isEligible: Bool
  /// What the other adjustments leave of a share of national per capita expenditure.
  public var scaler: PerCapita

  /// Zero where not eligible.
  public var value: PerCapita { isEligible ? share * scaler : .zero }
}

extension BenchmarkHistory {
  func populationAdjustment(
    national: PerCapita, _ regional: RegionalAdjustment, _ prior: PriorSavingsAdjustment?,
    under terms: PopulationAdjustmentTerms
  ) -> PopulationAdjustment {
    let others = max(regional.singleValue, prior?.value ?? .zero)
    return PopulationAdjustment(
      share: lowIncomeOrDualShare, isEligible: lowIncomeOrDualShare >= terms.smallestShare,
      scaler: terms.mostAbove * national - others)
  }
}
