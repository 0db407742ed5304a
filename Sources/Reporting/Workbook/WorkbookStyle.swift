import Scenarios

/// How the workbook's cells look: sober, and legible in black and white.
struct WorkbookStyle {
  let title, line, remark, caption, header, textHeader, verdict: CellFormat
  private(set) var text: CellFormat

  init(_ look: Presentation) {
    let main = UInt32(look.colours.main, radix: 16) ?? 0
    title = CellFormat(isBold: true, size: 15, colour: main)
    line = CellFormat(size: 10, colour: 0x40_4040)
    remark = CellFormat(isBold: true)
    caption = CellFormat(isBold: true, size: 12, colour: main)
    let heading = CellFormat(
      isBold: true, wraps: true, alignment: .right, isUnderlined: true, fill: 0xE9_EEF3)
    header = heading
    var left = heading
    left.alignment = .left
    textHeader = left
    text = CellFormat(wraps: true, alignment: .left, standsOnTop: true)
    verdict = CellFormat(isBold: true, alignment: .left, standsOnTop: true)
  }

  /// For text that runs over its neighbours.
  var running: WorkbookStyle {
    var style = self
    style.text.wraps = false
    return style
  }

  func number(_ format: NumberFormat) -> CellFormat {
    CellFormat(
      number: format == .general ? nil : format.code, alignment: .right, standsOnTop: true)
  }
}
