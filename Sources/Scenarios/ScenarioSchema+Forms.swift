/// The two forms of a scenario, told apart by `history`: with it, the keys of a finished benchmark
/// are shut; without it, those that must be there are required.
extension ScenarioSchema {
  static func twoForms(_ keys: [Key]) -> [(String, SchemaValue)] {
    [
      ("if", .object([("required", .words(["history"]))])),
      ("then", .object(demands(of: .history, keys))),
      ("else", .object(demands(of: .finished, keys))),
    ]
  }

  /// What this form asks of a mapping beyond what both ask.
  private static func demands(of form: BenchmarkForm, _ keys: [Key]) -> [(String, SchemaValue)] {
    let required = keys.filter { $0.only == form && $0.presence == .required }.map(\.name)
    let properties = keys.compactMap { key -> (String, SchemaValue)? in
      if let only = key.only, only != form { return (key.name, .flag(false)) }
      guard case .mapping(let inner) = key.form else { return nil }
      let demands = demands(of: form, inner)
      return demands.isEmpty ? nil : (key.name, .object(demands))
    }
    return (required.isEmpty ? [] : [("required", .words(required))])
      + (properties.isEmpty ? [] : [("properties", .object(properties))])
  }
}
