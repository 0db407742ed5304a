import Foundation
import Scenarios

extension StyleSheet {
  /// The style sheet in an author's colours; as it is where they change none.
  static func text(for look: Presentation) -> String {
    let usual = Presentation.Colours()
    let (main, light, loss) = (look.colours.main, look.colours.light, look.colours.loss)
    var changes = [("--navy:#16395c", "--navy:#\(main.lowercased())")]
    if light != usual.light {
      changes +=
        [("--mid:#6d93b5", "--mid:#\(light.lowercased())")]
        + tints(of: light, [("--pale:#d4e0eb", 0.7), (".fan-narrow{fill:#9db8d1", 0.33)])
    }
    if loss != usual.loss {
      changes +=
        [("--rust:#8a2f1b", "--rust:#\(loss.lowercased())")]
        + tints(of: loss, [(".hatch-ground{fill:#f3ddd6", 0.85)])
    }
    let text = changes.reduce(sober) { $0.replacing($1.0, with: $1.1) }
    return look.logo == nil ? text : text + "\n" + logo
  }

  /// As high as leaves the line of topic and organisation as it is.
  private static let logo =
    ".top .who{margin-left:auto}.top img{flex:none;align-self:flex-start;margin:0 0 -8px}"

  /// Pale areas of a colour, each where the style sheet has its own.
  private static func tints(
    of digits: String, _ places: [(String, Double)]
  ) -> [(String, String)] {
    guard let colour = Colour(digits: digits) else { return [] }
    return places.map { place, share in
      let tint = colour.lightened(by: share).digits.lowercased()
      return (place, String(place.prefix { $0 != "#" }) + "#" + tint)
    }
  }
}

extension Presentation.Logo {
  private static let mostHeight = 28.0
  private static let mostWidth = 180.0

  /// The image itself, in the page: nothing is fetched. It says nothing the line beside it does not.
  var image: String {
    let scale = min(Self.mostHeight / height, Self.mostWidth / width)
    let type = kind == .png ? "image/png" : "image/svg+xml"
    let (wide, high) = (
      DecimalText.fixed(width * scale, places: 1), DecimalText.fixed(height * scale, places: 1)
    )
    return "<img alt=\"\" width=\"\(wide)\" height=\"\(high)\" "
      + "src=\"data:\(type);base64,\(Data(bytes).base64EncodedString())\">"
  }
}
