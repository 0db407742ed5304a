import Projection
import Scenarios

/// One key that two scenarios write otherwise.
struct KeyDifference: Hashable, Sendable {
  var key: String
  /// The scenario, by its place; held against the first.
  var side: Int
  /// `nil` where the scenario has no such key.
  var before, after: String?

  static let absent = "not given"
  var words: String { "\(before ?? Self.absent) → \(after ?? Self.absent)" }
}

extension ScenarioReport {
  /// Simulated alike whatever the files say.
  private static let setAlike: Set = ["trials", "seed"]

  /// What differs in what the scenarios say, key by key in the order of the file; figures that one
  /// leaves to a default are compared by that default.
  var keyDifferences: [KeyDifference] {
    let first = Self.values(compared.sides[0].comparison.scenario)
    return others.flatMap { side -> [KeyDifference] in
      let own = Self.values(compared.sides[side].comparison.scenario)
      let known = Set(first.map(\.key))
      let (was, becomes) = (Self.byKey(first), Self.byKey(own))
      let keys = first.map(\.key) + own.map(\.key).filter { !known.contains($0) }
      return keys.compactMap { key in
        was[key] == becomes[key]
          ? nil : KeyDifference(key: key, side: side, before: was[key], after: becomes[key])
      }
    }
  }

  private static func byKey(_ values: [(key: String, value: String)]) -> [String: String] {
    Dictionary(values.map { ($0.key, $0.value) }) { first, _ in first }
  }

  private static func values(_ scenario: Scenario) -> [(key: String, value: String)] {
    [("aco", scenario.aco), ("region", scenario.region)]
      + scenario.provenance.filter { !setAlike.contains($0.key) }.map { ($0.key, $0.value) }
  }

  /// In tables of at most so many rows.
  func differenceTables(rows most: Int, letters: Int = 150) -> [Table] {
    let found = keyDifferences
    guard !found.isEmpty else { return [] }
    return Board.sheets(found, of: most).map { part in
      Table(
        caption: "What the scenarios say otherwise, against \(names[0])",
        columns: [
          .init("Key", .text), .init("Scenario", .text), .init(names[0], .text),
          .init("There", .text),
        ],
        rows: part.map { row in
          Table.Row(
            .plain,
            [
              Names.clamped(row.key, to: 60), names[row.side],
              Names.clamped(row.before ?? KeyDifference.absent, to: letters),
              Names.clamped(row.after ?? KeyDifference.absent, to: letters),
            ])
        })
    }
  }
}
