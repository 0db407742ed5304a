import Foundation

/// The notes of one slide as a part.
struct NotesDrawing {
  let slide: PlannedSlide
  let deck: Deck
  let number: Int
  /// Path.
  let master: String

  var part: OfficePart {
    let paragraphs = SlideNotes(slide: slide, deck: deck).paragraphs.map { text in
      let isFromRight = Ink.readsFromTheRight(text)
      return "<a:p>\(isFromRight ? "<a:pPr algn=\"r\" rtl=\"1\"/>" : "")<a:r>"
        + "<a:rPr lang=\"en-US\"/><a:t>\(Markup.escaped(text))</a:t></a:r></a:p>"
    }
    let shapes =
      "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" "
      + "noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr>"
      + "</p:nvSpPr><p:spPr/></p:sp>"
      + "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>"
      + "</p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>"
      + "<p:txBody><a:bodyPr/><a:lstStyle/>\(paragraphs.joined())</p:txBody></p:sp>"
    let xml =
      OfficePackage.declaration + "<p:notes \(Shapes.namespaces)><p:cSld>\(Shapes.tree(shapes))"
      + "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    return OfficePart(
      path: SlideDrawing.notesPath(number), contentType: PartType.notes.rawValue,
      bytes: Data(xml.utf8),
      relationships: [
        Relationship("rId1", "notesMaster", to: master),
        Relationship("rId2", "slide", to: SlideDrawing.path(number)),
      ])
  }
}

/// The master of notes: the slide above, the words below.
enum NotesMasterDrawing {
  private static let themePath = "ppt/theme/deckNotesTheme.xml"

  static func parts(theme: String) -> [OfficePart] {
    [
      OfficePart(
        path: OwnDesign.notesMasterPath, contentType: PartType.notesMaster.rawValue,
        bytes: Data(xml.utf8), relationships: [Relationship("rId1", "theme", to: themePath)]),
      OfficePart(
        path: themePath, contentType: PartType.theme.rawValue, bytes: Data(theme.utf8)),
    ]
  }

  private static let xml: String = {
    let image =
      "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" "
      + "noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/>"
      + "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"685800\"/>"
      + "<a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
      + "</a:prstGeom><a:noFill/><a:ln w=\"12700\"><a:solidFill><a:prstClr val=\"black\"/>"
      + "</a:solidFill></a:ln></p:spPr></p:sp>"
    let words =
      "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>"
      + "</p:cNvSpPr><p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"1\"/></p:nvPr></p:nvSpPr>"
      + "<p:spPr><a:xfrm><a:off x=\"685800\" y=\"4000500\"/><a:ext cx=\"5486400\" cy=\"4457700\"/>"
      + "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>"
      + "<a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"en-US\"/><a:t>Notes</a:t></a:r></a:p>"
      + "</p:txBody></p:sp>"
    return OfficePackage.declaration
      + "<p:notesMaster \(Shapes.namespaces)><p:cSld><p:bg><p:bgRef idx=\"1001\">"
      + "<a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>\(Shapes.tree(image + words))</p:cSld>"
      + "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" "
      + "accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" "
      + "accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:notesStyle><a:lvl1pPr>"
      + "<a:spcBef><a:spcPts val=\"300\"/></a:spcBef><a:defRPr sz=\"1100\"><a:solidFill>"
      + "<a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr>"
      + "</a:lvl1pPr></p:notesStyle></p:notesMaster>"
  }()
}
