/// What stands on one slide, drawn in reading order; each shape with a number of its own.
struct Shapes {
  let canvas: Canvas
  private(set) var xml = ""
  private(set) var relationships: [Relationship] = []
  private var last = 1

  init(on canvas: Canvas) { self.canvas = canvas }

  mutating func number() -> Int {
    last += 1
    return last
  }

  mutating func add(_ element: String) { xml += element }

  mutating func refer(_ kind: String, to target: String) -> String {
    let id = "rId\(relationships.count + 1)"
    relationships.append(Relationship(id, kind, to: target))
    return id
  }

  func position(_ frame: Frame, _ element: String = "a:xfrm") -> String {
    "<\(element)><a:off x=\"\(canvas.emu(frame.x))\" y=\"\(canvas.emu(frame.y))\"/>"
      + "<a:ext cx=\"\(canvas.emu(frame.width))\" cy=\"\(canvas.emu(frame.height))\"/></\(element)>"
  }

  /// Text that fills a placeholder of the layout and stands where the layout puts it.
  mutating func placeholder(_ name: String, _ placeholder: Placeholder, _ paragraphs: String) {
    let box =
      placeholder.isMoved ? "<p:spPr>\(position(placeholder.frame))</p:spPr>" : "<p:spPr/>"
    add(
      "<p:sp><p:nvSpPr><p:cNvPr id=\"\(number())\" name=\"\(name)\"/>"
        + "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>\(placeholder.element)</p:nvPr>"
        + "</p:nvSpPr>\(box)<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>"
        + "\(paragraphs)</p:txBody></p:sp>")
  }

  /// Text that fills a placeholder but keeps to a frame of its own.
  mutating func body(
    _ name: String, _ placeholder: Placeholder, _ frame: Frame, _ paragraphs: String
  ) {
    add(
      "<p:sp><p:nvSpPr><p:cNvPr id=\"\(number())\" name=\"\(name)\"/>"
        + "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>\(placeholder.element)</p:nvPr>"
        + "</p:nvSpPr><p:spPr>\(position(frame))</p:spPr><p:txBody>"
        + "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:normAutofit/>"
        + "</a:bodyPr><a:lstStyle/>\(paragraphs)</p:txBody></p:sp>")
  }

  /// - Parameter fill: a colour of the theme, or none.
  mutating func text(
    _ name: String, _ frame: Frame, _ paragraphs: String, fill: Ink.Colour? = nil,
    anchor: String = "t", inset: Double = 0
  ) {
    let ground = fill.map { "<a:solidFill><a:schemeClr val=\"\($0.rawValue)\"/></a:solidFill>" }
    let side = canvas.emu(inset)
    add(
      "<p:sp><p:nvSpPr><p:cNvPr id=\"\(number())\" name=\"\(name)\"/><p:cNvSpPr txBox=\"1\"/>"
        + "<p:nvPr/></p:nvSpPr><p:spPr>\(position(frame))<a:prstGeom prst=\"rect\"><a:avLst/>"
        + "</a:prstGeom>\(ground ?? "<a:noFill/>")</p:spPr><p:txBody>"
        + "<a:bodyPr wrap=\"square\" lIns=\"\(side)\" tIns=\"0\" rIns=\"\(side)\" bIns=\"0\" "
        + "anchor=\"\(anchor)\"><a:noAutofit/></a:bodyPr><a:lstStyle/>\(paragraphs)</p:txBody></p:sp>"
    )
  }

  /// A line that carries no meaning.
  mutating func rule(_ frame: Frame, points: Double, colour: Ink.Colour) {
    add(
      "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"\(number())\" name=\"Rule\">\(Self.decorative)</p:cNvPr>"
        + "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>\(position(frame))"
        + "<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>"
        + "<a:ln w=\"\(Int(points * 12_700))\"><a:solidFill>"
        + "<a:schemeClr val=\"\(colour.rawValue)\"/></a:solidFill></a:ln></p:spPr></p:cxnSp>")
  }

  /// Marks a shape as one that readers of the screen pass over.
  static let decorative =
    "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">"
    + "<adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" "
    + "val=\"1\"/></a:ext></a:extLst>"

  /// A chart or a table.
  mutating func frame(
    _ name: String, _ frame: Frame, saying description: String, locks: String = "noGrp=\"1\"",
    graphic: String
  ) {
    add(
      "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"\(number())\" name=\"\(name)\" "
        + "descr=\"\(Markup.escaped(description))\"/><p:cNvGraphicFramePr>"
        + "<a:graphicFrameLocks \(locks)/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>"
        + "\(position(frame, "p:xfrm"))<a:graphic>\(graphic)</a:graphic></p:graphicFrame>")
  }

  /// The tree of a slide, a layout or a master.
  static func tree(_ shapes: String) -> String {
    "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
      + "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>"
      + "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>"
      + "\(shapes)</p:spTree>"
  }

  static let namespaces =
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    + "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
}

/// A place of a layout that a slide fills.
struct Placeholder: Hashable, Sendable {
  /// `title`, `ctrTitle`, `body`, `ftr`, `sldNum` or `dt`; empty for any content.
  var type: String
  var index: Int?
  var frame: Frame
  /// Whether the slide puts it elsewhere than its layout does.
  var isMoved = false

  var element: String {
    let kind = type.isEmpty ? "" : " type=\"\(type)\""
    let place = index.map { " idx=\"\($0)\"" } ?? ""
    return "<p:ph\(kind)\(place)/>"
  }
}
