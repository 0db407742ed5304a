import Foundation
import Projection
import Regulation
import Reporting
import Scenarios
import Testing

/// The shipped case file, read, settled and told: what a reader of the JSON sees is what the
/// reference sheet prints.
@Suite struct WorkedCasesTests {
  static func statements(of file: String) throws -> [Statement] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: "Scenarios/cases/\(file)").path(percentEncoded: false)
    let rules = try Rulebook.current()
    return try Case.all(contentsOf: path).map { Statement(of: $0, try $0.settled(under: rules)) }
  }

  @Test func `every figure printed for the worked examples is reproduced to the cent`() throws {
    let statements = try Self.statements(of: "worked-examples.yaml")
    #expect(statements.count == WorkedFigures.printed.count)
    var compared = 0
    for (statement, printed) in zip(statements, WorkedFigures.printed) {
      let json = try SettlementStatementTests.object(statement)
      for (key, figure) in printed {
        let told = try #require(json[key] as? Double, "\(statement.title): \(key)")
        // Rates are printed to six decimals, money in whole cents; dollars are never below one.
        let isRate = key.hasSuffix("Rate")
        #expect(
          abs(told - figure) <= (isRate ? 0.500_001e-6 : 1e-6), "\(statement.title): \(key)")
        compared += 1
      }
    }
    #expect(compared > 250)
  }

  @Test func `the case to copy owes what its last line says`() throws {
    let statement = try #require(try Self.statements(of: "loss-at-level-e.yaml").first)
    let json = try SettlementStatementTests.object(statement)
    #expect(json["payment"] as? Double == -2_880_000)
    #expect(json["extremeCircumstancesReduction"] as? Double == 320_000)
    #expect(json["benchmarkPerCapita"] as? Double == 13_986.01)  // 300,000,000 / 21,450
    #expect(
      statement["lowRevenue"]?.note
        == "Participant revenue is 12.698413% of expenditure; low is below 35.00%.")
  }

  @Test func `a case under a popular summary says that it is not the regulation`() throws {
    let one = Case(
      name: "Set aside", performanceYear: PerformanceYear(2025),
      agreement: AgreementPeriod(firstDay: Day(year: 2025, month: 1, day: 1)),
      editions: ["popularSummary"],
      content: .repaymentMechanism(
        .init(expenditure: Dollars(130_000_000), participantRevenue: Dollars(25_000_000))))
    let statement = Statement(of: one, try one.settled(under: try .current()))
    #expect(statement.title == "Set aside — NOT THE REGULATION: popularSummary")
  }

  @Test func `a case without revenue says that it is taken as not low revenue`() throws {
    let statement = try #require(try Self.statements(of: "worked-examples.yaml").first)
    #expect(
      statement["lowRevenue"]?.note
        == "Neither lowRevenue nor participantRevenue is given: taken as not low revenue.")
  }
}
