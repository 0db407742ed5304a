import Evidence
import Foundation
import Testing

/// One row of three whose bytes are not a row: named, the other two settled.
@Suite struct ResultsBytesTests {
  /// A file of three rows, the second written otherwise.
  private func settled(
    second write: (String) -> [UInt8]
  ) throws -> (PublishedTally, [String]) {
    let lines = ResultsSample.text([[:], [:], [:]]).split(separator: "\n").map(String.init)
    let bytes =
      Array("\(lines[0])\n\(lines[1])\n".utf8) + write(lines[2]) + Array("\n\(lines[3])\n".utf8)
    let (tally, _) = try ResultsSample.settled(
      try PublicUseFile(bytes: bytes, name: "PY2024.csv"))
    return (tally, tally.problems.map(\.description))
  }

  @Test func `ten megabytes without a line end are one faulty row`() throws {
    let (tally, problems) = try settled { _ in [UInt8](repeating: 0x41, count: 10_000_000) }
    #expect(
      problems == [
        "PY2024.csv:3: the row does not end within 1048576 bytes. Allowed: a Performance Year "
          + "Financial and Quality Results file of CMS, one line for each ACO. Fetch it again."
      ])
    #expect(tally.matched == 2)
  }

  @Test func `a byte of zero is named by row and column`() throws {
    let (tally, problems) = try settled { Array($0.replacing("Sample", with: "Sa\0mple").utf8) }
    #expect(
      problems == [
        "PY2024.csv:3:2: a byte is zero, which is no text. Allowed: UTF-8 or Windows-1252. Fetch "
          + "the file again."
      ])
    #expect(tally.matched == 2)
  }

  @Test func `a quote never closed is named by row and column`() throws {
    let (tally, problems) = try settled { Array($0.replacing("Sample", with: "\"Sample").utf8) }
    #expect(
      problems == [
        "PY2024.csv:3:2: a quote is opened and never closed. Allowed: quotes in pairs. Close it."
      ])
    #expect(tally.matched == 2)
  }

  @Test func `a quoted line end is part of its cell`() throws {
    let (tally, problems) = try settled {
      Array($0.replacing("Sample", with: "\"Sam\r\nple, \"\"LLC\"\"\"").utf8)
    }
    #expect(problems.isEmpty)
    #expect(tally.matched == 3)
  }

  @Test func `a row of garbage is named`() throws {
    let (tally, problems) = try settled { _ in Array("garbage".utf8) }
    #expect(
      problems == [
        "PY2024.csv:3:1: the row has 1 cell where the header has 33. Allowed: one cell for each "
          + "column. Fetch the file again."
      ])
    #expect(tally.matched == 2)
  }
}
