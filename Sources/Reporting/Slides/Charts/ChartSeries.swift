/// One series of a native chart: cells of its sheet, and how they are drawn.
struct ChartSeries: Hashable, Sendable {
  enum Name: Hashable, Sendable {
    /// The title of the column it draws.
    case title
    case cell(column: Int, row: Int)
  }
  /// What stands along the first axis.
  enum Places: Hashable, Sendable {
    case words(ChartSheet.Range)
    case levels(outer: ChartSheet.Range, inner: ChartSheet.Range)
    case numbers(ChartSheet.Range)
  }
  var name = Name.title
  var places: Places
  var values: ChartSheet.Range
  var ink: ChartInk
  /// Points drawn otherwise than the rest.
  var points: [Int: ChartInk] = [:]
  var labels: ChartLabels?
  /// Half lengths of the whiskers at each point, along the axis of its values.
  var errors: ChartSheet.Range?
  var errorsLieAcross = false
  var isInLegend = true

  func markup(_ index: Int, _ kind: ChartGroup.Kind, _ sheet: ChartSheet, _ whisker: String)
    -> String
  {
    let title =
      switch name {
      case .title: sheet.title(values.column)
      case .cell(let column, let row): sheet.title(column, row: row)
      }
    let start = "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/>" + title
    let middle = look(kind) + (labels?.markup ?? "") + whiskers(kind, sheet, whisker)
    let data =
      kind == .scatter
      ? "<c:xVal>\(along(sheet))</c:xVal><c:yVal>\(sheet.numbers(values))</c:yVal>"
      : "<c:cat>\(along(sheet))</c:cat><c:val>\(sheet.numbers(values))</c:val>"
    let isLine = kind == .scatter || kind == .lines
    return start + middle + data + (isLine ? "<c:smooth val=\"0\"/>" : "") + "</c:ser>"
  }

  private func along(_ sheet: ChartSheet) -> String {
    switch places {
    case .words(let range): sheet.words(range)
    case .levels(let outer, let inner): sheet.levels(outer: outer, inner: inner)
    case .numbers(let range): sheet.numbers(range)
    }
  }

  private func look(_ kind: ChartGroup.Kind) -> String {
    let own = points.sorted { $0.key < $1.key }
    switch kind {
    case .areas: return ink.shape
    case .columns, .stackedColumns, .bars:
      let odd = own.map { place, ink in
        "<c:dPt><c:idx val=\"\(place)\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>"
          + ink.shape + "</c:dPt>"
      }
      return ink.shape + "<c:invertIfNegative val=\"0\"/>" + odd.joined()
    case .lines, .scatter:
      let odd = own.map { place, ink in
        "<c:dPt><c:idx val=\"\(place)\"/>\(ink.mark)<c:bubble3D val=\"0\"/>\(ink.stroke)</c:dPt>"
      }
      return ink.stroke + ink.mark + odd.joined()
    }
  }

  private func whiskers(
    _ kind: ChartGroup.Kind, _ sheet: ChartSheet, _ colour: String
  ) -> String {
    guard let errors else { return "" }
    let direction = errorsLieAcross ? "x" : "y"
    let ends = sheet.numbers(errors)
    return "<c:errBars>" + (kind == .bars ? "" : "<c:errDir val=\"\(direction)\"/>")
      + "<c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/>"
      + "<c:plus>\(ends)</c:plus><c:minus>\(ends)</c:minus>"
      + "<c:spPr>\(ChartInk.markup(.init(colour: colour, width: 1)))</c:spPr></c:errBars>"
  }
}

/// What is written at the points of a series.
struct ChartLabels: Hashable, Sendable {
  enum Spot: String, Hashable, Sendable {
    case right = "r"
    case left = "l"
    case above = "t"
    case below = "b"
    case centre = "ctr"
    case beyond = "outEnd"
  }
  enum Words: Hashable, Sendable {
    /// The figure itself, in a number format: follows the cell.
    case value(String)
    /// Words of its own.
    case text(String)
  }
  struct Label: Hashable, Sendable {
    var words: Words
    var spot: Spot
    var type: ChartType
    var fill = ChartInk.Fill.none
    /// Moved from where it would stand; parts of the chart's width and height.
    var shift: (x: Double, y: Double)? {
      get { isShifted ? (shiftX, shiftY) : nil }
      set {
        isShifted = newValue != nil
        (shiftX, shiftY) = newValue ?? (0, 0)
      }
    }
    private var isShifted = false
    private var shiftX = 0.0
    private var shiftY = 0.0

    init(_ words: Words, _ spot: Spot, _ type: ChartType, fill: ChartInk.Fill = .none) {
      self.words = words
      self.spot = spot
      self.type = type
      self.fill = fill
    }
  }
  /// By point; the others have none.
  var labels: [Int: Label]

  var markup: String {
    let own = labels.sorted { $0.key < $1.key }.map { Self.markup($0.key, $0.value) }
    return "<c:dLbls>\(own.joined())<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
      + Self.flags(showsValue: false) + "</c:dLbls>"
  }

  private static func markup(_ place: Int, _ label: Label) -> String {
    var text = "<c:dLbl><c:idx val=\"\(place)\"/>"
    if let shift = label.shift {
      text +=
        "<c:layout><c:manualLayout><c:x val=\"\(DecimalText.fixed(shift.x, places: 5))\"/>"
        + "<c:y val=\"\(DecimalText.fixed(shift.y, places: 5))\"/></c:manualLayout></c:layout>"
    }
    let shape = "<c:spPr>\(label.fill.markup)<a:ln><a:noFill/></a:ln></c:spPr>"
    switch label.words {
    case .text(let words): text += ChartType.rich([(words, label.type)]) + shape
    case .value(let code):
      text +=
        "<c:numFmt formatCode=\"\(Markup.escaped(code))\" sourceLinked=\"0\"/>" + shape
        + label.type.properties
    }
    return text + "<c:dLblPos val=\"\(label.spot.rawValue)\"/>" + flags(showsValue: true)
      + "</c:dLbl>"
  }

  private static func flags(showsValue: Bool) -> String {
    "<c:showLegendKey val=\"0\"/><c:showVal val=\"\(showsValue ? 1 : 0)\"/>"
      + "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
      + "<c:showBubbleSize val=\"0\"/>"
  }
}

/// Series drawn the same way.
struct ChartGroup: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case columns, stackedColumns, bars, areas, lines, scatter }
  var kind: Kind
  var series: [ChartSeries]
  /// Percent of a column's width left free between two.
  var gap = 60

  func markup(from first: Int, _ sheet: ChartSheet, _ whisker: String) -> String {
    let all = series.enumerated().map { $1.markup(first + $0, kind, sheet, whisker) }.joined()
    let axes = "<c:axId val=\"1\"/><c:axId val=\"2\"/>"
    let plain = "<c:varyColors val=\"0\"/>" + all
    switch kind {
    case .columns, .stackedColumns, .bars:
      return "<c:barChart><c:barDir val=\"\(kind == .bars ? "bar" : "col")\"/>"
        + "<c:grouping val=\"\(kind == .stackedColumns ? "stacked" : "clustered")\"/>" + plain
        + "<c:gapWidth val=\"\(gap)\"/><c:overlap val=\"100\"/>\(axes)</c:barChart>"
    case .areas:
      return "<c:areaChart><c:grouping val=\"stacked\"/>\(plain)\(axes)</c:areaChart>"
    case .lines:
      return "<c:lineChart><c:grouping val=\"standard\"/>\(plain)<c:marker val=\"1\"/>\(axes)"
        + "</c:lineChart>"
    case .scatter:
      return "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/>\(plain)\(axes)</c:scatterChart>"
    }
  }
}
