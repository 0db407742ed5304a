import Samples
import Testing

@testable import Projection

@Suite struct FiveYearTotalsTests {
  /// Beyond a block of trials and not at a multiple of a batch.
  @Test func `totals kept alone are those of the payments`() throws {
    var scenario = SamenessTests.lively(trials: 2_300)
    scenario.seed = 5
    let agreement = try Agreement(scenario, under: try .current())
    let totals = FiveYearTotals(agreement)
    totals.run()
    let ledger = try agreement.ledger(workers: 2)
    for option in agreement.options.indices {
      #expect(Array(totals.total(of: option)) == ledger.total(of: option))
    }
    #expect(ledger.total(of: 0) != ledger.total(of: agreement.options.count - 1))
  }
}
