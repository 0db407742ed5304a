import Probability

/// Forecasters scored on the same targets, overall and by size.
public struct BacktestTable: Hashable, Sendable {
  /// First all sizes, then each band that has targets.
  public var groups: [Group]

  public struct Group: Hashable, Sendable {
    /// `nil` for all sizes.
    public var band: SizeBand?
    public var targets: Int
    public var acos: Int
    /// In the order of the forecasters.
    public var rows: [Row]
  }

  /// One forecaster's mean scores, each with the bootstrap's standard error over ACOs.
  public struct Row: Hashable, Sendable {
    public var forecaster: String
    public var bias, crps, logScore: Estimate
    /// In the order of `ScoredForecast.coverages`.
    public var coverage: [Estimate]
    /// This forecaster's CRPS less the first one's: above zero is worse.
    public var crpsOverFirst: Estimate
    /// Tenths of the probability integral transform, as shares.
    public var pitTenths: [Double]
  }

  /// - Parameters:
  ///   - forecasters: The first is the one the others are compared with.
  ///   - targets: Those that any forecaster cannot forecast are left out for all.
  ///   - resamples: Of ACOs with replacement, at a fixed seed.
  public init(_ forecasters: [Forecaster], on targets: [ForecastTarget], resamples: Int = 1000) {
    var scored: [[ScoredForecast]] = forecasters.map { _ in [] }
    for target in targets {
      let forecasts = forecasters.compactMap { $0.forecast(target) }
      guard forecasts.count == forecasters.count else { continue }
      for (place, forecast) in forecasts.enumerated() {
        scored[place].append(ScoredForecast(forecast, of: target))
      }
    }
    let bands = [nil] + SizeBand.allCases.map { Optional($0) }
    groups = bands.compactMap { band in
      let chosen = scored.map { scores in
        scores.filter { score in band.map { $0.contains(score.assignedBeneficiaries) } ?? true }
      }
      guard chosen.first?.isEmpty == false else { return nil }
      return Self.group(band, forecasters.map(\.name), chosen, resamples)
    }
  }

  private static func group(
    _ band: SizeBand?, _ names: [String], _ scored: [[ScoredForecast]], _ resamples: Int
  ) -> Group {
    let first = scored[0]
    let bootstrap = ACOBootstrap(first.map(\.aco), resamples: resamples)
    let rows = zip(names, scored).map { name, scores in
      Row(
        forecaster: name, bias: bootstrap.mean(scores.map(\.bias)),
        crps: bootstrap.mean(scores.map(\.crps)), logScore: bootstrap.mean(scores.map(\.logScore)),
        coverage: ScoredForecast.coverages.indices.map { place in
          bootstrap.mean(scores.map { $0.isCovered[place] ? 1 : 0 })
        },
        crpsOverFirst: bootstrap.mean(zip(scores, first).map { $0.crps - $1.crps }),
        pitTenths: tenths(scores.map(\.pit)))
    }
    return Group(band: band, targets: first.count, acos: bootstrap.acos, rows: rows)
  }

  private static func tenths(_ values: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: 10)
    for value in values { counts[min(9, max(0, Int(value * 10)))] += 1 }
    return counts.map { $0 / Double(values.count) }
  }
}
