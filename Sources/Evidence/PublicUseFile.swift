import Foundation
import Regulation

/// CMS's *Performance Year Financial and Quality Results*, one row for each ACO, as published:
/// each year's column names and number formats, byte-order marks, Windows-1252 and Windows line
/// ends. Rows are read one at a time, so a file of any length is read in little memory.
public struct PublicUseFile: Sendable {
  /// The file's name without folder, for messages and provenance.
  public let name: String
  public private(set) var performanceYear: PerformanceYear
  public let header: PublicUseHeader
  private let source: ByteSource
  private let beforeEachRow: @Sendable () throws -> Void

  /// - Parameters:
  ///   - performanceYear: Where it is `nil`, the year that columns, agreements and, where these
  ///     leave a choice, the file's name tell.
  ///   - beforeEachRow: Throws where whoever waits for a long file waits no longer.
  /// - Throws: `PublicUseProblems`; what `beforeEachRow` throws.
  public init(
    contentsOf url: URL, performanceYear: Int? = nil,
    beforeEachRow: @escaping @Sendable () throws -> Void = {}
  ) throws {
    try self.init(
      source: .file(url), name: url.lastPathComponent, performanceYear: performanceYear,
      beforeEachRow)
  }

  /// A file held in memory.
  /// - Throws: `PublicUseProblems`.
  public init(bytes: [UInt8], name: String, performanceYear: Int? = nil) throws {
    try self.init(source: .memory(bytes), name: name, performanceYear: performanceYear) {}
  }

  private init(
    source: ByteSource, name: String, performanceYear: Int?,
    _ beforeEachRow: @escaping @Sendable () throws -> Void
  ) throws {
    var problems: [PublicUseProblem] = []
    header = try Self.header(source, name: name, &problems)
    self.source = source
    self.name = name
    self.beforeEachRow = beforeEachRow
    self.performanceYear = PerformanceYear(performanceYear ?? 0)
    if let performanceYear, !Self.years.contains(performanceYear) {
      problems.append(Self.noYear(name, performanceYear))
    }
    guard problems.isEmpty else { throw PublicUseProblems(problems: problems) }
    guard performanceYear == nil else { return }
    guard let year = try toldYear() else {
      throw PublicUseProblems(problems: [Self.noYear(name, nil)])
    }
    self.performanceYear = PerformanceYear(year)
  }

  /// The year the file itself tells.
  private func toldYear() throws -> Int? {
    let signs = PerformanceYearSigns(header)
    let inName = Self.year(inFileName: name)
    let isMarked = name.contains(/[Pp][Yy][ _\-]?20\d\d/)
    if signs.candidates.count == 1 { return signs.candidates.lowerBound }
    return signs.year(
      newestStart: try PublicUseSurvey(self).newestStart, inName: inName, isMarked: isMarked)
  }

  /// A year in the file's name that is not the one its columns and agreements tell.
  public var otherYearInName: Int? {
    Self.year(inFileName: name).flatMap { $0 == performanceYear.calendarYear ? nil : $0 }
  }

  /// Performance years in which the program could have settled anybody.
  static let years = 2012...2099

  /// Gives every row to `body`, in the file's order, rows with a `problem` included and blank
  /// rows left out.
  /// - Throws: What `body` and `beforeEachRow` throw; `PublicUseProblems` for a file that cannot
  ///   be read.
  public func forEachRow(_ body: (PublicUseRow) throws -> Void) throws {
    var rows = try Self.reading(name) { try CommaSeparatedRows(source) }
    var isHeader = true
    while let cells = try Self.reading(name, { try rows.next() }) {
      try beforeEachRow()
      if cells.isBlank { continue }
      if !isHeader { try body(PublicUseRow(cells: cells, header: header, file: name)) }
      isHeader = false
    }
  }

  /// The performance year a file's name holds: `PY2022.csv`, or one number such as 2022 standing
  /// alone; `nil` where there is none or more than one.
  static func year(inFileName name: String) -> Int? {
    let marked = name.matches(of: /[Pp][Yy][ _\-]?(20\d\d)(?!\d)/).compactMap { Int($0.1) }
    let found = Set(
      marked.isEmpty ? name.matches(of: /(?:^|\D)(20\d\d)(?!\d)/).compactMap { Int($0.1) } : marked)
    return found.count == 1 ? found.first : nil
  }

  private static func noYear(_ name: String, _ given: Int?) -> PublicUseProblem {
    if let given {
      return PublicUseProblem(
        file: name,
        says: "the performance year is \(given). Allowed: \(years.lowerBound) through "
          + "\(years.upperBound). Give the year whose results the file holds.")
    }
    return PublicUseProblem(
      file: name,
      says: "neither columns, agreements nor the file's name tell the performance year. Allowed: a "
        + "name with one year, such as PY2022.csv. Name the year with --year, such as --year 2022.")
  }

  private static func header(
    _ source: ByteSource, name: String, _ problems: inout [PublicUseProblem]
  ) throws -> PublicUseHeader {
    let row = try firstRow(source, name)
    let header = PublicUseHeader(names: (0..<row.count).map { row[$0] })
    if header.place(of: .id) == nil {
      problems.append(
        PublicUseProblem(
          file: name, line: row.line,
          says: "no column \(PublicUseColumn.id.title). Allowed: a Performance Year Financial and "
            + "Quality Results file of CMS, separated by commas. Choose that file."))
    }
    for column in header.repeated {
      problems.append(
        PublicUseProblem(
          file: name, line: row.line,
          says: "two columns are named \(column). Allowed: each name once. Remove one."))
    }
    return header
  }

  /// The first row that is not blank.
  private static func firstRow(_ source: ByteSource, _ name: String) throws -> CommaSeparatedRow {
    func refusal(_ says: String) -> PublicUseProblems {
      PublicUseProblems(problems: [PublicUseProblem(file: name, says: says)])
    }
    var rows = try reading(name) { try CommaSeparatedRows(source) }
    if rows.isUTF16 {
      throw refusal("the file is UTF-16. Allowed: UTF-8 or Windows-1252. Save it as CSV UTF-8.")
    }
    while let row = try reading(name, { try rows.next() }) {
      if row.isTooLong {
        throw PublicUseProblems(problems: [PublicUseRow.tooLong(row.line, in: name)])
      }
      if !row.isBlank { return row }
    }
    throw refusal(
      "the file is empty. Allowed: a Performance Year Financial and Quality Results file of CMS. "
        + "Fetch it again.")
  }

  /// What `body` returns, the error of a device put as a sentence.
  private static func reading<Value>(_ name: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw PublicUseProblems(problems: [
        PublicUseProblem(
          file: name,
          says: "the file cannot be read to its end. Allowed: a file that may be read more than "
            + "once. Check its permissions and its device.")
      ])
    }
  }
}
