import Foundation
import Projection
import Regulation
import Sampling
import Scenarios

/// Histories as the sampler wrote them beside what the law paid on each: a peer's law is then held
/// to Glidepath's cents, with no chance between them.
///
/// Numbers of 64 bits, a row for each trial and year: what was observed, claims of the benchmark
/// years over what was to be expected, cents of each option.
struct PeerHistories {
  let scenario: Scenario

  init(_ scenario: Scenario, trials: Int) {
    var scenario = scenario
    scenario.trials = trials
    self.scenario = scenario
  }

  func write(to file: URL) throws {
    let payments = try Agreement(scenario, under: try Rulebook.current()).ledger(workers: 1).kept
    var sampler = HistorySampler(PathModel(scenario, seed: scenario.seed))
    var rows: [Double] = []
    for trial in 0..<scenario.trials {
      sampler.start(trial: UInt32(trial))
      for year in 0..<5 {
        rows += Self.observed(sampler.nextYear())
        for type in EnrollmentType.allCases {
          let luck = sampler.benchmarkLuck[type]
          rows += [luck.first, luck.second, luck.third]
        }
        for option in 0..<payments.optionCount {
          rows.append(Double(payments.column(of: option, year: year).dropFirst(trial).first ?? 0))
        }
      }
    }
    try rows.withUnsafeBytes { Data($0) }.write(to: file)
  }

  private static func observed(_ year: ObservedYear) -> [Double] {
    let strata = EnrollmentType.allCases.map { year.strata[$0] }
    var row = [Double(year.assignedBeneficiaries)]
    row += strata.map(\.personYears.count) + strata.map(\.expenditure.amount)
    row += strata.map(\.riskRatio.fraction) + strata.map(\.demographicRatio.fraction)
    row += strata.map(\.nationalGrowth.fraction) + strata.map(\.regionalGrowth.fraction)
    row += strata.map(\.marketShare.fraction) + strata.map(\.regionalRiskRatio.fraction)
    row += strata.map(\.regionalDemographicRatio.fraction)
    let quality = year.quality
    row += [quality.reported ? 1 : 0, quality.score.fraction, quality.standardScore.fraction]
    row += [quality.reachesAlternative ? 1 : 0, quality.meetsIncentive ? 1 : 0]
    row += [year.participantRevenue.amount, Double(year.extremeCircumstances.months)]
    return row + [year.extremeCircumstances.shareOfBeneficiaries.fraction]
  }
}
