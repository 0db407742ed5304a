import Probability

/// A mixture of two normal laws, fitted by maximum likelihood (expectation–maximisation, Dempster,
/// Laird & Rubin 1977) with sandwich errors clustered by ACO.
struct TwoPartNormal: Sendable {
  /// Weight of the narrow part, its mean and spread, mean and spread of the wide part.
  private var point: [Double]
  private let sandwich: Sandwich

  var narrowWeight: Estimate { estimate(0) }
  var narrowMean: Estimate { estimate(1) }
  var narrowSpread: Estimate { estimate(2) }
  var wideMean: Estimate { estimate(3) }
  var wideSpread: Estimate { estimate(4) }

  private func estimate(_ place: Int) -> Estimate {
    Estimate(value: point[place], standardError: sandwich.standardError(place))
  }

  /// `nil` where the two parts cannot be told apart.
  init?(_ values: [Double], clusters: [Int]) {
    var point = Self.start(values)
    var last = -Double.infinity
    for _ in 0..<5000 {
      point = Self.improved(point, values)
      guard point.allSatisfy(\.isFinite), point[2] > 0, point[4] > 0 else { return nil }
      let total = Self.logLikelihoods(values, at: point).reduce(0, +)
      if total - last < 1e-10 { break }
      last = total
    }
    if point[2] > point[4] { point = [1 - point[0], point[3], point[4], point[1], point[2]] }
    self.point = point
    let steps = [1e-4, 1e-3 * point[2], 1e-3 * point[2], 1e-3 * point[4], 1e-3 * point[4]]
    guard
      let sandwich = Sandwich(
        at: point, steps: steps, clusters: clusters,
        logLikelihoods: { Self.logLikelihoods(values, at: $0) })
    else { return nil }
    self.sandwich = sandwich
  }

  /// The middle half's spread, and four times that.
  private static func start(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    let middle = sorted[sorted.count / 2]
    let quarter = (sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]) / 2
    let spread = max(quarter, 1e-6) * 1.4
    return [0.75, middle, spread, middle, 4 * spread]
  }

  private static func parts(_ value: Double, _ point: [Double]) -> (Double, Double) {
    func part(_ weight: Double, _ mean: Double, _ spread: Double) -> Double {
      weight * normalDensity((value - mean) / spread) / spread
    }
    return (part(point[0], point[1], point[2]), part(1 - point[0], point[3], point[4]))
  }

  private static func logLikelihoods(_ values: [Double], at point: [Double]) -> [Double] {
    values.map { value in
      let (narrow, wide) = parts(value, point)
      return logarithm(max(narrow + wide, 1e-300))
    }
  }

  /// One step: responsibilities, then weighted moments.
  private static func improved(_ point: [Double], _ values: [Double]) -> [Double] {
    var (narrow, wide) = (CrossMoments(), CrossMoments())
    for value in values {
      let (a, b) = parts(value, point)
      let share = a / max(a + b, 1e-300)
      narrow.addWeighted(value, share)
      wide.addWeighted(value, 1 - share)
    }
    return [narrow.count / Double(values.count)] + narrow.meanAndSpread + wide.meanAndSpread
  }
}

extension CrossMoments {
  fileprivate mutating func addWeighted(_ value: Double, _ weight: Double) {
    count += weight
    x += weight * value
    xx += weight * value * value
  }

  fileprivate var meanAndSpread: [Double] {
    let mean = x / count
    return [mean, max(0, xx / count - mean * mean).squareRoot()]
  }
}
