import Projection
import Regulation

@testable import Reporting

/// Three legal options whose decisive figures a test sets by hand.
struct FixedComparison {
  var means = [1_200_000.0, 2_000_000, 2_600_000]
  var errors = [4_000.0, 5_000, 9_000]
  var tails = [-900_000.0, -1_800_000, -4_200_000]
  /// Standard error of every paired difference.
  var pairedError = 3_000.0
  var chanceOfMore = 0.713
  var chanceToRepay = [0.05, 0.221, 0.3]
  var options = SampleDecks.three.options

  private static let base = SampleComparison(trials: 400, options: SampleDecks.three.options).make()

  var comparison: Comparison {
    var result = Self.base
    for index in result.outlooks.indices {
      result.outlooks[index].net.mean = Estimate(value: means[index], standardError: errors[index])
      result.outlooks[index].net.tailMean = Estimate(value: tails[index], standardError: 20_000)
      result.outlooks[index].chanceOfAnyRepayment = Self.chance(chanceToRepay[index])
      result.outlooks[index].requested.whatIf = options[index].whatIf
      for other in result.outlooks.indices {
        result.differences[index][other] = PairedDifference(
          mean: Estimate(
            value: means[index] - means[other], standardError: index == other ? 0 : pairedError),
          chanceOfMore: Self.chance(chanceOfMore), chanceOfLess: Self.chance(1 - chanceOfMore))
      }
    }
    result.trials = 100_000
    return result
  }

  static func chance(_ value: Double, trials: Int = 100_000) -> Chance {
    SampleDistribution.chance(Int((value * Double(trials)).rounded()), of: trials)
  }

  func deck(stresses: [StressedComparison] = []) -> Deck {
    Deck(comparison, stresses: stresses, engineVersion: "1.2.3")
  }
}

extension Deck {
  func headline(_ number: Int) -> String {
    pages.first { $0.number == number }?.headline.sentence ?? ""
  }

  func remarks(_ number: Int) -> [String] {
    pages.filter { $0.number == number }.flatMap(\.exhibits).flatMap { exhibit -> [String] in
      guard case .remarks(_, let findings) = exhibit else { return [] }
      return findings.map(\.sentence)
    }
  }

  func tables(_ number: Int) -> [Table] {
    pages.filter { $0.number == number }.flatMap(\.exhibits).compactMap { exhibit in
      guard case .table(let table) = exhibit else { return nil }
      return table
    }
  }
}
