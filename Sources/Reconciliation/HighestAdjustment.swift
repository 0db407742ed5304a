import Regulation

/// Which adjustment the benchmark gets, 42 CFR 425.652(a)(8), and its dollars.
public struct HighestAdjustment: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case regional, priorSavings, population, none
  }

  public var kind: Kind
  /// Over all types.
  public var singleValue: PerCapita
  /// The regional adjustment differs by type; the others are the same dollars for each.
  public var byType: ByEnrollmentType<PerCapita>
}

extension HighestAdjustment {
  /// The highest of the three where one is above zero, otherwise none; of equals the first.
  ///
  /// Agreements from before the choice existed have the regional adjustment whatever its sign.
  init(
    _ regional: RegionalAdjustment, _ prior: PriorSavingsAdjustment?,
    _ population: PopulationAdjustment?, appliedIfNegative: Bool
  ) {
    self.init(flat: .zero, as: .none)
    if appliedIfNegative || regional.singleValue > singleValue {
      self.init(kind: .regional, singleValue: regional.singleValue, byType: regional.byType)
    }
    if let prior, prior.value > singleValue { self.init(flat: prior.value, as: .priorSavings) }
    if let population, population.value > singleValue {
      self.init(flat: population.value, as: .population)
    }
  }

  private init(flat value: PerCapita, as kind: Kind) {
    self.init(kind: kind, singleValue: value, byType: .init(repeating: value))
  }
}
