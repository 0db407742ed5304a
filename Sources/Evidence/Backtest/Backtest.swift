import Foundation
import Projection
import Regulation
import Scenarios

/// Forecasts of every year the files hold, each made from what was known before it, scored beside
/// the three baselines.
public struct Backtest: Hashable, Sendable {
  public var runs: [Run] = []
  /// Two years ahead, as at signing, then one; each over all years forecast.
  public var pools: [Pool] = []
  /// Of several years of one agreement, as far as the files hold them.
  public var sums: [ObservedSums] = []
  public var inputs: [Panel.Input]
  public var trials: Int
  /// What could not be forecast, one sentence each.
  public var notes: [String] = []

  /// One performance year forecast from one last year known.
  public struct Run: Hashable, Sendable {
    public var known: Int
    public var target: Int
    public var horizon: Int { target - known }
    public var prior: StartingPosition
    public var effect: ExpenditureEffect
    public var table: BacktestTable
    /// The product's mean forecast less what came: the error common to all ACOs, a fraction.
    public var commonError: Double
    public var leavers: Leavers
    /// Of the ACOs asked for.
    public var own: [OwnRecordForecast] = []
    /// `nil` where no payment is published.
    public var payments: PaymentScores?
  }

  /// Every year forecast from as many years before.
  public struct Pool: Hashable, Sendable {
    public var horizon: Int
    /// The years forecast, ascending.
    public var targets: [Int]
    /// Errors by ACO over all years: they know nothing of what is common to a year.
    public var table: BacktestTable
    public var payments: PaymentScores?
  }

  public static let usualTrials = 2000

  /// - Parameters:
  ///   - folder: Of the panel's files; read again for payments.
  ///   - acos: Ids of those told one by one, with and without their own record.
  /// - Throws: `PublicUseProblems`, also where no year can be forecast; faults of the rulebook;
  ///   `Interrupted`.
  public init(
    _ plan: BacktestPlan, in folder: URL, trials: Int = Backtest.usualTrials,
    resamples: Int = 1000, acos: Set<String> = [], under rules: Rulebook,
    watch: BacktestWatch = BacktestWatch()
  ) throws {
    self.trials = trials
    inputs = plan.panel.inputs
    notes = plan.notes
    try plan.refuseNothing(in: folder)
    var bench = try BacktestBench(plan.panel, folder, trials, resamples, acos, rules, watch)
    for span in plan.spans {
      if watch.isCancelled() { throw Interrupted() }
      do {
        try take(bench.work(span))
      } catch let tooFew as BacktestBench.TooFew {
        notes.append(tooFew.sentence)
      }
    }
    pools = bench.pools()
    try refuseNoRuns(in: folder)
    if !sums.isEmpty { notes.append(longestSum) }
  }

  private mutating func take(_ work: BacktestBench.Work) {
    runs.append(work.run)
    if let sum = work.sums { sums.append(sum) }
  }

  private func refuseNoRuns(in folder: URL) throws {
    guard runs.isEmpty else { return }
    throw PublicUseProblems(
      problems: notes.map { PublicUseProblem(file: folder.lastPathComponent, says: $0) })
  }

  private var longestSum: String {
    let most = sums.map(\.years).max() ?? 0
    return most < ObservedSums.most
      ? "The longest sum of one agreement that the files hold after a signing is of \(most) years, "
        + "not of \(ObservedSums.most)." : "Sums of whole agreements are observed."
  }
}
