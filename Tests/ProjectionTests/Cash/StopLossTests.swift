import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Probability
@testable import Projection

@Suite struct StopLossTests {
  private static func cover(
    _ attachment: Double, _ limit: Double, keeping coinsurance: Double = 0, loading: Double = 0.25
  ) -> StopLossCover {
    StopLossCover(
      .init(
        basis: .yearly, attachment: Dollars(attachment), limit: Dollars(limit),
        coinsurance: coinsurance, loading: loading))
  }

  @Test(arguments: [
    (99_999_999, 0), (100_000_000, 0), (100_000_010, 8), (300_000_000, 160_000_000),
    (500_000_000, 160_000_000),
  ])
  func `a cent either side of attachment and limit`(losses: Int, recovered: Int) {
    // $1 million, then $2 million covered at 80 percent.
    #expect(
      Self.cover(1e6, 2e6, keeping: 0.2).recovery(of: Cents(Int64(losses))).count
        == Int64(recovered))
  }

  /// Losses uniform between 0 and 10: E[min(max(X − 4, 0), 3)] = ∫ from 4 to 7 of P(X > x) dx
  /// = ∫ (1 − x/10) dx = 3 − (49 − 16)/20 = 1.35.
  @Test func `expected recovery of uniform losses is the integral of the layer`() {
    let cover = Self.cover(4e6, 3e6)
    let count = 10_000
    let sum = (0..<count).reduce(0.0) { sum, place in
      let losses = Cents(Int64((Double(place) + 0.5) / Double(count) * 1e9))
      return sum + cover.recovery(of: losses).dollars.amount
    }
    #expect(abs(sum / Double(count) - 1_350_000) < 100)
  }

  /// Claims noise alone at Level E: losses are 30 percent of an overspend X ~ N(−s, k/√n) of the
  /// benchmark B, far below their limit of 4 percent. E of the layer from a to a + l of 0.3·B·X is
  /// 0.3·B·(G(a′) − G(a′ + l′)), G(d) = E[max(X − d, 0)] = σφ(z) − d·(1 − Φ(z)) with mean 0, z = d/σ.
  @Test func `the trials' expected recovery agrees with the normal integral`() throws {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0, trials: 40_000, start: 2027)
    scenario.agreement.options = [RequestedOption(option: .held(.basic(.e)), whatIf: nil)]
    let agreement = try Agreement(scenario, under: .current())
    let benchmark = scenario.population.strata.sum {
      ($0.historicalBenchmark * $0.personYears).amount
    }
    let (attachment, limit) = (0.004 * benchmark, 0.008 * benchmark)
    let found = try agreement.expectedRecoveries(
      of: agreement.settlements, agreement.periods, by: Self.cover(attachment, limit), workers: 2)
    let spread = 2.136 / 100
    func above(_ d: Double) -> Double {
      let z = d / spread
      return spread * normalDensity(z) - d * (1 - normalProbability(below: z))
    }
    let expected =
      0.3 * benchmark * (above(attachment / benchmark / 0.3) - above(0.012 / 0.3))
    for year in 0..<5 {
      let estimate = found[year][0]
      #expect(estimate.standardError > 0 && estimate.standardError < 0.05 * expected)
      #expect(abs(estimate.value - expected) < 4 * estimate.standardError, "\(year)")
    }
  }

  @Test func `a premium that is not quoted is the expected recovery and its loading`() throws {
    let scenario = CashOutlookTests.scenario(trials: 2_000, loading: 0.5)
    let agreement = try Agreement(scenario, under: .current())
    let outlook = try agreement.cashOutlook(following: 0, workers: 2)
    for (place, option) in outlook.options.enumerated() {
      let cover = try #require(option.cover)
      #expect(abs(cover.premium.value - 1.5 * cover.recovery.value) < 0.05, "\(place)")
      let isOneSided = agreement.options[place].terms.allSatisfy { $0.losses == nil }
      #expect((cover.premium.value == 0) == isOneSided)
      guard !isOneSided else { continue }
      #expect(cover.tailMean.value > cover.tailMeanWithout.value)
      // It errs with the recovery, of which the loading is left: half, and discounted.
      let error = cover.recovery.standardError
      #expect(abs(cover.premium.standardError / error - 1.5) < 1e-9)
      #expect((0.35...0.5).contains(cover.change.standardError / error))
    }
  }

  @Test func `what was agreed as a premium stays when inputs are moved`() throws {
    let agreement = try Agreement(CashOutlookTests.scenario(), under: .current())
    let moved = try agreement.binding(
      agreement.scenario.moved(to: InputPoint(shifts: [.trueSavings: 0.05])))
    let book = try #require(try agreement.cashBook(workers: 2, isCancelled: { false }))
    let priced = try #require(try moved.cashBook(workers: 1, isCancelled: { false }))
    func premiums(_ book: CashBook) -> [Cents] {
      agreement.options.flatMap { option in
        option.steps.enumerated().map { book.place($0, $1).premium }
      }
    }
    #expect(premiums(book.bound(to: moved.cash)) == premiums(book))
    #expect(premiums(book).contains { $0 > .zero })
    #expect(premiums(priced) != premiums(book))
  }
}
