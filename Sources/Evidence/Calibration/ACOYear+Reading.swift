import Foundation
import Regulation

extension ACOYear {
  /// What a row prints; `nil` for a row that prints no savings rate or no beneficiaries, which
  /// was not settled.
  /// - Throws: `PublicUseProblem`.
  init?(_ row: PublicUseRow, of file: PublicUseFile, scale: PublicUseFile.RateScale) throws {
    if let problem = row.problem { throw problem }
    let id = row.id.uppercased()
    guard !id.isEmpty, id.count <= 20 else {
      throw row.problem(
        .id, "no ACO has such an id. Allowed: an id such as A1001. Correct the row.")
    }
    guard let assigned = try Self.count(.assignedBeneficiaries, row),
      let rate = try Self.savingsRate(row, scale)
    else { return nil }
    self.init(
      id: id, year: try Self.year(row, of: file), agreementStart: try Self.start(row),
      agreementNumber: try Self.count(.agreementNumber, row).map { Int($0) }, track: row.track,
      assignedBeneficiaries: assigned, savingsRate: rate,
      benchmark: try Self.count(.updatedBenchmark, row),
      expenditure: try Self.count(.expenditurePerCapita, row),
      strata: try ByEnrollmentType { try Self.stratum($0, row) }, qualityScore: try Self.score(row),
      standing: row.qualityStanding)
  }

  private static func year(_ row: PublicUseRow, of file: PublicUseFile) throws -> Int {
    guard row.header.has(.performanceYear) else { return file.performanceYear.calendarYear }
    let digits = (row.text(.performanceYear) ?? "").filter { ("0"..."9").contains($0) }
    guard let year = Int(digits), PublicUseFile.years.contains(year) else {
      throw unreadable(.performanceYear, row, "a year such as 2022")
    }
    return year
  }

  private static func start(_ row: PublicUseRow) throws -> Day? {
    guard let text = row.text(.currentStart), !text.isEmpty else { return nil }
    guard let day = PublishedDay.day(text) else {
      throw unreadable(.currentStart, row, "a day such as 07/01/2019")
    }
    return day
  }

  /// A number above zero; `nil` where it is withheld or not printed.
  private static func count(_ column: PublicUseColumn, _ row: PublicUseRow) throws -> Double? {
    switch row.figure(column) {
    case .missing, .suppressed, .noColumn: return nil
    case .number(let value, isPercent: false) where value >= 0 && value < 1e12:
      return value == 0 ? nil : value
    case .number, .payForReporting, .unreadable:
      throw unreadable(column, row, "a number of at least 0, or blank where CMS withholds it")
    }
  }

  private static func savingsRate(
    _ row: PublicUseRow, _ scale: PublicUseFile.RateScale
  ) throws -> Double? {
    if case .unreadable = row.figure(.savingsRate) {
      throw unreadable(.savingsRate, row, "a rate such as 2.5%")
    }
    let rate = row.savingsRateOfTotals ?? row.figure(.savingsRate).fraction(on: scale)
    guard let rate else { return nil }
    guard rate.magnitude < 1 else { throw unreadable(.savingsRate, row, "a rate such as 2.5%") }
    return rate
  }

  private static func score(_ row: PublicUseRow) throws -> Double? {
    // Pay for reporting is no measured score.
    if case .payForReporting = row.figure(.qualityScore) { return nil }
    if case .unreadable = row.figure(.qualityScore) {
      throw unreadable(.qualityScore, row, "0 through 100 percent, or P4R")
    }
    return row.qualityScore
  }

  private static func stratum(_ type: EnrollmentType, _ row: PublicUseRow) throws -> Stratum? {
    guard let personYears = try count(.personYears(type), row),
      let expenditure = try count(.expenditure(type), row),
      let riskScore = try count(.riskScore(type), row)
    else { return nil }
    return Stratum(personYears: personYears, expenditure: expenditure, riskScore: riskScore)
  }

  private static func unreadable(
    _ column: PublicUseColumn, _ row: PublicUseRow, _ allowed: String
  ) -> PublicUseProblem {
    let text = (row.text(column) ?? "").prefix(40).map { $0.isNewline ? " " : $0 }
    return row.problem(
      column, "\(column.title) is \(String(text)). Allowed: \(allowed). Correct the row.")
  }
}

extension PublicUseRow {
  /// The standing its file prints; `nil` where it prints none.
  var qualityStanding: QualityResult.Standing? {
    func flag(_ column: PublicUseColumn) -> Bool? { figure(column).count.map { $0 == 1 } }
    switch (flag(.metStandard), flag(.metAlternative)) {
    case (true?, _): return .standardMet
    case (_, true?): return .alternativeMet
    case (false?, _): return .notMet
    case (nil, _): return nil
    }
  }
}
