import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// One beneficiary's spending has the mean, the spread and the tail it is said to have.
@Suite struct SpendingLawTests {
  static let aged = SpendingShape(
    zeroShare: 0.05, ordinaryShare: 0.3, ordinarySpread: 1.3, episodeVariation: 0.63)
  static let level = [1.0, 1, 1, 1]

  @Test(arguments: [0.05, 0.4, 0.7, 1.6, 2.24, 3.5, 5.0])
  func `the table has the coefficient of variation asked for and mean one`(variation: Double) {
    let law = SpendingLaw(Self.aged, levels: Self.level, variation: variation)
    #expect(abs(SpendingLaw.variation(of: law.amounts) / variation - 1) < 1e-9)
    #expect(abs(law.levelMeans.reduce(0, +) / 4 - 1) < 1e-9)
    for row in law.amounts { #expect(zip(row, row.dropFirst()).allSatisfy { $0 <= $1 }) }
  }

  @Test func `spending is truncated at the 99th percentile`() {
    let law = SpendingLaw(Self.aged, levels: SelectionModel.levels(0.19), variation: 2.24)
    for row in law.amounts {
      let truncated = row.count { $0 > row[SpendingLaw.ranks - 1] - 1e-9 }
      #expect((10...12).contains(truncated), "one in a hundred of 1,024")
    }
  }

  @Test func `some spend nothing`() {
    let law = SpendingLaw(Self.aged, levels: Self.level, variation: 2.24)
    #expect(abs(Double(law.amounts[0].count { $0 < 1e-3 }) / 1_024 - 0.05) < 0.005)
  }

  /// The table interpolates on amounts 2.6 percent apart; GSL's distribution function says how far off
  /// that is.
  @Test(arguments: [0.7, 1.6, 2.24, 3.5])
  func `ranked amounts are quantiles of GSL's law to 1e-4 of probability`(variation: Double) {
    let episodes = SpendingLaw(Self.aged, levels: Self.level, variation: variation).episodes
    let years = 1 - Self.aged.zeroShare - episodes
    let middle = logarithm(Self.aged.ordinaryShare / years) - 1.3 * 1.3 / 2
    let shape = 1 / (0.63 * 0.63)
    let scale = (1 - Self.aged.ordinaryShare) / episodes / shape
    let ranked = Self.aged.quantiles(1_024, episodes: episodes)
    var most = 0.0
    for (rank, amount) in ranked.enumerated() where amount > 0 {
      let below =
        Self.aged.zeroShare + years * normalProbability(below: (logarithm(amount) - middle) / 1.3)
        + episodes * gammaProbability(below: amount, shape: shape, scale: scale)
      most = max(most, abs(below - (Double(rank) + 0.5) / 1_024))
    }
    #expect(most < 1e-4, "\(most)")
  }

  /// The evidence: 14.9, 41.5 and 60.0 percent (EClinicalMedicine 2021). What the federal table of
  /// minimum savings rates implies of spread forces heavier shoulders; the defaults' source says so.
  @Test func `untruncated tails of the aged lie where the defaults' source says`() throws {
    var amounts: [(amount: Double, weight: Double)] = []
    for (variation, mean, weight) in [(2.245, 10_604.0, 0.8546), (1.936, 17_054, 0.0578)] {
      let law = SpendingLaw(Self.aged, levels: Self.level, variation: variation)
      let ranked = Self.aged.quantiles(20_000, episodes: law.episodes)
      amounts += ranked.map { ($0 * mean, weight / 20_000) }
    }
    amounts.sort { $0.amount > $1.amount }
    let spent = amounts.reduce(0) { $0 + $1.amount * $1.weight }
    let heads = amounts.reduce(0) { $0 + $1.weight }
    func share(_ top: Double) -> Double {
      var (found, sum) = (0.0, 0.0)
      for part in amounts where found < top * heads {
        found += part.weight
        sum += part.amount * part.weight
      }
      return sum / spent
    }
    #expect(abs(share(0.01) - 0.16) < 0.02)
    #expect(abs(share(0.05) - 0.49) < 0.02)
    #expect(abs(share(0.10) - 0.70) < 0.02)
  }

  @Test(arguments: [0, 0.25, 1.0, 3.0])
  func `risk scores have their spread and mean one`(variation: Double) {
    let law = RiskLaw(variation: variation)
    #expect(abs(RiskLaw.variation(of: law.scores) - variation) < 1e-9)
    #expect(abs(law.scores.reduce(0, +) / Double(RiskLaw.parts) - 1) < 1e-12)
  }

  @Test func `a tilt gives leavers the cost and the risk stated`() {
    let heads = (0..<16).map { Double(100 + 7 * $0) }
    let costs = [0.5, 0.8, 1.1, 1.6]
    let risks = [0.7, 0.9, 1.1, 1.3]
    var assumptions = Scenario.quiet(assigned: 5_000, savingsRate: 0).assumptions
    assumptions.retention.leaverExpenditure = 1.15
    assumptions.retention.leaverRisk = 1.10
    let model = SelectionModel(assumptions, expenditure: costs, risk: risks)
    let tilt = Tilt(heads, model, model.leavers)
    func mean(_ value: (Int) -> Double, tilted: Bool) -> Double {
      let weights = heads.indices.map { heads[$0] * (tilted ? 1 + tilt.offsets[$0] : 1) }
      return heads.indices.reduce(0) { $0 + weights[$1] * value($1) } / weights.reduce(0, +)
    }
    let cost = { costs[$0 & 3] }
    let risk = { risks[$0 >> 2] }
    #expect(abs(mean(cost, tilted: true) / mean(cost, tilted: false) - 1.15) < 1e-12)
    #expect(abs(mean(risk, tilted: true) / mean(risk, tilted: false) - 1.10) < 1e-12)
  }
}
