/// An SVG drawing read as far as to know that it is well-formed, that nothing in it runs or is
/// fetched, and how large it is.
enum SVGFile {
  /// Pixels of CSS. Throws what is wrong with the drawing.
  static func size(of bytes: [UInt8]) throws(LogoFault) -> (width: Double, height: Double) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard String(validating: body, as: UTF8.self) != nil, !body.contains(0) else {
      throw notAPicture
    }
    var scan = SVGScan(bytes: body)
    try scan.run()
    guard let root = scan.root else { throw notAPicture }
    return try size(from: root)
  }

  static let notAPicture = LogoFault(
    says: "is neither a PNG image nor a well-formed SVG drawing")

  static func unsafe(_ what: String) -> LogoFault {
    LogoFault(
      says: "holds \(what)",
      remedy: "Save it as a plain drawing: no script, event handler, foreignObject, external "
        + "reference or entity.")
  }

  private static func size(
    from root: [String: String]
  ) throws(LogoFault) -> (width: Double, height: Double) {
    if let width = length(root["width"]), let height = length(root["height"]) {
      return (width, height)
    }
    let box = (root["viewBox"] ?? "").split { $0 == " " || $0 == "," || $0 == "\n" }
      .compactMap { Double($0) }
    guard box.count == 4, (1e-3...1e6).contains(box[2]), (1e-3...1e6).contains(box[3]) else {
      throw LogoFault(
        says: "has no size", remedy: "Give its svg element a width and a height, or a viewBox.")
    }
    return (box[2], box[3])
  }

  /// A length in a unit of CSS; `nil` for percents and what is no length.
  private static func length(_ text: String?) -> Double? {
    guard let text = text?.trimmingPrefix(while: \.isWhitespace) else { return nil }
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "+" }
    let units: [String: Double] = [
      "": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4,
    ]
    let unit = text.dropFirst(digits.count).filter { !$0.isWhitespace }
    guard let number = Double(digits), let scale = units[unit.lowercased()] else { return nil }
    let pixels = number * scale
    return (1e-3...1e6).contains(pixels) ? pixels : nil
  }
}
