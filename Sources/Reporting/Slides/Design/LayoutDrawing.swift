import Foundation

/// One layout of the deck's own master.
struct LayoutDrawing {
  let purpose: SlideLayout.Purpose
  let canvas: Canvas

  var part: OfficePart {
    let places = PlaceDrawing(canvas: canvas)
    let shapes =
      places.place(2, "Title", "type=\"title\"", OwnDesign.title, "Headline") + content(places)
      + places.feet(from: 8)
    let xml =
      OfficePackage.declaration
      + "<p:sldLayout \(Shapes.namespaces) type=\"\(type)\" preserve=\"1\">"
      + "<p:cSld name=\"\(name)\">\(Shapes.tree(shapes))</p:cSld>"
      + "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    return OfficePart(
      path: OwnDesign.layoutPath(purpose), contentType: PartType.layout.rawValue,
      bytes: Data(xml.utf8),
      relationships: [Relationship("rId1", "slideMaster", to: OwnDesign.masterPath)])
  }

  private var name: String {
    switch purpose {
    case .decision: "Decision"
    case .chart: "Chart"
    case .table: "Table"
    case .remarks: "Remarks"
    }
  }

  private var type: String {
    switch purpose {
    case .decision: "titleOnly"
    case .chart: "chart"
    case .table: "tbl"
    case .remarks: "tx"
    }
  }

  private func content(_ places: PlaceDrawing) -> String {
    let room = OwnDesign.room
    return switch purpose {
    case .decision: ""
    case .chart: places.place(3, "Chart", "type=\"chart\" idx=\"1\"", room, "Chart")
    case .table: places.place(3, "Table", "type=\"tbl\" idx=\"1\"", room, "Table")
    case .remarks: places.place(3, "Remarks", "type=\"body\" idx=\"1\"", room, "Remarks")
    }
  }
}

/// Places of a master or a layout, drawn.
struct PlaceDrawing {
  let canvas: Canvas

  func place(_ id: Int, _ name: String, _ kind: String, _ frame: Frame, _ prompt: String) -> String
  {
    "<p:sp><p:nvSpPr><p:cNvPr id=\"\(id)\" name=\"\(name)\"/><p:cNvSpPr>"
      + "<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph \(kind)/></p:nvPr></p:nvSpPr>"
      + "<p:spPr>\(Shapes(on: canvas).position(frame))<a:prstGeom prst=\"rect\"><a:avLst/>"
      + "</a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" "
      + "rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r>"
      + "<a:rPr lang=\"en-US\"/><a:t>\(prompt)</a:t></a:r></a:p></p:txBody></p:sp>"
  }

  /// Date, footer and number.
  func feet(from id: Int) -> String {
    foot(id, "Date", "type=\"dt\" sz=\"half\" idx=\"10\"", OwnDesign.date, "r", "")
      + foot(id + 1, "Footer", "type=\"ftr\" sz=\"quarter\" idx=\"11\"", OwnDesign.footer, "l", "")
      + foot(
        id + 2, "Slide number", "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", OwnDesign.number, "r",
        "<a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\">"
          + "<a:rPr lang=\"en-US\"/><a:t>‹#›</a:t></a:fld>")
  }

  private func foot(
    _ id: Int, _ name: String, _ kind: String, _ frame: Frame, _ side: String, _ field: String
  ) -> String {
    "<p:sp><p:nvSpPr><p:cNvPr id=\"\(id)\" name=\"\(name)\"/><p:cNvSpPr>"
      + "<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph \(kind)/></p:nvPr></p:nvSpPr>"
      + "<p:spPr>\(Shapes(on: canvas).position(frame))<a:prstGeom prst=\"rect\"><a:avLst/>"
      + "</a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" "
      + "rIns=\"0\" bIns=\"0\" anchor=\"ctr\"/><a:lstStyle><a:lvl1pPr algn=\"\(side)\">"
      + "<a:defRPr sz=\"950\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill></a:defRPr>"
      + "</a:lvl1pPr></a:lstStyle><a:p>\(field)<a:endParaRPr lang=\"en-US\"/></a:p></p:txBody></p:sp>"
  }
}
