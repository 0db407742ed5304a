import Projection
import Reconciliation
import Regulation

/// A benchmark outlook whose figures a test reads by eye.
struct SampleOutlook {
  var trend = 300_000.0
  /// Change of the benchmark when it is built again.
  var change = -0.024
  var changeError = 0.0002

  func make(of comparison: Comparison) -> BenchmarkOutlook {
    let amounts: [BenchmarkOutlook.Part: Double] = [
      .historical: 150e6, .regionalAdjustment: 2e6, .riskRatioCap: -1e6, .twoWayUpdate: 40e6,
      .ownShareOfRegion: -0.4e6, .prospectiveTrend: trend,
    ]
    let years = comparison.histories.map { year in
      BenchmarkOutlook.Year(
        performanceYear: year.performanceYear,
        parts: BenchmarkOutlook.Part.allCases.map { part in
          let amount = amounts[part] ?? 0
          return BenchmarkOutlook.PartAmount(
            part: part,
            amount: Estimate(value: amount, standardError: amount == 0 ? 0 : 20_000))
        },
        total: Estimate(value: amounts.values.reduce(0, +), standardError: 40_000))
    }
    return BenchmarkOutlook(
      trials: 20_000, years: years, next: next(comparison),
      spread: SpreadShare.Side.allCases.map { side in
        SpreadShare(
          side: side,
          shares: comparison.outlooks.map { _ in
            Estimate(value: side == .benchmark ? 0.41 : 0.17, standardError: 0.004)
          })
      })
  }

  private func next(_ comparison: Comparison) -> BenchmarkOutlook.NextAgreement {
    let chance = SampleDistribution.chance(600, of: 1_000)
    return BenchmarkOutlook.NextAgreement(
      firstYear: PerformanceYear(2032),
      expiring: Estimate(value: 14_600, standardError: 8),
      rebased: Estimate(value: 14_600 * (1 + change), standardError: 8),
      meanChange: Estimate(value: change, standardError: changeError),
      change: [-0.06, change, 0.03],
      adjustments: HighestAdjustment.Kind.allCases.map { kind in
        BenchmarkOutlook.AdjustmentChance(
          kind: kind,
          chance: SampleDistribution.chance(kind == .priorSavings ? 1_000 : 0, of: 1_000))
      },
      lastSavingsRate: Estimate(value: 0.0412, standardError: 0.0003),
      firstSavingsRate: Estimate(value: 0.0181, standardError: 0.0003),
      ratchet: Estimate(value: -0.712, standardError: 0.004),
      options: comparison.outlooks.indices.map { place in
        BenchmarkOutlook.Option(
          place: place, track: place == 2 ? .enhanced : .basic(.e),
          savingsRate: Estimate(value: 0.0181, standardError: 0.0003),
          payment: Estimate(value: 1.6e6, standardError: 30_000), chanceToEarn: chance,
          chanceToOwe: SampleDistribution.chance(130, of: 1_000))
      })
  }
}
