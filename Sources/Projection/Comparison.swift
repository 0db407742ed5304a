import Regulation
import Scenarios

/// All options settled on the same histories.
public struct Comparison: Hashable, Sendable {
  public var scenario: Scenario
  public var trials: Int
  public var seed: UInt64
  /// SHA-256 of the rules in force, editions included.
  public var rulebookDigest: String
  /// In the order of the scenario's options.
  public var outlooks: [TrackOutlook]
  /// Every ordered pair of options; `differences[i][j]` is option i minus option j.
  public var differences: [[PairedDifference]]
  /// What the simulated histories look like, before any option is settled; five years.
  public var histories: [HistoryYear]
  /// Over every payment of every trial, option and year: equal only where all cents are.
  /// Sixteen hexadecimal digits.
  public var paymentsChecksum: String
  /// What the benchmark is made of; `nil` where it was not asked for.
  public var benchmark: BenchmarkOutlook?
  /// Every path the ACO may sign; `nil` where it was not asked for.
  public var paths: PathOutlook?
  /// What being able to leave early is worth; `nil` where it was not asked for.
  public var leaving: LeavingOutlook?
  /// What the spread comes from; `nil` where it was not asked for.
  public var spread: SpreadBreakdown?
  /// What the inputs are worth; `nil` where it was not asked for.
  public var inputs: InputStudy?
  /// What the scenario's programs are worth; `nil` where it has none or it was not asked for.
  public var programs: ProgramOutlook?
  /// Who gains; `nil` where the scenario says nothing of it.
  public var parties: PartyOutlook?
  /// What cash the options need and when; `nil` where it was not asked for.
  public var cash: CashOutlook?
  /// Why the run has as many trials; `nil` where their number was given.
  public var stopping: StoppingReached?

  public init(
    scenario: Scenario, trials: Int, seed: UInt64, rulebookDigest: String,
    outlooks: [TrackOutlook], differences: [[PairedDifference]], histories: [HistoryYear],
    paymentsChecksum: String = ""
  ) {
    self.scenario = scenario
    self.trials = trials
    self.seed = seed
    self.rulebookDigest = rulebookDigest
    self.outlooks = outlooks
    self.differences = differences
    self.histories = histories
    self.paymentsChecksum = paymentsChecksum
  }
}

extension Comparison {
  /// Years from the start of a performance year until its settlement is paid and until its costs
  /// fall, where the scenario does not state when money moves: what net is discounted by.
  public static let yearsUntilSettlement = Money.autumnAfter
  public static let yearsUntilCosts = Money.midYear
}

/// Five-year net of one option minus another's, trial by trial on the same histories.
public struct PairedDifference: Hashable, Sendable {
  public var mean: Estimate
  /// Chance that the first option ends with strictly more, and with strictly less.
  public var chanceOfMore, chanceOfLess: Chance
  public init(mean: Estimate, chanceOfMore: Chance, chanceOfLess: Chance) {
    self.mean = mean
    self.chanceOfMore = chanceOfMore
    self.chanceOfLess = chanceOfLess
  }
}

/// Means over trials of one performance year's history.
public struct HistoryYear: Hashable, Sendable {
  public var performanceYear: PerformanceYear
  public var assignedBeneficiaries: Estimate
  /// Updated benchmark and expenditure, totals in dollars.
  public var benchmark, expenditure: Estimate
  /// (benchmark − expenditure)/benchmark, as a fraction; with its standard deviation over trials.
  public var savingsRate: Estimate
  public var savingsRateStandardDeviation: Double
  public var qualityScore: Estimate
  /// Chance of meeting the quality performance standard, and of neither standard.
  public var qualityStandardMet, qualityNotMet: Chance
  public init(
    performanceYear: PerformanceYear, assignedBeneficiaries: Estimate, benchmark: Estimate,
    expenditure: Estimate, savingsRate: Estimate, savingsRateStandardDeviation: Double,
    qualityScore: Estimate, qualityStandardMet: Chance, qualityNotMet: Chance
  ) {
    self.performanceYear = performanceYear
    self.assignedBeneficiaries = assignedBeneficiaries
    self.benchmark = benchmark
    self.expenditure = expenditure
    self.savingsRate = savingsRate
    self.savingsRateStandardDeviation = savingsRateStandardDeviation
    self.qualityScore = qualityScore
    self.qualityStandardMet = qualityStandardMet
    self.qualityNotMet = qualityNotMet
  }
}
