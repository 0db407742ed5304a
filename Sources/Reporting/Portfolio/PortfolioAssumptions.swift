import Scenarios

/// What a portfolio's figures rest on: for each key of its scenarios the value and the source, where
/// they are the same in all.
public struct PortfolioAssumptions: Hashable, Sendable, Codable {
  struct Entry: Hashable, Sendable, Codable {
    var key, status: String
    /// `nil` where scenarios differ in it.
    var value, source: String?
    /// In how many scenarios.
    var count: Int
  }

  private(set) var entries: [Entry] = []

  public init() {}

  public init(_ scenario: Scenario) {
    entries = scenario.provenance.map {
      Entry(key: $0.key, status: $0.status.rawValue, value: $0.value, source: $0.source, count: 1)
    }
  }

  /// Those of all together, by key; the same in whatever groups and order they are added.
  public init(adding all: [Self]) {
    var places: [[String]: Int] = [:]
    for entry in all.lazy.flatMap(\.entries) {
      let key = [entry.key, entry.status]
      guard let place = places[key] else {
        places[key] = entries.count
        entries.append(entry)
        continue
      }
      if entries[place].value != entry.value { entries[place].value = nil }
      if entries[place].source != entry.source { entries[place].source = nil }
      entries[place].count += entry.count
    }
    entries.sort { ($0.key, $0.status) < ($1.key, $1.status) }
  }

  func of(_ status: Provenance.Status) -> [Entry] {
    entries.filter { $0.status == status.rawValue }
  }
}
