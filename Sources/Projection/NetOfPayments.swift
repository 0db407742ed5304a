import Regulation
import Sampling

/// Net as payments alone tell it, where nothing is received in advance, no option can be left, no program
/// bills and the scenario does not state when money moves: then nobody has to keep both.
struct NetOfPayments: Sendable {
  /// Five; see `Money`.
  private let factors, beside: [Double]
  /// `option · 5 + year`: which column of payments it is. Options that are settled alike in a year are paid
  /// alike, and have one.
  let columns: [Int]

  init?(_ agreement: Agreement) {
    guard agreement.scenario.programs.isEmpty, !agreement.cash.isStated,
      agreement.options.allSatisfy({ $0.steps.allSatisfy(\.isPlain) })
    else { return nil }
    (factors, beside) = (agreement.money.settlement, agreement.money.beside)
    var found: [[Int]] = []
    columns = agreement.options.indices.flatMap { option in
      (0..<5).map { year in
        let settlement = [year, agreement.steps[year][option].settlement]
        if let place = found.firstIndex(of: settlement) { return place }
        found.append(settlement)
        return found.count - 1
      }
    }
  }

  /// Net through a year in whole cents.
  ///
  /// - Parameters:
  ///   - payments: The year's, in cents, by trial.
  ///   - sums: Net through the years before in unrounded cents, zeros for none; then through this one.
  func add(
    _ payments: some Collection<Int64>, of year: Int, to sums: inout [Double]
  ) -> [Int64] {
    let (factor, beside) = (factors[year], beside[year])
    return zip(sums.indices, payments).map { trial, cents in
      sums[trial] += factor * Double(cents) + beside
      return sums[trial].wholeCents
    }
  }
}
