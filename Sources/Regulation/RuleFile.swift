import Yams

/// One file of `Rules/`: parameters by name, or an edition's values by full name.
///
/// Unknown keys are errors: a misspelt `agreementYear` must not pass as a value for every year.
struct RuleFile {
  var name: String
  private var entries: [(key: String, node: Node)]

  init(name: String, yaml bytes: [UInt8]) throws {
    self.name = name
    guard let root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self)) else {
      throw RuleFault("\(name).yaml is empty.")
    }
    entries = try Self.entries(of: root, in: name)
  }

  /// The full names of its parameters, in the order of the file.
  var names: [String] { entries.map { "\(name).\($0.key)" } }

  /// The parameters, keyed by file and name: `basic-level-d.sharedLossRate`.
  func parameters() throws -> [String: Parameter] {
    var parameters: [String: Parameter] = [:]
    for (key, node) in entries {
      let place = "\(name).\(key)"
      let fields = try fields(of: node, at: place, allowed: ["says", "unit", "clock", "values"])
      parameters[place] = Parameter(
        says: try text("says", in: fields, at: place),
        unit: try text("unit", in: fields, at: place),
        clock: try word("clock", in: fields, at: place),
        values: try values(in: fields, at: place))
    }
    return parameters
  }

  /// An edition's values, by the full name of the parameter they replace.
  func overlay() throws -> [String: [Parameter.Dated]] {
    var overlay: [String: [Parameter.Dated]] = [:]
    for (key, node) in entries {
      let fields = try fields(of: node, at: "\(name): \(key)", allowed: ["values"])
      overlay[key] = try values(in: fields, at: "\(name): \(key)")
    }
    return overlay
  }
}

extension RuleFile {
  private typealias Fields = [String: Node]

  private func values(in fields: Fields, at place: String) throws -> [Parameter.Dated] {
    guard let nodes = fields["values"]?.sequence, !nodes.isEmpty else {
      throw RuleFault("\(place) has no values.")
    }
    let dated = try nodes.map { try self.dated($0, at: place) }
    for (earlier, later) in zip(dated, dated.dropFirst()) where !earlier.precedes(later) {
      throw RuleFault(
        earlier.from == later.from && earlier.agreementYear == later.agreementYear
          ? "\(place) has two values from \(later.from). Keep one."
          : "\(place) lists \(later.from) after \(earlier.from). Order values by date.")
    }
    return dated
  }

  private func dated(_ node: Node, at place: String) throws -> Parameter.Dated {
    let allowed = ["from", "agreementYear", "value", "cite", "adopted", "evidence"]
    let fields = try fields(of: node, at: place, allowed: allowed)
    let from = try text("from", in: fields, at: place)
    guard let day = Day(from) else {
      throw RuleFault("\(place): from is \(from). Write a day, such as 2024-01-01.")
    }
    var agreementYear = 1
    if let node = fields["agreementYear"] { agreementYear = try whole(node, at: place) }
    guard let value = fields["value"] else { throw RuleFault("\(place) has no value.") }
    return Parameter.Dated(
      from: day, agreementYear: agreementYear, value: try ruleValue(value, at: place),
      cite: try text("cite", in: fields, at: place),
      adopted: try text("adopted", in: fields, at: place),
      evidence: try word("evidence", in: fields, at: place))
  }

  private func ruleValue(_ node: Node, at place: String) throws -> RuleValue {
    if let scalar = node.scalar {
      if let number = Self.number(scalar.string) { return .number(number) }
      return scalar.string == "none" ? .none : .word(scalar.string)
    }
    guard let nodes = node.sequence, let first = nodes.first else {
      throw RuleFault("\(place): a value is a number, a word, a list or a table.")
    }
    if first.mapping != nil { return .bands(try nodes.map { try band($0, at: place) }) }
    return .list(try nodes.map { try number($0, at: place) })
  }

  private func band(_ node: Node, at place: String) throws -> RuleValue.Band {
    let keys = ["fewest", "most", "atFewest", "atMost"]
    let fields = try fields(of: node, at: place, allowed: keys)
    let nodes = try keys.map { key in
      guard let node = fields[key] else { throw RuleFault("\(place): a band has no \(key).") }
      return node
    }
    return .init(
      fewest: try whole(nodes[0], at: place), most: try whole(nodes[1], at: place),
      atFewest: try number(nodes[2], at: place), atMost: try number(nodes[3], at: place))
  }
}

extension RuleFile {
  private static func entries(of node: Node, in place: String) throws -> [(String, Node)] {
    guard let mapping = node.mapping else { throw RuleFault("\(place) is not a mapping.") }
    var seen: Set<String> = []
    return try mapping.map { key, value in
      guard let key = key.scalar?.string, seen.insert(key).inserted else {
        throw RuleFault("\(place) has a key that is no word, or is there twice.")
      }
      return (key, value)
    }
  }

  private func fields(of node: Node, at place: String, allowed: [String]) throws -> Fields {
    let entries = try Self.entries(of: node, in: place)
    for (key, _) in entries where !allowed.contains(key) {
      throw RuleFault(
        "\(place) has a key \(key). Allowed: \(allowed.joined(separator: ", ")).")
    }
    return Dictionary(uniqueKeysWithValues: entries)
  }

  private func text(_ key: String, in fields: Fields, at place: String) throws -> String {
    guard let text = fields[key]?.scalar?.string, !text.isEmpty else {
      throw RuleFault("\(place) has no \(key).")
    }
    return text
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, in fields: Fields, at place: String
  ) throws -> Word where Word.RawValue == String {
    let text = try text(key, in: fields, at: place)
    guard let word = Word(rawValue: text) else {
      let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw RuleFault("\(place): \(key) is \(text). Allowed: \(allowed).")
    }
    return word
  }

  private func number(_ node: Node, at place: String) throws -> Double {
    guard let text = node.scalar?.string, let number = Self.number(text) else {
      throw RuleFault("\(place) needs a number.")
    }
    return number
  }

  private func whole(_ node: Node, at place: String) throws -> Int {
    guard let whole = Int(exactly: try number(node, at: place)) else {
      throw RuleFault("\(place) needs a whole number.")
    }
    return whole
  }

  /// `0.30`, `-5`, `250_000`, and fractions that have no decimal form: `1/3`.
  static func number(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let allowed = Set("0123456789._-")
    guard parts.count <= 2, text.allSatisfy({ allowed.contains($0) || $0 == "/" }),
      let first = parts.first, let over = Double(first.filter { $0 != "_" }), over.isFinite
    else { return nil }
    guard parts.count == 2 else { return over }
    guard let under = Double(parts[1]), under > 0 else { return nil }
    return over / under
  }
}

/// Something wrong with the rule data itself: one sentence.
public struct RuleFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String
  init(_ description: String) { self.description = description }
}
