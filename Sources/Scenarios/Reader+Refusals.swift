/// How problems are worded: `key is V. Allowed: … (citation). Remedy.`
extension Reader {
  mutating func note(_ place: String, _ spot: Spot, _ says: String, _ fix: String) {
    faulty.insert(place)
    problems.append(
      Problem(
        file: file, line: spot.line, column: spot.column, key: place, says: says, fix: fix))
  }

  /// A value that is there and is not allowed.
  mutating func refuse(
    _ value: Written, _ key: Key, at place: String, allowed: String, _ remedy: String
  ) {
    let cite = key.cite.map { " (\($0))" } ?? ""
    let tail = remedy.isEmpty ? "" : " \(remedy)"
    note(place, value.spot, "is \(value.shown).", "Allowed: \(allowed)\(cite).\(tail)")
  }

  mutating func refuseUnlessMapping(_ value: Written, of keys: [Key], at place: String) -> Bool {
    if value.pairs != nil { return true }
    let names = keys.map(\.name).joined(separator: ", ")
    note(
      place, value.spot, "is \(value.shown).",
      "Allowed: a mapping of \(names). Write each on a line of its own, indented below "
        + "\(place.split(separator: ".").last ?? "it").")
    return false
  }

  /// Refuses keys that do not exist; returns them by the keys that were probably meant.
  mutating func refuseUnknown(
    in given: Written, allowed names: [String], at path: String
  ) -> [String: Written.Pair] {
    var meant: [String: Written.Pair] = [:]
    let present = Set((given.pairs ?? []).map(\.key))
    for pair in given.pairs ?? [] where !names.contains(pair.key) {
      let free = names.filter { !present.contains($0) && meant[$0] == nil }
      let question = Spelling.nearest(to: pair.key, among: free).map { name in
        meant[name] = pair
        return "Did you mean \(name)? "
      }
      let isDecimals = NumberText.shape(of: pair.key) != nil
      let hint = isDecimals ? " Decimals follow a point, not a comma." : ""
      let place = path.isEmpty ? Written.shown(pair.key) : "\(path).\(Written.shown(pair.key))"
      note(
        place, pair.spot, "is not a key of a scenario.",
        "\(question ?? "")Allowed here: \(names.joined(separator: ", ")).\(hint)")
    }
    return meant
  }

  mutating func refuseMissing(_ key: Key, at place: String, _ opening: Spot) {
    if case .source = key.form {
      note(place, opening, "is missing.", Self.askForSource)
    } else {
      note(place, opening, "is missing.", "\(key.says) \(Self.invitation(key))")
    }
  }

  static let askForSource =
    "The board will ask: write source: with where the figures come from, or who judged them."

  private static func invitation(_ key: Key) -> String {
    switch key.form {
    case .mapping(let keys): "Write \(key.name): with \(keys.map(\.name).joined(separator: ", "))."
    default: "Write \(key.name): with its value."
    }
  }
}
