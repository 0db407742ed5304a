/// How a shape of a native chart is drawn.
struct ChartInk: Hashable, Sendable {
  enum Fill: Hashable, Sendable {
    case none
    case solid(String)
    /// Wide stripes: told from a solid in black and white.
    case hatch(String, on: String)
  }
  struct Line: Hashable, Sendable {
    var colour: String
    /// Points.
    var width = 1.0
    var isDashed = false
  }
  struct Marker: Hashable, Sendable {
    enum Symbol: String, Hashable, Sendable { case circle, square, diamond }
    var symbol: Symbol
    /// Points, 2 through 72.
    var size: Int
    var fill: Fill
    var outline: String
  }
  var fill = Fill.none
  var line: Line?
  var marker: Marker?

  static let invisible = ChartInk()

  /// A `c:spPr`.
  var shape: String { "<c:spPr>\(fill.markup)\(Self.markup(line))</c:spPr>" }

  /// Of a line: it has no fill.
  var stroke: String { "<c:spPr>\(Self.markup(line))</c:spPr>" }

  /// A `c:marker`.
  var mark: String {
    guard let marker else { return "<c:marker><c:symbol val=\"none\"/></c:marker>" }
    return "<c:marker><c:symbol val=\"\(marker.symbol.rawValue)\"/><c:size val=\"\(marker.size)\"/>"
      + "<c:spPr>\(marker.fill.markup)\(Self.markup(Line(colour: marker.outline)))</c:spPr>"
      + "</c:marker>"
  }

  static func markup(_ line: Line?) -> String {
    guard let line else { return "<a:ln><a:noFill/></a:ln>" }
    let dash = line.isDashed ? "<a:prstDash val=\"dash\"/>" : ""
    return "<a:ln w=\"\(Int(line.width * 12_700))\" cap=\"flat\">"
      + "<a:solidFill><a:srgbClr val=\"\(line.colour)\"/></a:solidFill>\(dash)<a:round/></a:ln>"
  }
}

extension ChartInk.Fill {
  var markup: String {
    switch self {
    case .none: "<a:noFill/>"
    case .solid(let colour): "<a:solidFill><a:srgbClr val=\"\(colour)\"/></a:solidFill>"
    case .hatch(let colour, let ground):
      "<a:pattFill prst=\"wdUpDiag\"><a:fgClr><a:srgbClr val=\"\(colour)\"/></a:fgClr>"
        + "<a:bgClr><a:srgbClr val=\"\(ground)\"/></a:bgClr></a:pattFill>"
    }
  }
}
