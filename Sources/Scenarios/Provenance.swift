/// Where one figure of a scenario comes from.
public struct Provenance: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Taken as published from the source named.
    case real
    /// Written by the author of the scenario.
    case stated
    /// Written by the author, and marked as standing in for a figure not known.
    case assumed
    /// Left out by the author; the published default is used.
    case defaulted
  }
  /// Path of keys, such as `assumptions.retention.mean`.
  public var key: String
  /// The value as the file (or the default) writes it.
  public var value: String
  public var status: Status
  public var source: String
  public init(key: String, value: String, status: Status, source: String) {
    self.key = key
    self.value = value
    self.status = status
    self.source = source
  }
}
