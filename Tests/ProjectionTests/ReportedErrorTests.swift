import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// Proof 5: the standard error printed with a figure is the spread of that figure over seeds.
@Suite struct ReportedErrorTests {
  static let seeds = 100
  /// A standard deviation over 100 seeds has a relative standard error of 1/√198; four of them.
  static let tolerance = 4 / 198.0.squareRoot()

  @Test func `means, chances, quantiles and tail means err as much as they say`() throws {
    let regulation = try Rulebook.current()
    var figures: [String: [(value: Double, error: Double)]] = [:]
    for seed in 0..<Self.seeds {
      var scenario = Scenario.quiet(
        assigned: 8_000, savingsRate: 0.01, law: .gamma, choice: .elected(Rate(0.01)),
        trials: 4_000, seed: UInt64(seed))
      scenario.assumptions.expenditureEffect.persistentStandardDeviation = 0.01
      let agreement = try Agreement(scenario, under: regulation)
      let comparison = agreement.comparison(of: try agreement.ledger(workers: 2))
      for place in [0, 4, 5, 6] {
        for (name, figure) in Self.figures(of: comparison.outlooks[place]) {
          figures[name, default: []].append(figure)
        }
      }
      let difference = comparison.differences[6][4].mean
      figures["ENHANCED less E", default: []].append(
        (difference.value, difference.standardError))
    }
    var ratios: [(String, Double)] = []
    for (name, values) in figures.sorted(by: { $0.key < $1.key }) {
      // A quantile that is an atom under some seeds is told as one, not by its error.
      guard values.count == Self.seeds else { continue }
      let n = Double(values.count)
      let mean = values.reduce(0) { $0 + $1.value } / n
      let spread =
        (values.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / (n - 1)).squareRoot()
      let reported = values.reduce(0) { $0 + $1.error } / n
      guard spread > 0 else { continue }
      ratios.append((name, reported / spread))
      #expect(abs(reported / spread - 1) < Self.tolerance, "\(name)")
    }
    let extremes = ratios.sorted { $0.1 < $1.1 }
    if let first = extremes.first, let last = extremes.last {
      print("Proof 5: \(ratios.count) figures, reported/observed from \(first) to \(last)")
    }
    #expect(ratios.count >= 30)
  }

  static func figures(of outlook: TrackOutlook) -> [(String, (value: Double, error: Double))] {
    let name = outlook.option.name
    var figures: [(String, (value: Double, error: Double))] = []
    for (label, distribution) in [("total", outlook.total), ("year 3", outlook.years[2])] {
      let key = "\(name) \(label)"
      figures.append(
        ("\(key) mean", (distribution.mean.value, distribution.mean.standardError)))
      figures.append(
        ("\(key) tail", (distribution.tailMean.value, distribution.tailMean.standardError)))
      figures.append(
        ("\(key) owe", (distribution.chanceToOwe.value, distribution.chanceToOwe.standardError)))
      for quantile in distribution.quantiles where !quantile.isAtom && quantile.value != .zero {
        figures.append(
          ("\(key) p\(quantile.level)", (quantile.value.dollars.amount, quantile.standardError)))
      }
    }
    return figures.filter { $0.1.error > 0 }
  }
}
