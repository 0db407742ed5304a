/// One axis of a native chart.
struct ChartAxis: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case words, numbers }
  enum Side: String, Hashable, Sendable {
    case bottom = "b"
    case left = "l"
  }
  var kind: Kind
  var side: Side
  var type: ChartType
  var title: String?
  /// Ends and step; `nil` for words.
  var ticks: Ticks?
  /// Number format of the ticks.
  var code = "General"
  var hasRules = true
  /// Names at the ticks.
  var hasNames = true
  var isReversed = false
  /// Its ticks are named at the far end: where the other axis is reversed, that is below.
  var isOpposite = false
  /// Words stand under ticks and not between them.
  var reachesEdges = false
  /// The line where the other axis crosses it.
  var line: String?

  /// - Parameter isFirst: of the two axes every chart has.
  func markup(isFirst: Bool, rule: String, crossesAtEdge: Bool) -> String {
    let name = kind == .words ? "catAx" : "valAx"
    return "<c:\(name)><c:axId val=\"\(isFirst ? 1 : 2)\"/>\(scaling)<c:delete val=\"0\"/>"
      + "<c:axPos val=\"\(side.rawValue)\"/>\(rules(rule))\(heading)"
      + "<c:numFmt formatCode=\"\(Markup.escaped(code))\" sourceLinked=\"0\"/>"
      + "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
      + "<c:tickLblPos val=\"\(!hasNames ? "none" : isOpposite ? "high" : "low")\"/>\(stroke)\(type.properties)"
      + "<c:crossAx val=\"\(isFirst ? 2 : 1)\"/>"
      + (kind == .words ? crossing(crossesAtEdge) + words : crossing(crossesAtEdge) + numbers)
      + "</c:\(name)>"
  }

  private var scaling: String {
    let ends = ticks.map {
      "<c:max val=\"\($0.range.upperBound)\"/><c:min val=\"\($0.range.lowerBound)\"/>"
    }
    return "<c:scaling><c:orientation val=\"\(isReversed ? "maxMin" : "minMax")\"/>"
      + "\(ends ?? "")</c:scaling>"
  }

  private func rules(_ colour: String) -> String {
    guard kind == .numbers, hasRules else { return "" }
    return "<c:majorGridlines><c:spPr>"
      + ChartInk.markup(.init(colour: colour, width: 0.5)) + "</c:spPr></c:majorGridlines>"
  }

  private var heading: String {
    guard let title else { return "" }
    var look = type
    look.isBold = true
    look.turn = side == .left ? -90 : 0
    return "<c:title>\(ChartType.rich([(title, look)]))<c:overlay val=\"0\"/></c:title>"
  }

  private var stroke: String {
    "<c:spPr>\(ChartInk.markup(line.map { .init(colour: $0, width: 0.75) }))</c:spPr>"
  }

  private func crossing(_ atEdge: Bool) -> String {
    "<c:crosses val=\"\(atEdge ? "min" : "autoZero")\"/>"
  }

  private var words: String {
    "<c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"60\"/><c:noMultiLvlLbl val=\"0\"/>"
  }

  private var numbers: String {
    "<c:crossBetween val=\"\(reachesEdges ? "midCat" : "between")\"/>"
      + (ticks.map { "<c:majorUnit val=\"\($0.step)\"/>" } ?? "")
  }
}
