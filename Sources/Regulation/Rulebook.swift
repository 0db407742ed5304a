import Crypto

/// Every number of the program, dated and cited; with or without editions laid over it.
public struct Rulebook: Sendable {
  /// Names of the editions adopted, in alphabetical order; empty for the regulation alone.
  public let editions: [String]
  /// By full name: `basic-level-d.sharedLossRate`.
  let byName: [String: Parameter]
  /// SHA-256, in hexadecimal, over every parameter, value and citation and the editions' names.
  public let digest: String

  init(editions: [String], byName: [String: Parameter]) {
    self.editions = editions
    self.byName = byName
    digest = Self.digest(editions: editions, byName: byName)
  }

  /// The regulation, without any edition. Throws `RuleFault` where the rule data is faulty.
  public static func current() throws -> Rulebook { try embedded.get() }

  private static let embedded = Result { try Rulebook(files: ruleFiles) }

  init(files: [RuleFile]) throws {
    var byName: [String: Parameter] = [:]
    for file in files {
      byName.merge(try file.parameters()) { first, _ in first }
    }
    self.init(editions: [], byName: byName)
  }

  /// Every parameter with its full name, in alphabetical order.
  public var parameters: [(name: String, parameter: Parameter)] {
    byName.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// One value: the one in force for a performance year of an agreement.
  ///
  /// Throws `NotInForce` for a day before the first value, `RuleFault` for an unknown name.
  public func inForce(
    _ name: String, in year: PerformanceYear, of agreement: AgreementPeriod
  ) throws -> Parameter.Dated {
    guard let parameter = byName[name] else {
      throw RuleFault("There is no rule named \(name).")
    }
    return try parameter.inForce(in: year, of: agreement)
  }
}

extension Rulebook {
  /// The first eight hexadecimal digits of the SHA-256 of each rule, all its values and citations,
  /// by full name: enough to name the rule that makes two digests differ.
  public var ruleDigests: [String: String] {
    var digests: [String: String] = [:]
    for (name, parameter) in byName {
      digests[name] = String(Self.digest(of: Self.lines(name, parameter)).prefix(8))
    }
    return digests
  }

  private static func digest(editions: [String], byName: [String: Parameter]) -> String {
    var lines = ["editions \(editions.joined(separator: " "))"]
    for (name, parameter) in byName.sorted(by: { $0.key < $1.key }) {
      lines += Self.lines(name, parameter)
    }
    return digest(of: lines)
  }

  /// What a rule says, a line for each value.
  private static func lines(_ name: String, _ parameter: Parameter) -> [String] {
    let head = "\(name)|\(parameter.says)|\(parameter.unit)|\(parameter.clock.rawValue)"
    let held = parameter.heldOn.map { ["held on \($0)"] } ?? []
    let values = parameter.values.map { dated in
      "\(dated.from)|\(dated.agreementYear)|\(canonical(dated.value))|\(dated.cite)"
        + "|\(dated.adopted)|\(dated.evidence.rawValue)"
    }
    return [head] + held + values
  }

  private static func digest(of lines: [String]) -> String {
    let hash = SHA256.hash(data: Array(lines.joined(separator: "\n").utf8))
    return hash.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func canonical(_ value: RuleValue) -> String {
    switch value {
    case .number(let number): "number \(number)"
    case .none: "none"
    case .word(let word): "word \(word)"
    case .list(let numbers): "list \(numbers)"
    case .bands(let bands):
      bands.map { "band \($0.fewest) \($0.most) \($0.atFewest) \($0.atMost)" }
        .joined(separator: ",")
    }
  }
}
