import Regulation
import Scenarios

@testable import Projection
@testable import Reporting

/// Who gains of three options, every mean set by hand.
struct SampleParties {
  var aco = [500_000.0, 900_000, 1_300_000]
  var sponsor = [-400_000.0, -300_000, -100_000]
  var participants = [100_000.0, 200_000, 300_000]
  var lost: Double? = 1_000_000
  var pairedError = 3_000.0
  var liability: Double? = 40_000
  var sharing: Sharing? = Sharing(
    savings: .init(aco: 0.3, sponsor: 0.3, participants: 0.4),
    losses: .init(aco: 0.2, sponsor: 0.6, participants: 0.2),
    participants: .init(mean: 0.85, standardDeviation: 0.1), shortfall: .sponsor)

  func deck(_ fixed: FixedComparison = FixedComparison()) -> Deck {
    Deck(comparison(fixed), stresses: [], engineVersion: "1.2.3")
  }

  func comparison(_ fixed: FixedComparison = FixedComparison()) -> Comparison {
    var comparison = fixed.comparison
    comparison.scenario.sharing = sharing
    comparison.scenario.sponsor = lost.map { _ in
      Sponsor(
        ownFacilityShare: SampleScenario.fives(0.4),
        contributionMargin: SampleScenario.fives(0.5))
    }
    comparison.scenario.reopening = liability.map { _ in
      Reopening(probability: 0.05, standardDeviation: 0.1, base: .settlement)
    }
    comparison.parties = outlook
    return comparison
  }

  private var system: [Double] { zip(aco, sponsor).map { $0 + $1 } }

  private var outlook: PartyOutlook {
    PartyOutlook(
      avoided: Estimate(value: 5_000_000, standardError: 20_000),
      lostMargin: lost.map { Self.distribution($0, error: 4_000) },
      options: aco.indices.map { option in
        PartyOption(
          aco: Self.distribution(aco[option]), sponsor: Self.distribution(sponsor[option]),
          participants: Self.distribution(participants[option]),
          system: Self.distribution(system[option]),
          contingentLiability: liability.map {
            ContingentLiability(
              expected: Estimate(value: $0, standardError: 500),
              at95: Self.distribution($0 * 4).quantiles[2],
              chance: FixedComparison.chance(0.119))
          },
          accruals: (0..<5).map { Self.accrual(2027 + $0, isFirst: $0 == 0) })
      },
      acoDifferences: differences(aco), sponsorDifferences: differences(sponsor),
      systemDifferences: differences(system))
  }

  private func differences(_ means: [Double]) -> [[PairedDifference]] {
    means.indices.map { row in
      means.indices.map { column in
        PairedDifference(
          mean: Estimate(
            value: means[row] - means[column], standardError: row == column ? 0 : pairedError),
          chanceOfMore: FixedComparison.chance(0.6), chanceOfLess: FixedComparison.chance(0.4))
      }
    }
  }

  private static func distribution(_ mean: Double, error: Double = 3_000) -> Distribution {
    var distribution = SampleDistribution.of((-50...50).map { mean + Double($0) * 10_000 })
    distribution.mean = Estimate(value: mean, standardError: error)
    return distribution
  }

  private static func accrual(_ year: Int, isFirst: Bool) -> YearAccrual {
    let before = (0..<200).map { Int64($0 - 60) * 1_000_000 }
    let settled = before.map { $0 / 2 + ($0 % 7) * 300_000 }
    return YearAccrual(
      PerformanceYear(year), settled: settled[...], knowing: isFirst ? nil : before[...])
  }
}
