import Foundation
import Regulation

/// The rules in force, or what differs between two sets of them, as text or JSON.
public enum RulesTable {
  /// One rule to a paragraph of three lines: name and value, what it says, where it is written.
  public static func text(_ rules: [RuleInForce], title: String) -> String {
    let paragraphs = rules.map { rule in
      """
      \(rule.name)  =  \(rule.value)\(unit(rule.unit))
        \(rule.says)
        \(source(of: rule))
      """
    }
    return ([title, ""] + [paragraphs.joined(separator: "\n\n"), ""]).joined(separator: "\n")
  }

  public static func text(_ differences: [RuleDifference], title: String) -> String {
    guard !differences.isEmpty else { return "\(title)\n\nNo rule differs.\n" }
    let paragraphs = differences.map { row in
      """
      \(row.name)
        \(row.says)
        before  \(side(row.before))
        after   \(side(row.after))
      """
    }
    return ([title, ""] + [paragraphs.joined(separator: "\n\n"), ""]).joined(separator: "\n")
  }

  public static func json(_ rules: [RuleInForce]) throws -> String {
    try encode(rules.map(RuleRecord.init))
  }

  public static func json(_ differences: [RuleDifference]) throws -> String {
    try encode(
      differences.map { row in
        DifferenceRecord(
          name: row.name, says: row.says, unit: row.unit, before: row.before.map(RuleRecord.init),
          after: row.after.map(RuleRecord.init))
      })
  }

  private static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  private static func side(_ rule: RuleInForce?) -> String {
    guard let rule else { return "not in force" }
    return "\(rule.value), \(source(of: rule))"
  }

  private static func source(of rule: RuleInForce) -> String {
    let year = rule.agreementYear > 1 ? ", year \(rule.agreementYear) of the agreement on" : ""
    return "from \(rule.from)\(year); \(rule.cite) [\(rule.evidence.rawValue)]"
  }

  private static func unit(_ unit: String) -> String { unit.isEmpty ? "" : "  (\(unit))" }
}

private struct RuleRecord: Encodable {
  var name, says, unit, clock, value, cite, adopted, from, evidence: String
  var agreementYear: Int
  init(_ rule: RuleInForce) {
    name = rule.name
    says = rule.says
    unit = rule.unit
    clock = rule.clock.rawValue
    value = rule.value
    cite = rule.cite
    adopted = rule.adopted
    from = rule.from.description
    evidence = rule.evidence.rawValue
    agreementYear = rule.agreementYear
  }
}

private struct DifferenceRecord: Encodable {
  var name, says, unit: String
  var before, after: RuleRecord?
}
