/// Who left between the last year known and the year forecast, and what staying may have selected.
public struct Leavers: Hashable, Sendable, Codable {
  public var stayers: Int
  public var leavers: Int
  /// Mean last known savings rates, fractions; zero where there is nobody.
  public var rateOfStayers, rateOfLeavers: Estimate
  /// Leavers' mean less stayers'; their ACOs are different ones, so the errors add in squares.
  public var difference: Estimate
  /// Every forecaster's scores with each ACO weighted by the inverse of its chance of staying.
  public var weighted: [BacktestTable.Row]
  /// The product's mean CRPS so weighted, less the one unweighted.
  public var crpsChange: Estimate

  init(_ past: Panel, _ targets: [ForecastTarget], _ scored: ScoredForecasts, resamples: Int) {
    let known = targets.first?.known.year
    let rows = past.acoYears.filter { $0.year == known }
    let staying = Set(targets.map(\.later.id))
    let kept = rows.filter { staying.contains($0.id) }
    let left = rows.filter { !staying.contains($0.id) }
    (stayers, leavers) = (kept.count, left.count)
    rateOfStayers = Self.meanRate(kept, resamples)
    rateOfLeavers = Self.meanRate(left, resamples)
    let (a, b) = (rateOfLeavers.standardError, rateOfStayers.standardError)
    difference = Estimate(
      value: left.isEmpty ? 0 : rateOfLeavers.value - rateOfStayers.value,
      standardError: (a * a + b * b).squareRoot())
    let chances = StayingChance(rows, staying: staying)
    let first = scored.scores.first ?? []
    let weights = first.map { 1 / chances[$0.aco] }
    let bootstrap = ACOBootstrap(first.map(\.aco), resamples: resamples)
    weighted = first.isEmpty ? [] : BacktestTable.rows(scored, bootstrap, weights: weights)
    crpsChange = Self.change(first.map(\.crps), weights, bootstrap)
  }

  private static func meanRate(_ rows: [ACOYear], _ resamples: Int) -> Estimate {
    guard !rows.isEmpty else { return Estimate(value: 0, standardError: 0) }
    return ACOBootstrap(rows.map(\.id), resamples: resamples).mean(rows.map(\.savingsRate))
  }

  /// Σ w x/Σ w − Σ x/n is the plain mean of (w/w̄ − 1)·x, whose error the bootstrap tells.
  private static func change(
    _ values: [Double], _ weights: [Double], _ bootstrap: ACOBootstrap
  ) -> Estimate {
    guard !values.isEmpty else { return Estimate(value: 0, standardError: 0) }
    let mean = weights.reduce(0, +) / Double(weights.count)
    return bootstrap.mean(zip(values, weights).map { $0 * ($1 / mean - 1) })
  }
}

/// The chance that an ACO of a year is seen again: the share seen again of its cell, fifths of the
/// last known savings rate within each half by size.
struct StayingChance: Sendable {
  private var chances: [String: Double] = [:]

  init(_ rows: [ACOYear], staying: Set<String>) {
    let bySize = rows.sorted {
      ($0.assignedBeneficiaries, $0.id) < ($1.assignedBeneficiaries, $1.id)
    }
    for half in Self.parts(bySize, 2) {
      let byRate = half.sorted { ($0.savingsRate, $0.id) < ($1.savingsRate, $1.id) }
      for cell in Self.parts(byRate, 5) {
        let chance = Double(cell.count { staying.contains($0.id) }) / Double(max(1, cell.count))
        for row in cell { chances[row.id] = chance }
      }
    }
  }

  private static func parts(_ rows: [ACOYear], _ count: Int) -> [[ACOYear]] {
    (0..<count).map { part in
      Array(rows[(rows.count * part / count)..<(rows.count * (part + 1) / count)])
    }
  }

  /// Above zero for every ACO seen again: it is in its cell itself.
  subscript(aco: String) -> Double { chances[aco] ?? 1 }
}
