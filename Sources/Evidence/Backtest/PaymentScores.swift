import Foundation

/// Published payments held against the product's simulated ones.
public struct PaymentScores: Hashable, Sendable {
  public var targets: Int
  /// Share of ACOs whose published payment fell inside the central interval of 80 percent.
  public var covered: Estimate
  /// The same among those that were paid or owed anything.
  public var coveredWhereNotZero: Estimate
  public var notZero: Int
  /// Chances of earning anything, in ten bins; bins without ACOs are left out.
  public var bins: [Bin]

  public struct Bin: Hashable, Sendable {
    public var low: Double
    public var acos: Int
    public var predicted: Double
    public var realised: Double
  }

  init(_ forecasts: ProductForecasts, _ targets: [ForecastTarget], _ facts: SettlementFacts) {
    var held: [(aco: String, isInside: Bool, isZero: Bool, chance: Double, earned: Bool)] = []
    for target in targets {
      guard let came = facts[target.later]?.earned, let sample = forecasts[target],
        !sample.earned.isEmpty
      else { continue }
      // Whole dollars, as published: half a dollar is no miss.
      let interval = Forecast(sample: sample.earned).interval(0.8)
      let isInside = came >= interval.lowerBound - 0.5 && came <= interval.upperBound + 0.5
      let chance = Double(sample.earned.count { $0 > 0 }) / Double(sample.earned.count)
      held.append((target.later.id, isInside, came == 0, chance, came > 0))
    }
    self.targets = held.count
    covered = ACOBootstrap(held.map(\.aco), resamples: 1000).mean(held.map { $0.isInside ? 1 : 0 })
    let moved = held.filter { !$0.isZero }
    notZero = moved.count
    coveredWhereNotZero = ACOBootstrap(moved.map(\.aco), resamples: 1000)
      .mean(moved.map { $0.isInside ? 1 : 0 })
    bins = (0..<10).compactMap { place in
      let inside = held.filter { min(9, Int($0.chance * 10)) == place }
      guard !inside.isEmpty else { return nil }
      let count = Double(inside.count)
      return Bin(
        low: Double(place) / 10, acos: inside.count,
        predicted: inside.reduce(0) { $0 + $1.chance } / count,
        realised: Double(inside.count { $0.earned }) / count)
    }
  }
}
