import Foundation

/// One slide as a part, and the charts that stand on it.
struct SlideDrawing {
  let slide: PlannedSlide
  let deck: Deck
  let design: SlideDesign
  /// Of this slide in the deck, from 1.
  let number: Int

  /// - Parameter firstChart: the number of its first chart in the deck.
  func parts(firstChart: Int) throws -> [OfficePart] {
    var shapes = Shapes(on: design.canvas)
    _ = shapes.refer("slideLayout", to: layout.path)
    _ = shapes.refer("notesSlide", to: Self.notesPath(number))
    shapes.placeholder(
      "Title", layout.title,
      Ink(points: slide.titlePoints).titleParagraph(slide.title, on: design.canvas))
    kicker(into: &shapes)
    banner(into: &shapes)
    var charts: [OfficePart] = []
    for block in slide.blocks {
      switch block.content {
      case .keyFigures(let figures): shapes.add(figures, in: block.frame)
      case .table(let table): shapes.add(table, block)
      case .remarks(let title, let findings): add(title, findings, block, into: &shapes)
      case .chart(let chart):
        charts += try shapes.add(
          chart, in: block.frame, look: design.look, first: firstChart + charts.count / 2)
      }
    }
    how(into: &shapes)
    foot(into: &shapes)
    return [part(shapes)] + charts
  }

  static func path(_ number: Int) -> String { "ppt/slides/slide\(number).xml" }
  static func notesPath(_ number: Int) -> String { "ppt/notesSlides/notesSlide\(number).xml" }

  private var layout: SlideLayout { design.layout(slide.purpose) }
  private var frame: SlideFrame { SlideFrame(page: slide.page, deck: deck, layout: layout) }

  private func part(_ shapes: Shapes) -> OfficePart {
    let xml =
      OfficePackage.declaration + "<p:sld \(Shapes.namespaces)><p:cSld>"
      + Shapes.tree(shapes.xml)
      + "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    return OfficePart(
      path: Self.path(number), contentType: PartType.slide.rawValue, bytes: Data(xml.utf8),
      relationships: shapes.relationships)
  }

  /// Topic at the left, organisation at the right.
  private func kicker(into shapes: inout Shapes) {
    let place = slide.parts > 1 ? " (\(slide.part) of \(slide.parts))" : ""
    let topic = "\(slide.page.number) \u{B7} \(slide.page.topic)\(place)"
    let spot = layout.kicker
    let half = spot.width * 0.55
    let ink = Ink(points: 10.5, bold: true, colour: .main, isSpaced: true)
    shapes.text(
      "Topic", Frame(spot.x, spot.y, half, spot.height),
      ink.paragraph(topic, on: design.canvas), anchor: "ctr")
    let room = spot.width - half - 12 - design.logoWidth
    let name = SVG.fitted(
      deck.look.organisation ?? deck.title, in: room, size: Canvas.pixels(ofPoints: 10.5))
    shapes.text(
      "Organisation", Frame(spot.x + half + 12, spot.y, room, spot.height),
      Ink(points: 10.5).paragraph(name, on: design.canvas, alignment: "r"), anchor: "ctr")
  }

  private func banner(into shapes: inout Shapes) {
    if !frame.bannerText.isEmpty {
      shapes.text(
        "Banner", frame.banner,
        Ink(points: SlideFrame.bannerPoints, bold: true, colour: .ground)
          .paragraph(frame.bannerText, on: design.canvas), fill: .text, anchor: "ctr", inset: 14)
    }
    if let question = frame.question {
      shapes.text(
        "Question", frame.questionFrame,
        Ink(points: SlideFrame.questionPoints, italic: true)
          .paragraph(question, on: design.canvas))
    }
  }

  private func add(
    _ title: String, _ findings: [Finding], _ block: SlideBlock, into shapes: inout Shapes
  ) {
    let canvas = design.canvas
    let head = Ink(points: SlideMeasure.captionPoints, bold: true, colour: .main)
    let ink = Ink(points: block.points)
    let paragraphs =
      (title.isEmpty ? "" : head.paragraph(title, on: canvas))
      + findings.map {
        ink.paragraph(
          $0.sentence, on: canvas, before: SlideMeasure.remarkGap * 0.75, isBulleted: true)
      }.joined()
    let isSole = slide.blocks.count == 1
    if isSole, let text = layout.text {
      shapes.body("Remarks", text, block.frame, paragraphs)
    } else {
      shapes.text("Remarks", block.frame, paragraphs)
    }
  }

  private func how(into shapes: inout Shapes) {
    let spot = frame.how
    shapes.rule(Frame(spot.x, spot.y, spot.width, 0), points: 0.75, colour: .pale)
    let canvas = design.canvas
    let text = Ink(points: SlideFrame.howPoints)
    var bold = text
    bold.bold = true
    let paragraph = text.paragraph(slide.page.howToRead, on: canvas).replacing(
      "</a:pPr>", with: "</a:pPr>" + bold.run("How to read. ", on: canvas), maxReplacements: 1)
    shapes.text(
      "How to read", Frame(spot.x, spot.y + 6, spot.width, spot.height - 6), paragraph)
  }

  private func foot(into shapes: inout Shapes) {
    let canvas = design.canvas
    let ink = Ink(points: 9.5)
    let words = ink.paragraph(deck.footer, on: canvas)
    let isWide = layout.footer.map { room in
      TextMeasure.lines(
        deck.footer, size: Canvas.pixels(ofPoints: 9.5), in: room.frame.width - 20) == 1
    }
    if let footer = layout.footer, isWide == true {
      shapes.placeholder("Footer", footer, words)
    } else {
      shapes.text("Footer", layout.foot, words, anchor: "ctr")
    }
    if let date = layout.date, let day = deck.look.date {
      shapes.placeholder("Date", date, ink.paragraph(day, on: canvas, alignment: "r"))
    }
    if let number = layout.number {
      shapes.placeholder("Slide number", number, ink.slideNumber(self.number, on: canvas))
    }
  }
}
