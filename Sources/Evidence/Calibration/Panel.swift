import Regulation

/// Every settled ACO-year of a folder of public-use files.
public struct Panel: Hashable, Sendable {
  /// By year, then by id; each ACO and year once.
  public private(set) var acoYears: [ACOYear]
  /// The measures by which a year's quality was scored, as the file's columns name them; years
  /// whose file prints no measures are not here.
  public var qualityMeasures: [Int: Set<String>]
  /// What the rows were read from, by year.
  public var inputs: [Input]

  /// One file.
  public struct Input: Hashable, Sendable {
    public var file: String
    public var years: [Int]
    public var rows: Int
    /// SHA-256, lower-case hexadecimal; empty for a panel that was not read from files.
    public var digest: String

    public init(file: String, years: [Int], rows: Int, digest: String) {
      self.file = file
      self.years = years
      self.rows = rows
      self.digest = digest
    }
  }

  /// - Parameter acoYears: In any order; a repeated ACO and year counts once.
  public init(
    _ acoYears: [ACOYear], qualityMeasures: [Int: Set<String>] = [:], inputs: [Input] = []
  ) {
    self.qualityMeasures = qualityMeasures
    self.inputs = inputs
    self.acoYears = acoYears.sorted { ($0.year, $0.id) < ($1.year, $1.id) }
    var last: ACOYear?
    self.acoYears.removeAll { row in
      defer { last = row }
      return last?.id == row.id && last?.year == row.year
    }
    completeAgreements()
  }

  public var years: [Int] { Set(acoYears.map(\.year)).sorted() }

  /// The part of the panel within these years.
  ///
  /// Agreements that a file does not print stay as its neighbours told them, later ones included:
  /// which agreement a year belonged to was known when it began.
  public func limited(to range: ClosedRange<Int>) -> Panel {
    var part = self
    part.acoYears.removeAll { !range.contains($0.year) }
    part.inputs.removeAll { !$0.years.contains(where: range.contains) }
    return part
  }

  /// A row that prints no agreement takes the ACO's next one where that began in time, and
  /// otherwise the last one where the next began later.
  private mutating func completeAgreements() {
    let places = self.places
    for index in acoYears.indices where acoYears[index].agreementStart == nil {
      let row = acoYears[index]
      let first = PerformanceYear(row.year).firstDay
      guard let next = places[Key(row.id, row.year + 1)].flatMap({ acoYears[$0].agreementStart })
      else { continue }
      let last = places[Key(row.id, row.year - 1)].flatMap { acoYears[$0].agreementStart }
      acoYears[index].agreementStart = next <= first ? next : last
    }
  }

  struct Key: Hashable {
    var id: String
    var year: Int
    init(_ id: String, _ year: Int) {
      self.id = id
      self.year = year
    }
  }

  /// Where each ACO and year stands in `acoYears`.
  var places: [Key: Int] {
    Dictionary(uniqueKeysWithValues: acoYears.enumerated().map { (Key($1.id, $1.year), $0) })
  }
}
