import Foundation

extension ReportFolder {
  /// Whether the folder's files are those its manifest names.
  public enum State: Hashable, Sendable {
    case complete
    /// One sentence saying what is missing or different.
    case incomplete(String)
  }

  public func state() -> State {
    guard let manifest = FileManager.default.contents(atPath: path + "/" + RunManifest.name) else {
      return .incomplete(
        "\(path) is incomplete: it holds no \(RunManifest.name). Run the project again.")
    }
    guard let object = try? JSONSerialization.jsonObject(with: manifest) as? [String: Any],
      let outputs = object["outputs"] as? [String: String], !outputs.isEmpty
    else {
      return .incomplete(
        "\(path)/\(RunManifest.name) names no outputs. Run the project again.")
    }
    for (name, digest) in outputs.sorted(by: { $0.key < $1.key }) {
      guard !name.contains("/"), let bytes = FileManager.default.contents(atPath: "\(path)/\(name)")
      else {
        return .incomplete("\(path) is incomplete: \(name) is missing. Run the project again.")
      }
      guard RunManifest.digest(of: bytes) == digest else {
        return .incomplete(
          "\(path) is incomplete: \(name) is not the file that \(RunManifest.name) names. "
            + "Run the project again.")
      }
    }
    return .complete
  }
}
