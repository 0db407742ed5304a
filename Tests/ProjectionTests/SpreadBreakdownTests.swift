import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct SpreadBreakdownTests {
  static func breakdown(_ scenario: Scenario, workers: Int = 2) throws -> SpreadBreakdown {
    let agreement = try Agreement(scenario, under: .current())
    return try agreement.spreadBreakdown(
      of: try agreement.ledger(workers: workers), workers: workers)
  }

  /// Every process on, parameters drawn, a record.
  static func lively(trials: Int = 6_000, seed: UInt64 = 20_270_101) throws -> Scenario {
    var scenario = try TypicalACO.scenario(
      assigned: 9_000, start: "2025-01-01", trials: trials, record: true)
    scenario.seed = seed
    scenario.assumptions.extremeCircumstances.probability = Array(repeating: 0.1, count: 5)
    return scenario
  }

  @Test func `every purpose of a history belongs to exactly one source`() {
    for purpose in Purpose.allCases {
      let sources = SpreadSource.allCases.filter { $0.purposes.contains(purpose) }
      let isOutside = [.resampling, .order, .collection, .reopening, .scrambling]
        .contains(purpose)
      #expect(sources.count == (isOutside ? 0 : 1), "\(purpose)")
    }
    for source in SpreadSource.allCases { #expect(source.purposes != []) }
  }

  /// Nothing of a history escapes the sources: with all of them drawn again it is the history of
  /// the second seed, cent by cent.
  @Test(arguments: [Detail.aggregate, .beneficiaries])
  func `all sources together draw the whole history again`(detail: Detail) throws {
    var scenario = try Self.lively()
    scenario.trials = detail == .aggregate ? 600 : 12
    scenario.detail = detail
    var all: PurposeSet = []
    for source in SpreadSource.allCases { all.formUnion(source.purposes) }
    let again = try Agreement(scenario, under: .current()).ledger(redrawing: all, workers: 2)
    scenario.seed = ~scenario.seed
    let other = try Agreement(scenario, under: .current()).ledger(workers: 2)
    #expect(firstMismatch(again.payment, other.payment) == nil)
    #expect(firstMismatch(again.net, other.net) == nil)
    scenario.seed = ~scenario.seed
    #expect(
      try Agreement(scenario, under: .current()).ledger(workers: 2).payment != other.payment)
  }

  @Test(arguments: [Detail.aggregate, .beneficiaries])
  func `claims noise alone carries all of the spread`(detail: Detail) throws {
    var scenario = Scenario.quiet(
      assigned: 3_000, savingsRate: 0.03, law: .gamma, trials: detail == .aggregate ? 2_000 : 150)
    scenario.detail = detail
    for option in try Self.breakdown(scenario).options {
      #expect(option.standardDeviation.value > 0)
      for part in option.parts {
        #expect(part.share.value == (part.source == .claimsNoise ? 1 : 0), "\(part)")
        let dollars = part.source == .claimsNoise ? option.standardDeviation.value : 0
        #expect(abs(part.amount.value - dollars) < 1e-6)
      }
    }
  }

  /// Far above every threshold and below the limit the payment is linear in the savings rate; of
  /// five years' sum the benchmark years' luck has 5c/(1 + 5c) (`BenchmarkNoiseShareTests`); c is
  /// 0.46 over 0.92², for the noise of a benchmark of one is that of an expenditure of 0.92.
  @Test func `in a linear case the shares are what the algebra says`() throws {
    var scenario = Scenario.quiet(assigned: 30_000, savingsRate: 0.08, law: .normal, trials: 10_000)
    scenario.assumptions.historicalBenchmarkNoise = .init(drawn: true, regionalWeight: 0)
    scenario.agreement.options = [.init(option: .held(.basic(.e)), whatIf: nil)]
    let parts = try Self.breakdown(scenario).options[0].parts
    let constant = 0.46 / (0.92 * 0.92)
    let expected = 5 * constant / (1 + 5 * constant)
    for part in parts {
      let exact =
        switch part.source {
        case .historicalBenchmarkNoise: expected
        case .claimsNoise: 1 - expected
        default: 0.0
        }
      #expect(abs(part.share.value - exact) <= 4 * part.share.standardError, "\(part)")
    }
  }

  @Test func `two seeds agree within their errors, and nothing is clearly below zero`() throws {
    let one = try Self.breakdown(try Self.lively())
    let two = try Self.breakdown(try Self.lively(seed: 7))
    #expect(one.walks == 6_000 && one != two)
    for (first, second) in zip(one.options, two.options) {
      for (a, b) in zip(first.parts, second.parts) {
        let error =
          (a.share.standardError * a.share.standardError
          + b.share.standardError * b.share.standardError).squareRoot()
        #expect(abs(a.share.value - b.share.value) <= 4 * error, "\(a), \(b)")
        #expect(a.share.value >= -4 * a.share.standardError, "\(a)")
      }
    }
    let clear = one.options[0].parts.filter { $0.share.value > 4 * $0.share.standardError }
    #expect(clear.count >= 4, "\(one.options[0].parts)")
  }

  @Test func `the parts add up to the spread that the ledger shows`() throws {
    let agreement = try Agreement(try Self.lively(trials: 10_000), under: .current())
    let ledger = try agreement.ledger(workers: 2)
    let comparison = agreement.comparison(of: ledger)
    let breakdown = try agreement.spreadBreakdown(of: ledger, workers: 2)
    let sums = try agreement.shapleySums(workers: 2)
    for (place, option) in breakdown.options.enumerated() {
      let spread = option.standardDeviation
      #expect(abs(spread.value - comparison.outlooks[place].net.standardDeviation) < 0.01)
      #expect(abs(option.parts.reduce(0) { $0 + $1.amount.value } - spread.value) < 1e-6)
      // The walks' own variance, in cents squared, is the ledger's within its error.
      let variance = sums[place].variance
      let ledgers = 1e4 * spread.value * spread.value
      #expect(abs(variance.value - ledgers) < 4 * variance.standardError)
    }
  }

  @Test func `the same on any number of workers`() throws {
    let agreement = try Agreement(try Self.lively(trials: 500), under: .current())
    let ledger = try agreement.ledger(workers: 2)
    let one = try agreement.spreadBreakdown(of: ledger, workers: 1)
    for workers in [2, 7] {
      #expect(try agreement.spreadBreakdown(of: ledger, workers: workers) == one)
    }
    #expect(throws: Interrupted.self) {
      try agreement.spreadBreakdown(of: ledger, workers: 2, isCancelled: { true })
    }
  }
}
