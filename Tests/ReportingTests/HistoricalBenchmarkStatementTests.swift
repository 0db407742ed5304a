import Foundation
import Regulation
import Reporting
import Scenarios
import Testing

/// The shipped benchmark files, read, built and told.
@Suite struct HistoricalBenchmarkStatementTests {
  static func statements(of file: String, _ place: Int = 0) throws -> [Statement] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Scenarios/cases/\(file)").path(percentEncoded: false)
    let one = try BenchmarkCase.all(contentsOf: path)[place]
    return Statement.all(of: one, try one.built(under: .current()))
  }

  /// Rates are told to six decimals, dollars to the cent.
  private func compare(
    _ statement: Statement, _ printed: [String: Double], _ byType: [String: [Double]]
  ) throws {
    let json = try SettlementStatementTests.object(statement)
    for (key, figure) in printed {
      let told = try #require(json[key] as? Double, "\(key)")
      #expect(agree(told, figure), "\(key) is \(told), printed \(figure)")
    }
    for (key, figures) in byType {
      let told = try #require(json[key] as? [String: Double], "\(key)")
      for (type, figure) in zip(EnrollmentType.allCases, figures) {
        let value = try #require(told[type.rawValue])
        #expect(agree(value, figure), "\(key).\(type) is \(value), printed \(figure)")
      }
    }
  }

  /// A figure told in whole cents against one printed with up to four decimals; a ratio, below
  /// ten, told in full against one printed with six.
  private func agree(_ told: Double, _ printed: Double) -> Bool {
    printed < 10
      ? abs(told - printed) <= 0.500_001e-6 : abs(told - printed) <= 0.005_051
  }

  @Test func `every figure printed for the full build is told to the cent`() throws {
    let statements = try Self.statements(of: "benchmark-second-agreement.yaml")
    #expect(statements.count == 2)
    try compare(
      statements[0], BuiltBenchmarkFigures.historical, BuiltBenchmarkFigures.historicalByType)
    try compare(statements[1], BuiltBenchmarkFigures.updated, BuiltBenchmarkFigures.updatedByType)
    #expect(statements[0]["adjustmentChosen"]?.figure == .word("regional", title: "regional"))
    #expect(statements[1]["riskRatioCapped"]?.figure == .flag(true))
    #expect(statements[1]["assignedBeneficiaries"] == nil)
  }

  @Test func `both divisors are told with what they divide by, and that each is a reading`() throws
  {
    let expected = [("after", 282_063_983.19, 95_200.67), ("before", 282_183_335.54, 93_401.33)]
    for (place, (word, total, esrd)) in expected.enumerated() {
      let statements = try Self.statements(of: "benchmark-readings.yaml", place)
      let historical = try SettlementStatementTests.object(statements[0])
      let updated = try SettlementStatementTests.object(statements[1])
      #expect(updated["benchmark"] as? Double == total)
      let dollars = try #require(historical["flatDollars"] as? [String: Double])
      #expect(
        dollars == [
          "esrd": 4403.25, "disabled": 682.13, "agedDual": 1044.23, "agedNonDual": 618.12,
        ])
      let divisor = try #require(historical["prospectiveDivisor"] as? [String: Double])
      #expect(divisor["esrd"] == esrd)
      #expect(
        statements[0]["prospectiveDivisor"]?.note
          == "The benchmark \(word) its adjustment: a reading; the text does not settle it.")
    }
  }

  @Test func `an agreement from before 2024 has the lines of its own rules`() throws {
    let statements = try Self.statements(of: "benchmark-readings.yaml", 2)
    let absent = [
      "regionalOffset", "priorSavingsAdjustment", "populationAdjustment", "flatDollars",
      "prospectiveTrend",
    ]
    for key in absent { #expect(statements[0][key] == nil, "\(key)") }
    #expect(statements[1]["guardrailBenchmark"] == nil)
    #expect(
      statements[0]["adjustmentChosen"]?.note
        == "Agreements from before 2024 have the regional adjustment, whatever its sign.")
    #expect(statements[0]["adjustmentChosen"]?.paragraph == .regionalAdjustment)
  }

  @Test func `every key told is a key declared, in the order of the law`() throws {
    for place in 0..<3 {
      for statement in try Self.statements(of: "benchmark-readings.yaml", place) {
        let told = statement.lines.map(\.key)
        #expect(told == statement.keys.filter(told.contains))
        #expect(Set(statement.keys).count == statement.keys.count)
      }
    }
  }

  @Test func `an edition is named, and what of it is left out is said`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Scenarios/cases/benchmark-readings.yaml").path(percentEncoded: false)
    var one = try #require(try BenchmarkCase.all(contentsOf: path).first)
    one.editions = ["cy2027Proposed"]
    let statement = try #require(
      Statement.all(of: one, try one.built(under: .current())).first)
    #expect(statement.title.contains("NOT THE REGULATION: cy2027Proposed"))
    #expect(
      statement["prospectiveTrend"]?.note
        == "The edition's limits around national growth are not applied.")
    #expect(try Self.statements(of: "benchmark-readings.yaml")[0]["prospectiveTrend"]?.note == nil)
  }

  @Test func `where the region's growth is raised, its lines are told`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Scenarios/cases/benchmark-second-agreement.yaml")
      .path(percentEncoded: false)
    var one = try #require(try BenchmarkCase.all(contentsOf: path).first)
    for type in EnrollmentType.allCases { one.year?.strata[type].regionalRiskRatio = Rate(1.06) }
    let statement = Statement.all(of: one, try one.built(under: .current()))[1]
    #expect(statement.text.contains("Region's aggregate risk ratio               1.060000"))
    #expect(statement["regionalRiskGrowthFactor"]?.paragraph == .regionalRiskGrowth)
    let told = statement.lines.map(\.key)
    #expect(told == statement.keys.filter(told.contains))
  }
}
