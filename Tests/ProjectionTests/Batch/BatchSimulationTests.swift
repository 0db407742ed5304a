import Foundation
import Regulation
import Scenarios
import Testing

@testable import Projection

/// Many trials settled at once against trials settled one by one by the readable law: the same cents,
/// and the same sums of every history.
@Suite struct BatchSimulationTests {
  static let changes: [(name: String, change: @Sendable (inout Scenario) -> Void)] = [
    ("as it is", { _ in }),
    ("disasters", { $0.assumptions.extremeCircumstances.probability = [0.5, 0.5, 1, 0, 0.5] }),
    ("poor quality", { $0.assumptions.quality.mean = [0.3, 0.4, 0.5, 0.6, 0.7] }),
    ("failed reports", { $0.assumptions.quality.reportingFailure = 0.2 }),
    ("lists change", { $0.assumptions.participantChange.probability = 0.6 }),
    ("the variable rate", { $0.agreement.minimumRateChoice = .variable }),
    ("the proposed rules", { $0.editions = ["cy2027Proposed"] }),
    ("few beneficiaries", { $0.assumptions.retention.mean = 0.6 }),
  ]

  static func scenario(_ file: String, _ change: Int, trials: Int) throws -> Scenario {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var scenario = try Scenario(
      contentsOf: root.appending(path: "Scenarios/\(file).yaml"), displayedAs: file)
    changes[change].change(&scenario)
    scenario.trials = trials
    (scenario.cash, scenario.sponsor, scenario.sharing, scenario.reopening) = (nil, nil, nil, nil)
    return scenario
  }

  static let files = [
    "rural-first-agreement", "hospital-network", "large-aco", "small-rural", "measure-by-measure",
  ]

  @Test(arguments: files, changes.indices)
  func `every option pays the readable law's cents`(file: String, change: Int) throws {
    // Not a multiple of a batch, so that the last one is cut short.
    let agreement = try Agreement(
      Self.scenario(file, change, trials: 2_500), under: try Rulebook.current())
    #expect(BatchSimulation(agreement) != nil, "the kernel does not serve \(file)")
    let fast = try agreement.ledger(workers: 2)
    let readable = try agreement.ledger(inBatches: false, workers: 2)
    try Self.compare(fast, readable)
  }

  @Test func `a million sampled years`() throws {
    let agreement = try Agreement(
      Self.scenario("rural-first-agreement", 0, trials: 204_800), under: try Rulebook.current())
    try Self.compare(
      try agreement.ledger(workers: 2), try agreement.ledger(inBatches: false, workers: 2))
  }

  /// Of every option; the fast ledger's may follow from its payments, the readable one's is kept.
  private static func nets(_ ledger: Ledger) -> [[[Int64]]] {
    (0..<ledger.optionCount).map { ledger.cumulativeNet(of: $0) }
  }

  private static func payments(_ ledger: Ledger) -> [[ArraySlice<Int64>]] {
    (0..<ledger.optionCount).map { option in
      (0..<5).map { Array(ledger.payments(of: option, year: $0))[...] }
    }
  }

  static func compare(_ fast: Ledger, _ readable: Ledger) throws {
    #expect(readable.following == nil)
    // Told apart from the macro, which would print every trial of a ledger that differs.
    let same = [
      payments(fast) == payments(readable), nets(fast) == nets(readable),
      fast.limitHits == readable.limitHits, fast.histories == readable.histories,
    ]
    try #require(same == Array(repeating: true, count: 4))
    let pays = readable.payment.contains { $0 > 0 }
    #expect(pays)
  }

  @Test(arguments: files, changes.indices)
  func `every path ends with the readable law's cents and marks`(
    file: String, change: Int
  ) throws {
    let agreement = try Agreement(
      Self.scenario(file, change, trials: 1_090), under: try Rulebook.current())
    // Some twice over: they end where others do.
    let elected = try agreement.electedPaths()
    let paths = elected + elected.suffix(3)
    let fast = try agreement.pathLedger(paths, workers: 2)
    let readable = try agreement.pathLedger(paths, inBatches: false, workers: 2)
    if file == "rural-first-agreement" {
      let tree = try PathTree(paths, of: agreement)
      #expect(PathSimulation(tree, nil, of: agreement).batch != nil)
    }
    let same = [
      fast.net == readable.net, fast.marks == readable.marks, fast.best == readable.best,
      fast.beyondEnd == readable.beyondEnd,
    ]
    try #require(same == Array(repeating: true, count: 4))
    for year in 0..<5 { #expect(fast.mustEnd(after: year) == readable.mustEnd(after: year)) }
  }
}
