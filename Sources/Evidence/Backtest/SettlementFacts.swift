import Foundation
import Reconciliation
import Regulation

/// What a payment forecast needs beside the savings rate, from the same folder: each year's terms,
/// known at signing, and what was paid in the end.
struct SettlementFacts: Sendable {
  struct Facts: Sendable {
    var terms: TrackTerms
    var isLowRevenue: Bool?
    /// Dollars earned, or owed where negative.
    var earned: Double
  }

  private var facts: [Panel.Key: Facts] = [:]

  /// Rows that print no track or no payment are left out; a faulty row was refused before.
  /// - Throws: `PublicUseProblems`; `RuleFault` of the rulebook.
  init(_ folder: URL, files: [String], under rules: Rulebook) throws {
    var settler = PublishedSettler(rules)
    for name in files {
      let file = try PublicUseFile(contentsOf: folder.appending(path: name))
      let survey = try PublicUseSurvey(file)
      try file.forEachRow { row in
        var reader = PublishedYearReader(row, survey)
        guard let year = reader.year(in: file.performanceYear),
          let earned = year.printed.earned?.amount,
          let reading = try settler.readings(of: year).first,
          let terms = try? settler.terms(year, reading)
        else { return }
        facts[Panel.Key(year.id.uppercased(), year.performanceYear.calendarYear)] = Facts(
          terms: terms, isLowRevenue: year.isLowRevenue, earned: earned)
      }
    }
  }

  subscript(row: ACOYear) -> Facts? { facts[Panel.Key(row.id, row.year)] }
}
