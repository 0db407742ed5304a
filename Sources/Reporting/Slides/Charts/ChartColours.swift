import Scenarios

/// The colours of native charts: those of the report's look, and greys.
struct ChartColours: Hashable, Sendable {
  let main, light, loss: String
  let ink = "17212B"
  let slate = "4A5763"
  let rule = "DDE3E8"
  let nothing = "E4E8EC"
  /// Of what cannot be signed.
  let quiet = "A9B3BC"
  let white = "FFFFFF"

  init(_ look: Presentation) {
    main = look.colours.main
    light = look.colours.light
    loss = look.colours.loss
  }

  /// What nine in ten futures keep within.
  var pale: String { Self.mixed(light, 0.32) }
  /// What half of all futures keep within.
  var middle: String { Self.mixed(light, 0.72) }
  /// Behind the hatch of what is owed.
  var lossGround: String { Self.mixed(loss, 0.16) }

  /// So much of a colour, the rest white.
  static func mixed(_ colour: String, _ part: Double) -> String {
    guard let value = UInt32(colour, radix: 16), colour.count == 6 else { return colour }
    let parts = [16, 8, 0].map { shift -> String in
      let channel = Double((value >> UInt32(shift)) & 255)
      let mixed = UInt8((255 - part * (255 - channel)).rounded())
      return (mixed < 16 ? "0" : "") + String(mixed, radix: 16, uppercase: true)
    }
    return parts.joined()
  }
}
