/// Type of a native chart: size in points, weight and colour.
struct ChartType: Hashable, Sendable {
  /// Legible on a wall.
  static let smallest = 9.0

  var size: Double
  var colour: String
  var isBold = false, isItalic = false
  /// Degrees, clockwise; `nil` for the program's choice.
  var turn: Double?

  /// A `c:txPr`: how text looks that the chart makes itself.
  var properties: String {
    "<c:txPr>\(body)<a:lstStyle/><a:p><a:pPr>\(run("a:defRPr"))</a:pPr>"
      + "<a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>"
  }

  /// A `c:tx` of text that stands in the chart; each part may look different.
  static func rich(_ parts: [(text: String, type: ChartType)]) -> String {
    let runs = parts.map { part in
      "<a:r>\(part.type.run("a:rPr", language: true))<a:t>\(Markup.escaped(part.text))</a:t></a:r>"
    }
    let body = parts.first?.type.body ?? "<a:bodyPr/>"
    return "<c:tx><c:rich>\(body)<a:lstStyle/><a:p>\(runs.joined())</a:p></c:rich></c:tx>"
  }

  private var body: String {
    turn.map { "<a:bodyPr rot=\"\(Int($0 * 60_000))\" vert=\"horz\"/>" } ?? "<a:bodyPr/>"
  }

  private func run(_ name: String, language: Bool = false) -> String {
    "<\(name)\(language ? " lang=\"en-US\"" : "") sz=\"\(Int(size * 100))\" b=\"\(isBold ? 1 : 0)\""
      + " i=\"\(isItalic ? 1 : 0)\"><a:solidFill><a:srgbClr val=\"\(colour)\"/></a:solidFill>"
      + "</\(name)>"
  }

  /// Pixels that a text takes, 96 to the inch.
  func width(_ text: String) -> Double { TextMeasure.width(text, size: size * 4 / 3) }

  func lines(_ text: String, in width: Double) -> Int {
    TextMeasure.lines(text, size: size * 4 / 3, in: width)
  }

  /// Pixels from one line to the next.
  var lineHeight: Double { size * 4 / 3 * 1.22 }

  /// As much of a text as surely fits in so many pixels.
  func fitted(_ text: String, in width: Double) -> String {
    SVG.fitted(text, in: width, size: size * 4 / 3)
  }
}
