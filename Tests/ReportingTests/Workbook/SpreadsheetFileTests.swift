import Foundation
import Testing

@testable import Reporting

@Suite struct SpreadsheetFileTests {
  private static func sample() throws -> Data {
    let file = try SpreadsheetFile(title: "A title")
    let sheet = try file.sheet("Data")
    for (row, text) in hostile.enumerated() { sheet.text(text, row, 0) }
    sheet.number(-1_234_567.89, 0, 1, .cents)
    sheet.number(.nan, 1, 1, .cents)
    sheet.number(.infinity, 2, 1)
    sheet.formula("=B1*2", value: -2_469_135.78, 0, 2, .cents)
    return try file.bytes()
  }

  private static let hostile = [
    "=1+1", "+1", "-1", "@SUM(A1)", "http://example.org", "a\u{0}b\u{1B}c",
    String(repeating: "W", count: 40_000), String(repeating: "🏥", count: 20_000), "<&>\"'",
  ]

  @Test func `the same cells give the same bytes, and no file stays behind`() throws {
    try Outside.withFolder { folder in
      let one = try SpreadsheetFile(folder: folder)
      try one.sheet("A").text("x", 0, 0)
      let two = try SpreadsheetFile(folder: folder)
      try two.sheet("A").text("x", 0, 0)
      #expect(try one.bytes() == two.bytes())
    }
    #expect(try Self.sample() == Self.sample())
  }

  @Test func `a temporary file is gone when the workbook is, closed or not`() throws {
    try Outside.withFolder { folder in
      do {
        _ = try SpreadsheetFile(folder: folder).sheet("A")
        let closed = try SpreadsheetFile(folder: folder)
        _ = try closed.sheet("A")
        _ = try closed.bytes()
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `a folder that is not there is said so`() {
    let error = #expect(throws: CannotWrite.self) { try SpreadsheetFile(folder: "/not/there") }
    #expect(
      error?.description
        == "a temporary file in /not/there cannot be written: the folder it belongs in does not exist. "
        + "Set TMPDIR to a folder with room that can be written.")
  }

  @Test func `sheet names are made valid and their own`() throws {
    #expect(SpreadsheetFile.sheetName("a/b: [c]*?'", besides: []) == "ab c")
    #expect(SpreadsheetFile.sheetName("History", besides: []) == "Sheet")
    #expect(SpreadsheetFile.sheetName("", besides: []) == "Sheet")
    let long = String(repeating: "W", count: 50)
    #expect(SpreadsheetFile.sheetName(long, besides: []).utf16.count == 31)
    let file = try SpreadsheetFile()
    #expect(try file.sheet(long).name != file.sheet(long.lowercased()).name)
  }

  @Test func `cells are named as spreadsheets name them`() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map(SpreadsheetFile.column) == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
      ])
    #expect(SpreadsheetFile.cell(1, 27) == "AB2")
  }

  private static let reader = """
    import sys, openpyxl
    sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
    now = openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets[0]
    texts = [sheet.cell(r, 1) for r in range(1, 10)]
    assert all(c.data_type == "s" and c.hyperlink is None for c in texts), [c.data_type for c in texts]
    assert [c.value for c in texts[:6]] == ["=1+1", "+1", "-1", "@SUM(A1)", "http://example.org", "abc"]
    assert len(texts[6].value) == 32767
    assert len(texts[7].value.encode("utf-16-le")) // 2 <= 32767
    assert texts[8].value == "<&>\\"'"
    assert sheet["B1"].value == -1234567.89 and sheet["B2"].value is None and sheet["B3"].value is None
    assert sheet["C1"].value == "=B1*2" and now["C1"].value == -2469135.78
    print("read back")
    """

  @Test(.enabled(if: Outside.officePython != nil, "openpyxl is not installed"))
  func `text stays text, what is no number is empty, formulas keep their value`() throws {
    let python = try #require(Outside.officePython)
    try Outside.withFolder { folder in
      try Self.sample().write(to: URL(fileURLWithPath: folder + "/a.xlsx"))
      let verdict = try Outside.run(python, ["-c", Self.reader, folder + "/a.xlsx"])
      #expect(verdict.out == "read back\n", "\(verdict.out)")
    }
  }

  @Test(.enabled(if: FullDiskTests.canMount, "no small file system can be mounted here"))
  func `a full disk is found before half a sheet is packed`() throws {
    try Outside.withFolder { root in
      #expect(try FullDiskTests.mount(root))
      defer { _ = try? Outside.run("/usr/bin/env", ["umount", root]) }
      let file = try SpreadsheetFile(folder: root)
      try file.sheet("A").number(1, 0, 0)
      let error = #expect(throws: CannotWrite.self) { try file.bytes() }
      #expect(error?.reason == "no space is left on the device")
    }
  }
}
