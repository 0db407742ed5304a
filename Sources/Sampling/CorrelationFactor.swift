import Probability
import Scenarios

/// The five normal scores of a year, correlated: `factor` times independent ones.
struct CorrelationFactor: Sendable {
  /// Rows of the lower triangle, in the order of `CorrelationMatrix.order`.
  let l00: Double
  let l10, l11: Double
  let l20, l21, l22: Double
  let l30, l31, l32, l33: Double
  let l40, l41, l42, l43, l44: Double

  init(_ matrix: CorrelationMatrix) {
    let order = CorrelationMatrix.order.count
    // A scenario's matrix has been shown positive definite when it was read.
    let l = choleskyFactor(of: matrix.values, order: order) ?? matrix.values
    l00 = l[0]
    (l10, l11) = (l[5], l[6])
    (l20, l21, l22) = (l[10], l[11], l[12])
    (l30, l31, l32, l33) = (l[15], l[16], l[17], l[18])
    (l40, l41, l42, l43, l44) = (l[20], l[21], l[22], l[23], l[24])
  }
}
