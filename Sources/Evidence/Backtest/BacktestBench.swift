import Foundation
import Projection
import Regulation
import Scenarios

/// What every run of a back-test shares, and what has been scored so far.
struct BacktestBench {
  let panel: Panel
  let facts: SettlementFacts
  let rules: Rulebook
  let trials, resamples: Int
  let acos: Set<String>
  let watch: BacktestWatch
  /// Fits by the last year they know: both horizons share one.
  private var fits: [Int: Assumptions] = [:]
  private var done: [(span: BacktestPlan.Span, scored: ScoredForecasts, paid: [HeldPayment])] = []

  struct Work {
    var run: Backtest.Run
    var sums: ObservedSums?
  }

  struct TooFew: Error { var sentence: String }

  init(
    _ panel: Panel, _ folder: URL, _ trials: Int, _ resamples: Int, _ acos: Set<String>,
    _ rules: Rulebook, _ watch: BacktestWatch
  ) throws {
    self.panel = panel
    facts = try SettlementFacts(folder, files: panel.inputs.map(\.file), under: rules)
    self.rules = rules
    self.trials = trials
    self.resamples = resamples
    self.acos = acos
    self.watch = watch
  }

  mutating func work(_ span: BacktestPlan.Span) throws -> Work {
    let past = panel.limited(to: (span.known - Calibration.usualYears + 1)...span.known)
    let assumptions = try fit(span)
    let sums = SumTargets(panel, span)
    let product = try ProductForecasts(
      span.targets,
      ProductForecasts.Setting(
        past: past, assumptions: assumptions, facts: facts, rules: rules, trials: trials,
        summed: sums?.acos ?? [], yearsAfter: (sums?.last ?? span.target) - span.target,
        watch: watch))
    let scored = ScoredForecasts(
      product.forecaster("glidepath"),
      Forecaster.baselines(past, horizon: span.target - span.known), on: span.targets)
    let paid = product.held(span.targets, facts)
    done.append((span, scored, paid))
    var run = Backtest.Run(
      known: span.known, target: span.target, prior: assumptions.startingPosition,
      effect: assumptions.expenditureEffect,
      table: BacktestTable(scored, resamples: resamples), commonError: scored.commonError,
      leavers: Leavers(past, span.targets, scored, resamples: resamples),
      payments: PaymentScores(paid, resamples: resamples))
    run.own = try own(span, past, assumptions)
    return Work(run: run, sums: sums?.scored(product, past, resamples: resamples))
  }

  private mutating func fit(_ span: BacktestPlan.Span) throws -> Assumptions {
    if let fit = fits[span.known] { return fit }
    let calibration = Calibration(panel, through: span.known)
    let spread = try ProductSpread(calibration, under: rules)
    guard
      let fit = Assumptions(spread.assumptions, fittedTo: calibration, panel, beside: spread)
    else {
      throw TooFew(
        sentence: "\(span.target) from \(span.known): the years before are too few to fit.")
    }
    fits[span.known] = fit
    return fit
  }

  private func own(
    _ span: BacktestPlan.Span, _ past: Panel, _ assumptions: Assumptions
  ) throws -> [OwnRecordForecast] {
    try span.targets.filter { acos.contains($0.known.id) }.map { target in
      try OwnRecordForecast(
        target, past: past.acoYears.filter { $0.id == target.known.id },
        assumptions: assumptions, under: rules, trials: trials)
    }
  }

  func pools() -> [Backtest.Pool] {
    [2, 1].compactMap { horizon in
      let runs = done.filter { $0.span.target - $0.span.known == horizon }
      guard !runs.isEmpty else { return nil }
      return Backtest.Pool(
        horizon: horizon, targets: runs.map { $0.span.target },
        table: BacktestTable(.joined(runs.map { $0.scored }), resamples: resamples),
        payments: PaymentScores(runs.flatMap { $0.paid }, resamples: resamples))
    }
  }
}

/// ACOs forecast at signing whose agreement's years the files hold.
private struct SumTargets {
  let targets: [ForecastTarget]
  let rebasedWithin: Int
  let first, last: Int
  let known: Int
  var acos: Set<String> { Set(targets.map(\.known.id)) }

  /// `nil` one year ahead, and where the files hold no second year for enough ACOs.
  init?(_ panel: Panel, _ span: BacktestPlan.Span) {
    guard span.target - span.known == 2, let newest = panel.years.last else { return nil }
    let years = span.target...max(span.target, min(newest, span.target + ObservedSums.most - 1))
    let seen = panel.sums(over: years, known: span.known)
    targets = seen.filter { $0.isOne }.map { $0.target }
    guard years.count > 1, targets.count >= ObservedSums.fewest else { return nil }
    rebasedWithin = seen.count - targets.count
    first = years.lowerBound
    last = years.upperBound
    known = span.known
  }

  func scored(_ product: ProductForecasts, _ past: Panel, resamples: Int) -> ObservedSums? {
    let scored = ScoredForecasts(
      product.sumForecaster("glidepath"),
      Forecaster.baselines(past, ofSumsOver: last - first + 1), on: targets)
    return BacktestTable.Group(.all, scored, resamples: resamples).map {
      ObservedSums(
        known: known, first: first, last: last, rebasedWithin: rebasedWithin, group: $0)
    }
  }
}
