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
    guard let fault = strangers(among: outputs).first else { return .complete }
    return .incomplete("\(path) is incomplete: \(fault.says). Run the project again.")
  }

  /// A file that is not as the manifest names it.
  struct Stranger: Hashable {
    var name: String
    /// `deck.html is missing`.
    var says: String
  }

  /// Every file that is missing or is not the one named, in order of names.
  func strangers(among outputs: [String: String]) -> [Stranger] {
    outputs.sorted { $0.key < $1.key }.compactMap { name, digest in
      guard Self.isNameOfFile(name) else { return Stranger(name: name, says: "\(name) is missing") }
      switch FileDigest(of: "\(path)/\(name)") {
      case .digest(digest): return nil
      case .digest:
        return Stranger(
          name: name, says: "\(name) is not the file that \(RunManifest.name) names")
      case .missing: return Stranger(name: name, says: "\(name) is missing")
      case .unreadable(let reason):
        return Stranger(name: name, says: "\(name) cannot be read: \(reason)")
      }
    }
  }
}
