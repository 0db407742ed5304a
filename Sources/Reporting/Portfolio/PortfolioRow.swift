import Foundation
import Projection
import Scenarios

/// One scenario of a portfolio: what it came to, or every fault that kept it from coming to anything.
public struct PortfolioRow: Hashable, Sendable, Codable {
  /// Where the scenario was read, without folders: `my-aco.yaml`, or a public-use file and its line,
  /// `PY2022.csv:14`.
  public var place: String
  /// A short name: that of the scenario file without its ending, or the ACO's id.
  public var name: String
  /// SHA-256 of the scenario's text; `nil` where it has faults.
  public var scenarioDigest: String?
  /// `nil` where the scenario has faults.
  public var outcome: PortfolioOutcome?
  /// One sentence each; none where there is an outcome.
  public var faults: [String]

  /// A scenario that could not be run.
  public init(place: String, name: String, faults: [String]) {
    (self.place, self.name, self.faults) = (place, name, faults)
  }

  public init(place: String, name: String, _ comparison: Comparison) {
    self.init(place: place, name: name, faults: [])
    scenarioDigest = comparison.scenario.digest
    outcome = PortfolioOutcome(comparison)
  }
}

/// What decides a row: two rows of equal identity hold equal figures.
public struct PortfolioIdentity: Hashable, Sendable {
  /// One line of text.
  let text: String

  init(text: String) { self.text = text }

  public init(_ run: Partial.Run) {
    text = [
      run.engineVersion, run.scenarioDigest, run.rulebookDigest, run.calibrationDigest,
      String(run.seed), run.sampler.rawValue, String(run.trials),
    ].joined(separator: " ")
  }
}
