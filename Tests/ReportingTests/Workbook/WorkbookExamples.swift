import Foundation
import Projection
import Regulation
import Scenarios

import struct Evidence.TrackRecord

@testable import Reporting

/// Workbooks of samples, and of a scenario that comes with the program with everything in it.
enum WorkbookExamples {
  static func report(_ comparison: Comparison, stresses: [StressedComparison] = []) -> Report {
    Report(
      comparison: comparison, stresses: stresses, trackRecord: nil, engineVersion: "1.2.3")
  }

  static let reports: [String: Report] = Dictionary(
    uniqueKeysWithValues: SampleDecks.all.map { name, sample in
      (
        name,
        report(
          SampleDecks.comparisons[name] ?? sample.make(),
          stresses: name == "seven" ? SampleStresses.make(sample) : [])
      )
    })

  /// Made once: all that a comparison can hold, over few trials.
  static let full = Result { try makeFull("hospital-network") }
  /// A scenario whose net is payments less program costs and nothing more.
  static let plain = Result { try makePlain("small-rural") }

  static func scenario(_ name: String) throws -> Scenario {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try Scenario(contentsOf: root.appendingPathComponent("Scenarios/\(name).yaml"))
  }

  private static func makePlain(_ name: String) throws -> Report {
    var scenario = try scenario(name)
    scenario.trials = 2_000
    scenario.cash = nil
    scenario.programs = []
    scenario.finances.discountRate = 0.03
    scenario.agreement.advanceInvestmentPayments = Array(repeating: .zero, count: 5)
    scenario.agreement.prepaidSharedSavings = Array(repeating: .zero, count: 5)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    return report(agreement.comparison(of: try agreement.ledger(workers: 2)))
  }

  private static func makeFull(_ name: String) throws -> Report {
    var scenario = try scenario(name)
    scenario.trials = 1_000
    let rules = try Rulebook.current()
    let agreement = try Agreement(scenario, under: rules)
    let ledger = try agreement.ledger(workers: 2)
    var comparison = agreement.comparison(of: ledger)
    let paths = try agreement.pathOutlook(workers: 2)
    comparison.paths = paths
    comparison.benchmark = try agreement.benchmarkOutlook(of: ledger, workers: 2)
    comparison.leaving = try agreement.leavingOutlook(
      beside: paths.outcomes[paths.bestMean].path, workers: 2)
    comparison.spread = try agreement.spreadBreakdown(of: ledger, workers: 2)
    comparison.cash = try agreement.cashOutlook(following: comparison.leadingOption, workers: 2)
    if !scenario.programs.isEmpty {
      comparison.programs = try agreement.programOutlook(of: paths, workers: 2)
    }
    let bench = try StressBench(
      agreement, ledger, under: rules, choice: paths.outcomes[paths.named].path, workers: 2)
    let stresses = try Stress.all(for: scenario).prefix(3).map {
      try bench.comparison(under: $0, workers: 2)
    }
    scenario.trials = 200
    comparison.inputs = try Agreement(scenario, under: rules).inputStudy(of: paths, workers: 2)
    return Report(
      comparison: comparison, stresses: Array(stresses), trackRecord: try TrackRecord.shipped(),
      engineVersion: "1.2.3")
  }
}
