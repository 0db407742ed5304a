import Reconciliation
import Regulation

/// What the benchmark is made of in each year, and what the years make of the next one, over a
/// sample of the simulated trials.
public struct BenchmarkOutlook: Hashable, Sendable {
  /// The first so many trials of the comparison.
  public var trials: Int
  /// Five, first performance year first.
  public var years: [Year]
  public var next: NextAgreement
  /// How much of the spread of each option's five-year net the benchmark side carries.
  public var spread: [SpreadShare]

  public init(trials: Int, years: [Year], next: NextAgreement, spread: [SpreadShare]) {
    self.trials = trials
    self.years = years
    self.next = next
    self.spread = spread
  }

  public struct Year: Hashable, Sendable {
    public var performanceYear: PerformanceYear
    /// In dollars, in the order of `Part.allCases`; they add up to `total`.
    public var parts: [PartAmount]
    /// The updated benchmark, in dollars.
    public var total: Estimate
    public init(performanceYear: PerformanceYear, parts: [PartAmount], total: Estimate) {
      self.performanceYear = performanceYear
      self.parts = parts
      self.total = total
    }
  }

  /// One step from the benchmark years to the updated benchmark, for the person-years of the
  /// performance year.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// The benchmark years trended and weighed; for a stated benchmark, all of it.
    case historical
    case regionalAdjustment, priorSavingsAdjustment, populationAdjustment
    /// The risk ratio before its cap, and what the cap takes away.
    case riskRatio, riskRatioCap
    /// The two-way update, had the ACO's own beneficiaries grown like the others of its region.
    case twoWayUpdate
    /// What the ACO's own spending adds to the region's growth.
    case ownShareOfRegion
    /// What the prospective trend adds to the two-way update.
    case prospectiveTrend
  }

  public struct PartAmount: Hashable, Sendable {
    public var part: Part
    public var amount: Estimate
    public init(part: Part, amount: Estimate) {
      self.part = part
      self.amount = amount
    }
  }

  public struct AdjustmentChance: Hashable, Sendable {
    public var kind: HighestAdjustment.Kind
    public var chance: Chance
    public init(kind: HighestAdjustment.Kind, chance: Chance) {
      self.kind = kind
      self.chance = chance
    }
  }

  /// The agreement that follows, its benchmark built from the simulated years.
  public struct NextAgreement: Hashable, Sendable {
    public var firstYear: PerformanceYear
    /// The updated benchmark of the fifth year, in dollars for each person-year.
    public var expiring: Estimate
    /// The historical benchmark of the next agreement, in the dollars and the mix of that year.
    public var rebased: Estimate
    /// The second over the first, less one: its mean, and at levels 0.05, 0.50 and 0.95 of the
    /// trials.
    public var meanChange: Estimate
    public var change: [Double]
    /// Chance that each adjustment is the one applied.
    public var adjustments: [AdjustmentChance]
    /// Savings rate of the fifth year and of the year after.
    public var lastSavingsRate, firstSavingsRate: Estimate
    /// By how much the rebased benchmark moves for each unit of the mean savings rate of the three
    /// years it is built from; -0.6 is six tenths of a point lost for each point saved.
    public var ratchet: Estimate
    public var options: [Option]

    public init(
      firstYear: PerformanceYear, expiring: Estimate, rebased: Estimate, meanChange: Estimate,
      change: [Double],
      adjustments: [AdjustmentChance], lastSavingsRate: Estimate, firstSavingsRate: Estimate,
      ratchet: Estimate, options: [Option]
    ) {
      self.firstYear = firstYear
      self.expiring = expiring
      self.rebased = rebased
      self.meanChange = meanChange
      self.change = change
      self.adjustments = adjustments
      self.lastSavingsRate = lastSavingsRate
      self.firstSavingsRate = firstSavingsRate
      self.ratchet = ratchet
      self.options = options
    }
  }

  /// One option's first year of the next agreement.
  public struct Option: Hashable, Sendable {
    /// Its place among the options of the comparison.
    public var place: Int
    /// What it goes on under: ENHANCED after ENHANCED, Level E otherwise.
    public var track: Track
    public var savingsRate: Estimate
    public var payment: Estimate
    public var chanceToEarn, chanceToOwe: Chance

    public init(
      place: Int, track: Track, savingsRate: Estimate, payment: Estimate, chanceToEarn: Chance,
      chanceToOwe: Chance
    ) {
      self.place = place
      self.track = track
      self.savingsRate = savingsRate
      self.payment = payment
      self.chanceToEarn = chanceToEarn
      self.chanceToOwe = chanceToOwe
    }
  }
}

/// How much of the variance of each option's five-year net goes with one side of chance.
public struct SpreadShare: Hashable, Sendable {
  public enum Side: String, CaseIterable, Hashable, Sendable {
    /// Luck of the benchmark years, national growth against the prospective trend, and the
    /// region's growth.
    case benchmark
    /// Luck of the benchmark years alone.
    case benchmarkYears
  }
  public var side: Side
  /// By option: half the mean square of what redrawing this side alone changes, over the variance;
  /// total effects in the sense of Sobol' (Jansen 1999).
  public var shares: [Estimate]

  public init(side: Side, shares: [Estimate]) {
    self.side = side
    self.shares = shares
  }
}
