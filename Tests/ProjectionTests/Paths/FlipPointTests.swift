import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct FlipPointTests {
  /// An ACO that spends 97 of 100 in every year, without noise. ENHANCED at 0 percent keeps the most
  /// of any savings; where spending passes the benchmark it owes, and a one-sided path does not:
  /// 97 (1 + x) = 100 at x = 3/97. Less spending changes nothing.
  @Test func `the flip of an ACO without luck is where its savings end`() throws {
    let scenario = Scenario.quiet(
      assigned: 20_000, savingsRate: 0.03, noise: 0, law: .none, trials: 100)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let outlook = try agreement.pathOutlook(workers: 2)
    let best = outlook.outcomes[outlook.bestMean].path
    #expect(
      best.election
        == Election(years: .init(repeating: .enhanced, count: 5), minimumRate: .elected(.zero)))
    let flips = try agreement.flipPoints(of: outlook, workers: 2)
    try #require(flips.count == 1)
    #expect(flips[0].from == outlook.bestMean)
    #expect(outlook.outcomes[flips[0].to].path.minimumRate == nil)
    #expect(abs(flips[0].shift.value - 3.0 / 97) < 2e-4)
    #expect(abs(flips[0].savingsRate.value) < 2e-4)
  }

  /// Beyond the flip point and short of it, by three of its errors and the width of the last step.
  @Test func `the best path is another beyond the flip point and not short of it`() throws {
    let agreement = try Agreement(
      SamenessTests.lively(trials: 1_000), under: try Rulebook.current())
    let outlook = try agreement.pathOutlook(workers: 2)
    let flips = try agreement.flipPoints(of: outlook, workers: 2)
    #expect(!flips.isEmpty)
    for flip in flips {
      #expect(flip.from == outlook.bestMean && flip.to != flip.from)
      #expect(flip.shift.standardError > 0)
      func difference(_ shift: Double) throws -> Double {
        var changed = agreement
        changed.expenditureFactor = 1 + shift
        let ledger = try changed.pathLedger(outlook.outcomes.map(\.path), workers: 2)
        return PairedDifference(ledger.net(of: flip.from), less: ledger.net(of: flip.to)).mean.value
      }
      let step = flip.shift.value < 0 ? -1e-3 : 1e-3
      #expect(try difference(flip.shift.value + step) < 0)
      #expect(try difference(flip.shift.value - step) > 0)
    }
  }

  @Test func `a factor of one leaves every cent`() throws {
    let agreement = try Agreement(
      SamenessTests.lively(trials: 300), under: try Rulebook.current())
    var same = agreement
    same.expenditureFactor = 1
    #expect(try same.ledger(workers: 1).payment == agreement.ledger(workers: 1).payment)
    same.expenditureFactor = 1.01
    let rates = (
      agreement.savingsRates(trials: 50, years: 5), same.savingsRates(trials: 50, years: 5)
    )
    for (before, after) in zip(rates.0.joined(), rates.1.joined()) {
      #expect(abs((1 - after) - 1.01 * (1 - before)) < 1e-12)
    }
  }
}
