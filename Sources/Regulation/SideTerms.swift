/// What an ACO sets aside before a two-sided year, 42 CFR 425.204(f)(4).
public struct RepaymentMechanismTerms: Hashable, Sendable {
  /// Share of the Parts A and B expenditures of assigned beneficiaries; the lesser of the two
  /// shares is the amount.
  public var shareOfExpenditures: Rate
  /// Share of ACO participants' Parts A and B revenue.
  public var shareOfRevenue: Rate
  /// The year of the agreement from which the amount is computed again each year.
  public var firstYearRecalculated: Int
  /// The amount is raised only where it grows by at least this much.
  public var smallestRaise: Cents
  public var daysToRaise: Int
  public var daysToReplenish: Int
  /// Months after two-sided participation for which the mechanism must last.
  public var monthsAfterParticipation: Int
}

/// Advance investment payments to a new, low-revenue, inexperienced ACO, 42 CFR 425.630.
public struct AdvanceInvestmentTerms: Hashable, Sendable {
  public var oneTimePayment: Dollars
  public var quarterlyPayments: Int
  /// The most beneficiaries a quarterly payment counts, those with the highest scores first.
  public var mostBeneficiaries: Int
  public var quarterlyAmounts: QuarterlyAmounts
  /// Of others the score is the national rank of the Area Deprivation Index.
  public var scoreIfLowIncomeOrDual: Int
  public var scoreIfUnknown: Int
  /// Of the first year, the second and every later one; three. ENHANCED is never open.
  public var highestLevels: [Level]
  public var daysToRepay: Int

  /// Dollars a quarter for each beneficiary.
  public enum QuarterlyAmounts: Hashable, Sendable {
    case byScore([ScoreBand])
    /// Only under an edition.
    case byNeed(lowIncomeDualOrRural: Dollars, others: Dollars)
  }

  /// Scores from `lowest` through `highest`, both included.
  public struct ScoreBand: Hashable, Sendable {
    public var lowest, highest: Int
    public var amount: Dollars
  }
}

extension AdvanceInvestmentTerms {
  /// Performance years in which payments are made, from the first on.
  public var yearsPaid: Int { (quarterlyPayments + Self.quarters - 1) / Self.quarters }

  private static let quarters = 4

  /// The most that a performance year can bring, whoever is assigned.
  ///
  /// - Parameter place: Of the year in the agreement, 1 for the first.
  public func most(inYear place: Int) -> Dollars {
    let made = min(Self.quarters, max(0, quarterlyPayments - Self.quarters * (place - 1)))
    let quarterly = Rate(Double(mostBeneficiaries)) * quarterlyAmounts.highest
    return Rate(Double(made)) * quarterly + (place == 1 ? oneTimePayment : .zero)
  }

  /// Whether an ACO that holds these tracks is paid, 42 CFR 425.630(b).
  ///
  /// - Parameters:
  ///   - tracks: Of each performance year, the first first.
  ///   - renewal: The year from which the ACO is in another agreement; payments need not be repaid
  ///     when this one ends before it only where all of them have been made, 42 CFR 425.630(g).
  public func arePaid(along tracks: [Track], renewingIn renewal: Int?) -> Bool {
    let held = tracks.prefix((renewal ?? tracks.count + 1) - 1)
    return held.count >= yearsPaid
      && held.enumerated().allSatisfy { place, track in
        track.level.map { $0 <= highestLevels[min(place, highestLevels.count - 1)] } ?? false
      }
  }
}

extension AdvanceInvestmentTerms.QuarterlyAmounts {
  /// The most for any beneficiary.
  fileprivate var highest: Dollars {
    switch self {
    case .byScore(let bands): bands.map(\.amount).max() ?? .zero
    case .byNeed(let inNeed, let others): max(inNeed, others)
    }
  }
}

/// Prepaid shared savings to a renewing ACO with prior savings, 42 CFR 425.640.
public struct PrepaidSharedSavingsTerms: Hashable, Sendable {
  /// The part of expected shared savings that is advanced.
  public var fractionAdvanced: Rate
  /// Expected shared savings as a share of average prior savings.
  public var shareOfSavings: Rate
  /// Benchmark years, from the first, whose prorated per capita savings are averaged.
  public var benchmarkYearsAveraged: Int
  /// The most for a year and person-year, as a share of national per capita expenditure of
  /// benchmark year 2.
  public var mostPerCapita: Rate
  public var partPerQuarter: Rate
  public var leastOnDirectServices: Rate
  /// The lowest BASIC level at which they are paid; ENHANCED is always open.
  public var lowestLevel: Level
  public var daysToRepay: Int
}

extension PrepaidSharedSavingsTerms {
  /// Whether a year under this track is paid, 42 CFR 425.640(b).
  public func arePaid(under track: Track) -> Bool {
    track.level.map { $0 >= lowestLevel } ?? (track == .enhanced)
  }
}
