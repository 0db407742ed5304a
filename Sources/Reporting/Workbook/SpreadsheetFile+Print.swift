import CXlsxWriter

extension SpreadsheetFile {
  /// A name by which formulas know some cells, `=Yearly!$A$5:$F$9`.
  func define(_ name: String, _ reference: String) {
    check(workbook_define_name(book, name, "=\(reference)"))
  }
}

extension SpreadsheetFile.Sheet {
  /// A live formula whose value is text, with the text it has now.
  func formula(
    _ formula: String, text: String, _ row: Int, _ column: Int, _ format: CellFormat? = nil
  ) {
    file.check(
      worksheet_write_formula_str(
        sheet, lxw_row_t(row), lxw_col_t(column), formula, file.format(format), text),
      room: 160 + formula.utf8.count + text.utf8.count)
  }

  /// Points.
  func height(_ points: Double, ofRow row: Int) {
    file.check(worksheet_set_row(sheet, lxw_row_t(row), points, nil))
  }

  /// Landscape, so many pages wide and as many long as it takes, rows and the first column repeated;
  /// the sheet's name and page below, beside `footer`.
  func print(across pages: Int, repeating rows: ClosedRange<Int>, footer: String) {
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, UInt16(pages), 0)
    file.check(
      worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound)))
    if pages > 1 { file.check(worksheet_repeat_columns(sheet, 0, 0)) }
    let text = String(footer.replacing("&", with: "&&").prefix(180))
    file.check(worksheet_set_footer(sheet, "&L&8\(text)&R&8&A, page &P of &N"))
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Buttons that sort and choose rows.
  func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    file.check(
      worksheet_autofilter(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
        lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound)))
  }
}
