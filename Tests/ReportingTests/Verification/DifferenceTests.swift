import Foundation
import Testing

@testable import Reporting

@Suite struct DifferenceTests {
  @Test func `the first line that differs, a few dozen characters around it`() {
    #expect(TextDifference(was: "a\nb\n", is: "a\nb\n") == nil)
    #expect(TextDifference(was: "a\nb\n", is: "a\nc\n")?.words == "line 2 was “b”, is “c”")
    #expect(
      TextDifference(was: "a", is: "a\nb")?.words == "line 2 was not there, is “b”")
    let long = String(repeating: "x", count: 500)
    #expect(
      TextDifference(was: long + "1" + long, is: long + "2" + long)?.words
        == "line 1 was “…\(String(repeating: "x", count: 40))1\(String(repeating: "x", count: 39))…”, "
        + "is “…\(String(repeating: "x", count: 40))2\(String(repeating: "x", count: 39))…”")
  }

  @Test func `cells are read back as they were written`() {
    let rows = [["a", "b \"c\"", ""], ["line\r\nend", ",", "\"\""], ["x", "y", "z"]]
    var csv = CSVText()
    for row in rows { csv.row(row) }
    #expect(CSVText.rows(of: csv.text) == rows)
  }

  @Test func `figures beyond the tenth are counted`() {
    let comparison = SampleComparison.standard
    let text = OutcomesCSV(comparison).text
    #expect(
      OutcomesDifference(was: Data(text.utf8), is: comparison).sentences == [
        "outcomes.csv: its line ends or quotes differ."
      ])
    var changed = comparison
    changed.trials = 9
    for option in changed.outlooks.indices { changed.outlooks[option].total.trials = 9 }
    for option in changed.outlooks.indices { changed.outlooks[option].net.trials = 9 }
    let sentences = OutcomesDifference(
      was: OutcomesCSV(changed).bytes, is: comparison
    ).sentences
    #expect(sentences.count == 11)
    #expect(sentences.first == "outcomes.csv: levelA, total: trials was 9, is 10000.")
    #expect(sentences.last == "outcomes.csv: 4 more figures differ.")
    let short = text.split(separator: "\r\n").dropLast().map { $0 + "\r\n" }.joined()
    let missing = OutcomesDifference(was: Data(short.utf8), is: comparison).sentences
    #expect(missing.count == 1)
    #expect(missing[0].hasPrefix("outcomes.csv: line 50 was “”, is “enhanced,ENHANCED,"))
  }
}
