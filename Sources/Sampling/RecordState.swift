/// What a record has taught so far of an ACO's mean-reverting effect and of the luck of its benchmark
/// years, both in units of their own spread: means, variances and covariance.
struct RecordState: Hashable, Sendable {
  var effect = 0.0
  var luck = 0.0
  var effectVariance = 1.0
  var luckVariance = 1.0
  var covariance = 0.0

  /// What one past year taught.
  struct Lesson {
    /// How much one unit of the year's deviation moves effect and luck.
    var gain, luckGain: Double
    /// The deviation less what was expected, and its variance.
    var news, variance: Double
  }

  /// - Parameters:
  ///   - deviation: Of the savings rate from its year's mean, a fraction.
  ///   - spread: Of the effect at that year's size; `luckSpread` of the luck.
  ///   - passing: Variance of what passes within the year.
  mutating func learn(
    _ deviation: Double, spread: Double, luckSpread: Double, passing: Double
  ) -> Lesson {
    let withEffect = spread * effectVariance + luckSpread * covariance
    let withLuck = spread * covariance + luckSpread * luckVariance
    let variance = max(spread * withEffect + luckSpread * withLuck + passing, 1e-12)
    let news = deviation - spread * effect - luckSpread * luck
    let (gain, luckGain) = (withEffect / variance, withLuck / variance)
    effect += gain * news
    luck += luckGain * news
    effectVariance -= gain * withEffect
    luckVariance -= luckGain * withLuck
    covariance -= gain * withLuck
    return Lesson(gain: gain, luckGain: luckGain, news: news, variance: variance)
  }

  /// A part of the effect remains, and the rest is as uncertain as anyone's.
  mutating func shrink(to kept: Double) {
    effect *= kept
    effectVariance = kept * kept * effectVariance + 1 - kept * kept
    covariance *= kept
  }

  /// A new benchmark: part of the effect remains, the luck is drawn anew.
  mutating func rebase(keeping kept: Double) {
    shrink(to: kept)
    (luck, luckVariance, covariance) = (0, 1, 0)
  }
}
