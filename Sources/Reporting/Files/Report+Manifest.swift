import Regulation

extension Report {
  /// The manifest of this report, its outputs still to be named.
  ///
  /// - Parameters:
  ///   - scenarioFile: The scenario file's name without its folder.
  ///   - scenarioText: As written; its digest must be the scenario's.
  /// - Throws: `RuleFault` where the rules are faulty.
  public func manifest(
    scenarioFile: String?, scenarioText: String, filesRead: [RunManifest.ReadFile] = []
  ) throws -> RunManifest {
    var manifest = RunManifest(
      comparison, engineVersion: engineVersion, scenarioText: scenarioText)
    manifest.scenarioFile = scenarioFile
    manifest.asked = payments == nil ? [] : [.keepTrials]
    manifest.filesRead = filesRead
    manifest.ruleDigests =
      try Rulebook.current().adopting(comparison.scenario.editions).ruleDigests
    return manifest
  }
}
