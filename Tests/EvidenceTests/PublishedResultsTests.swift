import Evidence
import Foundation
import Regulation
import Testing

/// CMS's own files, settled.
@Suite(.enabled(if: PublishedFiles.folder != nil, PublishedFiles.absent))
struct PublishedResultsTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    var file: String
    var rows, matched, band: Int
    var revenue: [String] = []
    var notCheckable = 0
    /// Rows with a payment, and millions of dollars paid.
    var payments: Int
    var paid: Double
    var oneSided, variable: Int
    var testDescription: String { file }
  }

  static let table = [
    Expected(
      file: "PY2013.csv", rows: 220, matched: 220, band: 0, payments: 52, paid: 315.9,
      oneSided: 215, variable: 0),
    Expected(
      file: "PY2014.csv", rows: 333, matched: 331, band: 0, notCheckable: 2, payments: 86,
      paid: 341.2, oneSided: 330, variable: 0),
    Expected(
      file: "PY2015.csv", rows: 392, matched: 298, band: 93, notCheckable: 1, payments: 119,
      paid: 645.5, oneSided: 389, variable: 0),
    Expected(
      file: "PY2016.csv", rows: 432, matched: 321, band: 111, payments: 134, paid: 700.6,
      oneSided: 410, variable: 1),
    Expected(
      file: "PY2017.csv", rows: 472, matched: 336, band: 136, payments: 159, paid: 799.4,
      oneSided: 432, variable: 4),
    Expected(
      file: "PY2018.csv", rows: 548, matched: 372, band: 176, payments: 205, paid: 984.0,
      oneSided: 453, variable: 20),
    Expected(
      file: "PY2020.csv", rows: 513, matched: 270, band: 243, payments: 345, paid: 2_283.7,
      oneSided: 323, variable: 29),
    Expected(
      file: "PY2021.csv", rows: 475, matched: 472, band: 0, revenue: ["A1515", "A2820", "A4627"],
      payments: 274, paid: 1_959.4, oneSided: 280, variable: 26),
    Expected(
      file: "PY2022.csv", rows: 482, matched: 481, band: 0, revenue: ["A1070"], payments: 304,
      paid: 2_524.5, oneSided: 198, variable: 40),
  ]

  @Test(arguments: table)
  func `every row is settled as CMS settled it, or its want is named`(_ expected: Expected) throws {
    let (tally, _) = try ResultsSample.settled(try PublishedFiles.file(expected.file))
    #expect(tally.rows == expected.rows)
    #expect(tally.matched == expected.matched)
    #expect(tally.insideBand == expected.band)
    #expect(tally.needsRevenue.first == expected.revenue)
    #expect(tally.notCheckableCount == expected.notCheckable)
    #expect(tally.unexplained == 0)
    #expect(tally.refused == 0)
    #expect(tally.payments.count == expected.payments)
    #expect(tally.payments.matched + tally.payments.insideBand == expected.payments)
    #expect(abs(tally.payments.printed / 1e6 - expected.paid) < 0.05)
    #expect(tally.minimumRates[.oneSidedEqual] == expected.oneSided)
    #expect(tally.minimumRates[.variableEqual] ?? 0 == expected.variable)
    #expect(tally.tests.equal == tally.tests.compared)
  }

  @Test func `payments of 2021 and 2022 are within a dollar, none by its band`() throws {
    for file in ["PY2021.csv", "PY2022.csv"] {
      let (tally, _) = try ResultsSample.settled(try PublishedFiles.file(file))
      #expect(tally.payments.matched == tally.payments.count)
      #expect(abs(tally.payments.ours - tally.payments.printed) < Double(tally.payments.count))
    }
  }

  @Test func `a subset of columns says what it lacks and settles nothing`() throws {
    let (tally, _) = try ResultsSample.settled(try PublishedFiles.file("PY2019-subset.csv"))
    #expect(tally.years == [PerformanceYear(2019)])
    #expect(tally.rows == 475)
    #expect(tally.notCheckableCount == 475)
    #expect(
      tally.unmet.map(\.title) == [
        "Current_Track, nor one for each track", "ABtotBnchmk", "BnchmkMinExp or ABtotExp",
        "EarnSaveLoss (or EarnShrSavings)", "MinSavPerc",
        "Met_QPS or Met_40pctl (or Met_30pctl)", "Current_Start_Date (or Start_Date)", "DisAdj",
      ])
  }

  /// Every file there is; the subset of 2019 has no column that tells its year.
  @Test(arguments: table.map { ($0.file, "copy.csv") } + [("PY2019-subset.csv", "PY2019 b.csv")])
  func `a copy with columns shuffled and added, CRLF and a byte-order mark settles the same`(
    _ name: String, _ copyName: String
  ) throws {
    let file = try PublishedFiles.file(name)
    let copy = try Self.shuffled(file, as: copyName)
    #expect(copy.performanceYear == file.performanceYear)
    let (tally, rows) = try ResultsSample.settled(file)
    let (copied, again) = try ResultsSample.settled(copy)
    #expect(rows == again)
    var renamed = copied
    renamed.file = tally.file
    renamed.notes = tally.notes
    #expect(renamed == tally)
  }

  /// The file as another program might write it.
  private static func shuffled(_ file: PublicUseFile, as name: String) throws -> PublicUseFile {
    let names = file.header.names
    var order = Array(names.indices)
    var state: UInt64 = 20_220_101
    for place in order.indices.reversed() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(place, Int(state >> 33) % (place + 1))
    }
    // The byte-order mark stands before a column that is needed.
    order.swapAt(0, try #require(order.firstIndex { $0 == file.header.place(of: .id) }))
    func line(_ cells: [String], _ extra: [String]) -> String {
      let quoted = cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
      return (quoted.prefix(1) + [extra[0]] + quoted.dropFirst() + [extra[1]]).joined(
        separator: ",") + "\r\n"
    }
    var text = "\u{FEFF}" + line(order.map { names[$0] }, ["Reviewed_By", "Our_Notes"])
    try file.forEachRow { row in
      text += line(order.map { row.cells[$0] }, ["me", "see mail"])
    }
    return try PublicUseFile(bytes: Array(text.utf8), name: name)
  }
}
