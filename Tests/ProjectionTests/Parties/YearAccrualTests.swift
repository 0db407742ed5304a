import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct YearAccrualTests {
  /// Of the earned 10, 20 and 40 the median is 20: 10 is the lower half. Booked: −$3.00 for the owed
  /// (−200, −400), $0 after nothing, $1.00 after 10, $5.50 after 20 and 40 (500, 600).
  @Test func `four kinds of year before, each with its own mean, and what corrects it`() {
    let accrual = YearAccrual(
      PerformanceYear(2028), settled: [-200, -400, 0, 100, 500, 600],
      knowing: [-5, -1, 0, 10, 20, 40])
    #expect(accrual.given.map(\.known) == [.owed, .nothing, .earnedLess, .earnedMore])
    #expect(accrual.given.map(\.accrued.count) == [-300, 0, 100, 550])
    #expect(accrual.given.map { $0.chance.value } == [2, 1, 1, 2].map { $0 / 6.0 })
    #expect(accrual.unconditional.accrued == Cents(100))
    #expect(accrual.unconditional.quantiles.map(\.value.count) == [-400, 0, 600])
    // 100, −100, 0, 0, −50, 50 cents.
    #expect(accrual.trueUp.worst == Cents(-100) && accrual.trueUp.best == Cents(100))
    #expect(accrual.trueUp.mean.value == 0)
    #expect(abs(accrual.trueUpSpread.value - (25_000.0 / 5).squareRoot() / 100) < 1e-12)
  }

  @Test func `before the first year nothing is known`() {
    let accrual = YearAccrual(PerformanceYear(2027), settled: [100, 300], knowing: nil)
    #expect(accrual.given.isEmpty)
    #expect(accrual.trueUp.worst == Cents(-100))
    let never = YearAccrual(PerformanceYear(2028), settled: [0, 0], knowing: [0, 0])
    #expect(never.given.map(\.known) == [.nothing] && never.trueUpSpread.value == 0)
  }

  /// Ranges of one seed hold the settlements of another: eight in ten, more where many settle at
  /// the same amount. 20,000 trials each: standard error of a held share √(0.16/n) twice over.
  @Test func `the range holds eight settlements in ten, and the year before narrows it`() throws {
    func ledger(_ seed: UInt64) throws -> (Agreement, Ledger) {
      var scenario = Scenario.quiet(
        assigned: 12_000, savingsRate: 0.01, law: .gamma, trials: 20_000, seed: seed)
      scenario.assumptions.expenditureEffect.persistentStandardDeviation = 0.03
      scenario.sharing = .sample
      scenario.agreement.options = [.init(option: .held(.enhanced), whatIf: nil)]
      let agreement = try scenario.agreement()
      return (agreement, try agreement.ledger(workers: 2))
    }
    let (agreement, first) = try ledger(1)
    let (_, second) = try ledger(2)
    let accruals = try #require(agreement.comparison(of: first).parties?.options[0].accruals)
    #expect(accruals[0].given.isEmpty)
    for year in 1..<5 {
      let known = second.payments(of: 0, year: year - 1)
      let earned = known.filter { $0 > 0 }.sorted()
      let median = earned[earned.count / 2]
      let pairs = Array(zip(known, second.payments(of: 0, year: year)))
      for range in accruals[year].given {
        let of = pairs.filter { KnownSettlement($0.0, median: median) == range.known }.map(\.1)
        let (low, high) = (range.quantiles[0].value.count, range.quantiles[2].value.count)
        let held = Double(of.count { (low...high).contains($0) }) / Double(of.count)
        let error = (2 * 0.16 / Double(of.count)).squareRoot()
        #expect(held > 0.8 - 4 * error, "\(year) \(range.known as Any) \(held)")
        let atoms = range.quantiles.contains(where: \.isAtom)
        if !atoms { #expect(held < 0.8 + 4 * error, "\(year) \(range.known as Any) \(held)") }
      }
      let spread = StudyTable.standardDeviation(
        of: first.payments(of: 0, year: year).map { Double($0) / 100 })
      #expect(accruals[year].trueUpSpread.value < 0.95 * spread.value)
      #expect(abs(accruals[year].trueUp.mean.value) < 0.01)
    }
  }
}
