import Foundation
import Projection

extension Verification {
  /// Compares every number of every output with those of the report run again.
  ///
  /// Throws what the report's files throw while they are made, and `Interrupted` once `isCancelled`
  /// has answered true.
  ///
  /// - Parameter report: Of `scenario`, told as of the manifest's engine version.
  public mutating func compare(
    with report: Report, isCancelled: () -> Bool = { false }
  ) throws {
    let before = faults.count
    if manifest.stopping != nil, report.comparison.trials != manifest.trials {
      faults.append(
        "The run ended after \(DecimalText.grouped(manifest.trials)) trials; by its rule it ends after "
          + "\(DecimalText.grouped(report.comparison.trials)).")
    }
    let checksum = report.comparison.paymentsChecksum
    if checksum != manifest.paymentsChecksum {
      faults.append(
        "The payments of all trials differ: their checksum was "
          + "\(Names.clamped(manifest.paymentsChecksum, to: 16)), is \(checksum).")
    }
    let files = Dictionary(uniqueKeysWithValues: try report.files().map { ($0.name, $0.bytes) })
    let fresh = try report.manifest(
      scenarioFile: manifest.scenarioFile, scenarioText: manifest.scenarioText ?? "")
    let database = RunDatabase(report, fresh)
    for name in manifest.outputs.keys.sorted() {
      if isCancelled() { throw Interrupted() }
      if name == RunDatabase.name, let database {
        faults += try database.differences(from: "\(folder.path)/\(name)", isCancelled: isCancelled)
      } else {
        faults += differences(of: name, from: files[name], of: report)
      }
    }
    let made = Array(files.keys) + (database == nil ? [] : [RunDatabase.name])
    for name in made.sorted() where manifest.outputs[name] == nil {
      faults.append("\(name) is written by this run, and \(manifestPath) does not name it.")
    }
    if faults.count == before { compareManifest(with: fresh) }
  }

  /// Whatever else the manifest says.
  private mutating func compareManifest(with fresh: RunManifest) {
    var fresh = fresh
    fresh.outputs = manifest.outputs
    guard isGreen, let kept = FileManager.default.contents(atPath: manifestPath),
      let difference = TextDifference(was: kept, is: fresh.bytes)
    else { return }
    faults.append("\(RunManifest.name): \(difference.words).")
  }

  private mutating func differences(
    of name: String, from made: Data?, of report: Report
  ) -> [String] {
    guard let made else { return ["\(name) is not written by this run."] }
    let path = "\(folder.path)/\(name)"
    // A missing or unreadable file has been told already.
    guard case .digest(let digest) = FileDigest(of: path),
      digest != RunManifest.digest(of: made)
    else { return [] }
    guard let kept = Self.contents(of: path, atMost: 4 * made.count + (1 << 20)) else {
      return ["\(name) differs: it is far longer than what the run writes."]
    }
    switch name {
    case OutcomesCSV.name:
      return OutcomesDifference(was: kept, is: report.comparison).sentences
    case _ where Self.textEndings.contains { name.hasSuffix($0) }:
      return TextDifference(was: kept, is: made).map { ["\(name): \($0.words)."] } ?? []
    default:
      let packed = PackedDifference(of: name, was: kept, is: made)
      if packed.sentences.isEmpty {
        remarks.append(
          "\(name) is packed otherwise, as another version of the library does; its parts are the "
            + "same.")
      }
      return packed.sentences
    }
  }

  private static let textEndings = [".html", ".csv", ".md", ".json", ".svg", ".txt"]

  private static func contents(of path: String, atMost most: Int) -> Data? {
    let size =
      try? FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.size] as? NSNumber
    guard let size, size.intValue <= most else { return nil }
    return FileManager.default.contents(atPath: path)
  }
}
