import Foundation
import Regulation
import Scenarios
import Testing

@testable import Evidence

/// The history of `renewing-aco.yaml` against the public files it is taken from.
@Suite(.enabled(if: PublishedFiles.folder != nil, PublishedFiles.absent))
struct RenewingScenarioTests {
  private static let years = [2020, 2021, 2022]

  private func scenario() throws -> Scenario {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Scenario(
      contentsOf: root.appending(path: "Scenarios/renewing-aco.yaml"), displayedAs: "renewing-aco")
  }

  private func files() throws -> [PublicUseFile] {
    try Self.years.map { try PublishedFiles.file("PY\($0).csv") }
  }

  @Test func `person-years, expenditure and risk scores are those of the ACO's three rows`() throws
  {
    let history = try #require(try scenario().history)
    let rows = try files().map { try $0.row(ofACO: "A2880") }
    for type in EnrollmentType.allCases {
      let stratum = history.strata[type]
      let count = rows.compactMap { $0.figure(.personYears(type)).count }
      let spent = rows.compactMap { $0.figure(.expenditure(type)).count }
      let score = rows.compactMap { $0.figure(.riskScore(type)).count }
      #expect(stratum.personYears == ByBenchmarkYear(count.map { PersonYears($0) }))
      #expect(stratum.expenditure == ByBenchmarkYear(spent.map { PerCapita($0) }))
      #expect(stratum.riskScore == ByBenchmarkYear(score.map { Rate($0) }))
    }
  }

  @Test func `prior savings are the updated benchmark less expenditure`() throws {
    let prior = try #require(try scenario().history?.priorSavings)
    let savings = try files().map { file in
      let row = try file.row(ofACO: "A2880")
      let benchmark = try #require(row.figure(.updatedBenchmark).count)
      return PriorSavings.Year(
        perCapita: PerCapita(benchmark - (try #require(row.figure(.expenditurePerCapita).count))))
    }
    #expect(prior.years == ByBenchmarkYear(savings))
  }

  /// Per-capita expenditure of all ACOs at a risk score of 1.
  private func nation(_ file: PublicUseFile, _ type: EnrollmentType) throws -> Double {
    var (spent, risk) = (0.0, 0.0)
    try file.forEachRow { row in
      guard let years = row.figure(.personYears(type)).count,
        let expenditure = row.figure(.expenditure(type)).count,
        let score = row.figure(.riskScore(type)).count
      else { return }
      spent += years * expenditure
      risk += years * score
    }
    return spent / risk
  }

  @Test func `the nation is all ACOs of each file at mean risk, and the region grows alike`() throws
  {
    let history = try #require(try scenario().history)
    let files = try files()
    for type in EnrollmentType.allCases {
      let stratum = history.strata[type]
      let levels = try files.map { try nation($0, type) }
      #expect(stratum.nationalExpenditure == PerCapita(levels[2].rounded()))
      let growths = [levels[2] / levels[0], levels[2] / levels[1]].map {
        Rate(($0 * 10_000).rounded() / 10_000)
      }
      #expect(stratum.nationalGrowth == .init(first: growths[0], second: growths[1]))
      #expect(stratum.regionalGrowth == stratum.nationalGrowth)
    }
  }

  @Test func `the region stands where the printed adjustment puts it`() throws {
    let history = try #require(try scenario().history)
    let row = try files()[2].row(ofACO: "A2880")
    let historical = try #require(row.figure(.historicalBenchmark).count)
    let updated = try #require(row.figure(.updatedBenchmark).count)
    let spent = try #require(row.figure(.expenditurePerCapita).count)
    let (adjustment, weight) = (27.0, 0.35)
    let region = (historical - adjustment + adjustment / weight) * updated / historical
    let ratio = (region / spent * 1_000).rounded() / 1_000
    #expect(ratio == 1.085)
    for type in EnrollmentType.allCases {
      let stratum = history.strata[type]
      let expected = (stratum.expenditure.third.amount * ratio).rounded()
      #expect(stratum.regionalExpenditure.amount == expected)
    }
  }
}
