import Regulation

/// Settles public-use files row by row, remembering across files what may occur once only.
public struct PublishedResults {
  private var settler: PublishedSettler
  private var files: [String] = []
  private var fileOfYear: [PerformanceYear: String] = [:]
  /// Where each ACO and year, and each ACO's figures, stood first.
  private var places: [Int: Place] = [:]
  private var figures: [Int: Place] = [:]

  private struct Place {
    var file: Int32
    var line: Int32
    var year: Int32
  }

  public init(under rules: Rulebook) { settler = PublishedSettler(rules) }

  /// Settles every row of one file, in little memory whatever its length.
  ///
  /// - Parameter each: Given every row once settled, in the file's order.
  /// - Throws: `PublicUseProblems` for a file whose year was settled already, that has no rows or
  ///   cannot be read to its end; `RuleFault` of the rulebook; what `each` throws.
  public mutating func settle(
    _ file: PublicUseFile, each: (PublicUseRow, PublishedRow) throws -> Void = { _, _ in }
  ) throws -> PublishedTally {
    let survey = try PublicUseSurvey(file)
    guard !survey.isEmpty else { throw Self.noRows(file) }
    try refuseAgain(file)
    files.append(file.name)
    var tally = PublishedTally(
      file: file.name, unmet: PublishedNeed.unmet(file.header, file.performanceYear))
    if !file.header.has(.performanceYear) { tally.years = [file.performanceYear] }
    if let other = file.otherYearInName, !file.header.has(.performanceYear) {
      tally.notes.append(
        "The name says \(other); columns and agreements are those of "
          + "\(file.performanceYear), and so it is settled.")
    }
    try file.forEachRow { row in
      let came = try settle(row, of: file, survey)
      tally.add(came, row.id)
      try each(row, came)
    }
    return tally
  }

  private static func noRows(_ file: PublicUseFile) -> PublicUseProblems {
    PublicUseProblems(problems: [.noRows(of: file.name)])
  }

  private mutating func refuseAgain(_ file: PublicUseFile) throws {
    guard !file.header.has(.performanceYear) else { return }
    if let first = fileOfYear[file.performanceYear] {
      throw PublicUseProblems(problems: [
        PublicUseProblem(
          file: file.name,
          says: "performance year \(file.performanceYear) is settled already, from \(first). "
            + "Allowed: each year once. Leave one of them out.")
      ])
    }
    fileOfYear[file.performanceYear] = file.name
  }

  private mutating func settle(
    _ row: PublicUseRow, of file: PublicUseFile, _ survey: PublicUseSurvey
  ) throws -> PublishedRow {
    var reader = PublishedYearReader(row, survey)
    let year = reader.year(in: file.performanceYear)
    guard reader.problems.isEmpty else { return .refused(reader.problems) }
    guard let year else { return .notSettled(nil, .notPrinted(reader.missing), nil) }
    if let problem = repeated(year, row) { return .refused([problem]) }
    do {
      if let settled = try settler.settle(year) { return .settled(settled) }
      let check = try settler.minimumRateCheck(year)
      return .notSettled(year, .notPrinted(reader.missing), check)
    } catch let fault as NotInForce {
      return .refused([row.problem(.track, Self.notInForce(year, fault))])
    }
  }

  private static func notInForce(_ year: PublishedYear, _ fault: NotInForce) -> String {
    "\(year.track) has no terms in performance year \(year.performanceYear) for an agreement from "
      + "\(year.agreementStart?.description ?? "a day not printed"). Allowed: a track of that year. "
      + "Correct the row of \(year.id)."
  }

  // MARK: - Once only

  private mutating func repeated(_ year: PublishedYear, _ row: PublicUseRow) -> PublicUseProblem? {
    let place = Place(
      file: Int32(files.count - 1), line: Int32(clamping: year.line),
      year: Int32(year.performanceYear.calendarYear))
    var key = Hasher()
    key.combine(year.id.uppercased())
    key.combine(year.performanceYear)
    if let first = places.updateIfAbsent(key.finalize(), place) {
      return row.problem(
        .id,
        "\(year.id) has a row for \(year.performanceYear) already, on line \(first.line)"
          + "\(named(first, besides: place)). Allowed: one row for each ACO and year. Remove one.")
    }
    guard let money = year.money else { return nil }
    var figure = Hasher()
    figure.combine(year.id.uppercased())
    figure.combine(year.assignedBeneficiaries)
    figure.combine(money)
    guard let first = figures.updateIfAbsent(figure.finalize(), place), first.year != place.year
    else { return nil }
    return row.problem(
      .id,
      "\(year.id) has the figures of performance year \(first.year), on line \(first.line)"
        + "\(named(first, besides: place)), under \(year.performanceYear). Allowed: each year "
        + "under its own label. Remove the copy.")
  }

  private func named(_ first: Place, besides place: Place) -> String {
    first.file == place.file ? "" : " of \(files[Int(first.file)])"
  }
}

extension Dictionary {
  /// The value that was there; otherwise puts `value` there and returns `nil`.
  fileprivate mutating func updateIfAbsent(_ key: Key, _ value: Value) -> Value? {
    if let known = self[key] { return known }
    self[key] = value
    return nil
  }
}
