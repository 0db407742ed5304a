import Foundation
import Projection

import struct Evidence.TrackRecord

/// What one run found, and every file that tells it.
public struct Report: Sendable {
  public var comparison: Comparison
  public var stresses: [StressedComparison]
  public var trackRecord: TrackRecord?
  /// Each other reading of an unverified rule that the scenario could have chosen, on the same draws.
  public var readings: [StressedComparison] = []
  /// Whether its author calls it final: the actuarial file of any other is headed as a draft.
  public var isFinal = false
  public var engineVersion: String
  /// What the slides stand on; their own look where there is none.
  public var template: SlideTemplate?
  /// What was read besides the scenario and its logo: the template.
  public var filesRead: [RunManifest.ReadFile] = []
  /// Every payment of every trial; `nil` where they are not kept.
  public var payments: KeptPayments?

  public init(
    comparison: Comparison, stresses: [StressedComparison], trackRecord: TrackRecord?,
    engineVersion: String
  ) {
    self.comparison = comparison
    self.stresses = stresses
    self.trackRecord = trackRecord
    self.engineVersion = engineVersion
  }

  public var deck: Deck {
    Deck(
      comparison, stresses: stresses, trackRecord: trackRecord, readings: readings,
      engineVersion: engineVersion)
  }

  /// Every file but the manifest, in the order they are named to the reader; the same bytes every
  /// time, each group on a core of its own.
  public func files() throws -> [(name: String, bytes: Data)] {
    let deck = self.deck
    let groups: [@Sendable () throws -> [(name: String, bytes: Data)]] = [
      { [(name: "deck.pptx", bytes: try deck.slides(on: template))] },
      { [(name: "deck.html", bytes: Data(deck.html.utf8))] },
      {
        let paper = try Paper(self)
        return [
          (name: "documentation.md", bytes: Data(paper.markdown.utf8)),
          (name: "documentation.html", bytes: Data(paper.html.utf8)),
        ]
      },
      {
        [
          (name: OutcomesCSV.name, bytes: OutcomesCSV(comparison).bytes),
          (name: "workbook.xlsx", bytes: try Workbook(self).bytes()),
        ]
      },
    ]
    let made = concurrently(groups.count) { place in Result { try groups[place]() } }
    return try made.flatMap { try $0.get() }
  }
}
