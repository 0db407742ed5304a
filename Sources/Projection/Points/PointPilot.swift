import Probability
import Sampling

/// The direction in which the options' net grows fastest, from a thousand trials.
struct PointPilot {
  /// Measured to serve as well as four times as many: a direction is turned to best roughly.
  static let trials = 1_024
  /// Draws that the direction is made of: the first ones.
  static let turned = 64

  /// Covariance of the options' standardised net with each draw's normal score: the gradient of the mean
  /// (Stein 1981).
  let slope: [Double]

  init(slope: [Double]) { self.slope = slope }

  init(
    _ agreement: Agreement, workers: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    let points = agreement.points(
      Array(GuidedDraws.all.prefix(Self.turned)), axes: [], for: "pilot")
    var pilot = agreement.following(points)
    pilot.scenario.trials = Self.trials
    pilot.division = nil
    let ledger = try pilot.ledger(workers: workers, isCancelled: isCancelled)
    let response = Self.response(of: ledger)
    let batch = PointBatch(points)
    var slope = Array(repeating: 0.0, count: points.dimensions)
    for trial in 0..<Self.trials {
      batch.seek(trial)
      for dimension in slope.indices {
        slope[dimension] += batch.score(dimension) * response[trial]
      }
    }
    self.slope = slope.map { $0 / Double(Self.trials) }
  }

  /// The options' five-year net, each on its own spread, added; mean zero and spread one.
  private static func response(of ledger: Ledger) -> [Double] {
    var sum = Array(repeating: 0.0, count: ledger.trials)
    for option in 0..<ledger.optionCount {
      let net = ledger.cumulativeNet(of: option, year: 4).map(Double.init)
      for (trial, value) in standardised(net).enumerated() { sum[trial] += value }
    }
    return standardised(sum)
  }

  private static func standardised(_ values: [Double]) -> [Double] {
    let (mean, variance) = (
      StudyTable.estimate(of: values).value, StudyTable.variance(of: values)
    )
    guard variance > 0 else { return values.map { _ in 0 } }
    return values.map { ($0 - mean) / variance.squareRoot() }
  }

  /// The first dimension turned to the direction, the straight ones left as they are.
  func points(for agreement: Agreement) -> PointSet {
    agreement.points(GuidedDraws.all, axes: axis.map { [$0] } ?? [], for: "points")
  }

  /// Across the plane that reflects the first dimension onto the direction; `nil` where it is that
  /// direction already.
  private var axis: [Double]? {
    var axis = slope.indices.map { GuidedDraws.straight.contains($0) ? 0 : kept(slope[$0]) }
    let length = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return nil }
    axis = axis.map { $0 / length }
    axis[0] -= 1
    let apart = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return apart > 1e-6 ? axis.map { $0 / apart } : nil
  }

  /// A slope shrunk by its noise, whose variance is that of one trial over the trials: to none where it
  /// is no larger (the positive part of James & Stein 1961, slope by slope).
  private func kept(_ slope: Double) -> Double {
    let noise = 1 / Double(Self.trials)
    return slope * slope > noise ? slope - noise / slope : 0
  }
}
