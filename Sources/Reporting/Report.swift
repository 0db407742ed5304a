import Foundation
import Projection

import struct Evidence.TrackRecord

/// What one run found, and every file that tells it.
public struct Report: Sendable {
  public var comparison: Comparison
  public var stresses: [StressedComparison]
  public var trackRecord: TrackRecord?
  public var engineVersion: String
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
      comparison, stresses: stresses, trackRecord: trackRecord, engineVersion: engineVersion)
  }

  /// Every file but the manifest, in the order they are named to the reader; the same bytes every
  /// time.
  public func files() throws -> [(name: String, bytes: Data)] {
    [
      (name: "deck.html", bytes: Data(deck.html.utf8)),
      (name: OutcomesCSV.name, bytes: OutcomesCSV(comparison).bytes),
    ]
  }
}
