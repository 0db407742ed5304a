import Probability
import Sampling

/// How much each draw that points may give moves the options' net, from some thousand trials.
struct PointPilot {
  static let trials = 4_096
  /// Draws that points give, the rest being the generator's; and those of them that are turned.
  static let most = 256
  static let mostTurned = 96

  /// Of the options' standardised net on each draw's normal score: the covariance, and that with the
  /// score's square. The first is the gradient of the mean (Stein 1981).
  let slope, curve: [Double]

  init(slope: [Double], curve: [Double]) { (self.slope, self.curve) = (slope, curve) }

  init(
    _ agreement: Agreement, workers: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    let points = agreement.points(GuidedDraws.all, axes: [], for: "pilot")
    var pilot = agreement.following(points)
    pilot.scenario.trials = Self.trials
    pilot.division = nil
    let ledger = try pilot.ledger(workers: workers, isCancelled: isCancelled)
    let response = Self.response(of: ledger)
    let batch = PointBatch(points)
    var (slope, curve) = (
      Array(repeating: 0.0, count: points.dimensions),
      Array(repeating: 0.0, count: points.dimensions)
    )
    for trial in 0..<Self.trials {
      batch.seek(trial)
      for dimension in 0..<points.dimensions {
        let score = batch.score(dimension)
        slope[dimension] += score * response[trial]
        curve[dimension] += (score * score - 1) * response[trial]
      }
    }
    self.slope = slope.map { $0 / Double(Self.trials) }
    self.curve = curve.map { $0 / Double(Self.trials) / 2.0.squareRoot() }
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

  /// The draws that matter most first, turned so that the first dimension is the direction in which
  /// net grows fastest.
  func points(for agreement: Agreement) -> PointSet {
    let weight = slope.indices.map { slope[$0] * slope[$0] + curve[$0] * curve[$0] }
    let order = slope.indices.sorted { (weight[$1], $0) < (weight[$0], $1) }.prefix(Self.most)
    let axis = axis(order.prefix(Self.mostTurned))
    return agreement.points(
      order.map { GuidedDraws.all[$0] }, axes: axis.map { [$0] } ?? [], for: "points")
  }

  /// Across the plane that reflects the first dimension onto the gradient; slopes that the pilot cannot
  /// tell from none are left out. `nil` where the first dimension is the gradient.
  private func axis(_ order: some Collection<Int>) -> [Double]? {
    let noise = 2 / Double(Self.trials).squareRoot()
    var axis = order.map { abs(slope[$0]) < noise ? 0 : slope[$0] }
    let length = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return nil }
    axis = axis.map { $0 / length }
    axis[0] -= 1
    let apart = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return apart > noise ? axis.map { $0 / apart } : nil
  }
}
