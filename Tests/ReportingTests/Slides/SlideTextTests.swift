import Testing

@testable import Reporting

@Suite struct SlideTextTests {
  private let canvas = Canvas.wide

  @Test func `text that reads from the right says so and stands right`() {
    let ink = Ink(points: 12)
    #expect(ink.paragraph("مرحبا بالعالم", on: canvas).contains("algn=\"r\" rtl=\"1\""))
    #expect(ink.paragraph("\u{2068}שלום\u{2069}", on: canvas).contains("rtl=\"1\""))
    #expect(!ink.paragraph("Level A, שלום", on: canvas).contains("rtl"))
    #expect(!ink.paragraph("$1.2 million", on: canvas).contains("rtl"))
  }

  @Test func `markup becomes text and what XML cannot carry is replaced`() {
    let text = Ink(points: 12).paragraph("<b>&\"'\u{0}\u{1B}🏥", on: canvas)
    #expect(text.contains("&lt;b&gt;&amp;&quot;&#39;\u{FFFD}\u{FFFD}🏥"))
  }

  @Test func `type scales with the slide`() {
    #expect(canvas.size(12) == 1200)
    #expect(Canvas(slideWidth: 9_144_000, slideHeight: 5_143_500).size(12) == 900)
    #expect(Canvas(slideWidth: 9_144_000, slideHeight: 6_858_000).width == 960)
    #expect(canvas.emu(canvas.width) == 12_192_000 && canvas.emu(canvas.height) == 6_858_000)
  }

  @Test func `a loss is told by its sign and rows by weight and slant`() throws {
    let table = Table(
      caption: "Net", columns: [.init("Option", .text), .init("Net")],
      rows: [
        .init(.leading, ["A", "3.1"]), .init(.whatIf, ["B", "\u{2212}2.25"]),
        .init(.group, ["Others"]),
      ])
    let layout = SlideMeasure.layout(table, points: 12, padding: 3, in: 900)
    let drawing = TableDrawing(layout: layout, points: 12, canvas: canvas)
    #expect(drawing.xml.contains("\u{2212}2.25"))
    #expect(drawing.xml.contains("firstRow=\"1\"") && drawing.xml.contains("gridSpan=\"2\""))
    #expect(drawing.xml.contains("b=\"1\" i=\"0\"") && drawing.xml.contains("b=\"0\" i=\"1\""))
    #expect(drawing.description == "Net. Table of 2 rows: Option, Net.")
  }
}
