import CXlsxWriter

extension SpreadsheetFile {
  /// One sheet; rows and columns count from zero.
  struct Sheet {
    let name: String
    let file: SpreadsheetFile
    let sheet: UnsafeMutablePointer<lxw_worksheet>

    /// Text that stays text whatever it starts with; control characters are dropped, and what is
    /// longer than a cell can hold is cut.
    func text(_ text: String, _ row: Int, _ column: Int, _ format: CellFormat? = nil) {
      var kept = Names.clamped(text, to: 32_767)
      while kept.utf16.count > 32_767 { kept.removeLast() }
      guard !kept.isEmpty else { return blank(row, column, format) }
      file.check(
        worksheet_write_string(
          sheet, lxw_row_t(row), lxw_col_t(column), Self.literal(kept), file.format(format)),
        room: 120 + kept.utf8.count)
    }

    /// Text in which nothing stands for a character by its number: spreadsheets read `_x0041_` as
    /// `A` (ECMA-376 part 1, 22.9.2.19).
    static func literal(_ text: String) -> String {
      guard text.contains("_x") else { return text }
      return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }

    /// A number; what is none leaves an empty cell.
    func number(_ value: Double, _ row: Int, _ column: Int, _ format: CellFormat? = nil) {
      guard value.isFinite else { return blank(row, column, format) }
      file.check(
        worksheet_write_number(
          sheet, lxw_row_t(row), lxw_col_t(column), value, file.format(format)), room: 80)
    }

    /// A live formula, `=B2-B1`, with the value it has now: readers that do not calculate show that.
    func formula(
      _ formula: String, value: Double, _ row: Int, _ column: Int, _ format: CellFormat? = nil
    ) {
      file.check(
        worksheet_write_formula_num(
          sheet, lxw_row_t(row), lxw_col_t(column), formula, file.format(format),
          value.isFinite ? value : 0),
        room: 120 + formula.utf8.count)
    }

    func blank(_ row: Int, _ column: Int, _ format: CellFormat?) {
      file.check(
        worksheet_write_blank(sheet, lxw_row_t(row), lxw_col_t(column), file.format(format)),
        room: 60)
    }

    /// Width in characters of the columns from `first` through `last`.
    func width(_ width: Double, from first: Int, through last: Int) {
      file.check(
        worksheet_set_column(sheet, lxw_col_t(first), lxw_col_t(last), width, nil))
    }

    /// Rows above and columns left of this cell stay in sight.
    func freeze(row: Int, column: Int) {
      worksheet_freeze_panes(sheet, lxw_row_t(row), lxw_col_t(column))
    }
  }

  /// `A`, `Z`, `AA`.
  static func column(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? letter : column(index / 26 - 1) + letter
  }

  /// `B2`: row and column count from zero.
  static func cell(_ row: Int, _ column: Int) -> String { "\(Self.column(column))\(row + 1)" }
}
