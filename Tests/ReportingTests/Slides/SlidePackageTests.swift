import Foundation
import Scenarios
import Testing

@testable import Reporting

@Suite struct SlidePackageTests {
  @Test(arguments: SampleSlides.names)
  func `every part has one content type and every relationship a target`(_ name: String) throws {
    let file = try #require(SampleSlides.files[name])
    try Self.judge(file)
  }

  /// Reads the package as a program would that trusts nothing.
  static func judge(_ file: Data) throws {
    let entries = try SampleSlides.entries(file)
    let list = try PartXML.root(of: try #require(entries["[Content_Types].xml"]))
    let overrides = list.all("Override").compactMap { $0.attributes["PartName"] }
    #expect(Set(overrides).count == overrides.count)
    let defaults = list.all("Default").compactMap { $0.attributes["Extension"] }
    #expect(Set(defaults).count == defaults.count)
    for part in entries.keys where part != "[Content_Types].xml" {
      let count = overrides.filter { $0 == "/" + part }.count
      let isReference = part.hasSuffix(".rels") && defaults.contains("rels")
      #expect(count == (isReference ? 0 : 1), "\(part)")
    }
    #expect(overrides.allSatisfy { entries[String($0.dropFirst())] != nil })
    for (part, bytes) in entries where part.hasSuffix(".rels") {
      let folder = part.replacing(/_rels\/[^\/]*$/, with: "")
      let links = try PartXML.root(of: bytes).all("Relationship")
      let ids = links.compactMap { $0.attributes["Id"] }
      #expect(Set(ids).count == links.count)
      for link in links where link.attributes["TargetMode"] != "External" {
        let target = TemplatePackage.path(link.attributes["Target"] ?? "", from: folder)
        #expect(entries[target] != nil, "\(part) leads to \(target)")
      }
      let owner = folder + (part.split(separator: "/").last ?? "").dropLast(5)
      guard let text = entries[owner].map({ String(decoding: $0, as: UTF8.self) }) else { continue }
      for used in text.matches(of: /r:(?:id|embed|link)="([^"]+)"/).map({ String($0.1) }) {
        #expect(ids.contains(used), "\(owner) names \(used)")
      }
    }
  }

  @Test func `the same deck gives the same bytes`() throws {
    let again = Deck(
      SampleDecks.three.make(), stresses: SampleStresses.make(SampleDecks.three),
      engineVersion: "1.2.3")
    #expect(try again.slides() == SampleSlides.files["three"])
  }

  @Test(arguments: SampleSlides.names)
  func `nothing leads outside and nothing runs`(_ name: String) throws {
    let file = try #require(SampleSlides.files[name])
    for (part, bytes) in try SampleSlides.entries(file) {
      #expect(!part.hasSuffix(".bin") && !part.contains("vba"))
      guard part.hasSuffix(".xml") || part.hasSuffix(".rels") else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      for refused in ["External", "hlinkClick", "hlinkHover", "<script", "oleObj", "\u{202E}"] {
        #expect(!text.contains(refused), "\(part): \(refused)")
      }
      #expect(
        !text.unicodeScalars.contains { $0.value < 0x20 && !["\n", "\t", "\r"].contains($0) })
    }
  }

  @Test func `references lead from a part's own folder`() {
    #expect(
      OfficePackage.reference(to: "ppt/theme/theme1.xml", from: "ppt/slideMasters/")
        == "../theme/theme1.xml")
    #expect(OfficePackage.reference(to: "ppt/presentation.xml", from: "") == "ppt/presentation.xml")
    #expect(OfficePackage.reference(to: "a/b.xml", from: "a/") == "b.xml")
    #expect(
      TemplatePackage.path("../theme/theme1.xml", from: "ppt/slideMasters/")
        == "ppt/theme/theme1.xml")
    #expect(TemplatePackage.path("/ppt/a.xml", from: "x/") == "ppt/a.xml")
    #expect(TemplatePackage.path("../../../etc/passwd", from: "ppt/") == "etc/passwd")
  }

  @Test func `a logo stands on the master with words for those who cannot see it`() throws {
    var deck = try #require(SampleDecks.decks["three"])
    deck.look.organisation = "Prairie & Sons"
    deck.look.date = "2026-11-21"
    for kind in [Presentation.Logo.Kind.png, .svg] {
      deck.look.logo = Presentation.Logo(
        kind: kind, bytes: LogoDrawing.blank, width: 300, height: 100)
      let file = try deck.slides()
      try Self.judge(file)
      let entries = try SampleSlides.entries(file)
      #expect(entries["ppt/media/deckLogo.\(kind.rawValue)"] == Data(LogoDrawing.blank))
      let master = String(
        decoding: try #require(entries["ppt/slideMasters/slideMaster1.xml"]), as: UTF8.self)
      #expect(master.contains("descr=\"Logo of Prairie &amp; Sons\""))
      #expect(master.contains("svgBlip") == (kind == .svg))
      let slide = String(decoding: try #require(entries["ppt/slides/slide1.xml"]), as: UTF8.self)
      #expect(slide.contains("Prairie &amp; Sons") && slide.contains("2026-11-21"))
    }
  }

  @Test func `colours of the presentation become the theme's`() throws {
    var deck = try #require(SampleDecks.decks["three"])
    deck.look.colours.main = "004B23"
    let theme = try #require(try SampleSlides.entries(try deck.slides())["ppt/theme/theme1.xml"])
    #expect(
      String(decoding: theme, as: UTF8.self).contains(
        "<a:accent1><a:srgbClr val=\"004B23\"/></a:accent1>"))
  }
}
