import Foundation

/// A manifest that cannot be read: one sentence, and whether it is missing or wrong.
public struct ManifestFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String
  public var isMissing = false
}

extension RunManifest {
  /// Longest manifest that is read; with a scenario of the largest size it is a third of it.
  static let mostBytes = 8 << 20

  /// Reads the manifest of a report folder.
  ///
  /// - Throws: `ManifestFault`.
  public init(of folder: ReportFolder) throws(ManifestFault) {
    let file = folder.path + "/" + Self.name
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
      throw ManifestFault(
        description:
          "\(folder.path): there is no such folder. Name a folder that glidepath project "
          + "wrote.", isMissing: true)
    }
    guard isFolder.boolValue else {
      throw ManifestFault(
        description:
          "\(folder.path): is a file. Allowed: a report's folder. Name the folder it is in."
      )
    }
    try self.init(json: try Self.bytes(of: file, in: folder), file: file)
  }

  private static func bytes(
    of file: String, in folder: ReportFolder
  ) throws(ManifestFault) -> Data {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: file) else {
      throw ManifestFault(
        description:
          "\(folder.path): holds no \(name). Name a folder that glidepath project wrote, "
          + "or run the project again.", isMissing: true)
    }
    guard facts[.type] as? FileAttributeType == .typeRegular else {
      throw ManifestFault(
        description:
          "\(file): is no file of its own. Allowed: a file that glidepath project wrote. "
          + "Run the project again.")
    }
    let size = (facts[.size] as? NSNumber)?.intValue ?? 0
    guard size <= mostBytes else {
      throw ManifestFault(
        description: "\(file): is \(DecimalText.grouped(size)) bytes long. Allowed: at most "
          + "\(DecimalText.grouped(mostBytes)). Run the project again.")
    }
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw ManifestFault(
        description: "\(file): cannot be read. Check its permissions.", isMissing: true)
    }
    return bytes
  }

  init(json bytes: Data, file: String) throws(ManifestFault) {
    guard let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any] else {
      throw ManifestFault(
        description:
          "\(file): is not the JSON that glidepath project writes. Run the project again.")
    }
    let fields = ManifestFields(object: object, file: file, path: "")
    let format = try fields.whole("format")
    guard format == Self.format else {
      throw fields.fault("format", "is \(format)", "\(Self.format), as this version writes it")
    }
    let scenario = try fields.object("scenario")
    let calibration = try fields.object("calibration")
    engineVersion = try fields.text("engineVersion")
    scenarioName = try scenario.text("name")
    scenarioDigest = try scenario.text("digest")
    scenarioFile = try scenario.optionalText("file")
    scenarioText = try scenario.optionalText("text")
    asked = try fields.asked()
    filesRead = try fields.filesRead()
    editions = try fields.texts("editions")
    rulebookDigest = try fields.text("rulebookDigest")
    ruleDigests = try fields.textsByName("ruleDigests")
    calibrationName = try calibration.text("name")
    calibrationDigest = try calibration.text("digest")
    seed = try fields.seed()
    sampler = try fields.sampler()
    points = try fields.points()
    trials = try fields.trials()
    stopping = try fields.stopping()
    paymentsChecksum = try fields.text("paymentsChecksum")
    outputs = try fields.outputs()
    if let name = scenarioFile, !ReportFolder.isNameOfFile(name) {
      throw scenario.fault("file", "is \(name)", "the name of a file without its folder")
    }
  }
}
