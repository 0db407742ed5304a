import Probability
import Regulation

/// The same ACO in two performance years.
public struct ACOPair: Hashable, Sendable {
  public var earlier, later: ACOYear

  public var lag: Int { later.year - earlier.year }

  /// Change of the natural logarithm of assigned beneficiaries.
  public var sizeChange: Double {
    logarithm(later.assignedBeneficiaries / earlier.assignedBeneficiaries)
  }

  /// 1/N of the two years, added.
  public var inverseSizes: Double {
    1 / later.assignedBeneficiaries + 1 / earlier.assignedBeneficiaries
  }

  /// `nil` where one of the two agreements is not known.
  public var isSameAgreement: Bool? {
    guard let before = earlier.agreementStart, let after = later.agreementStart else { return nil }
    return before == after
  }

  /// Whether size changed by less than a fifth, so that the two years hold much the same people.
  public var isStable: Bool { sizeChange.magnitude < Self.stableSizeChange }

  static let stableSizeChange = 0.2
}

extension Panel {
  /// Every ACO seen both in a year and `lag` years before, by later year, then id.
  public func pairs(lag: Int = 1) -> [ACOPair] {
    let places = self.places
    return acoYears.compactMap { later in
      places[Key(later.id, later.year - lag)].map {
        ACOPair(earlier: acoYears[$0], later: later)
      }
    }
  }

  /// Pairs within one agreement.
  public func pairsWithinAgreements(lag: Int = 1) -> [ACOPair] {
    pairs(lag: lag).filter { $0.isSameAgreement == true }
  }
}
