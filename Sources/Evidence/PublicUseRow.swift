import Foundation
import Regulation

/// What one ACO is printed to have done in one performance year.
public struct PublicUseRow: Hashable, Sendable {
  public var cells: CommaSeparatedRow
  public var header: PublicUseHeader
  /// The file's name, for messages.
  public var file: String

  public var line: Int { cells.line }

  /// The text of a column without surrounding blanks; `nil` where the file lacks the column.
  public func text(_ column: PublicUseColumn) -> String? {
    header.place(of: column).flatMap(text(at:))
  }

  /// The text under one of CMS's own names; `nil` where the file lacks it.
  public func text(named name: String) -> String? {
    header.place(named: name).flatMap(text(at:))
  }

  public func figure(_ column: PublicUseColumn) -> PublishedFigure {
    text(column).map(PublishedFigure.init) ?? .noColumn
  }

  public func figure(named name: String) -> PublishedFigure {
    text(named: name).map(PublishedFigure.init) ?? .noColumn
  }

  public var id: String { text(.id) ?? "" }
  public var name: String { text(.name) ?? "" }

  /// The track, from `Current_Track` or the flags of earlier years; `nil` where neither tells.
  public var track: PublishedTrack? {
    if let text = text(.track) { return PublishedTrack(text) }
    let marked = PublishedTrack.flagged.filter { figure(.trackFlag($0)).count == 1 }
    if let only = marked.first { return marked.count == 1 ? only : nil }
    // Performance year 2013 prints only whether the ACO was in Track 2.
    guard !header.has(.trackFlag(.track1)), figure(.trackFlag(.track2)).count == 0 else {
      return nil
    }
    return .track1
  }

  /// The quality score, 0 through 1; `nil` where none is printed.
  ///
  /// Some years print 89.41 %, some 89.41 and some 0.8941. No ACO has scored one percent or
  /// less, so a bare number above 1 is a percentage.
  public var qualityScore: Double? {
    switch figure(.qualityScore) {
    case .payForReporting: 1
    case .number(let value, isPercent: false) where value > 1: value / 100
    case let figure: figure.fraction
    }
  }

  /// Savings over the benchmark, from the two totals; `nil` where either is not printed.
  public var savingsRateOfTotals: Double? {
    guard let benchmark = figure(.benchmarkTotal).count, benchmark > 0,
      let expenditure = figure(.expenditureTotal).count
    else { return nil }
    return (benchmark - expenditure) / benchmark
  }

  /// What is wrong with the row as a whole; `nil` for a sound one.
  public var problem: PublicUseProblem? {
    if cells.isTooLong { return Self.tooLong(cells.line, in: file) }
    if let cell = cells.zeroByte {
      return PublicUseProblem(
        file: file, line: line, cell: cell,
        says: "a byte is zero, which is no text. Allowed: UTF-8 or Windows-1252. Fetch the file "
          + "again.")
    }
    if let cell = cells.unclosedQuote {
      return PublicUseProblem(
        file: file, line: line, cell: cell,
        says: "a quote is opened and never closed. Allowed: quotes in pairs. Close it.")
    }
    if cells.count < header.names.count {
      return PublicUseProblem(
        file: file, line: line, cell: cells.count,
        says: "the row has \(cellCount) where the header has \(header.names.count). "
          + "Allowed: one cell for each column. Fetch the file again.")
    }
    if let extra = (header.names.count..<cells.count).first(where: { !isBlank($0) }) {
      return PublicUseProblem(
        file: file, line: line, cell: extra + 1,
        says: "the row has \(cellCount) where the header has \(header.names.count). "
          + "Allowed: one cell for each column. Put text that holds commas in quotes.")
    }
    return nil
  }

  private var cellCount: String { "\(cells.count) cell\(cells.count == 1 ? "" : "s")" }

  static func tooLong(_ line: Int, in file: String) -> PublicUseProblem {
    PublicUseProblem(
      file: file, line: line,
      says: "the row does not end within \(CommaSeparatedRows.longestRow) bytes. Allowed: a "
        + "Performance Year Financial and Quality Results file of CMS, one line for each ACO. "
        + "Fetch it again.")
  }

  /// A problem with one cell, naming its place.
  public func problem(_ column: PublicUseColumn, _ says: String) -> PublicUseProblem {
    PublicUseProblem(
      file: file, line: line, cell: header.place(of: column).map { $0 + 1 }, says: says)
  }

  private func text(at place: Int) -> String? {
    guard place < cells.count else { return nil }
    return cells[place].withoutBlanksAround
  }

  private func isBlank(_ place: Int) -> Bool { text(at: place)?.isEmpty ?? true }
}

/// One thing wrong with a public-use file: `file:line:cell: what is wrong. Allowed: …. Remedy.`
public struct PublicUseProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// 1 for the first line; `nil` where the whole file is meant.
  public var line: Int?
  /// The place in the row, 1 for the first cell.
  public var cell: Int?
  public var says: String

  static func noRows(of file: String) -> Self {
    Self(
      file: file,
      says: "no row follows the header. Allowed: one row for each ACO. Fetch the file again.")
  }

  public var description: String {
    let place = [line, cell].compactMap { $0.map(String.init) }
    return ([file] + place).joined(separator: ":") + ": " + says
  }
}

/// Everything wrong with a public-use file, all at once.
public struct PublicUseProblems: Error, Hashable, Sendable, CustomStringConvertible {
  public var problems: [PublicUseProblem]

  public init(problems: [PublicUseProblem]) { self.problems = problems }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension String {
  /// Without blanks and line ends at either end; most cells have none, and are not copied.
  var withoutBlanksAround: String {
    let plain: ClosedRange<UInt8> = 0x21...0x7E
    guard let first = utf8.first, let last = utf8.last else { return self }
    if plain.contains(first), plain.contains(last) { return self }
    return trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
