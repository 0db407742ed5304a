import Probability
import Regulation
import Scenarios

/// The most likely combination of inputs that breaks a limit, on the draws of the comparison.
///
/// Each uncertain input has a standard score, correlated as the scenario's yearly scores are; what is
/// sought is the combination nearest to what is projected at which mean five-year net reaches the
/// limit (`NearestPoint`). Its distance β says how likely that is: were the boundary flat, the chance
/// that the inputs lie beyond it is 1 − Φ(β), which is a first-order figure and said to be one.
public struct ReverseStress: Hashable, Sendable {
  public enum Question: String, Hashable, Sendable {
    /// The path's mean five-year net falls to minus the reserve.
    case losesReserve
    /// The path's mean five-year net falls to that of another.
    case fallsBehind
  }

  public struct Level: Hashable, Sendable {
    public var input: Input
    /// Standard score of the level, and the level.
    public var score, level: Double
  }

  public struct Point: Hashable, Sendable {
    /// The inputs that carry it first.
    public var levels: [Level]
    /// Standard deviations from what is projected.
    public var distance: Double
    /// 1 − Φ(β), to first order.
    public var chance: Double
    /// What the question asks about, in dollars: at the point, nineteen twentieths of the way to it,
    /// and the paired difference of both.
    public var figure, retreat, step: Estimate

    /// Simulation error of the distance: that of the figure there over its fall along the way.
    public var distanceError: Double {
      let fall = step.value.magnitude / ((1 - ReverseStress.retreat) * distance)
      return fall > 0 ? figure.standardError / fall : 0
    }
  }

  public var question: Question
  /// A place in the outcomes.
  public var path: Int
  /// The path it falls behind; `nil` for a loss.
  public var behind: Int?
  /// What the figure falls to, in dollars: minus the reserve, or zero.
  public var limit: Double
  /// Whether the scenario states the reserve.
  public var statesReserve: Bool
  /// The figure as projected, on the same trials.
  public var asProjected: Estimate
  /// `nil` where the limit is broken as projected already, or within `reach` nowhere.
  public var point: Point?
  public var trials: Int

  public var isBrokenAlready: Bool { asProjected.value <= limit }

  /// How far is looked, in standard deviations.
  public static let reach = 4.0
  static let retreat = 0.95
}

/// The inputs' standard scores, independent ones made to correlate.
struct ScoreSpace: Sendable {
  let ranges: [InputRange]
  private let factor: [Double]

  init(_ ranges: [InputRange], in scenario: Scenario) {
    self.ranges = ranges.filter(\.isUncertain)
    let count = self.ranges.count
    var matrix = Array(repeating: 0.0, count: count * count)
    for (row, one) in self.ranges.enumerated() {
      for (column, other) in self.ranges.enumerated() {
        matrix[row * count + column] =
          row == column ? 1 : scenario.assumptions.correlation(one.input, other.input)
      }
    }
    // A part of a positive definite matrix is one.
    factor = choleskyFactor(of: matrix, order: count) ?? matrix
  }

  /// Standard scores of the inputs at a point of independent ones.
  func scores(_ point: [Double]) -> [Double] {
    let count = ranges.count
    return (0..<count).map { row in
      (0...row).reduce(0) { $0 + factor[row * count + $1] * point[$1] }
    }
  }

  func inputs(at point: [Double]) -> InputPoint {
    var shifts: [Input: Double] = [:]
    for (range, score) in zip(ranges, scores(point)) {
      shifts[range.input] = range.shift(score: score)
    }
    return InputPoint(shifts: shifts)
  }
}

extension Assumptions {
  /// Of two inputs' levels, taken from the yearly scores behind them.
  fileprivate func correlation(_ one: Input, _ other: Input) -> Double {
    func row(_ input: Input) -> Int? {
      switch input {
      case .trendMiss: 0
      case .regionalGrowth: 1
      case .trueSavings: 2
      case .riskScores: 3
      case .qualityScore: 4
      default: nil
      }
    }
    guard let first = row(one), let second = row(other) else { return 0 }
    return correlation[first, second]
  }
}
