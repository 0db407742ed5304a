import Projection
import Testing

@testable import Reporting

@Suite struct NumberFormatTests {
  @Test func `amounts are shown to the digits their errors bear`() {
    // ± 4,000: the last digit is worth at least 2,000, so tens of thousands, hundredths of a million.
    let clear = Estimate(value: 1_234_567.89, standardError: 4_000)
    // ± 40,000: hundreds of thousands.
    let coarse = Estimate(value: -2_345_678, standardError: 40_000)
    #expect(
      NumberFormat.column([clear], .million).map(\.code)
        == ["$#,##0.00,,\"M\";-$#,##0.00,,\"M\";$0"])
    #expect(
      NumberFormat.column([clear, coarse], .million).map(\.code)
        == Array(repeating: "$#,##0.0,,\"M\";-$#,##0.0,,\"M\";$0", count: 2))
    #expect(
      NumberFormat.column([clear], .thousand).map(\.code)
        == ["$#,##0,\"K\";-$#,##0,\"K\";$0"])
    #expect(
      NumberFormat.errors([clear], .million).map(\.code) == ["\"± \"$#,##0.0000,,\"M\""])
  }

  @Test func `chances are shown to the digits their errors bear`() {
    let chance = FixedComparison.chance(0.221)
    // 100,000 trials: ± 0.13 points, so tenths of one.
    #expect(NumberFormat.chance(chance).code == "0.0%;-0.0%")
    #expect(NumberFormat.chance(chance, more: 1).code == "0.00%;-0.00%")
    #expect(NumberFormat.chance(FixedComparison.chance(0)).code == "0%;-0%")
    #expect(NumberFormat.chance(FixedComparison.chance(1), more: 1).code == "0.00%;-0.00%")
  }

  @Test func `cells hold cents and millionths as outcomes.csv does`() {
    #expect(WorkbookCell.dollars(1.006).value == 1.01)
    #expect(WorkbookCell.dollars(-1_234.567).value == -1_234.57)
    #expect(WorkbookCell.dollars(-0.001).value.sign == .plus)
    #expect(WorkbookCell.share(1.0 / 3, .percent(0)).value == 0.333333)
    #expect(WorkbookCell.dollars(.nan).value == 0)
  }

  @Test func `no text is read as a character's number`() {
    #expect(SpreadsheetFile.Sheet.literal("_x0041_x0042_") == "_x005F_x0041_x005F_x0042_")
    #expect(SpreadsheetFile.Sheet.literal("max_x and _x41_") == "max_x and _x41_")
  }

  @Test func `references are quoted where a sheet's name has a space`() {
    let range = CellRange(sheet: "Rules in force", column: 27, first: 4, values: [1, 2, 3])
    #expect(range.reference == "'Rules in force'!$AB$5:$AB$7")
    #expect(range[1].reference == "'Rules in force'!$AB$6")
    #expect(
      CellRange(sheet: "Yearly", column: 0, first: 0, values: [1]).reference == "Yearly!$A$1")
  }
}
