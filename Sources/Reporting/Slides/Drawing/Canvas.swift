/// A slide's surface. Everything is laid out in pixels of a slide 720 high or 960 wide, whichever
/// is the tighter, at 96 to the inch, and then scaled to the slide as it is.
struct Canvas: Hashable, Sendable {
  let width, height: Double
  /// Of the slide; EMU, 914,400 to the inch.
  let slideWidth, slideHeight: Int

  private static let emuPerPixel = 9525.0
  private let scale: Double
  /// Printed type for measured type: less than one where letters may be wider than measured.
  var typeScale = 1.0

  init(slideWidth: Int, slideHeight: Int) {
    self.slideWidth = slideWidth
    self.slideHeight = slideHeight
    scale = min(
      Double(slideWidth) / (960 * Self.emuPerPixel), Double(slideHeight) / (720 * Self.emuPerPixel))
    width = Double(slideWidth) / (scale * Self.emuPerPixel)
    height = Double(slideHeight) / (scale * Self.emuPerPixel)
  }

  static let wide = Canvas(slideWidth: 12_192_000, slideHeight: 6_858_000)

  func emu(_ pixels: Double) -> Int { Int((pixels * Self.emuPerPixel * scale).rounded()) }

  func pixels(_ emu: Int) -> Double { Double(emu) / (Self.emuPerPixel * scale) }

  /// A type size in hundredths of a point, as files have it; within their bounds.
  func size(_ points: Double) -> Int {
    min(400_000, max(100, Int((points * 100 * scale * typeScale).rounded())))
  }

  /// Pixels of a type size in points.
  static func pixels(ofPoints points: Double) -> Double { points * 4 / 3 }
}

/// A rectangle on a slide; pixels.
struct Frame: Hashable, Sendable {
  var x, y, width, height: Double
  var bottom: Double { y + height }
  var right: Double { x + width }

  init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}
