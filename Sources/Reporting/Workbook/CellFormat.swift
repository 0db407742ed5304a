import CXlsxWriter

/// How a cell looks.
struct CellFormat: Hashable, Sendable {
  enum Alignment: Hashable, Sendable { case left, centre, right }

  /// Whole cents of a dollar, losses with a minus sign.
  static let cents = CellFormat(number: "#,##0.00")
  static let heading = CellFormat(isBold: true, wraps: true)

  /// As spreadsheets write it: `0.0%`; `nil` for General.
  var number: String?
  var isBold = false, isItalic = false, wraps = false
  var alignment: Alignment?
  /// At the top of a row made tall by its neighbours; below by default.
  var standsOnTop = false
  /// A thin line below.
  var isUnderlined = false
  /// Points; `nil` for the workbook's own.
  var size: Double?
  /// Red, green and blue, eight bits each.
  var colour, fill: UInt32?

  func apply(to format: UnsafeMutablePointer<lxw_format>?) {
    if let number { format_set_num_format(format, number) }
    if isBold { format_set_bold(format) }
    if isItalic { format_set_italic(format) }
    if wraps { format_set_text_wrap(format) }
    if standsOnTop { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    if isUnderlined { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let size { format_set_font_size(format, size) }
    if let colour { format_set_font_color(format, lxw_color_t(colour)) }
    if let fill { format_set_bg_color(format, lxw_color_t(fill)) }
    switch alignment {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case nil: break
    }
  }
}
