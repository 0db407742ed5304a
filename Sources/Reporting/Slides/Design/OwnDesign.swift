import Foundation
import Scenarios

/// The deck's own look: one theme, one master, four layouts, sixteen to nine.
struct OwnDesign {
  let look: Presentation
  let canvas = Canvas.wide

  static let edge = 56.0
  static let span = 1168.0
  static let title = Frame(edge, 46, span, 98)
  static let room = Frame(edge, 152, span, 532)
  static let kicker = Frame(edge, 18, span, 26)
  static let footer = Frame(edge, 690, 820, 20)
  static let date = Frame(900, 690, 230, 20)
  static let number = Frame(1144, 690, 80, 20)
  static let masterPath = "ppt/slideMasters/slideMaster1.xml"
  static let notesMasterPath = "ppt/notesMasters/notesMaster1.xml"

  static func layoutPath(_ purpose: SlideLayout.Purpose) -> String {
    "ppt/slideLayouts/slideLayout\(purpose.rawValue + 1).xml"
  }

  var design: SlideDesign {
    SlideDesign(
      canvas: canvas, layouts: SlideLayout.Purpose.allCases.map(layout), look: look,
      logoWidth: LogoDrawing(look: look).map { $0.frame.width + 12 } ?? 0)
  }

  private func layout(_ purpose: SlideLayout.Purpose) -> SlideLayout {
    SlideLayout(
      path: Self.layoutPath(purpose),
      title: Placeholder(type: "title", index: nil, frame: Self.title),
      text: purpose == .remarks ? Placeholder(type: "body", index: 1, frame: Self.room) : nil,
      footer: Placeholder(type: "ftr", index: 11, frame: Self.footer),
      date: Placeholder(type: "dt", index: 10, frame: Self.date),
      number: Placeholder(type: "sldNum", index: 12, frame: Self.number), kicker: Self.kicker,
      room: Self.room, foot: Self.footer)
  }

  var base: SlideBase {
    let master = MasterDrawing(look: look, canvas: canvas)
    let theme = Theme(look: look).xml
    var parts = [
      part("ppt/theme/theme1.xml", .theme, theme), master.part,
    ]
    parts += SlideLayout.Purpose.allCases.map { LayoutDrawing(purpose: $0, canvas: canvas).part }
    parts += master.pictures + NotesMasterDrawing.parts(theme: theme) + Self.settings
    return SlideBase(
      design: design, parts: parts, presentation: root, notesMaster: Self.notesMasterPath)
  }

  private func part(_ path: String, _ type: PartType, _ xml: String) -> OfficePart {
    OfficePart(path: path, contentType: type.rawValue, bytes: Data(xml.utf8))
  }

  private var root: PresentationRoot {
    PresentationRoot(
      masters: "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
        + "</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/>"
        + "</p:notesMasterIdLst>",
      rest: "<p:sldSz cx=\"\(canvas.slideWidth)\" cy=\"\(canvas.slideHeight)\"/>"
        + "<p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:defaultTextStyle><a:defPPr>"
        + "<a:defRPr lang=\"en-US\"/></a:defPPr><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1400\">"
        + "<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/>"
        + "</a:defRPr></a:lvl1pPr></p:defaultTextStyle>",
      relationships: [
        Relationship("rId1", "slideMaster", to: Self.masterPath),
        Relationship("rId2", "notesMaster", to: Self.notesMasterPath),
        Relationship("rId3", "theme", to: "ppt/theme/theme1.xml"),
      ] + Self.settingRelationships(from: 4))
  }

  // MARK: - Settings, which a template's own are replaced by

  /// How it is shown and what its tables may look like: nothing that runs, nothing of any slide.
  static var settings: [OfficePart] {
    [
      ("ppt/presProps.xml", PartType.presentationProperties, "p:presentationPr", ""),
      ("ppt/viewProps.xml", .viewProperties, "p:viewPr", ""),
      (
        "ppt/tableStyles.xml", .tableStyles, "a:tblStyleLst",
        " def=\"{2D5ABB26-0587-4C30-8999-92F81FD0307C}\""
      ),
    ].map { path, type, root, attributes in
      let xml = OfficePackage.declaration + "<\(root) \(Shapes.namespaces)\(attributes)/>"
      return OfficePart(path: path, contentType: type.rawValue, bytes: Data(xml.utf8))
    }
  }

  static func settingRelationships(from first: Int, prefix: String = "rId") -> [Relationship] {
    ["presProps", "viewProps", "tableStyles"].enumerated().map { place, kind in
      Relationship("\(prefix)\(first + place)", kind, to: "ppt/\(kind).xml")
    }
  }
}
