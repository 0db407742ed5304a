import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct LostMarginTests {
  /// By hand: 2 percent of $105,549,058.875 is $2,110,981.1775 avoided a year, 40 percent of it the
  /// system's own and half of that margin: $422,196.2355, and five times $422,196.24.
  @Test func `a plan of two percent costs the sponsor its margin to the cent`() throws {
    var scenario = Scenario.planned()
    scenario.sponsor = .every(0.4, 0.5)
    let agreement = try scenario.agreement()
    let ledger = try agreement.ledger(workers: 1)
    let parties = try #require(ledger.parties)
    #expect(parties.avoided.allSatisfy { $0 == 5 * 211_098_118 })
    #expect(parties.lostMargin.allSatisfy { $0 == 5 * 42_219_624 })
    let outlook = try #require(agreement.comparison(of: ledger).parties)
    #expect(outlook.lostMargin?.mean.value == 2_110_981.20)
    for (option, outcome) in outlook.options.enumerated() {
      let net = ledger.cumulativeNet(of: option, year: 4)[0]
      #expect(outcome.sponsor.best.count == -211_098_120)
      #expect(outcome.aco.best.count == net)
      #expect(outcome.system.best.count == net - 211_098_120)
      #expect(outcome.participants.best == .zero)
    }
  }

  /// A quarter brought back leaves 0.75 · $422,196.2355 = $316,647.176625, in the middle of each
  /// year, at 4 percent: 1.04^−0.5 + … + 1.04^−4.5.
  @Test func `backfill brings back its part and a later dollar is worth less`() throws {
    var scenario = Scenario.planned()
    scenario.sponsor = .every(0.4, 0.5, backfill: 0.25)
    scenario.finances.discountRate = 0.04
    let parties = try #require(try scenario.agreement().ledger(workers: 1).parties)
    var (factor, sum) = (1 / 1.04.squareRoot(), 0.0)
    for _ in 0..<5 {
      sum += factor
      factor /= 1.04
    }
    #expect(parties.lostMargin.allSatisfy { $0 == Int64((31_664_718 * sum).rounded()) })
  }

  /// Without the plan the same trials spend exactly as much more as is said to be avoided; shocks,
  /// claims and churn are not the ACO's doing and avoid nothing.
  @Test(arguments: [Detail.aggregate, .beneficiaries])
  func `avoided is what the plan alone makes of the same draws`(detail: Detail) throws {
    var scenario = Scenario.shared(trials: 100)
    scenario.detail = detail
    scenario.assumptions.expenditureEffect.transitoryStandardDeviation = 0.01
    let with = try scenario.agreement()
    scenario.assumptions.expenditureEffect.plan = Array(repeating: 0, count: 5)
    let without = try scenario.agreement()
    var planned = MeasuredHistory(with, periods: with.periods)
    var unplanned = MeasuredHistory(without, periods: without.periods)
    for trial in 0..<(detail == .aggregate ? 50 : 3) {
      planned.start(trial: trial)
      unplanned.start(trial: trial)
      for _ in 0..<5 {
        planned.nextYear()
        unplanned.nextYear()
        let more =
          unplanned.measured[0].result.expenditure - planned.measured[0].result.expenditure
        let size = planned.measured[0].result.expenditure.amount
        let (avoided, withoutPlan) = (planned.figures.avoided, unplanned.figures.avoided)
        #expect(abs(more.amount - avoided.amount) < 1e-9 * size)
        #expect(withoutPlan == .zero)
        #expect(avoided != .zero)
      }
    }
  }

  @Test func `a negative margin and a plan that adds spending change its sign`() throws {
    var scenario = Scenario.planned()
    scenario.sponsor = .every(0.4, -0.5)
    #expect(
      try scenario.agreement().ledger(workers: 1).parties?.lostMargin.first == -5 * 42_219_624)
    scenario.sponsor = .every(0.4, 0.5)
    scenario.assumptions.expenditureEffect.plan = Array(repeating: 0.02, count: 5)
    #expect(
      try scenario.agreement().ledger(workers: 1).parties?.lostMargin.first == -5 * 42_219_624)
  }
}
