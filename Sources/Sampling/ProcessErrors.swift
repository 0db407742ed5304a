import Probability
import Scenarios

/// How the errors of parameters that come from one fit, the process of the savings rate, hang
/// together: each is a weighted sum of the same five independent normal scores.
///
/// The fit's own parameters are A, K, φ, T and k′ (points² and 10,000 beneficiaries); the effect's
/// innovation is what the variance a year ahead, (1 − φ²)(A + K/N) + T + k′/N, leaves beside other
/// processes, and so errs as that does. To first order (delta method), at the shipped estimates.
struct ProcessErrors: Sendable {
  static let scores = 5

  /// One parameter's weights; a sum of squares of one.
  typealias Weights = SIMD8<Double>

  let innovation, innovationBySize, persistence: Weights
  let meanReverting, meanRevertingBySize, transitoryBySize, claimsCorrelation: Weights

  init(_ calibration: ShippedCalibration) {
    let prefix = "savingsRate.process."
    let names = [
      "meanReverting.constant", "meanReverting.bySize", "persistence", "transitory.constant",
      "transitory.bySize",
    ].map { prefix + $0 }
    let found = names.map { name in
      calibration[name] ?? ShippedCalibration.Constant(value: 0, standardError: 1)
    }
    let correlations = names.flatMap { row in
      names.map { calibration.correlation(row, $0) }
    }
    let factor = choleskyFactor(of: correlations, order: Self.scores) ?? Self.identity
    func weights(_ gradient: [Double]) -> Weights {
      var sums = Weights(repeating: 0)
      for row in 0..<Self.scores {
        for column in 0...row {
          sums[column] +=
            gradient[row] * found[row].standardError * factor[row * Self.scores + column]
        }
      }
      let length = (sums * sums).sum().squareRoot()
      return length > 0 ? sums / length : sums
    }
    let (kept, lost) = (found[2].value, 1 - found[2].value * found[2].value)
    innovation = weights([lost, 0, -2 * kept * found[0].value, 1, 0])
    innovationBySize = weights([0, lost, -2 * kept * found[1].value, 0, 1])
    persistence = weights([0, 0, 1, 0, 0])
    meanReverting = weights([1, 0, 0, 0, 0])
    meanRevertingBySize = weights([0, 1, 0, 0, 0])
    transitoryBySize = weights([0, 0, 0, 0, 1])
    // 1 − k′/k².
    claimsCorrelation = weights([0, 0, 0, 0, -1])
  }

  private static let identity = (0..<scores * scores).map { $0 % (scores + 1) == 0 ? 1.0 : 0 }
}
