import Foundation
import Regulation
import Scenarios

extension Verification {
  /// Looks for what has changed among the things the figures rest on.
  ///
  /// - Parameters:
  ///   - engineVersion: The one that runs now.
  ///   - scenarios: The folder in which scenario files are kept.
  /// - Throws: `RuleFault` where the rules are faulty.
  public mutating func examineInputs(engineVersion: String, scenarios: String) throws {
    examineScenario(in: scenarios)
    examineFilesRead(beside: scenarios)
    try examineRules()
    examineCalibration()
    guard manifest.engineVersion != engineVersion else { return }
    remarks.append(
      "It was written by version \(Names.clamped(manifest.engineVersion, to: 60)) of glidepath and "
        + "run again by \(engineVersion).")
  }

  private mutating func examineScenario(in folder: String) {
    guard let text = manifest.scenarioText else { return }
    let file = manifest.scenarioFile.map { "\(folder)/\($0)" }
    let standing = file.flatMap(Self.scenarioText)
    if RunManifest.digest(of: Data(text.utf8)) != manifest.scenarioDigest {
      let original = standing.flatMap {
        RunManifest.digest(of: Data($0.utf8)) == manifest.scenarioDigest ? $0 : nil
      }
      faults.append(
        "The scenario that \(manifestPath) keeps was changed: it is not the one its digest names"
          + (original.map { ". \(ScenarioDifference(from: $0, to: text).sentences)" } ?? "."))
    } else if let file, let standing, standing != text {
      faults.append(
        "\(file) was changed since this report was written. "
          + ScenarioDifference(from: text, to: standing).sentences)
    } else if let file, standing == nil, FileManager.default.fileExists(atPath: file) {
      remarks.append("\(file) is no scenario file that can be read; it was not compared.")
    }
  }

  /// `nil` where no text of a scenario's size stands there.
  private static func scenarioText(_ file: String) -> String? {
    guard
      let facts = try? FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: file).resolvingSymlinksInPath().path),
      facts[.type] as? FileAttributeType == .typeRegular,
      let size = facts[.size] as? NSNumber, size.intValue <= 1 << 20,
      let bytes = FileManager.default.contents(atPath: file)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Files the run read besides the scenario stand where they were named, or beside the scenario.
  private mutating func examineFilesRead(beside scenarios: String) {
    for file in manifest.filesRead {
      let places =
        file.path.hasPrefix("/") ? [file.path] : [file.path, "\(scenarios)/\(file.path)"]
      let found = places.map(FileDigest.init(of:))
      if found.contains(.digest(file.digest)) { continue }
      let name = "The \(Names.clamped(file.use, to: 40)) \(Names.clamped(file.path, to: 200))"
      let isThere = found.contains { if case .digest = $0 { true } else { false } }
      faults.append(
        isThere ? "\(name) was changed since this report was written." : "\(name) is missing.")
    }
  }

  private mutating func examineRules() throws {
    guard let scenario else { return }
    let rules = try Rulebook.current().adopting(scenario.editions)
    let now = rules.ruleDigests
    let names = Set(now.keys).union(manifest.ruleDigests.keys).sorted()
    let changed = names.filter { now[$0] != manifest.ruleDigests[$0] }
    guard rules.digest != manifest.rulebookDigest || !changed.isEmpty else { return }
    let inForce = rules.rulesInForce(
      for: nil, in: scenario.agreement.period.performanceYear(1), of: scenario.agreement.period)
    let values = Dictionary(uniqueKeysWithValues: inForce.map { ($0.name, $0) })
    let sentences = changed.prefix(Self.mostSentences).map { name in
      ruleSentence(name, isKnown: now[name] != nil, values[name])
    }
    faults += sentences
    if changed.count > sentences.count {
      faults.append("\(changed.count - sentences.count) more rules differ.")
    }
    if changed.isEmpty {
      faults.append(
        "The digest of the rules was \(Names.clamped(manifest.rulebookDigest, to: 64)), is "
          + "\(rules.digest), and no single rule differs.")
    }
  }

  /// `A rule was changed in basic-level-d.yaml: sharedLossRate, now 0.3 (42 CFR …).`
  private func ruleSentence(_ name: String, isKnown: Bool, _ rule: RuleInForce?) -> String {
    let parts = name.split(separator: ".", maxSplits: 1).map { Names.clamped(String($0), to: 80) }
    let file = "\(parts.first ?? "").yaml"
    let key = parts.last ?? ""
    guard isKnown else { return "A rule is gone from \(file): \(key)." }
    guard manifest.ruleDigests[name] != nil else { return "A rule is new in \(file): \(key)." }
    let now = rule.map { ", now \($0.value) (\($0.cite))" } ?? ""
    return "A rule was changed in \(file): \(key)\(now)."
  }

  private mutating func examineCalibration() {
    let now = ShippedCalibration.current
    guard manifest.calibrationDigest != now.digest || manifest.calibrationName != now.name else {
      return
    }
    faults.append(
      "The calibration was \(Names.clamped(manifest.calibrationName, to: 120)), digest "
        + "\(Names.clamped(String(manifest.calibrationDigest.prefix(8)), to: 8)); it is \(now.name), "
        + "digest \(now.digest.prefix(8)).")
  }

  /// Of one kind.
  static let mostSentences = 10
}
