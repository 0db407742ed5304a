import Probability

/// One law of single beneficiaries' years for the two that are timed: the kernel and the scalar loop.
///
/// Four enrollment types, cost levels and risk levels; a year's spending is nothing, ordinary
/// (lognormal) or an episode (gamma), truncated at its 99th percentile; a risk score is lognormal.
struct BeneficiaryLaw {
  static let (ranks, risks) = (1_024, 256)

  /// Of the list at signing, by type.
  let shares = [0.006, 0.064, 0.080, 0.850]
  let costLevels = [0.40, 0.75, 1.10, 1.75]
  let riskLevels = [0.60, 0.85, 1.10, 1.45]
  let aligned = 0.05
  /// By type + 4 cost level + 16 risk level + 64 aligned.
  let leaving: [Double]
  /// Rows by the type before, columns by the type after.
  let becoming = [
    1.0, 0, 0, 0, 0.001, 0.919, 0.036, 0.044, 0.001, 0, 0.999, 0, 0.001, 0, 0.006, 0.993,
  ]
  let keeping = [0.20, 0.25, 0.30, 0.35]
  let nothing = 0.05
  let middle = -1.2, spread = 1.3
  let episodes = 0.08, episodeShape = 2.5, episodeScale = 2.2
  let riskSpread = 0.8
  /// What a year's spending is truncated at.
  private(set) var limit = 0.0

  init() {
    let turnover = [1.6, 0.9, 1.2, 1.0]
    leaving = (0..<128).map { [costLevels, riskLevels] cell in
      let mean = (cell >> 6 == 1 ? 0.07 : 0.18) * turnover[cell & 3]
      return mean
        * (1 + 0.4 * (costLevels[cell >> 2 & 3] - 1) + 0.3 * (riskLevels[cell >> 4 & 3] - 1))
    }

    limit = quantile(0.99)
  }

  /// By type, of a list of so many.
  func counts(of assigned: Int) -> [Int] { shares.map { Int((Double(assigned) * $0).rounded()) } }

  /// A year's joiners, by type: about as many as leave.
  func joiners(of assigned: Int) -> [Int] {
    shares.map { Int((0.18 * Double(assigned) * $0).rounded()) }
  }

  /// Joiners cost a little less than the list, by cost level + 4 risk level.
  var pairs: [Double] {
    let weights = (0..<16).map { pair -> Double in
      let (cost, risk) = (costLevels[pair & 3], riskLevels[pair >> 2])
      return 1 - 0.15 * (cost - 1) - 0.1 * (risk - 1)
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// Before truncation.
  private func probability(below amount: Double) -> Double {
    nothing + (1 - nothing - episodes)
      * normalProbability(below: (logarithm(amount) - middle) / spread)
      + episodes * gammaProbability(below: amount, shape: episodeShape, scale: episodeScale)
  }

  private func quantile(_ wanted: Double) -> Double {
    guard wanted > nothing else { return 0 }
    var (low, high) = (1e-9, 1e3)
    for _ in 0..<80 {
      let amount = (low + high) / 2
      if probability(below: amount) < wanted { low = amount } else { high = amount }
    }
    return high
  }

  /// The middles of equally likely ranks, truncated, for every list.
  var spendingTable: [UInt32] {
    let ranked = (0..<Self.ranks).map {
      min(limit, quantile((Double($0) + 0.5) / Double(Self.ranks)))
    }
    return (0..<16).flatMap { list in
      ranked.map { UInt32(($0 * costLevels[list >> 2] * unit).rounded()) }
    }
  }

  /// By type, then risk level.
  var riskTable: [UInt32] {
    (0..<16).flatMap { row in
      (0..<Self.risks).map { luck in
        let score = normalQuantile((Double(luck) + 0.5) / Double(Self.risks))
        return UInt32((riskLevels[row & 3] * exponential(riskSpread * score) * unit).rounded())
      }
    }
  }

  /// What an amount of one is in the tables.
  let unit = 16_384.0
}
