import Foundation
import Scenarios

/// The members of one object of a manifest, each of the kind it must be.
struct ManifestFields {
  var object: [String: Any]
  var file: String
  /// `scenario.`, or empty for the document itself.
  var path: String

  func fault(_ key: String, _ says: String, _ allowed: String) -> ManifestFault {
    ManifestFault(
      description: Names.clamped(
        "\(file): \(path)\(key) \(says). Allowed: \(allowed). Run the project again.", to: 600))
  }

  func text(_ key: String) throws(ManifestFault) -> String {
    guard let text = object[key] as? String else { throw fault(key, "is no text", "text") }
    return text
  }

  func optionalText(_ key: String) throws(ManifestFault) -> String? {
    object[key] == nil ? nil : try text(key)
  }

  func whole(_ key: String) throws(ManifestFault) -> Int {
    guard let number = object[key] as? Int else {
      throw fault(key, "is no whole number", "a whole number")
    }
    return number
  }

  func object(_ key: String) throws(ManifestFault) -> ManifestFields {
    guard let inner = object[key] as? [String: Any] else {
      throw fault(key, "is no object", "an object")
    }
    return ManifestFields(object: inner, file: file, path: "\(path)\(key).")
  }

  func texts(_ key: String) throws(ManifestFault) -> [String] {
    guard let texts = object[key] as? [String] else {
      throw fault(key, "is no list of texts", "a list of texts")
    }
    return texts
  }

  func textsByName(_ key: String) throws(ManifestFault) -> [String: String] {
    guard let texts = object[key] as? [String: String] else {
      throw fault(key, "is no object of texts", "an object of texts")
    }
    return texts
  }

  func seed() throws(ManifestFault) -> UInt64 {
    guard let seed = object["seed"] as? UInt64 else {
      throw fault("seed", "is no whole number", "a whole number, not negative")
    }
    return seed
  }

  func sampler() throws(ManifestFault) -> Sampler {
    let word = try text("sampler")
    guard let sampler = Sampler(rawValue: word) else {
      let allowed = Sampler.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("sampler", "is \(word)", allowed)
    }
    return sampler
  }

  func points() throws(ManifestFault) -> Points {
    let word = try text("sampling")
    guard let points = Points(rawValue: word) else {
      let allowed = Points.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("sampling", "is \(word)", allowed)
    }
    return points
  }

  func trials() throws(ManifestFault) -> Int {
    let trials = try whole("trials")
    guard (100...10_000_000).contains(trials) else {
      throw fault("trials", "is \(trials)", "100 through 10,000,000")
    }
    return trials
  }

  func outputs() throws(ManifestFault) -> [String: String] {
    let outputs = try textsByName("outputs")
    guard !outputs.isEmpty else {
      throw fault("outputs", "is empty", "a digest for each file of the report")
    }
    for name in outputs.keys.sorted() where !ReportFolder.isNameOfFile(name) {
      throw fault("outputs", "names \(name)", "names of files in the report's own folder")
    }
    return outputs
  }

  func asked() throws(ManifestFault) -> Set<RunManifest.Asked> {
    var asked: Set<RunManifest.Asked> = []
    for word in try texts("asked") {
      guard let known = RunManifest.Asked(rawValue: word) else {
        let allowed = RunManifest.Asked.allCases.map(\.rawValue).joined(separator: ", ")
        throw fault("asked", "has \(word)", allowed)
      }
      asked.insert(known)
    }
    return asked
  }

  func filesRead() throws(ManifestFault) -> [RunManifest.ReadFile] {
    guard let objects = object["filesRead"] as? [[String: Any]] else {
      throw fault("filesRead", "is no list of objects", "a list of objects")
    }
    var files: [RunManifest.ReadFile] = []
    for (place, object) in objects.enumerated() {
      let fields = ManifestFields(object: object, file: file, path: "filesRead.\(place + 1).")
      files.append(
        .init(
          use: try fields.text("use"), path: try fields.text("path"),
          digest: try fields.text("digest")))
    }
    return files
  }
}
