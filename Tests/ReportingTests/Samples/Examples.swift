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
    let stresses = try Stress.library(for: scenario).map { stress in
      StressedComparison(
        stress: stress, comparison: try compare(stress.changed, rules))
    }
    var comparison = try compare(scenario, rules)
    let paths = try Agreement(scenario, under: rules).pathOutlook(workers: 2)
    comparison.paths = paths
    scenario.trials = 400
    comparison.inputs = try Agreement(scenario, under: rules).inputStudy(of: paths, workers: 2)
    return Deck(
      comparison, stresses: stresses, trackRecord: try TrackRecord.shipped(),
      engineVersion: "1.2.3")
  }

  private static func compare(_ scenario: Scenario, _ rules: Rulebook) throws -> Comparison {
    let agreement = try Agreement(scenario, under: rules)
    return agreement.comparison(of: try agreement.ledger(workers: 2))
  }
}
