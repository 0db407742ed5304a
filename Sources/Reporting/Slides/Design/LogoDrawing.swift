import Foundation
import Scenarios

/// The organisation's logo at the upper right of the master. A drawing (SVG) carries beside it a
/// picture of nothing for programs that cannot draw it: the organisation's name stands next to it.
struct LogoDrawing {
  let logo: Presentation.Logo
  let organisation: String?

  init?(look: Presentation) {
    guard let logo = look.logo, logo.width > 0, logo.height > 0 else { return nil }
    self.logo = logo
    organisation = look.organisation
  }

  private static let room = (width: 150.0, height: 30.0)

  var frame: Frame {
    let scale = min(Self.room.width / logo.width, Self.room.height / logo.height)
    let (width, height) = (logo.width * scale, logo.height * scale)
    let right = OwnDesign.kicker.right
    return Frame(right - width, OwnDesign.kicker.y + 13 - height / 2, width, height)
  }

  private var path: String { "ppt/media/deckLogo.\(logo.kind.rawValue)" }
  private static let blankPath = "ppt/media/deckLogoBlank.png"

  var parts: [OfficePart] {
    let type = logo.kind == .png ? PartType.png : .svg
    let picture = OfficePart(
      path: path, contentType: type.rawValue, bytes: Data(logo.bytes))
    guard logo.kind == .svg else { return [picture] }
    return [
      picture,
      OfficePart(
        path: Self.blankPath, contentType: PartType.png.rawValue, bytes: Data(Self.blank)),
    ]
  }

  /// - Parameter first: number of the first relationship that is free.
  func relationships(from first: Int) -> [Relationship] {
    let picture = Relationship("rId\(first)", "image", to: path)
    return logo.kind == .png
      ? [picture] : [picture, Relationship("rId\(first + 1)", "image", to: Self.blankPath)]
  }

  func element(id: Int, first: Int, on canvas: Canvas) -> String {
    let words = Markup.escaped("Logo of \(organisation ?? "the organisation")")
    let drawing =
      "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
      + "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" "
      + "r:embed=\"rId\(first)\"/></a:ext></a:extLst>"
    let blip =
      logo.kind == .png
      ? "<a:blip r:embed=\"rId\(first)\"/>"
      : "<a:blip r:embed=\"rId\(first + 1)\">\(drawing)</a:blip>"
    return "<p:pic><p:nvPicPr><p:cNvPr id=\"\(id)\" name=\"Logo\" descr=\"\(words)\"/><p:cNvPicPr>"
      + "<a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr userDrawn=\"1\"/></p:nvPicPr>"
      + "<p:blipFill>\(blip)<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>"
      + "\(Shapes(on: canvas).position(frame))<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
      + "</p:spPr></p:pic>"
  }

  /// One clear pixel.
  static let blank: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44,
    0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1F,
    0x15, 0xC4, 0x89, 0x00, 0x00, 0x00, 0x0B, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60,
    0x00, 0x02, 0x00, 0x00, 0x05, 0x00, 0x01, 0x7A, 0x5E, 0xAB, 0x3F, 0x00, 0x00, 0x00, 0x00,
    0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}
