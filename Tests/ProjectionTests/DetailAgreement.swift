import Regulation
import Scenarios

@testable import Projection

/// The two details beside each other: the same assumptions, the same draws above a single
/// beneficiary, one trial against the other.
struct DetailAgreement {
  /// One figure of five years' payment, in dollars, and what the details differ by.
  struct Difference {
    var aggregate, difference, standardError: Double
    var z: Double { standardError > 0 ? difference / standardError : 0 }
  }

  struct Row {
    var option: String
    var mean, standardDeviation, fifthPercentile: Difference
  }

  let rows: [Row]

  static func scenario(assigned: Int, trials: Int, detail: Detail) throws -> Scenario {
    var scenario = try TypicalACO.scenario(
      assigned: assigned, start: "2025-01-01", trials: trials)
    scenario.detail = detail
    return scenario
  }

  /// Errors come from 20 batches of trials, each with the difference worked out within it.
  init(assigned: Int, trials: Int) throws {
    let rules = try Rulebook.current()
    let (means, one) = try (
      Agreement(
        Self.scenario(assigned: assigned, trials: trials, detail: .aggregate), under: rules),
      Agreement(
        Self.scenario(assigned: assigned, trials: trials, detail: .beneficiaries), under: rules)
    )
    let (aggregate, beneficiaries) = try (means.ledger(workers: 2), one.ledger(workers: 2))
    rows = means.options.indices.map { option in
      let pairs = (
        aggregate.total(of: option).map { Double($0) / 100 },
        beneficiaries.total(of: option).map { Double($0) / 100 }
      )
      func compare(_ figure: ([Double]) -> Double) -> Difference {
        let batches = (0..<20).map { batch -> Double in
          let range = (batch * trials / 20)..<((batch + 1) * trials / 20)
          return figure(Array(pairs.1[range])) - figure(Array(pairs.0[range]))
        }
        let error = (Self.variance(batches) / 20).squareRoot()
        return Difference(
          aggregate: figure(pairs.0), difference: figure(pairs.1) - figure(pairs.0),
          standardError: error)
      }
      return Row(
        option: means.scenario.agreement.options[option].option.name, mean: compare(Self.mean),
        standardDeviation: compare { Self.variance($0).squareRoot() },
        fifthPercentile: compare { Self.percentile($0, 0.05) })
    }
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  static func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  static func percentile(_ values: [Double], _ part: Double) -> Double {
    let sorted = values.sorted()
    let place = part * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }
}
