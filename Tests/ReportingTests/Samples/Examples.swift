import Foundation
import Projection
import Regulation
import Scenarios

import struct Evidence.TrackRecord

@testable import Reporting

/// Decks of the scenarios that come with the program, few trials each: their texts are those a
/// board sees.
enum Examples {
  static let names = [
    "rural-first-agreement", "hospital-network", "large-aco", "renewing-aco", "small-rural",
  ]

  static let decks = Dictionary(
    uniqueKeysWithValues: names.compactMap { name in
      (try? deck(name)).map { (name, $0) }
    })

  private static func deck(_ name: String) throws -> Deck {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var scenario = try Scenario(contentsOf: root.appendingPathComponent("Scenarios/\(name).yaml"))
    scenario.trials = 2_000
    let rules = try Rulebook.current()
    let agreement = try Agreement(scenario, under: rules)
    let ledger = try agreement.ledger(workers: 2)
    var comparison = agreement.comparison(of: ledger)
    let paths = try agreement.pathOutlook(workers: 2)
    comparison.paths = paths
    let bench = try StressBench(
      agreement, ledger, under: rules, choice: paths.outcomes[paths.named].path, workers: 2)
    let stresses = try Stress.all(for: scenario).map {
      try bench.comparison(under: $0, workers: 2)
    }
    scenario.trials = 400
    comparison.inputs = try Agreement(scenario, under: rules).inputStudy(of: paths, workers: 2)
    return Deck(
      comparison, stresses: stresses, trackRecord: try TrackRecord.shipped(),
      engineVersion: "1.2.3")
  }
}
