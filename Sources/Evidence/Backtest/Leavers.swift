/// Who left between the last year known and the year forecast, and what staying may have selected.
public struct Leavers: Hashable, Sendable {
  public var stayers: Int
  public var leavers: Int
  /// Mean last known savings rates, fractions; zero where there is nobody.
  public var meanRateOfStayers, meanRateOfLeavers: Double
  /// The product's scores with each ACO weighted by the inverse of its chance of staying, by fifths
  /// of the last known savings rate.
  public var weightedCRPS: Double
  /// Of the interval of 80 percent.
  public var weightedCoverage: Double

  init(_ past: Panel, _ targets: [ForecastTarget], _ scores: [ScoredForecast]) {
    let known = targets.first?.known.year
    let rows = past.acoYears.filter { $0.year == known }.sorted { $0.savingsRate < $1.savingsRate }
    let staying = Set(targets.map(\.later.id))
    var (kept, left) = ((0, 0.0), (0, 0.0))
    var weights: [String: Double] = [:]
    for fifth in 0..<5 {
      let part = rows[(rows.count * fifth / 5)..<(rows.count * (fifth + 1) / 5)]
      let stayed = part.filter { staying.contains($0.id) }
      for row in stayed { weights[row.id] = Double(part.count) / Double(stayed.count) }
    }
    for row in rows {
      if staying.contains(row.id) {
        kept = (kept.0 + 1, kept.1 + row.savingsRate)
      } else {
        left = (left.0 + 1, left.1 + row.savingsRate)
      }
    }
    (stayers, leavers) = (kept.0, left.0)
    meanRateOfStayers = kept.1 / Double(max(1, kept.0))
    meanRateOfLeavers = left.1 / Double(max(1, left.0))
    let total = scores.reduce(0) { $0 + (weights[$1.aco] ?? 1) }
    weightedCRPS = scores.reduce(0) { $0 + (weights[$1.aco] ?? 1) * $1.crps } / max(total, 1)
    weightedCoverage =
      scores.reduce(0) { $0 + ($1.isCovered[1] ? weights[$1.aco] ?? 1 : 0) } / max(total, 1)
  }
}
