import Foundation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// Practices that leave or join as planned, and beneficiaries who leave unplanned.
@Suite struct ParticipantListTests {
  static let quarterLeaves = [0, -0.287682, 0, 0, 0]

  struct Year: Equatable {
    var size: Int
    var isNew: Bool
  }

  private func years(_ scenario: Scenario, trial: UInt32 = 0) -> [Year] {
    var sampler = HistorySampler(PairingTests.model(scenario))
    sampler.start(trial: trial)
    return (0..<6).map { _ in
      let year = sampler.nextYear()
      return Year(size: year.assignedBeneficiaries, isNew: sampler.hasRebased)
    }
  }

  /// Nobody comes or goes but the practice. By type 50, 830, 580 and 8,540 of 10,000; three quarters
  /// are 37.5, 622.5, 435 and 6,405, rounded 38, 623, 435 and 6,405 (the written logarithm is a
  /// little less than ln 0.75, so halves round up: 37.5000 × 1.0000001).
  @Test func `a quarter leaves with year 2, once, and the benchmark is then another`() {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0.02, law: .none)
    scenario.assumptions.participantChange.planned = Self.quarterLeaves
    let years = years(scenario)
    #expect(years.map(\.size) == [10_000, 7_501, 7_501, 7_501, 7_501, 7_501])
    #expect(years.map(\.isNew) == [false, true, false, false, false, false])
  }

  @Test func `the practice takes its benchmark years with it`() {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0, law: .gamma)
    scenario.assumptions.historicalBenchmarkNoise.drawn = true
    let before = PairingTests.histories(of: scenario)
    scenario.assumptions.participantChange.planned = Self.quarterLeaves
    let after = PairingTests.histories(of: scenario)
    for (place, pair) in zip(before, after).enumerated() {
      // The luck of the list that is left is another from year 2 on, and stays so.
      #expect((pair.0.luck == pair.1.luck) == (place % 5 == 0))
      if place % 5 > 1 { #expect(pair.1.luck == after[place - 1].luck) }
    }
  }

  /// A planned change beside one by chance draws in slots of its own.
  @Test func `what chance draws is as without the plan`() {
    var scenario = PairingTests.lively
    scenario.assumptions.participantChange.probability = 1
    scenario.assumptions.participantChange.planned = [0, 0, 0, 0, 0]
    let before = years(scenario, trial: 3)
    scenario.assumptions.participantChange.planned = [0, -0.5, 0, 0, 0]
    let after = years(scenario, trial: 3)
    #expect(before[0] == after[0])
    // exp(−0.5) = 0.6065 of the same drawn change; four roundings and the loss within the year.
    #expect(abs(Double(after[1].size) / Double(before[1].size) - 0.6065) < 0.01)
    #expect(after.dropLast().allSatisfy { $0.isNew })
  }

  /// Of 10,000 stay 0.82 − 0.12 = 0.70 of those assigned by claims (0.95) and 0.93 of the voluntarily
  /// aligned (0.05); the plan, which foresaw 0.82, lets 10,000 × (1 − 0.8255) = 1,745 join. So
  /// 7,115 + 1,745 = 8,860 in year 1.
  @Test func `unplanned leavers are not replaced`() {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0, law: .none)
    scenario.assumptions.retention = Retention(
      mean: 0.82, concentration: 200, voluntaryShare: 0.05, voluntaryRetention: 0.93,
      leaverExpenditure: 1, leaverRisk: 1, meanStandardError: 0)
    #expect(abs(meanOfYear1(scenario) - 10_000) < 4 * 2.1 * 4)
    scenario.assumptions.retention.planned = 0.82
    scenario.assumptions.retention.mean = 0.70
    // Standard deviation of the retention √(0.7·0.3/201) = 0.032: 307 heads; of 4,000 means, 4.9.
    #expect(abs(meanOfYear1(scenario) - 8_860) < 4 * 4.9)
  }

  private func meanOfYear1(_ scenario: Scenario) -> Double {
    var sampler = HistorySampler(PairingTests.model(scenario))
    let sizes = (0..<UInt32(4_000)).map { trial in
      sampler.start(trial: trial)
      return Double(sampler.nextYear().assignedBeneficiaries)
    }
    return sizes.reduce(0, +) / Double(sizes.count)
  }

  /// Leavers who cost 1.15 as much leave a cheaper list only where the plan did not foresee them.
  @Test func `unplanned leavers leave those who cost less`() {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0, law: .none)
    scenario.assumptions.retention.mean = 0.82
    scenario.assumptions.retention.concentration = 1e6
    scenario.assumptions.retention.leaverExpenditure = 1.15
    let planned = expenditure(scenario)
    scenario.assumptions.retention.mean = 0.70
    #expect(abs(expenditure(scenario) / planned - 1) < 0.004)
    scenario.assumptions.retention.planned = 0.82
    // ((1 − 0.30·1.15) + 0.18)/0.88 over ((1 − 0.18·1.15) + 0.18)/1 = 0.94886/0.97300 = 0.97519.
    #expect(abs(expenditure(scenario) / planned - 0.97519) < 0.002)
  }

  private func expenditure(_ scenario: Scenario) -> Double {
    var sampler = HistorySampler(PairingTests.model(scenario))
    let means = (0..<UInt32(400)).map { trial in
      sampler.start(trial: trial)
      return sampler.nextYear().strata.agedNonDual.expenditure.amount
    }
    return means.reduce(0, +) / Double(means.count)
  }
}
