import Foundation
import Projection
import Regulation
import Scenarios

/// Forecasts of every year the files hold, each made from what was known before it, scored beside
/// the three baselines.
public struct Backtest: Hashable, Sendable {
  public var runs: [Run]
  public var inputs: [Panel.Input]
  public var trials: Int
  /// Years that could not be forecast, one sentence each.
  public var notes: [String] = []

  /// One performance year forecast from one last year known.
  public struct Run: Hashable, Sendable {
    public var known: Int
    public var target: Int
    public var horizon: Int { target - known }
    public var prior: StartingPosition
    public var effect: ExpenditureEffect
    /// All targets, then by size.
    public var table: BacktestTable
    /// By track of the year forecast, and the same agreement and new ones apart.
    public var parts: [Part]
    /// The product's mean forecast less what came: the error common to all ACOs, in points.
    public var commonError: Double
    /// The product's forecasts less the common error.
    public var withoutCommonError: BacktestTable.Row
    public var leavers: Leavers
    /// Of the ACOs asked for.
    public var own: [OwnRecordForecast]
    /// `nil` where no payment is published.
    public var payments: PaymentScores?
  }

  public struct Part: Hashable, Sendable {
    public var name: String
    public var group: BacktestTable.Group
  }

  public static let usualTrials = 2000

  /// - Parameters:
  ///   - folder: Of the panel's files; read again for payments.
  ///   - through: The last year to forecast; the panel's newest where `nil`.
  ///   - targets: How many years to forecast, ending there.
  ///   - acos: Ids of those told one by one, with and without their own record.
  /// - Throws: `PublicUseProblems`; faults of the rulebook.
  public init(
    _ panel: Panel, in folder: URL, through: Int? = nil, targets: Int = 3,
    trials: Int = Backtest.usualTrials, resamples: Int = 1000, acos: Set<String> = [],
    under rules: Rulebook
  ) throws {
    self.trials = trials
    inputs = panel.inputs
    runs = []
    let facts = try SettlementFacts(folder, files: panel.inputs.map(\.file), under: rules)
    let spread = try ProductSpread(under: rules)
    let last = through ?? panel.years.last ?? 0
    for target in panel.years.filter({ $0 <= last }).suffix(targets) {
      for horizon in [2, 1] {
        let bench = Bench(
          panel: panel, facts: facts, rules: rules, trials: trials, resamples: resamples,
          acos: acos, spread: spread)
        switch try bench.run(known: target - horizon, target: target) {
        case .success(let run): runs.append(run)
        case .failure(let why): notes.append(why.sentence)
        }
      }
    }
  }
}

/// What every run of a back-test shares.
private struct Bench {
  var panel: Panel
  var facts: SettlementFacts
  var rules: Rulebook
  var trials, resamples: Int
  var acos: Set<String>
  var spread: ProductSpread

  struct WhyNot: Error { var sentence: String }

  func run(known: Int, target: Int) throws -> Result<Backtest.Run, WhyNot> {
    let targets = ForecastTarget.all(panel, from: known, horizon: target - known)
    let window = (known - Calibration.usualYears + 1)...known
    let past = panel.limited(to: window)
    let place = "\(target) from \(known)"
    guard targets.count >= 30 else {
      return .failure(WhyNot(sentence: "\(place): \(targets.count) ACOs are in both years."))
    }
    guard
      let assumptions = Assumptions(
        spread.assumptions, fittedTo: Calibration(panel, through: known), panel, beside: spread)
    else {
      return .failure(WhyNot(sentence: "\(place): the years before are too few to fit."))
    }
    let product = try ProductForecasts(
      targets, past: past, assumptions: assumptions, facts: facts, under: rules, trials: trials)
    let own = try targets.filter { acos.contains($0.known.id) }.map { target in
      try OwnRecordForecast(
        target, past: past.acoYears.filter { $0.id == target.known.id },
        assumptions: assumptions, under: rules, trials: trials)
    }
    var run = scored(known, target, targets, past, assumptions, product)
    run.own = own
    return .success(run)
  }

  private func scored(
    _ known: Int, _ target: Int, _ targets: [ForecastTarget], _ past: Panel,
    _ assumptions: Assumptions, _ product: ProductForecasts
  ) -> Backtest.Run {
    let first = product.forecaster("glidepath")
    let all = [first] + Forecaster.baselines(past, horizon: target - known)
    let table = BacktestTable(all, on: targets, resamples: resamples)
    let error = table.groups.first?.rows.first?.bias.value ?? 0
    let shifted = BacktestTable(
      [product.forecaster("less common error", shift: -error)], on: targets, resamples: resamples)
    let parts = Self.parts(targets).compactMap { name, chosen -> Backtest.Part? in
      guard chosen.count >= 10 else { return nil }
      return BacktestTable(all, on: chosen, resamples: resamples).groups.first.map {
        Backtest.Part(name: name, group: $0)
      }
    }
    let payments = PaymentScores(product, targets, facts)
    return Backtest.Run(
      known: known, target: target, prior: assumptions.startingPosition,
      effect: assumptions.expenditureEffect, table: table, parts: parts,
      commonError: error, withoutCommonError: shifted.groups[0].rows[0],
      leavers: Leavers(past, targets, first.scores(targets)), own: [],
      payments: payments.targets > 0 ? payments : nil)
  }

  private static func parts(_ targets: [ForecastTarget]) -> [(String, [ForecastTarget])] {
    [
      ("same agreement", targets.filter { !$0.isRebased }),
      ("new agreement", targets.filter(\.isRebased)),
      ("one-sided", targets.filter { $0.later.track?.isTwoSided == false }),
      (
        "two-sided BASIC and Track 1+",
        targets.filter { $0.later.track?.isTwoSided == true && !$0.isHighestRisk }
      ),
      ("ENHANCED, Tracks 2 and 3", targets.filter(\.isHighestRisk)),
    ]
  }
}

extension ForecastTarget {
  /// Whether a new benchmark began between the last year known and the year forecast.
  var isRebased: Bool {
    known.agreementStart == nil || known.agreementStart != later.agreementStart
  }

  fileprivate var isHighestRisk: Bool {
    switch later.track {
    case .enhanced, .track2, .track3: true
    default: false
    }
  }
}
