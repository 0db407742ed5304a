import Foundation
import Scenarios

/// A user's own office file for slides: its theme, masters, layouts, fonts and slide size, without
/// its slides.
public struct SlideTemplate: Sendable {
  let canvas: Canvas
  /// In the order of `SlideLayout.Purpose`.
  let layouts: [SlideLayout]
  let parts: [OfficePart]
  let root: PresentationRoot
  let notesMaster: String
  /// Of the theme, by their names there; six hexadecimal digits.
  let colours: [String: String]

  static let largest = 100_000_000

  /// - Parameter name: as the user called the file; begins each sentence.
  /// - Throws: `SlideTemplateProblems`, every fault that could be found.
  public init(_ data: Data, named name: String) throws(SlideTemplateProblems) {
    do {
      try Self.refuse(data)
      let reading = TemplateReading(try TemplatePackage(data))
      self = try reading.template()
    } catch let fault as TemplateFault {
      throw SlideTemplateProblems(file: name, faults: [fault])
    } catch let faults as TemplateFaults {
      throw SlideTemplateProblems(file: name, faults: faults.all)
    } catch {
      throw SlideTemplateProblems(file: name, faults: [TemplateFault("cannot be read.")])
    }
  }

  init(
    canvas: Canvas, layouts: [SlideLayout], parts: [OfficePart], root: PresentationRoot,
    notesMaster: String, colours: [String: String]
  ) {
    self.canvas = canvas
    self.layouts = layouts
    self.parts = parts
    self.root = root
    self.notesMaster = notesMaster
    self.colours = colours
  }

  /// What can be told from the first bytes.
  private static func refuse(_ data: Data) throws(TemplateFault) {
    guard data.count <= largest else {
      throw TemplateFault(
        "is \(DecimalText.grouped(data.count / 1_000_000)) MB. Allowed: at most 100 MB. Take its "
          + "slides and pictures out first.")
    }
    guard !data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      throw TemplateFault(
        "is encrypted, or of the format before 2007. Allowed: .pptx without a password. Save it "
          + "again as such.")
    }
    guard data.starts(with: [0x50, 0x4B]) else {
      throw TemplateFault(
        "is no office file. Allowed: .pptx or .potx. Save the template from PowerPoint or Impress.")
    }
  }

  func base(look: Presentation) -> SlideBase {
    SlideBase(
      design: SlideDesign(canvas: canvas, layouts: layouts, look: coloured(look)), parts: parts,
      presentation: root, notesMaster: notesMaster)
  }

  /// Charts take the theme's first accent where it can be read on white, and a paler shade of it.
  private func coloured(_ look: Presentation) -> Presentation {
    var look = look
    let candidates = ["accent1", "dk2", "dk1"].compactMap { colours[$0] }
    guard let main = candidates.first(where: Self.isReadable) else { return look }
    look.colours.main = main
    look.colours.light = Self.paler(main)
    return look
  }

  private static func channels(_ colour: String) -> [Double] {
    guard let value = UInt32(colour, radix: 16) else { return [0, 0, 0] }
    return [16, 8, 0].map { Double((value >> $0) & 255) }
  }

  /// At least 3 to 1 against white, as the Web Content Accessibility Guidelines reckon it for
  /// graphics.
  private static func isReadable(_ colour: String) -> Bool {
    let linear = channels(colour).map { channel in
      channel <= 10 ? channel / 255 / 12.92 : pow((channel / 255 + 0.055) / 1.055, 2.4)
    }
    let light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (light + 0.05) >= 3
  }

  private static func paler(_ colour: String) -> String {
    channels(colour).map { channel in
      let mixed = Int((channel * 0.55 + 255 * 0.45).rounded())
      let digits = String(mixed, radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}

/// Everything wrong with a template, a sentence each.
public struct SlideTemplateProblems: Error, Hashable {
  public var sentences: [String]

  init(file: String, faults: [TemplateFault]) {
    sentences = faults.map { "\(file): \($0.words)" }
  }
}

/// Several things wrong with a template.
struct TemplateFaults: Error {
  var all: [TemplateFault]
}
