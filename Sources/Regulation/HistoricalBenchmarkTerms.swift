/// How the historical benchmark of one agreement is made, every dated rule looked up,
/// 42 CFR 425.601, 425.652.
public struct HistoricalBenchmarkTerms: Hashable, Sendable {
  public var weights: ByBenchmarkYear<Rate>
  public var regional: RegionalAdjustmentTerms
  /// `nil` for agreements from before the adjustment was open.
  public var priorSavings: PriorSavingsTerms?
  /// `nil` for agreements from before the adjustment was open.
  public var population: PopulationAdjustmentTerms?
  /// `nil` where no prospective trend is fixed at signing.
  public var prospectiveTrendDivisor: ProspectiveTrendDivisor?

  public init(
    weights: ByBenchmarkYear<Rate>, regional: RegionalAdjustmentTerms,
    priorSavings: PriorSavingsTerms?, population: PopulationAdjustmentTerms?,
    prospectiveTrendDivisor: ProspectiveTrendDivisor?
  ) {
    self.weights = weights
    self.regional = regional
    self.priorSavings = priorSavings
    self.population = population
    self.prospectiveTrendDivisor = prospectiveTrendDivisor
  }
}

/// 42 CFR 425.656 for the time at hand.
public struct RegionalAdjustmentTerms: Hashable, Sendable {
  /// 1 for the first regional adjustment the ACO receives.
  public var time: Int
  public var timesCounted: RegionalTimesCounted
  /// Weight of the difference for an ACO that spends less than its region.
  public var weightIfLower: Rate
  /// Weight of the difference for an ACO that does not.
  public var weightIfHigher: Rate
  /// The most it may add to a type, as a share of national per capita expenditure.
  public var mostAbove: Rate
  /// The most it may take from a type.
  public var mostBelow: Rate
  /// Of the part of a negative adjustment that is forgiven; `nil` where none is.
  public var offsetBounds: ClosedRange<Rate>?
  /// Whether an adjustment that is negative over all types is applied.
  public var appliedIfNegative: Bool

  public init(
    time: Int, timesCounted: RegionalTimesCounted, weightIfLower: Rate, weightIfHigher: Rate,
    mostAbove: Rate, mostBelow: Rate, offsetBounds: ClosedRange<Rate>?, appliedIfNegative: Bool
  ) {
    self.time = time
    self.timesCounted = timesCounted
    self.weightIfLower = weightIfLower
    self.weightIfHigher = weightIfHigher
    self.mostAbove = mostAbove
    self.mostBelow = mostBelow
    self.offsetBounds = offsetBounds
    self.appliedIfNegative = appliedIfNegative
  }
}

/// 42 CFR 425.658.
public struct PriorSavingsTerms: Hashable, Sendable {
  /// Share of average prior savings added to the benchmark.
  public var share: Rate
  /// By how many years the sum of prior savings is divided.
  public var yearsAveraged: Int
  /// The most it may add, as a share of national per capita expenditure.
  public var mostAbove: Rate
  public init(share: Rate, yearsAveraged: Int, mostAbove: Rate) {
    self.share = share
    self.yearsAveraged = yearsAveraged
    self.mostAbove = mostAbove
  }
}

/// 42 CFR 425.662.
public struct PopulationAdjustmentTerms: Hashable, Sendable {
  /// The adjustment is open from this share of beneficiaries with low income or dual eligibility.
  public var smallestShare: Rate
  /// Share of national per capita expenditure from which the other adjustments are taken off.
  public var mostAbove: Rate
  public init(smallestShare: Rate, mostAbove: Rate) {
    self.smallestShare = smallestShare
    self.mostAbove = mostAbove
  }
}

/// What the flat dollars of the prospective growth are divided by, 42 CFR 425.660(b). The text
/// does not settle it.
public enum ProspectiveTrendDivisor: String, CaseIterable, Hashable, Sendable {
  /// The historical benchmark with its adjustment.
  case afterAdjustment
  case beforeAdjustment
}

/// Which earlier agreements count as times an ACO received a regional adjustment,
/// 42 CFR 425.656. The text does not settle it.
public enum RegionalTimesCounted: String, CaseIterable, Hashable, Sendable {
  /// Those in which an adjustment was applied.
  case onlyApplied
  case everyAgreement
}

/// An ACO's place in the program when it signs.
public struct BenchmarkStanding: Hashable, Sendable {
  /// 1 for an ACO's first agreement, 42 CFR 425.600(f).
  public var agreementNumber: Int
  /// Earlier agreements in which a regional adjustment was applied.
  public var regionalAdjustmentsApplied: Int
  /// Earlier agreements in which none was.
  public var regionalAdjustmentsPassed: Int
  /// The track to be signed, where a rule differs by it.
  public var track: Track?

  public init(
    agreementNumber: Int, regionalAdjustmentsApplied: Int = 0, regionalAdjustmentsPassed: Int = 0,
    track: Track? = nil
  ) {
    self.agreementNumber = agreementNumber
    self.regionalAdjustmentsApplied = regionalAdjustmentsApplied
    self.regionalAdjustmentsPassed = regionalAdjustmentsPassed
    self.track = track
  }
}
