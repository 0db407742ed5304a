import Foundation
import Regulation
import Scenarios

/// A report held against its own manifest: its files, what it rests on, and every number once it has
/// been run again.
public struct Verification: Sendable {
  public let folder: ReportFolder
  public let manifest: RunManifest
  /// One sentence for each thing that is not as it was.
  public internal(set) var faults: [String] = []
  /// What differs and changes no number.
  public internal(set) var remarks: [String] = []
  /// What the manifest keeps, read again with the run's own trials, the most where a rule ended it,
  /// and seed; `nil` where it cannot be read.
  public private(set) var scenario: Scenario?

  /// Reads the manifest and looks at the folder's own files.
  ///
  /// - Parameter scenarios: The folder in which scenario files, and the logos they name, are kept.
  /// - Throws: `ManifestFault` where there is no manifest to go by, or none of one scenario.
  public init(of folder: ReportFolder, scenarios: String) throws(ManifestFault) {
    manifest = try RunManifest(of: folder)
    self.folder = folder
    guard manifest.scenarioText != nil else {
      throw ManifestFault(
        description:
          "\(folder.path)/\(RunManifest.name): is of a table over several scenarios. Allowed: the report "
          + "of one, as glidepath project writes it. Make the table again and compare the two.")
    }
    faults = folder.strangers(among: manifest.outputs).map { "\(folder.path): \($0.says)." }
    readScenario(beside: URL(fileURLWithPath: scenarios))
  }

  public var isGreen: Bool { faults.isEmpty }

  var manifestPath: String { "\(folder.path)/\(RunManifest.name)" }

  private mutating func readScenario(beside folder: URL) {
    guard let text = manifest.scenarioText else { return }
    do {
      var scenario = try Scenario(
        yaml: text, file: "the scenario in \(manifestPath)", name: manifest.scenarioName,
        folder: folder)
      scenario.trials = manifest.stopping?.rule.mostTrials ?? manifest.trials
      scenario.seed = manifest.seed
      scenario.sampler = manifest.sampler
      scenario.points = manifest.points
      self.scenario = scenario
    } catch {
      let first = (error as? Problems)?.all.first.map { "\($0)" } ?? "\(error)"
      faults.append("The scenario that \(manifestPath) keeps cannot be run again. \(first)")
    }
  }

  /// What a terminal shows: one sentence where all is as it was, else one for each thing that is not.
  public var text: String {
    let verdict =
      isGreen
      ? [
        "\(folder.path): verified. Run again over \(DecimalText.grouped(manifest.trials)) trials, "
          + "every number of \(Names.list(manifest.outputs.keys.sorted(), most: 20)) is the same."
      ]
      : ["\(folder.path): not verified."] + faults
    return (verdict + remarks).map { $0 + "\n" }.joined()
  }
}
