/// One drawing, written element by element; every number to a tenth of a pixel.
struct SVG {
  enum Anchor: String { case start, middle, end }

  /// Drawings as wide as a sheet, so that their type has the size of the page's.
  static let sheetWidth = 960.0

  private(set) var body = ""
  let width, height: Double
  let label: String
  /// Unique in the page: names this drawing's hatch patterns.
  let id: String

  init(width: Double, height: Double, label: String, id: String) {
    self.width = width
    self.height = height
    self.label = label
    self.id = id
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) {
    body +=
      "<line x1=\"\(Self.px(x1))\" y1=\"\(Self.px(y1))\" x2=\"\(Self.px(x2))\" "
      + "y2=\"\(Self.px(y2))\" class=\"\(style)\"/>\n"
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String
  ) {
    guard width > 0, height > 0 else { return }
    let fill = style.hasPrefix("owe") ? " fill=\"url(#hatch-\(id))\"" : ""
    body +=
      "<rect x=\"\(Self.px(x))\" y=\"\(Self.px(y))\" width=\"\(Self.px(width))\" "
      + "height=\"\(Self.px(height))\" class=\"\(style)\"\(fill)/>\n"
  }

  mutating func polygon(_ points: [(Double, Double)], _ style: String) {
    body += "<polygon points=\"\(Self.path(points))\" class=\"\(style)\"/>\n"
  }

  mutating func polyline(_ points: [(Double, Double)], _ style: String) {
    body += "<polyline points=\"\(Self.path(points))\" class=\"\(style)\"/>\n"
  }

  mutating func circle(_ x: Double, _ y: Double, radius: Double, _ style: String) {
    body +=
      "<circle cx=\"\(Self.px(x))\" cy=\"\(Self.px(y))\" r=\"\(Self.px(radius))\" "
      + "class=\"\(style)\"/>\n"
  }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ style: String = "", anchor: Anchor = .start
  ) {
    body +=
      "<text x=\"\(Self.px(x))\" y=\"\(Self.px(y))\" text-anchor=\"\(anchor.rawValue)\""
      + (style.isEmpty ? "" : " class=\"\(style)\"") + ">\(Markup.escaped(text))</text>\n"
  }

  /// Everything drawn inside shows `tooltip` under the pointer.
  mutating func group(_ tooltip: String, _ draw: (inout SVG) -> Void) {
    body += "<g><title>\(Markup.escaped(tooltip))</title>\n"
    draw(&self)
    body += "</g>\n"
  }

  /// The whole element, its hatch for amounts owed included.
  var element: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.px(width)) \(Self.px(height))" \
    role="img" aria-label="\(Markup.escaped(label))">
    <defs><pattern id="hatch-\(id)" width="5" height="5" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect width="5" height="5" class="hatch-ground"/>\
    <rect width="2" height="5" class="hatch-line"/></pattern></defs>
    \(body)</svg>
    """
  }

  private static func path(_ points: [(Double, Double)]) -> String {
    points.map { "\(px($0.0)),\(px($0.1))" }.joined(separator: " ")
  }

  /// A coordinate to a tenth of a pixel.
  static func px(_ value: Double) -> String {
    let text = DecimalText.fixed(value, places: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// As many characters of this size as surely fit in a width.
  static func fitted(_ text: String, in width: Double, size: Double = 14) -> String {
    var count = text.count
    var kept = Names.clamped(text, to: count)
    while count > 3, TextMeasure.width(kept, size: size) > width {
      count -= 1
      kept = Names.clamped(text, to: count)
    }
    return kept
  }
}

/// Dollars or shares to pixels.
struct Scale {
  let from, to: ClosedRange<Double>
  let isFlipped: Bool

  /// - Parameter flipped: larger values at smaller pixels, as on a vertical axis.
  init(_ from: ClosedRange<Double>, to: ClosedRange<Double>, flipped: Bool = false) {
    self.from = from
    self.to = to
    isFlipped = flipped
  }

  func callAsFunction(_ value: Double) -> Double {
    let span = from.upperBound - from.lowerBound
    let part =
      span > 0 ? (min(max(value, from.lowerBound), from.upperBound) - from.lowerBound) / span : 0.5
    let length = to.upperBound - to.lowerBound
    return isFlipped ? to.upperBound - part * length : to.lowerBound + part * length
  }
}

/// Round numbers along an axis that reach beyond both ends of the data.
struct Ticks: Hashable, Sendable {
  let values: [Double]
  let step: Double

  init(from low: Double, to high: Double, about count: Int) {
    let span = high > low ? high - low : max(low.magnitude, 1)
    let raw = span / Double(max(1, count))
    var unit = 1e-9
    while unit * 10 <= raw { unit *= 10 }
    let factor = raw / unit
    let step = (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10) * unit
    let first = (low / step).rounded(.down)
    let last = max(first + 1, (high / step).rounded(.up))
    self.step = step
    values = stride(from: first, through: last, by: 1).map { $0 == 0 ? 0 : $0 * step }
  }

  var range: ClosedRange<Double> { (values.first ?? 0)...(values.last ?? 1) }
}
