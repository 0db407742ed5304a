/// The keys of one of the scenario's own stresses: how it is told, and what it changes.
enum StressKeys {
  static let most = 12

  static let all = told + changes

  static let told: [Key] = [
    Key("name", .optionText, "A word of its own, by which commands know it.", .required),
    Key("title", .optionText, "As reports print it.", .required),
    Key(
      "says", .optionText,
      "What is changed, in a sentence with its numbers; made from the keys where left out.",
      .optional),
    Reader.sourceKey,
  ]

  /// The scenario's own keys, but for those that say who signs what and when: all options must be
  /// the same for the runs to be compared.
  static let changes: [Key] = ScenarioKeys.all.compactMap { key in
    switch key.name {
    case "agreement": key.with(only: ["participantRevenue", "marketShare"])
    case "population": key.without("measuredIn")
    case "finances", "assumptions": key
    default: nil
    }
  }
}

extension Key {
  fileprivate func with(only names: [String]) -> Key? { narrowed { names.contains($0.name) } }
  fileprivate func without(_ name: String) -> Key? { narrowed { $0.name != name } }

  private func narrowed(_ isKept: (Key) -> Bool) -> Key? {
    guard case .mapping(let keys) = form else { return nil }
    return Key(name, .mapping(keys.filter(isKept)), says, .optional, cite: cite, only: only)
  }
}
