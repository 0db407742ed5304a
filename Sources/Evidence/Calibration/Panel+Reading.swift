import Foundation
import Regulation

extension Panel {
  /// Reads every public-use file of a set.
  ///
  /// - Parameters:
  ///   - files: Each with its SHA-256.
  /// - Throws: `PublicUseProblems`, every faulty row of every file at once; a year that two files
  ///   hold is refused too.
  public init(_ files: [(file: PublicUseFile, digest: String)]) throws {
    var reading = PanelReading()
    for (file, digest) in files { try reading.add(file, digest: digest) }
    guard reading.problems.isEmpty else {
      throw PublicUseProblems(problems: Array(reading.problems.prefix(20)))
    }
    self.init(
      reading.acoYears, qualityMeasures: reading.qualityMeasures,
      inputs: reading.inputs.sorted {
        ($0.years.first ?? 0, $0.file) < ($1.years.first ?? 0, $1.file)
      })
  }
}

/// Gathers rows and faults of several files.
private struct PanelReading {
  var acoYears: [ACOYear] = []
  var qualityMeasures: [Int: Set<String>] = [:]
  var inputs: [Panel.Input] = []
  var problems: [PublicUseProblem] = []
  private var places: [Panel.Key: String] = [:]

  mutating func add(_ file: PublicUseFile, digest: String) throws {
    let scale = try file.scale(of: .savingsRate)
    var years: Set<Int> = []
    var rows = 0
    try file.forEachRow { row in
      rows += 1
      do {
        guard let acoYear = try ACOYear(row, of: file, scale: scale) else { return }
        years.insert(acoYear.year)
        take(acoYear, row)
      } catch let problem as PublicUseProblem {
        problems.append(problem)
      }
    }
    let measures = file.header.qualityMeasures
    if !measures.isEmpty { for year in years { qualityMeasures[year] = measures } }
    inputs.append(Panel.Input(file: file.name, years: years.sorted(), rows: rows, digest: digest))
  }

  private mutating func take(_ acoYear: ACOYear, _ row: PublicUseRow) {
    let key = Panel.Key(acoYear.id, acoYear.year)
    let place = "\(row.file):\(row.line)"
    if let first = places.updateValue(place, forKey: key) {
      problems.append(
        row.problem(
          .id,
          "\(acoYear.id) has a row for \(acoYear.year) already, \(first). Allowed: one row for each "
            + "ACO and year. Remove one."))
    } else {
      acoYears.append(acoYear)
    }
  }
}

extension PublicUseHeader {
  /// Columns that print one quality measure each, by CMS's own names.
  var qualityMeasures: Set<String> {
    Set(
      names.filter { $0.wholeMatch(of: /(?:ACO\d+|CAHPS_\d+|Measure_\w+|QualityID_[\w-]+)/) != nil }
    )
  }
}
