import Foundation
import Regulation

/// A scenario file drafted from one row of a CMS public-use file: figures as CMS printed them are
/// marked real, everything else is marked assumed with its reason.
///
/// The draft is of a *new* agreement, after the one the row tells of. Its historical benchmark is
/// not in any public file: it is the year's expenditure raised by the part of the year's savings
/// rate that is taken to survive a rebasing.
public struct Draft: Hashable, Sendable {
  /// The scenario file, format 1.
  public let yaml: String
  /// Lower-case words of the ACO's name, ending in `.yaml`.
  public let suggestedFileName: String
  /// What the row withholds or does not tell, one sentence each, for whoever asked for the draft.
  public let notes: [String]

  /// - Parameters:
  ///   - row: A row of `file`.
  ///   - agreementStart: First day of the agreement, after the file's performance year.
  ///   - asFirstAgreement: Treats the ACO as new: agreement 1, inexperienced, never two-sided.
  ///     Otherwise the agreement is the one after the row's, 42 CFR 425.600(f).
  /// - Throws: `PublicUseProblems`: columns the file lacks, with what cannot be drafted without
  ///   them; cells that are not what their column holds.
  public init(
    _ row: PublicUseRow, of file: PublicUseFile,
    agreementStart: Day = Day(year: 2027, month: 1, day: 1), asFirstAgreement: Bool = false
  ) throws {
    try Self.check(row, file, agreementStart)
    let population = try DraftPopulation(row, savingsRate: try Self.savingsRate(row, file))
    let agreement = DraftAgreement(
      row, population, start: agreementStart, asFirstAgreement: asFirstAgreement)
    let quality = DraftQuality(row, file.performanceYear)
    var text = DraftText()
    text.write(row, file, agreement, population, quality)
    yaml = text.yaml
    suggestedFileName = Self.fileName(row.name.isEmpty ? row.id : row.name, row.id)
    notes = Self.notes(row, population, agreement, quality)
  }

  private static func savingsRate(_ row: PublicUseRow, _ file: PublicUseFile) throws -> Double? {
    if let rate = row.savingsRateOfTotals { return rate }
    guard row.figure(.savingsRate).fraction != nil else { return nil }
    let rate = row.figure(.savingsRate).fraction(on: try file.scale(of: .savingsRate))
    return rate.flatMap { abs($0) < 1 ? $0 : nil }
  }

  /// The columns no draft can do without, and what each gives.
  static let needed: [(column: PublicUseColumn, gives: String)] =
    [(.assignedBeneficiaries, "population.assignedBeneficiaries")]
    + EnrollmentType.allCases.flatMap { type -> [(column: PublicUseColumn, gives: String)] in
      let path = "population.\(type.rawValue)"
      return [
        (.personYears(type), "\(path).personYears"),
        (.expenditure(type), "\(path).expenditure"),
        (.riskScore(type), "\(path).riskScore"),
      ]
    }

  private static func check(
    _ row: PublicUseRow, _ file: PublicUseFile, _ start: Day
  ) throws(PublicUseProblems) {
    var problems = needed.filter { file.header.place(of: $0.column) == nil }.map { column, gives in
      PublicUseProblem(
        file: file.name,
        says: "no column \(column.title). Without it \(gives) cannot be drafted. Allowed: CMS's "
          + "whole file, with all its columns. Fetch that file.")
    }
    if let problem = row.problem { problems.append(problem) }
    let isFirstOfJanuary = start.month == 1 && start.day == 1
    if start.year <= file.performanceYear.calendarYear || !isFirstOfJanuary {
      problems.append(
        PublicUseProblem(
          file: file.name,
          says: "the agreement would begin on \(start). Allowed: the first of January of a year "
            + "after performance year \(file.performanceYear). Choose such a start."))
    }
    if !problems.isEmpty { throw PublicUseProblems(problems: problems) }
  }

  private static func fileName(_ name: String, _ id: String) -> String {
    func slug(_ text: String) -> String {
      let plain = text.folding(options: .diacriticInsensitive, locale: Locale(identifier: "en"))
      let words = plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      var kept = ""
      for word in words where kept.count + word.count < 60 {
        kept += (kept.isEmpty ? "" : "-") + word
      }
      return kept
    }
    let found = [slug(name), slug(id)].first { !$0.isEmpty } ?? "draft"
    return found + ".yaml"
  }

  private static func notes(
    _ row: PublicUseRow, _ population: DraftPopulation, _ agreement: DraftAgreement,
    _ quality: DraftQuality
  ) -> [String] {
    var notes: [String] = []
    for type in EnrollmentType.allCases {
      let stratum = population.strata[type]
      let figures = [
        ("personYears", stratum.personYears), ("expenditure", stratum.expenditure),
        ("riskScore", stratum.riskScore),
      ]
      for (key, figure) in figures where !figure.isReal {
        notes.append("population.\(type.rawValue).\(key) is assumed: \(figure.note).")
      }
    }
    if !population.savingsRateIsReal {
      notes.append("The row prints no savings rate; zero is assumed.")
    }
    return notes + agreement.notes + [quality.note].filter { !$0.isEmpty }
  }
}
