/// One published payment held against the product's simulated ones.
struct HeldPayment: Sendable {
  var aco: String
  /// Whether it fell inside the central interval of 80 percent.
  var isInside: Bool
  var isZero: Bool
  /// Simulated chance of earning anything.
  var chance: Double
  var earned: Bool
}

/// Published payments held against the product's simulated ones.
public struct PaymentScores: Hashable, Sendable, Codable {
  public var targets: Int
  /// Share of ACOs whose published payment fell inside the central interval of 80 percent.
  public var covered: Estimate
  /// The same among those that were paid or owed anything.
  public var coveredWhereNotZero: Estimate
  public var notZero: Int
  /// Chances of earning anything, in ten bins; bins without ACOs are left out.
  public var bins: [Bin]

  public struct Bin: Hashable, Sendable, Codable {
    public var low: Double
    public var acos: Int
    public var predicted: Double
    /// The share that earned something, with its error over resamples of ACOs.
    public var realised: Estimate
  }

  /// `nil` where no payment is published.
  init?(_ held: [HeldPayment], resamples: Int) {
    guard !held.isEmpty else { return nil }
    func share(_ payments: [HeldPayment], _ holds: (HeldPayment) -> Bool) -> Estimate {
      guard !payments.isEmpty else { return Estimate(value: 0, standardError: 0) }
      return ACOBootstrap(payments.map(\.aco), resamples: resamples)
        .mean(payments.map { holds($0) ? 1 : 0 })
    }
    targets = held.count
    covered = share(held, \.isInside)
    let moved = held.filter { !$0.isZero }
    notZero = moved.count
    coveredWhereNotZero = share(moved, \.isInside)
    bins = (0..<10).compactMap { place in
      let inside = held.filter { min(9, Int($0.chance * 10)) == place }
      guard !inside.isEmpty else { return nil }
      return Bin(
        low: Double(place) / 10, acos: inside.count,
        predicted: inside.reduce(0) { $0 + $1.chance } / Double(inside.count),
        realised: share(inside, \.earned))
    }
  }
}

extension ProductForecasts {
  /// Of every target whose payment is published.
  func held(_ targets: [ForecastTarget], _ facts: SettlementFacts) -> [HeldPayment] {
    targets.compactMap { target in
      guard let came = facts[target.later]?.earned, let sample = self[target],
        !sample.earned.isEmpty
      else { return nil }
      // Whole dollars, as published: half a dollar is no miss.
      let interval = Forecast(sample: sample.earned).interval(0.8)
      return HeldPayment(
        aco: target.later.id,
        isInside: came >= interval.lowerBound - 0.5 && came <= interval.upperBound + 0.5,
        isZero: came == 0,
        chance: Double(sample.earned.count { $0 > 0 }) / Double(sample.earned.count),
        earned: came > 0)
    }
  }
}
