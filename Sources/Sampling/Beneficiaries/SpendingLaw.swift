import Probability

/// One beneficiary's spending of a year, of one enrollment type: 1,024 equally likely ranks in each
/// of four equally likely cost levels, mean one.
///
/// Each level is truncated at its own 99th percentile, so that one beneficiary in a hundred is
/// truncated whatever becomes of the mix of levels, as a percentile of the year demands.
///
/// The table is the law: its coefficient of variation is exact, not an approximation's.
struct SpendingLaw {
  static let ranks = 1024
  /// Rank by rank, least first; one row for each cost level.
  private(set) var amounts: [[Double]]
  /// Share of years with an episode.
  private(set) var episodes = 0.0

  /// Beneficiaries who spend what their level spends, year in, year out.
  init(still levels: [Double]) {
    amounts = levels.map { Array(repeating: $0, count: Self.ranks) }
  }

  /// - Parameters:
  ///   - levels: A year's spending of each level before truncation; mean one.
  ///   - variation: Coefficient of variation after truncation. The share of years with an episode is
  ///     what gives it: more of them, each costing less, vary less.
  init(_ shape: SpendingShape, levels: [Double], variation: Double) {
    amounts = []
    // Fewer episodes than those truncated, and the truncation would hide them all.
    var (few, many) = (0.011, 0.6 * (1 - shape.zeroShare))
    amounts = Self.table(shape, episodes: few, levels)
    var ordinary = shape
    // So much spread that ordinary years must leave more of the spending to episodes.
    while Self.variation(of: amounts) < variation, ordinary.ordinaryShare > 0.01 {
      ordinary.ordinaryShare *= 0.8
      amounts = Self.table(ordinary, episodes: few, levels)
    }
    for _ in 0..<28 {
      episodes = (few * many).squareRoot()
      amounts = Self.table(ordinary, episodes: episodes, levels)
      if Self.variation(of: amounts) > variation { few = episodes } else { many = episodes }
    }
    contract(to: variation)
  }

  /// Draws the amounts nearer their mean where even the most episodes leave too much spread; and
  /// takes away what the search has left.
  private mutating func contract(to variation: Double) {
    let part = variation / Self.variation(of: amounts)
    for level in amounts.indices {
      for rank in amounts[level].indices {
        amounts[level][rank] = max(0, 1 + part * (amounts[level][rank] - 1))
      }
    }
  }

  /// Mean of each level.
  var levelMeans: [Double] { amounts.map { $0.reduce(0, +) / Double(Self.ranks) } }

  static func variation(of amounts: [[Double]]) -> Double {
    let squares = amounts.reduce(0.0) { $0 + $1.reduce(0.0) { $0 + ($1 - 1) * ($1 - 1) } }
    return (squares / Double(amounts.count * ranks)).squareRoot()
  }

  private static func table(
    _ shape: SpendingShape, episodes: Double, _ levels: [Double]
  ) -> [[Double]] {
    let ranked = shape.quantiles(ranks, episodes: episodes)
    let limit = ranked[ranks * 99 / 100]
    let mean = ranked.reduce(0.0) { $0 + min($1, limit) } / Double(ranks)
    return levels.map { level in ranked.map { level * min($0, limit) / mean } }
  }
}

/// The three kinds of year, before truncation: nothing spent, an ordinary one (lognormal), one with
/// an episode (gamma). Mean one.
struct SpendingShape {
  var zeroShare, ordinaryShare, ordinarySpread, episodeVariation: Double

  /// The middles of equally likely parts, least first, by linear interpolation of the distribution
  /// function on amounts 2.6 percent apart.
  func quantiles(_ count: Int, episodes: Double) -> [Double] {
    let (amounts, probabilities) = distribution(episodes: episodes)
    var quantiles: [Double] = []
    quantiles.reserveCapacity(count)
    var place = 0
    for part in 0..<count {
      let wanted = (Double(part) + 0.5) / Double(count)
      while place < amounts.count - 1, probabilities[place] < wanted { place += 1 }
      guard place > 0 else {
        quantiles.append(0)
        continue
      }
      let (low, high) = (probabilities[place - 1], probabilities[place])
      let within = high > low ? min(1, (wanted - low) / (high - low)) : 0
      quantiles.append(amounts[place - 1] + within * (amounts[place] - amounts[place - 1]))
    }
    return quantiles
  }

  private func distribution(episodes: Double) -> (amounts: [Double], probabilities: [Double]) {
    let years = 1 - zeroShare - episodes
    let middle = logarithm(ordinaryShare / years) - ordinarySpread * ordinarySpread / 2
    let shape = 1 / (episodeVariation * episodeVariation)
    let scale = (1 - ordinaryShare) / episodes / shape
    let logarithms = (0...600).map { -9 + Double($0) / 600 * 15.6 }
    let amounts = logarithms.map { exponential($0) }
    let probabilities = logarithms.indices.map { place in
      zeroShare + years * normalProbability(below: (logarithms[place] - middle) / ordinarySpread)
        + episodes * gammaProbability(below: amounts[place], shape: shape, scale: scale)
    }
    return (amounts, probabilities)
  }
}
