import Scenarios

/// The theme of the deck's own look: its colours are those of the scenario's presentation.
struct Theme {
  let look: Presentation

  var xml: String {
    OfficePackage.declaration
      + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      + "name=\"Glidepath\"><a:themeElements><a:clrScheme name=\"Glidepath\">\(colours)"
      + "</a:clrScheme>\(Self.fonts)\(Self.formats)</a:themeElements></a:theme>"
  }

  private var colours: String {
    [
      ("dk1", "17212B"), ("lt1", "FFFFFF"), ("dk2", look.colours.main), ("lt2", "E6ECF2"),
      ("accent1", look.colours.main), ("accent2", look.colours.light),
      ("accent3", look.colours.loss), ("accent4", "4A5763"), ("accent5", "9DB8D1"),
      ("accent6", "8894A0"), ("hlink", look.colours.main), ("folHlink", "4A5763"),
    ].map { "<a:\($0)><a:srgbClr val=\"\($1)\"/></a:\($0)>" }.joined()
  }

  /// Arial is measured the same under other names everywhere; each face carries its shape, by which
  /// programs that lack it choose another.
  private static let fonts =
    "<a:fontScheme name=\"Glidepath\">"
    + "<a:majorFont><a:latin typeface=\"Georgia\" panose=\"02040502050405020303\"/>"
    + "<a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:majorFont>"
    + "<a:minorFont><a:latin typeface=\"Arial\" panose=\"020B0604020202020204\"/>"
    + "<a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:minorFont></a:fontScheme>"

  private static let formats: String = {
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    let lines = [6350, 12700, 19050].map { "<a:ln w=\"\($0)\">\(fill)</a:ln>" }.joined()
    let effects = String(
      repeating: "<a:effectStyle><a:effectLst/></a:effectStyle>", count: 3)
    return "<a:fmtScheme name=\"Glidepath\"><a:fillStyleLst>\(fill)\(fill)\(fill)</a:fillStyleLst>"
      + "<a:lnStyleLst>\(lines)</a:lnStyleLst><a:effectStyleLst>\(effects)</a:effectStyleLst>"
      + "<a:bgFillStyleLst>\(fill)\(fill)\(fill)</a:bgFillStyleLst></a:fmtScheme>"
  }()
}
