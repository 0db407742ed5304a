import Foundation
import Projection
import Regulation
import Testing

@testable import Reporting

@Suite struct OutcomesCSVTests {
  @Test func `one row for each option and year, one for the total and one for the net`() {
    let comparison = SampleComparison.standard
    let lines = OutcomesCSV(comparison).text.components(separatedBy: "\r\n")
    #expect(lines.count == 1 + 7 * 7 + 1)
    #expect(lines.last == "")
    #expect(lines[0].hasPrefix("option,title,standing,performanceYear,track,trials,mean,"))
    #expect(lines[1].hasPrefix("levelA,Level A,legal,2027,levelA,10000,"))
    #expect(lines[6].hasPrefix("levelA,Level A,legal,total,,10000,"))
    #expect(lines[7].hasPrefix("levelA,Level A,legal,net,,10000,"))
    #expect(lines[8].hasPrefix("levelB,Level B,whatIf,2027,levelB,"))
  }

  @Test func `quantiles are exact cents and every row has every column`() throws {
    var comparison = SampleComparison.standard
    comparison.outlooks[0].net.quantiles[0].value = Cents(-123_456_789)
    comparison.outlooks[0].net.worst = Cents(-5)
    let lines = OutcomesCSV(comparison).text.components(separatedBy: "\r\n")
    let names = lines[0].components(separatedBy: ",")
    let net = lines[7].components(separatedBy: ",")
    #expect(net.count == names.count)
    #expect(net[try #require(names.firstIndex(of: "p5"))] == "-1234567.89")
    #expect(net[try #require(names.firstIndex(of: "worst"))] == "-0.05")
  }

  @Test func `cells that look like formulas are disarmed`() {
    for text in ["=1+1", "+1", "-1", "@x", "\t=1"] {
      #expect(CSVText.harmless(text) == "'" + text)
    }
    #expect(CSVText.harmless("Level A") == "Level A")
    #expect(CSVText.harmless("") == "")
  }

  @Test func `the same comparison gives the same bytes`() {
    #expect(
      OutcomesCSV(SampleComparison.standard).bytes == OutcomesCSV(SampleComparison.standard).bytes)
  }

  private static let reader = """
    import csv, json, sys
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        print(json.dumps(list(csv.reader(file, strict=True))))
    """

  @Test(.enabled(if: Outside.python != nil, "python3 is not installed"))
  func `Python's csv module reads back what was written`() throws {
    let python = try #require(Outside.python)
    let comparison = SampleDecks.hostileNames.make()
    try Outside.withFolder { folder in
      try OutcomesCSV(comparison).bytes.write(to: URL(fileURLWithPath: folder + "/outcomes.csv"))
      let answer = try Outside.run(python, ["-c", Self.reader, folder + "/outcomes.csv"])
      let rows = try #require(
        try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [[String]])
      #expect(rows.count == 1 + 3 * 7)
      #expect(Set(rows.map(\.count)).count == 1)
      #expect(rows[1][1] == SampleDecks.hostile)
      #expect(rows[8][0] == "'=1+1")
      #expect(rows[8][1] == "'=HYPERLINK(\"x\")")
      let mean = try #require(Double(rows[7][6]))
      #expect((mean - comparison.outlooks[0].net.mean.value).magnitude <= 0.005001)
    }
  }
}
