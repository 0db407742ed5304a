import Foundation
import Scenarios
import Testing

/// Scenario texts that tests read, whole and with a change.
enum Examples {
  /// Only the keys a file must have.
  static let least = """
    format: 1
    title: Mountain valley rural network
    aco: A1234
    agreement:
      start: 2027-01-01
      number: 1
      minimumRateChoice: 0.01
      participantRevenue: 64_000_000
    population:
      measuredIn: 2022
      assignedBeneficiaries: 12_000
      esrd:        {personYears: 90, expenditure: 92_000, historicalBenchmark: 92_900, riskScore: 1.02}
      disabled:    {personYears: 1_610, expenditure: 12_900, historicalBenchmark: 13_000, riskScore: 1.05}
      agedDual:    {personYears: 1_100, expenditure: 18_400, historicalBenchmark: 18_600, riskScore: 1.08}
      agedNonDual: {personYears: 8_900, expenditure: 11_300, historicalBenchmark: 11_400, riskScore: 0.97}

    """

  static func read(_ yaml: String) throws -> Scenario {
    try Scenario(yaml: yaml, file: "x.yaml", name: "x")
  }

  /// A text, `least` unless said otherwise, with one piece of it in place of another.
  static func least(_ old: String, _ new: String, in text: String = least) throws -> String {
    try #require(text.contains(old))
    return text.replacingOccurrences(of: old, with: new)
  }

  /// What is wrong with a text, one line each; empty where nothing is.
  static func problems(_ yaml: String) throws -> [String] {
    try problems(Array(yaml.utf8))
  }

  static func problems(_ yaml: [UInt8]) throws -> [String] {
    do {
      _ = try Scenario(yaml: yaml, file: "x.yaml", name: "x")
      return []
    } catch let problems as Problems {
      #expect(!problems.all.isEmpty)
      return problems.all.map(\.description)
    }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
