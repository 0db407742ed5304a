import Foundation

/// One native chart being put together; pixels, 96 to the inch.
struct ChartDrawing: Sendable {
  /// Where the plot itself lies, names of ticks outside it.
  struct Box: Hashable, Sendable { var left, top, right, bottom: Double }
  let frame: ChartFrame
  let colours: ChartColours
  var sheet = ChartSheet()
  /// What the chart is called, in parts.
  var title: [(text: String, type: ChartType)] = []
  var groups: [ChartGroup] = []
  var first, second: ChartAxis
  var box: Box
  var hasLegend = false
  var legendType: ChartType?

  /// - Parameter label: for those who cannot see it.
  /// - Throws: `CannotWrite` where there is no room for a temporary file.
  func native(label: String) throws(CannotWrite) -> NativeChart {
    NativeChart(
      x: frame.x, y: frame.y, width: frame.width, height: frame.height,
      label: Names.clamped(label, to: 1_000), xml: xml, workbook: try sheet.workbook())
  }

  private var xml: String {
    let space =
      "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
      + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + space
      + "<c:date1904 val=\"0\"/><c:lang val=\"en-US\"/><c:roundedCorners val=\"0\"/><c:chart>"
      + heading + plot + legend
      + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
      + "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>" + first.type.properties
      + "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>"
  }

  private var heading: String {
    guard !title.isEmpty else { return "<c:autoTitleDeleted val=\"1\"/>" }
    return "<c:title>\(ChartType.rich(title))<c:layout><c:manualLayout><c:xMode val=\"edge\"/>"
      + "<c:yMode val=\"edge\"/><c:x val=\"0.004\"/><c:y val=\"0\"/></c:manualLayout></c:layout>"
      + "<c:overlay val=\"1\"/></c:title><c:autoTitleDeleted val=\"0\"/>"
  }

  private var plot: String {
    var count = 0
    var drawn = ""
    for group in groups {
      drawn += group.markup(from: count, sheet, colours.slate)
      count += group.series.count
    }
    let atEdge = first.kind == .numbers
    return "<c:plotArea>\(layout)\(drawn)"
      + first.markup(isFirst: true, rule: colours.rule, crossesAtEdge: atEdge)
      + second.markup(isFirst: false, rule: colours.rule, crossesAtEdge: atEdge)
      + "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
  }

  private var layout: String {
    func part(_ name: String, _ length: Double, of whole: Double) -> String {
      "<c:\(name) val=\"\(DecimalText.fixed(length / whole, places: 5))\"/>"
    }
    return "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/>"
      + "<c:yMode val=\"edge\"/>" + part("x", box.left, of: frame.across)
      + part("y", box.top, of: frame.down) + part("w", box.right - box.left, of: frame.across)
      + part("h", box.bottom - box.top, of: frame.down) + "</c:manualLayout></c:layout>"
  }

  private var legend: String {
    guard hasLegend else { return "" }
    let hidden = groups.flatMap(\.series).enumerated().filter { !$0.element.isInLegend }.map {
      "<c:legendEntry><c:idx val=\"\($0.offset)\"/><c:delete val=\"1\"/></c:legendEntry>"
    }
    return
      "<c:legend><c:legendPos val=\"t\"/>\(hidden.joined())\(legendPlace)<c:overlay val=\"0\"/>"
      + (legendType ?? first.type).properties + "</c:legend>"
  }
}

extension ChartDrawing {
  /// Over the plot's left edge, under the title.
  fileprivate var legendPlace: String {
    let x = DecimalText.fixed(box.left / frame.across, places: 5)
    let y = DecimalText.fixed((title.isEmpty ? 2 : 22) / frame.down, places: 5)
    return "<c:layout><c:manualLayout><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
      + "<c:x val=\"\(x)\"/><c:y val=\"\(y)\"/></c:manualLayout></c:layout>"
  }
}

/// Where a chart stands within its exhibit, and how large it is there.
struct ChartFrame: Hashable, Sendable {
  /// Parts of the exhibit.
  var x, y, width, height: Double
  /// Pixels.
  var across, down: Double

  /// As many frames side by side and below each other as an exhibit of this size holds well.
  static func tiles(_ count: Int, across: Double, down: Double) -> [ChartFrame] {
    let columns =
      switch count {
      case ...3: max(1, count)
      case 4: across > down * 2.6 ? 4 : 2
      case 5, 6, 9: 3
      default: 4
      }
    let rows = max(1, (count + columns - 1) / columns)
    let (wide, high) = (1 / Double(columns), 1 / Double(rows))
    return (0..<count).map { place in
      ChartFrame(
        x: Double(place % columns) * wide, y: Double(place / columns) * high, width: wide,
        height: high, across: across * wide, down: down * high)
    }
  }
}
