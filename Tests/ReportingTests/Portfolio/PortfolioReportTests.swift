import Foundation
import Testing

@testable import Reporting

@Suite struct PortfolioReportTests {
  /// A scenario of two options, Level E and ENHANCED, of these means in dollars and this error.
  private static func row(
    _ name: String, _ means: (Double, Double), best: Int?, tied: [Int], whatIf: Bool = false,
    title: String = "Sample", first: String = "levelE", confidence: Double = 0.97
  ) throws -> PortfolioRow {
    func option(_ name: String, _ mean: Double) -> String {
      """
      {"name": "\(name)", "title": "\(name)", "path": "\(name)", "isWhatIf": \(whatIf), "mean": \(mean),
       "meanStandardError": 10000, "owing": [0.25, 0.24, 0.26, 0.005],
       "fifthPercentile": [-100000000, -110000000, -90000000],
       "fifthPercentileStandardError": 50000, "fifthPercentileIsAtom": false}
      """
    }
    let text = """
      {"place": "\(name).yaml", "name": "\(name)", "scenarioDigest": "d", "faults": [],
       "outcome": {"title": "\(title)", "aco": "A1", "assignedBeneficiaries": 12000, "trials": 1000,
        "seed": 7, "editions": [], "rulebookDigest": "r", "paymentsChecksum": "c",
        "options": [\(option(first, means.0)), \(option("enhanced", means.1))],
        \(best.map { "\"best\": \($0)," } ?? "") "tied": \(tied), "confidence": \(confidence),
        "figures": {"real": 3}}}
      """
    return try PortfolioCoding.decoded(PortfolioRow.self, from: Data(text.utf8))
  }

  private func report(_ rows: [PortfolioRow]) -> PortfolioReport {
    PortfolioReport(
      rows, resting: PortfolioAssumptions(), on: "many", engineVersion: "0")
  }

  /// Of five scenarios the second part of three holds those at places 1 and 4. A digest alone does not
  /// make a part: whoever writes one can write any count.
  @Test(arguments: [
    (1, 3, 5, true), (1, 0, 5, false), (3, 3, 5, false), (-1, 3, 5, false), (1, 3, -5, false),
    (1, 4_000_000_000, 5, false), (1, 3, 6, true), (1, 3, 8, false), (1, 2, 5, true),
    (0, 2, 5, false),
  ])
  func `a part has a row for each of its scenarios`(
    index: Int, parts: Int, count: Int, isWhole: Bool
  ) throws {
    try Outside.withFolder { folder in
      let rows = try ["b", "e"].map { try Self.row($0, (1e6, 2e6), best: 1, tied: [1]) }
      let part = PortfolioPart(
        engineVersion: "1", origin: "many", roster: "r", count: count, index: index, of: parts,
        sampler: .quantiles, rows: rows, assumptions: PortfolioAssumptions())
      let path = folder + "/part"
      try part.bytes.write(to: URL(fileURLWithPath: path))
      if isWhole {
        #expect(try PortfolioPart(contentsOf: path) == part)
      } else {
        let fault = #expect(throws: PartialFault.self) { try PortfolioPart(contentsOf: path) }
        #expect(fault?.description.contains("is damaged") == true)
      }
    }
  }

  @Test func `the headline counts clear bests, and tells of the rest`() throws {
    let rows = [
      try Self.row("a", (1e6, 2e6), best: 1, tied: [1]),
      try Self.row("b", (1e6, 2e6), best: 1, tied: [1]),
      try Self.row("c", (2e6, 1e6), best: 0, tied: [0]),
      try Self.row("d", (2e6, 2e6), best: 0, tied: [0, 1]),
    ]
    #expect(
      report(rows).headline
        == "enhanced has clearly the highest expected five-year net in 2 of 4 scenarios; levelE in 1. "
        + "In 1 the best cannot be told from the next.")
    #expect(
      report([rows[3]]).headline
        == "In none of 1 scenarios can the best option be told from the next by these trials.")
    #expect(report([]).headline == "There is no scenario.")
    let faulty = PortfolioRow(place: "x.yaml", name: "x", faults: ["x.yaml:1:1: wrong."])
    #expect(report([faulty]).headline == "No scenario could be run; see its faults.")
    let silent = try Self.row("e", (1e6, 2e6), best: nil, tied: [])
    #expect(
      report([silent]).headline == "The rules laid over the regulation allow no recommendation.")
  }

  @Test func `losses, what-ifs and faults are remarked on`() throws {
    let rows = [
      try Self.row("a", (-2e6, -1e6), best: 1, tied: [1]),
      // Within two standard errors of zero: not said to lose.
      try Self.row("b", (-2e6, -19_000), best: 1, tied: [1], whatIf: true),
      PortfolioRow(place: "x.yaml", name: "x", faults: ["x.yaml:1:1: wrong."]),
    ]
    #expect(
      report(rows).remarks == [
        "In 1 scenario even the best is expected to cost more than it pays.",
        "1 scenario may sign none of the options listed: the best is then a what-if.",
        "1 scenario could not be run; every fault is listed.",
      ])
  }

  @Test func `options are one by their path; another path of that name is numbered`() throws {
    var other = try Self.row("b", (1e6, 2e6), best: 1, tied: [1])
    other.outcome?.options[0].path = "levelE, leaves on 31 December after 2 years of losses"
    let report = report([try Self.row("a", (1e6, 2e6), best: 1, tied: [1]), other])
    #expect(report.options.map(\.name) == ["levelE", "enhanced", "levelE (2)"])
    let lines = report.csv.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let place = try #require(lines[0].firstIndex(of: "levelE (2).mean"))
    #expect(lines[1][place].isEmpty && lines[2][place] == "1000000.00")
    let first = try #require(lines[0].firstIndex(of: "levelE.mean"))
    #expect(lines[1][first] == "1000000.00" && lines[2][first].isEmpty)
  }

  @Test func `how sure is rounded down, and names are shown as they are`() throws {
    #expect(PortfolioReport.sure(0.9699) == "96%")
    #expect(PortfolioReport.sure(0.999) == "99%")
    #expect(PortfolioReport.sure(0.99901) == ">99.9%")
    #expect(PortfolioReport.sure(0) == "0%")
    let row = try Self.row(
      "a", (1e6, 2e6), best: 1, tied: [1], title: "<b>|x|", first: "+sum")
    let report = report([row])
    #expect(report.csv.contains("'+sum.mean"))
    let files = Dictionary(uniqueKeysWithValues: report.files.map { ($0.name, $0.bytes) })
    let html = String(decoding: try #require(files["portfolio.html"]), as: UTF8.self)
    #expect(html.contains("&lt;b&gt;|x| (a)") && !html.contains("<b>"))
    let markdown = String(decoding: try #require(files["portfolio.md"]), as: UTF8.self)
    #expect(markdown.contains("&lt;b&gt;\\|x\\| (a)"))
  }

  @Test func `assumptions add up alike in any grouping`() throws {
    func some(_ value: String, _ count: Int) throws -> PortfolioAssumptions {
      try PortfolioCoding.decoded(
        PortfolioAssumptions.self,
        from: Data(
          """
          {"entries": [{"key": "k", "status": "defaulted", "value": "\(value)", "source": "s",
            "count": \(count)}]}
          """.utf8))
    }
    let (a, b, c) = (try some("1", 1), try some("1", 1), try some("2", 3))
    let alike = PortfolioAssumptions(adding: [a, b])
    #expect(alike.entries.map(\.value) == ["1"] && alike.entries.map(\.count) == [2])
    let all = PortfolioAssumptions(adding: [a, b, c])
    #expect(all.entries.map(\.value) == [nil] && all.entries.map(\.count) == [5])
    #expect(all.entries.map(\.source) == ["s"])
    #expect(PortfolioAssumptions(adding: [c, alike]) == all)
  }

  @Test func `a row that was kept is taken for the very same run alone`() throws {
    let run = try PartialTests.parts.get().run
    func isAnother(_ change: (inout Partial.Run) -> Void) -> Bool {
      var other = run
      change(&other)
      return PortfolioIdentity(other) != PortfolioIdentity(run)
    }
    #expect(!isAnother { _ in })
    #expect(isAnother { $0.seed += 1 })
    #expect(isAnother { $0.trials += 1 })
    #expect(isAnother { $0.sampler = .gsl })
    #expect(isAnother { $0.scenarioDigest = "0" })
    #expect(isAnother { $0.rulebookDigest = "0" })
    #expect(isAnother { $0.calibrationDigest = "0" })
    #expect(isAnother { $0.engineVersion = "0" })
  }

  @Test func `a journal keeps rows, and cuts off what a killed run left torn`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    defer { unlink(path) }
    let (row, other) = (
      try Self.row("a", (1e6 / 3, 2e6), best: 1, tied: [1]),
      PortfolioRow(place: "x", name: "x", faults: [])
    )
    let identity = PortfolioIdentity(text: "one run")
    let journal = try PortfolioJournal(path: path)
    try journal.keep(row, of: identity)
    try journal.keep(other, of: identity)
    #expect(throws: CannotWrite.self) { try PortfolioJournal(path: path) }
    journal.release()
    let whole = try Data(contentsOf: URL(filePath: path))
    try whole.dropLast(5).write(to: URL(filePath: path))
    let again = try PortfolioJournal(path: path)
    #expect(again.row(at: "a.yaml", of: identity) == row)
    #expect(again.row(at: "a.yaml", of: PortfolioIdentity(text: "another")) == nil)
    #expect(again.row(at: "x", of: identity) == nil)
    try again.keep(other, of: identity)
    again.release()
    #expect(try Data(contentsOf: URL(filePath: path)) == whole)
    try Data("a letter".utf8).write(to: URL(filePath: path))
    #expect(throws: CannotWrite.self) { try PortfolioJournal(path: path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data("a letter".utf8))
  }
}
