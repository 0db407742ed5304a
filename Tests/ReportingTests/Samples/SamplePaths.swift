import Regulation

@testable import Projection

/// The twelve elections of an experienced ACO, whose decisive figures a test sets by hand: Level E by
/// minimum rate, then ENHANCED.
struct SamplePaths {
  var means = [2.0, 1.9, 1.8, 1.7, 1.6, 1.5, 2.6, 2.5, 2.4, 2.3, 2.2, 2.1].map { $0 * 1e6 }
  var tails = [-1.0, -0.9, -0.8, -0.7, -0.6, -0.5, -4.0, -3.9, -3.8, -3.7, -3.6, -3.5].map {
    $0 * 1e6
  }
  /// Place of the highest mean.
  var best = 6
  var owes = 0.3
  var chanceOfAnother = 0.12
  var costIfAnother = 4_321.0
  /// Of the chance of another, that the one named breaks a limit; `nil` for no parts.
  var chanceOfBreaking: Double?
  /// Place of the best within an appetite; `nil` inside for none that keeps, outside for no appetite.
  var within: Int??
  var dominance: Dominance?
  /// Place of the path the ACO is on.
  var present: Int?
  var mustTerminate = [0.0, 0.02, 0.01, 0.01, 0.01]

  private static let base = SampleDistribution.of((0..<400).map { Double($0) * 1e4 - 1e6 })

  func make() throws -> PathOutlook {
    let elections = try Rulebook.current().elections(
      of: Applicant(
        agreementStart: Day(year: 2027, month: 1, day: 1), agreementNumber: 1, experienced: true,
        formerlyTwoSided: false, glidePathAgreements: 0, lowRevenue: true))
    var outcomes = zip(elections, zip(means, tails)).map { election, figures in
      var net = Self.base
      net.mean = Estimate(value: figures.0, standardError: 5_000)
      net.tailMean = Estimate(value: figures.1, standardError: 20_000)
      return PathOutcome(
        path: ElectedPath(years: election.years, minimumRate: election.minimumRate), net: net,
        chanceOfOwing: FixedComparison.chance(owes), chanceOfExhaustion: nil,
        regret: Estimate(value: 3e6 - figures.0, standardError: 4_000),
        regretAt95: Self.base.quantiles[4], isEfficient: figures.0 > 2.5e6 || figures.1 > -6e5,
        mayTerminate: [0, 0.04, 0.05, 0.05, 0.05].map { FixedComparison.chance($0) },
        chanceOfEarlyEnd: FixedComparison.chance(0.17),
        netBeyondEnd: Estimate(value: -90_000, standardError: 2_000))
    }
    outcomes[2].path.listedAs = "Level E"
    if let present { outcomes[present].path.isPresent = true }
    let shown = [6, 5, 2]
    let pair = { (one: Int, other: Int) in
      PairedDifference(
        mean: Estimate(
          value: means[one] - means[other], standardError: one == other ? 0 : 3_000),
        chanceOfMore: FixedComparison.chance(0.7), chanceOfLess: FixedComparison.chance(0.3))
    }
    return PathOutlook(
      trials: 100_000, pairedTrials: 100_000, outcomes: outcomes, bestMean: best, mildest: 5,
      leastRegret: 6,
      choice: choice(best, of: 12),
      withinAppetite: within.map { choice($0, of: $0 == nil ? 0 : 4) },
      shown: shown, differences: shown.map { one in shown.map { pair(one, $0) } },
      dominance: shown.indices.map { row in
        shown.indices.map { row == 0 && $0 == 2 ? dominance : nil }
      },
      curves: [
        MinimumRateCurve(of: 6, choices: Array(6..<12), differences: (6..<12).map { pair($0, 6) }),
        MinimumRateCurve(of: 5, choices: Array(0..<6), differences: (0..<6).map { pair($0, 5) }),
      ],
      mustTerminate: mustTerminate.map { FixedComparison.chance($0) })
  }

  private func choice(_ path: Int?, of qualifying: Int) -> PathChoice {
    PathChoice(
      path: path, qualifying: qualifying,
      chanceOfAnother: SampleDistribution.chance(Int(chanceOfAnother * 1_000), of: 1_000),
      parts: chanceOfBreaking.map {
        .init(
          breaking: SampleDistribution.chance(Int($0 * 1_000), of: 1_000),
          better: SampleDistribution.chance(Int((chanceOfAnother - $0) * 1_000), of: 1_000))
      },
      costIfAnother: costIfAnother)
  }
}
