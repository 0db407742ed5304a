import Foundation
import Regulation

extension Report {
  /// The manifest of this report, its outputs still to be named.
  ///
  /// - Parameters:
  ///   - scenarioFile: The scenario file's name without its folder.
  ///   - scenarioText: As written; its digest must be the scenario's.
  /// - Throws: `RuleFault` where the rules are faulty.
  public func manifest(
    scenarioFile: String?, scenarioText: String
  ) throws -> RunManifest {
    var manifest = RunManifest(
      comparison, engineVersion: engineVersion, scenarioText: scenarioText)
    manifest.scenarioFile = scenarioFile
    manifest.asked = Set(
      [payments == nil ? nil : .keepTrials, isFinal ? .final : nil].compactMap { $0 })
    manifest.filesRead =
      filesRead
      + (comparison.scenario.presentation.logo.map {
        [RunManifest.ReadFile(use: "logo", path: $0.name, bytes: Data($0.bytes))]
      } ?? [])
    manifest.ruleDigests =
      try Rulebook.current().adopting(comparison.scenario.editions).ruleDigests
    return manifest
  }
}
