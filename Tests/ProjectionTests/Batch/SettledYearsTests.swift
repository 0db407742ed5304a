import Foundation
import Probability
import Reconciliation
import Regulation
import Scenarios
import Testing

@testable import Projection

/// Trials settled at once and paid one by one against trials that the readable law settles: cash,
/// advances, exits, programs, and who gains, to the same cents and the same bits.
@Suite struct SettledYearsTests {
  static let files = ["hospital-network", "small-rural", "renewing-aco", "programs"]

  /// Not a multiple of a batch, so that the last one is cut short.
  static func agreement(
    _ file: String, trials: Int = 1_090, changing change: (inout Scenario) -> Void = { _ in }
  ) throws -> Agreement {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var scenario = try Scenario(
      contentsOf: root.appending(path: "Scenarios/\(file).yaml"), displayedAs: file)
    scenario.trials = trials
    change(&scenario)
    return try Agreement(scenario, under: try Rulebook.current())
  }

  @Test(arguments: files, [[], [.claimsNoise, .programs, .quality] as PurposeSet])
  func `every option pays the readable law's cents`(file: String, redrawn: PurposeSet) throws {
    let agreement = try Self.agreement(file)
    #expect(SettledYears(agreement, agreement.settlements, of: agreement.periods) != nil)
    let fast = try agreement.ledger(redrawing: redrawn, workers: 2)
    let readable = try agreement.ledger(redrawing: redrawn, inBatches: false, workers: 2)
    // Told apart from the macro, which would print every trial of a ledger that differs.
    let same = [
      fast.payment == readable.payment, fast.net == readable.net,
      fast.limitHits == readable.limitHits, fast.histories == readable.histories,
      fast.parties == readable.parties,
    ]
    #expect(same == Array(repeating: true, count: 5))
    let pays = readable.payment.contains { $0 > 0 }
    #expect(pays)
    #expect((fast.parties != nil) == (agreement.division != nil))
  }

  @Test(arguments: files)
  func `every path ends with the readable law's cents, marks and totals`(file: String) throws {
    let agreement = try Self.agreement(file)
    let paths = try agreement.electedPaths()
    let fast = try agreement.pathLedger(paths, workers: 2)
    let readable = try agreement.pathLedger(paths, inBatches: false, workers: 2)
    // Told apart from the macro, which would print every trial of a ledger that differs.
    let same = [
      fast.net == readable.net, fast.marks == readable.marks, fast.best == readable.best,
      fast.beyondEnd == readable.beyondEnd, fast.programs == readable.programs,
      fast.parties == readable.parties,
    ]
    #expect(same == Array(repeating: true, count: 6))
    for year in 0..<5 { #expect(fast.mustEnd(after: year) == readable.mustEnd(after: year)) }
    let hasPrograms = fast.programs.contains { $0 != ProgramTotals() }
    #expect(hasPrograms == !agreement.scenario.programs.isEmpty)
  }

  /// Under the proposed rules the regional adjustment of a second time weighs less under ENHANCED: two
  /// periods, whose benchmarks differ.
  @Test func `each settlement has the benchmark of its own agreement`() throws {
    let agreement = try Self.agreement("renewing-aco") {
      $0.editions = ["cy2027Proposed"]
      $0.history?.priorSavings = nil
    }
    let tree = try PathTree(try agreement.electedPaths(), of: agreement)
    let years = try #require(SettledYears(agreement, tree.settlements, of: tree.periods))
    var history = MeasuredHistory(agreement, periods: tree.periods)
    var differing = 0
    for trial in [3, 70] {
      history.start(trial: trial)
      years.seek(trial)
      for year in 0..<5 {
        history.nextYear()
        let benchmarks = history.measured.map(\.result.benchmark.amount)
        for (place, bound) in tree.settlements[year].enumerated() {
          #expect(years.benchmark(year, place, of: trial) == benchmarks[bound.period])
          differing += benchmarks[bound.period] == benchmarks[0] ? 0 : 1
        }
      }
    }
    #expect(differing > 0)
  }

  /// What is stated of money must be there to be compared.
  @Test func `the scenarios have cash, advances, an exit rule, parties and programs`() throws {
    let scenarios = try Self.files.map { try Self.agreement($0, trials: 1).scenario }
    #expect(scenarios.contains { $0.cash != nil } && scenarios.contains { $0.sharing != nil })
    #expect(scenarios.contains { $0.reopening != nil })
    #expect(scenarios.contains { !$0.programs.isEmpty })
    #expect(scenarios.contains { $0.agreement.options.contains { $0.option.leave != nil } })
    #expect(
      scenarios.contains {
        $0.agreement.advanceInvestmentPayments.contains { $0 > .zero }
      })
  }

  /// A trial out of order, as `PathSimulation` may ask for one.
  @Test func `a trial of another batch is written when it is asked for`() throws {
    let agreement = try Self.agreement("small-rural")
    let years = try #require(
      SettledYears(agreement, agreement.settlements, of: agreement.periods))
    func cents(_ trial: Int) -> Cents {
      years.seek(trial)
      return years.cents(4, 0, of: trial)
    }
    // Of those that are paid nothing one is like another.
    let some = try #require((64..<128).first { cents($0) != Cents(0) })
    let first = [some, 3, some].map(cents)
    #expect(first[0] == first[2] && first[0] != first[1])
    // What was drawn again is not what is sought.
    let again = Array(repeating: [.claimsNoise] as PurposeSet, count: ObservedColumns.trials)
    years.write(at: 64, redrawing: again)
    #expect(years.cents(4, 0, of: some) != first[0])
    #expect(cents(some) == first[0])
  }
}
