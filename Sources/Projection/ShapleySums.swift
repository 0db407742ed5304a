/// Running sums of the Shapley effects of one figure: what each of its independent inputs is worth
/// of its variance.
///
/// With f₀ the figure of a history x, take another history x' independent of it and an order of the
/// inputs drawn at random, and let f₁, f₂, …, f_d be the figure as one input after another is taken
/// from x' instead of x. Let T(u) = ½·E[(f(x) − f(x with u from x'))²] be the total effect of a set
/// of inputs: the Shapley value of that game is the Shapley effect, and adding input j = π(k) to the
/// k − 1 before it adds ½[(f₀ − f_k)² − (f₀ − f_{k−1})²] = (f₀ − ½(f_{k−1} + f_k))·(f_{k−1} − f_k)
/// in expectation (Goda 2021, *Reliability Engineering & System Safety* 213, 107702): d + 1
/// evaluations for all d effects, and no bias.
///
/// The same walk read from its end, x' to x in the opposite order, has the same distribution, and
/// adds (f_d − ½(f_{k−1} + f_k))·(f_k − f_{k−1}). The mean of both, which is what is summed here, is
/// as unbiased and varies no more:
///
///     ½·(f₀ − f_d)·(f_{k−1} − f_k)
///
/// In each walk the effects add up to ½(f₀ − f_d)², whose expectation is the variance.
struct ShapleySums: Sendable {
  private var walks = 0.0
  private var total = Moments()
  /// By input.
  private var effects: [Effect]

  private struct Effect {
    var own = Moments()
    /// Of its products with the total.
    var withTotal = 0.0
  }

  init(inputs: Int) { effects = Array(repeating: Effect(), count: inputs) }

  /// One walk.
  ///
  /// - Parameters:
  ///   - order: In which the inputs were taken from the other history.
  ///   - figures: f₀ through f_d, beginning at `start`.
  mutating func add(_ order: [Int], _ figures: [Double], from start: Int) {
    let half = (figures[start] - figures[start + order.count]) / 2
    let sum = 2 * half * half
    for step in order.indices {
      let effect = half * (figures[start + step] - figures[start + step + 1])
      effects[order[step]].own.add(effect)
      effects[order[step]].withTotal += effect * sum
    }
    total.add(sum)
    walks += 1
  }

  mutating func add(_ other: ShapleySums) {
    walks += other.walks
    total.add(other.total)
    for input in effects.indices {
      effects[input].own.add(other.effects[input].own)
      effects[input].withTotal += other.effects[input].withTotal
    }
  }

  var variance: Estimate { total.estimate(of: walks) }

  /// Of the variance, by input; they add up to one. Zero where nothing varies.
  ///
  /// To first order the error of a share s = φ/V is that of the mean of e − s·v, over V: e and v
  /// being one walk's effect and total. It is taken from the walks' own spread, so that shares which
  /// rest on a few extreme histories are known less well than it says.
  var shares: [Estimate] {
    let variance = total.sum / walks
    guard variance > 0 else {
      return effects.map { _ in Estimate(value: 0, standardError: 0) }
    }
    let spread = total.variance(of: walks)
    return effects.map { effect in
      let share = effect.own.sum / walks / variance
      let together =
        (effect.withTotal - effect.own.sum * total.sum / walks) / max(1, walks - 1)
      let squares = effect.own.variance(of: walks) - 2 * share * together + share * share * spread
      return Estimate(
        value: share, standardError: (max(0, squares) / walks).squareRoot() / variance)
    }
  }
}
