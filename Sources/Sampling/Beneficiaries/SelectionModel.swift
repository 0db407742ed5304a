import Probability
import Scenarios

/// Whom leaving and joining pick: levels of cost and risk, and how far leavers' and joiners' means
/// lie from the list's.
struct SelectionModel: Sendable {
  /// Mean of each level relative to the population's.
  let expenditure, risk: [Double]
  /// Of leavers and joiners, relative to the list they leave or join, less one.
  let leavers, joiners: Offset
  let voluntaryShare, voluntaryRetention: Double

  struct Offset: Sendable {
    var expenditure, risk: Double
  }

  init(_ assumptions: Assumptions, expenditure: [Double], risk: [Double]) {
    self.expenditure = expenditure
    self.risk = risk
    let (retention, joining) = (assumptions.retention, assumptions.joining)
    leavers = Offset(
      expenditure: retention.leaverExpenditure - 1, risk: retention.leaverRisk - 1)
    joiners = Offset(expenditure: joining.joinerExpenditure - 1, risk: joining.joinerRisk - 1)
    voluntaryShare = retention.voluntaryShare
    voluntaryRetention = retention.voluntaryRetention
  }

  /// The variance of levels that lets leavers and joiners differ as stated without any level being
  /// spared or emptied: none where they are as the others.
  ///
  /// A tilt's slope is the difference over this variance. At 1.3 those least likely to leave, low
  /// in cost and in risk, are left about a twentieth of the mean chance where leavers differ by
  /// 0.15 in cost and 0.10 in risk; at 1.6 the tilt would reach below zero and be cut short.
  static func levelVariance(_ leaver: Double, _ joiner: Double) -> Double {
    min(max(abs(leaver - 1), abs(joiner - 1)) / 1.3, 1.5)
  }

  /// Four equally likely levels of mean one: the middles of a lognormal's quarters, spread to about
  /// this variance.
  static func levels(_ variance: Double) -> [Double] {
    let normals = (0..<BeneficiaryModel.levels).map {
      normalQuantile((Double($0) + 0.5) / Double(BeneficiaryModel.levels))
    }
    let size = normals.reduce(0.0) { $0 + $1 * $1 } / Double(normals.count)
    let spread = (logarithm(1 + variance) / size).squareRoot()
    let values = normals.map { exponential(spread * $0) }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.map { $0 / mean }
  }
}

/// A linear tilt over the sixteen pairs of cost level and risk level, mean one over the list.
struct Tilt {
  /// By pair, cost level + 4 · risk level: how much likelier than others, less one.
  let offsets: [Double]
  private let least, most: Double

  /// - Parameters:
  ///   - heads: Of the list, by pair.
  ///   - offset: How far the mean expenditure and risk of those picked lie from the list's, as parts
  ///     of it; met together where the levels differ in both.
  init(_ heads: [Double], _ selection: SelectionModel, _ offset: SelectionModel.Offset) {
    let total = heads.reduce(0, +)
    func mean(_ value: (_ pair: Int) -> Double) -> Double {
      heads.indices.reduce(0.0) { $0 + heads[$1] * value($1) } / total
    }
    let cost = { selection.expenditure[$0 & 3] }
    let risk = { selection.risk[$0 >> 2] }
    let (costMean, riskMean) = (mean(cost), mean(risk))
    let costs = mean { (cost($0) - costMean) * (cost($0) - costMean) }
    let risks = mean { (risk($0) - riskMean) * (risk($0) - riskMean) }
    let both = mean { (cost($0) - costMean) * (risk($0) - riskMean) }
    let wanted = (cost: offset.expenditure * costMean, risk: offset.risk * riskMean)
    let determinant = costs * risks - both * both
    var slope = (cost: 0.0, risk: 0.0)
    if determinant > 1e-9 * costs * risks, determinant > 1e-18 {
      slope.cost = (wanted.cost * risks - wanted.risk * both) / determinant
      slope.risk = (wanted.risk * costs - wanted.cost * both) / determinant
    } else if costs > 1e-9 {
      slope.cost = wanted.cost / costs
    } else if risks > 1e-9 {
      slope.risk = wanted.risk / risks
    }
    let offsets = heads.indices.map {
      slope.cost * (cost($0) - costMean) + slope.risk * (risk($0) - riskMean)
    }
    self.offsets = offsets
    least = offsets.min() ?? 0
    most = offsets.max() ?? 0
  }

  /// The part of the tilt under which a probability of this mean stays a probability for every pair.
  func part(_ probability: Double) -> Double {
    var part = 1.0
    if least < -0.98 { part = 0.98 / -least }
    if probability > 0, most > 0 { part = min(part, max(0, (0.98 / probability - 1) / most)) }
    return part
  }
}
