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

  /// Only the keys a file with a history must have, and prior savings.
  static let leastHistory = """
    format: 1
    title: Mountain valley rural network
    aco: A1234
    agreement:
      start: 2027-01-01
      number: 2
      minimumRateChoice: 0.01
      participantRevenue: 64_000_000
    population:
      measuredIn: 2022
      assignedBeneficiaries: 12_000
    history:
      esrd:        {personYears: [88, 89, 90], expenditure: [86_000, 89_000, 92_000], riskScore: [1, 1.01, 1.02], nationalGrowth: [1.08, 1.04], regionalGrowth: [1.07, 1.035], marketShare: 0.1, regionalExpenditure: 93_000, nationalExpenditure: 91_000}
      disabled:    {personYears: [1_600, 1_605, 1_610], expenditure: [12_000, 12_400, 12_900], riskScore: [1.03, 1.04, 1.05], nationalGrowth: [1.11, 1.055], regionalGrowth: [1.1, 1.05], marketShare: 0.15, regionalExpenditure: 13_000, nationalExpenditure: 12_500}
      agedDual:    {personYears: [1_080, 1_090, 1_100], expenditure: [17_000, 17_800, 18_400], riskScore: [1.06, 1.07, 1.08], nationalGrowth: [1.115, 1.06], regionalGrowth: [1.11, 1.055], marketShare: 0.12, regionalExpenditure: 18_700, nationalExpenditure: 17_500}
      agedNonDual: {personYears: [8_700, 8_800, 8_900], expenditure: [10_300, 10_800, 11_300], riskScore: [0.95, 0.96, 0.97], nationalGrowth: [1.12, 1.062], regionalGrowth: [1.11, 1.058], marketShare: 0.2, regionalExpenditure: 11_500, nationalExpenditure: 11_600}
      dualShare: 0.09
      lowIncomeOrDualShare: 0.16
      priorSavings: {perCapita: [250, 420, -30], populationRatio: 0.95}

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
