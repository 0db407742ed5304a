import Scenarios

/// What differs between two texts of a scenario: key by key where both can be read, else the first
/// line.
struct ScenarioDifference: Hashable, Sendable {
  var all: [String]

  init(from before: String, to after: String) {
    let keys = Self.keys(from: before, to: after)
    all = keys.isEmpty ? [TextDifference(was: before, is: after)?.words ?? "nothing differs"] : keys
  }

  /// `population.measuredIn was 2022, is 2023.`, at most ten of them.
  var sentences: String {
    let shown = all.prefix(Verification.mostSentences).map { "\($0)." }
    let rest = all.count - shown.count
    return (shown + (rest > 0 ? ["\(rest) more keys differ."] : [])).joined(separator: " ")
  }

  private static func keys(from before: String, to after: String) -> [String] {
    guard let was = try? Scenario(yaml: before, file: "", name: ""),
      let now = try? Scenario(yaml: after, file: "", name: "")
    else { return [] }
    let old = Dictionary(was.provenance.map { ($0.key, $0) }) { first, _ in first }
    let new = Dictionary(now.provenance.map { ($0.key, $0) }) { first, _ in first }
    let order = was.provenance.map(\.key) + now.provenance.map(\.key).filter { old[$0] == nil }
    return order.filter { old[$0] != new[$0] }.map { words($0, old[$0], new[$0]) }
  }

  private static func words(_ key: String, _ old: Provenance?, _ new: Provenance?) -> String {
    guard let old else { return "\(key) was not there, is \(shown(new?.value))" }
    guard let new else { return "\(key) was \(shown(old.value)), is not there" }
    guard old.value == new.value else {
      return "\(key) was \(shown(old.value)), is \(shown(new.value))"
    }
    return "\(key), \(shown(old.value)), has another source"
  }

  private static func shown(_ value: String?) -> String { Names.clamped(value ?? "", to: 120) }
}
