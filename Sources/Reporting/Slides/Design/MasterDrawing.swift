import Foundation
import Scenarios

/// The master of the deck's own look: an edge of colour, the logo, the places and their type.
struct MasterDrawing {
  let look: Presentation
  let canvas: Canvas

  var part: OfficePart {
    let layouts = SlideLayout.Purpose.allCases.map { purpose in
      Relationship(
        "rId\(purpose.rawValue + 1)", "slideLayout", to: OwnDesign.layoutPath(purpose))
    }
    let theme = Relationship("rId\(layouts.count + 1)", "theme", to: "ppt/theme/theme1.xml")
    let pictures = (logo?.relationships(from: layouts.count + 2) ?? [])
    return OfficePart(
      path: OwnDesign.masterPath, contentType: PartType.master.rawValue, bytes: Data(xml.utf8),
      relationships: layouts + [theme] + pictures)
  }

  var pictures: [OfficePart] { logo?.parts ?? [] }

  private var logo: LogoDrawing? { LogoDrawing(look: look) }

  private var xml: String {
    let ids = SlideLayout.Purpose.allCases.map {
      "<p:sldLayoutId id=\"\(2_147_483_649 + $0.rawValue)\" r:id=\"rId\($0.rawValue + 1)\"/>"
    }
    return OfficePackage.declaration
      + "<p:sldMaster \(Shapes.namespaces)><p:cSld><p:bg><p:bgPr><a:solidFill>"
      + "<a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
      + Shapes.tree(shapes) + "</p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" "
      + "accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" "
      + "accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
      + "<p:sldLayoutIdLst>\(ids.joined())</p:sldLayoutIdLst>\(Self.styles)</p:sldMaster>"
  }

  private var shapes: String {
    let places = PlaceDrawing(canvas: canvas)
    let edge = Shapes(on: canvas).position(Frame(0, 0, canvas.width, 6))
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Edge\">\(Shapes.decorative)</p:cNvPr>"
      + "<p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>\(edge)"
      + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill>"
      + "<a:schemeClr val=\"accent1\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody>"
      + "<a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"en-US\"/></a:p></p:txBody></p:sp>"
      + (logo?.element(id: 3, first: SlideLayout.Purpose.allCases.count + 2, on: canvas) ?? "")
      + places.place(4, "Title", "type=\"title\"", OwnDesign.title, "Title")
      + places.place(5, "Text", "type=\"body\" idx=\"1\"", OwnDesign.room, "Text")
      + places.feet(from: 6)
  }

  /// Type of titles, of text by level, and of all else.
  private static let styles: String = {
    func colour(_ name: String) -> String {
      "<a:solidFill><a:schemeClr val=\"\(name)\"/></a:solidFill>"
    }
    let title =
      "<a:lvl1pPr algn=\"l\"><a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc><a:spcBef>"
      + "<a:spcPct val=\"0\"/></a:spcBef><a:buNone/><a:defRPr sz=\"2600\" b=\"0\">\(colour("tx1"))"
      + "<a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/><a:cs typeface=\"+mj-cs\"/>"
      + "</a:defRPr></a:lvl1pPr>"
    let text = (1...5).map { level in
      "<a:lvl\(level)pPr marL=\"\(level * 190_500)\" indent=\"-190500\" algn=\"l\"><a:spcBef>"
        + "<a:spcPts val=\"500\"/></a:spcBef><a:buFont typeface=\"Arial\"/>"
        + "<a:buChar char=\"&#8226;\"/><a:defRPr sz=\"\(level == 1 ? 1600 : 1400)\">\(colour("tx1"))"
        + "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/>"
        + "</a:defRPr></a:lvl\(level)pPr>"
    }
    let other =
      "<a:defPPr><a:defRPr lang=\"en-US\"/></a:defPPr><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1400\">"
      + "\(colour("tx1"))<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/>"
      + "<a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr>"
    return "<p:txStyles><p:titleStyle>\(title)</p:titleStyle><p:bodyStyle>\(text.joined())"
      + "</p:bodyStyle><p:otherStyle>\(other)</p:otherStyle></p:txStyles>"
  }()
}
