/// Text as office drawings have it. Colours are those of the theme, so that a deck takes on the
/// look of the template it stands on.
struct Ink: Hashable, Sendable {
  enum Colour: String { case text = "tx1", main = "tx2", ground = "bg1", pale = "bg2" }
  var points: Double
  var bold = false
  var italic = false
  var colour = Colour.text
  /// Capitals with room between them.
  var isSpaced = false

  /// Runs of one paragraph.
  func run(_ text: String, on canvas: Canvas) -> String {
    "<a:r>\(properties("rPr", on: canvas))<a:t>\(Markup.slideText(text))</a:t></a:r>"
  }

  /// - Parameters:
  ///   - alignment: `l`, `r` or `ctr`; text that reads from the right stands right where it would
  ///     stand left.
  ///   - before: points above.
  func paragraph(
    _ text: String, on canvas: Canvas, alignment: String = "l", before: Double = 0,
    isBulleted: Bool = false
  ) -> String {
    let isFromRight = Self.readsFromTheRight(text)
    let side = isFromRight && alignment == "l" ? "r" : alignment
    let indent = isBulleted ? canvas.emu(Self.indent) : 0
    let margin = isFromRight ? "marR" : "marL"
    let bullet =
      isBulleted
      ? "<a:buFont typeface=\"Arial\"/><a:buChar char=\"&#8226;\"/>" : "<a:buNone/>"
    let space =
      before > 0
      ? "<a:spcBef><a:spcPts val=\"\(canvas.size(before))\"/></a:spcBef>"
      : "<a:spcBef><a:spcPts val=\"0\"/></a:spcBef>"
    return "<a:p><a:pPr \(margin)=\"\(indent)\" indent=\"\(-indent)\" algn=\"\(side)\""
      + "\(isFromRight ? " rtl=\"1\"" : "")>\(space)\(bullet)</a:pPr>"
      + (text.isEmpty
        ? properties("endParaRPr", on: canvas) : run(text, on: canvas)) + "</a:p>"
  }

  /// The theme's own colour and face; only the size is the slide's.
  func titleParagraph(_ text: String, on canvas: Canvas) -> String {
    let isFromRight = Self.readsFromTheRight(text)
    return "<a:p>\(isFromRight ? "<a:pPr algn=\"r\" rtl=\"1\"/>" : "")<a:r>"
      + "<a:rPr lang=\"en-US\" sz=\"\(canvas.size(points))\" dirty=\"0\"/>"
      + "<a:t>\(Markup.slideText(text))</a:t></a:r></a:p>"
  }

  func slideNumber(_ number: Int, on canvas: Canvas) -> String {
    // One field for every deck: the same bytes.
    "<a:p><a:pPr algn=\"r\"/><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" "
      + "type=\"slidenum\">\(properties("rPr", on: canvas))<a:t>\(number)</a:t></a:fld></a:p>"
  }

  /// Room a bullet takes; pixels.
  static let indent = 20.0

  private func properties(_ element: String, on canvas: Canvas) -> String {
    "<a:\(element) lang=\"en-US\" sz=\"\(canvas.size(points))\" b=\"\(bold ? 1 : 0)\" "
      + "i=\"\(italic ? 1 : 0)\"\(isSpaced ? " cap=\"all\" spc=\"60\"" : "") dirty=\"0\">"
      + "<a:solidFill><a:schemeClr val=\"\(colour.rawValue)\"/></a:solidFill>"
      + "<a:latin typeface=\"+mn-lt\"/><a:cs typeface=\"+mn-cs\"/></a:\(element)>"
  }

  /// Whether most letters of a text belong to scripts that read from right to left.
  static func readsFromTheRight(_ text: String) -> Bool {
    var balance = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      balance += Names.readsFromTheRight(scalar) ? 1 : -1
    }
    return balance > 0
  }
}
