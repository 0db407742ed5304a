/// Editions: the figures of a popular summary or a proposed rule, laid over the regulation.
extension Rulebook {
  /// Every edition's name, in alphabetical order.
  public static var availableEditions: [String] {
    ["cy2027Proposed", "popularSummary", "withoutGuardrail"]
  }

  /// This rulebook with the editions laid over it; their order does not matter.
  ///
  /// An edition's values replace the regulation's from the edition's first day on; earlier values
  /// stay. Throws `RuleFault` for a name that is no edition, one given twice, and two editions
  /// that set the same rule.
  public func adopting(_ names: [String]) throws -> Rulebook {
    guard !names.isEmpty else { return self }
    var adopted = editions
    var changed = byName
    for name in names.sorted() {
      guard !adopted.contains(name) else {
        throw RuleFault("The edition \(name) is named twice. Name it once.")
      }
      let overlay = try Self.overlay(of: name)
      for other in adopted {
        try Self.refuseOverlap(of: name, with: other, in: overlay)
      }
      for (rule, values) in overlay {
        changed[rule] = try Self.laid(values, over: changed[rule], named: rule, in: name)
      }
      adopted.append(name)
    }
    return Rulebook(editions: adopted.sorted(), byName: changed)
  }

  /// The values an edition sets, by the full name of the rule.
  static func overlay(of edition: String) throws -> [String: [Parameter.Dated]] {
    guard let file = try editionFiles.first(where: { $0.name == edition }) else {
      throw RuleFault(
        "There is no edition named \(edition). Allowed: "
          + "\(availableEditions.joined(separator: ", ")).")
    }
    return try file.overlay()
  }

  private static func refuseOverlap(
    of name: String, with other: String, in overlay: [String: [Parameter.Dated]]
  ) throws {
    let theirs = try Self.overlay(of: other)
    guard let rule = overlay.keys.sorted().first(where: { theirs[$0] != nil }) else { return }
    throw RuleFault("The editions \(other) and \(name) both set \(rule). Adopt one of them.")
  }

  private static func laid(
    _ values: [Parameter.Dated], over base: Parameter?, named rule: String, in edition: String
  ) throws -> Parameter {
    guard var parameter = base, let first = values.first else {
      throw RuleFault("The edition \(edition) sets \(rule), and there is no such rule.")
    }
    parameter.values = parameter.values.filter { $0.from < first.from } + values
    return parameter
  }
}
