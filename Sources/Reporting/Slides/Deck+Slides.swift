import Foundation

extension Deck {
  /// The deck as `deck.pptx`: every text, table and chart native and editable; the same bytes
  /// every time.
  ///
  /// - Parameter template: an office file whose masters, layouts, theme and slide size are kept.
  /// - Throws: `CannotWrite` where a chart's workbook or the package cannot be made.
  public func slides(on template: SlideTemplate? = nil) throws -> Data {
    let base = template?.base(look: look) ?? OwnDesign(look: look).base
    do {
      return try SlidePackage(deck: self, base: base).package().bytes()
    } catch let fault as Archive.Fault {
      throw CannotWrite(path: "deck.pptx", reason: fault.reason)
    }
  }
}

/// All that slides stand on: parts that are there before the first slide.
struct SlideBase {
  var design: SlideDesign
  /// Masters, layouts, themes and what they refer to.
  var parts: [OfficePart]
  var presentation: PresentationRoot
  /// Path of the notes' master.
  var notesMaster: String
}

/// The part that names masters and slides.
struct PresentationRoot {
  var path = "ppt/presentation.xml"
  /// `<p:presentation …>` with its namespaces.
  var startTag = "<p:presentation \(Shapes.namespaces) saveSubsetFonts=\"1\">"
  var endTag = "</p:presentation>"
  /// Prefix of its elements: `p:`.
  var prefix = "p:"
  /// Prefix of the attribute that names a relationship: `r`.
  var reference = "r"
  /// Lists of masters, and what follows the list of slides; elements as they stand.
  var masters, rest: String
  var relationships: [Relationship]
}

/// A deck's slides and notes put together with what they stand on.
struct SlidePackage {
  let deck: Deck
  let base: SlideBase

  func package() throws -> OfficePackage {
    let plan = SlidePlan(deck, on: base.design)
    var parts = base.parts
    var root = base.presentation
    var list = ""
    var charts = 0
    for (place, slide) in plan.slides.enumerated() {
      let number = place + 1
      let drawing = SlideDrawing(slide: slide, deck: deck, design: base.design, number: number)
      let drawn = try drawing.parts(firstChart: charts + 1)
      charts += drawn.count / 2
      parts += drawn
      parts.append(
        NotesDrawing(slide: slide, deck: deck, number: number, master: base.notesMaster).part)
      let id = "deckSlide\(number)"
      root.relationships.append(Relationship(id, "slide", to: SlideDrawing.path(number)))
      list += "<\(root.prefix)sldId id=\"\(255 + number)\" \(root.reference):id=\"\(id)\"/>"
    }
    let properties = DeckProperties(deck: deck, slides: plan.slides.count)
    return OfficePackage(
      parts: [part(root, list)] + parts + properties.parts,
      relationships: [Relationship("rId1", "officeDocument", to: root.path)]
        + properties.relationships)
  }

  private func part(_ root: PresentationRoot, _ list: String) -> OfficePart {
    let slides = "<\(root.prefix)sldIdLst>\(list)</\(root.prefix)sldIdLst>"
    let xml =
      OfficePackage.declaration + root.startTag + root.masters + slides + root.rest + root.endTag
    return OfficePart(
      path: root.path, contentType: PartType.presentation.rawValue, bytes: Data(xml.utf8),
      relationships: root.relationships)
  }
}
