import Foundation
import Testing

@testable import Reporting

@Suite(.serialized) struct SlideTemplateTests {
  /// Templates as python-pptx makes them, with slides of their own that must go.
  private static let maker = """
    import sys
    from pptx import Presentation
    from pptx.util import Emu
    deck = Presentation()
    if sys.argv[2] == "wide": deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
    if sys.argv[2] == "small": deck.slide_width, deck.slide_height = Emu(9144000), Emu(5143500)
    for layout in list(deck.slide_layouts)[:3]:
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = "A slide of the template"
        slide.notes_slide.notes_text_frame.text = "its notes"
    deck.save(sys.argv[1])
    """

  private func template<Value>(
    _ kind: String, _ body: (Data, String) throws -> Value
  ) throws -> Value {
    try Outside.withFolder { folder in
      let path = folder + "/house.pptx"
      let run = try Outside.run(
        try #require(Outside.officePython), ["-c", Self.maker, path, kind])
      #expect(run.status == 0, "\(run.out)")
      return try body(try Data(contentsOf: URL(filePath: path)), folder)
    }
  }

  @Test(
    .enabled(if: Outside.officePython != nil, "python-pptx is not installed"),
    arguments: ["usual", "wide", "small"])
  func `slides stand on a user's template, which keeps its theme and size`(_ kind: String) throws {
    try template(kind) { bytes, folder in
      let template = try SlideTemplate(bytes, named: "house.pptx")
      #expect(template.canvas.typeScale == 0.87, "its face is Calibri")
      for name in ["seven", "hostile"] {
        let deck = try #require(SampleDecks.decks[name])
        let file = try deck.slides(on: template)
        #expect(try deck.slides(on: template) == file)
        try SlidePackageTests.judge(file)
        let (old, new) = (try SampleSlides.entries(bytes), try SampleSlides.entries(file))
        for part in old.keys where part.contains("/theme1.xml") || part.hasSuffix("Layout2.xml") {
          #expect(new[part] == old[part], "\(part)")
        }
        let text = new.values.map { String(decoding: $0, as: UTF8.self) }
        #expect(!text.contains { $0.contains("A slide of the template") })
        try file.write(to: URL(filePath: "\(folder)/\(name).pptx"))
        let verdict = try Outside.run(
          try #require(Outside.officePython),
          ["-c", DeckOfficeTests.judge, "\(folder)/\(name).pptx"])
        let size =
          kind == "usual"
          ? "9144000 6858000" : kind == "wide" ? "12192000 6858000" : "9144000 5143500"
        #expect(verdict.out.hasSuffix("slides \(size)\n"), "\(verdict.out)")
        // The small template leaves its own slide numbers below its slides.
        let faults = verdict.out.split(separator: "\n").dropLast().filter {
          !(kind == "small" && $0.hasSuffix("Slide number is outside"))
        }
        #expect(faults == [], "\(verdict.out)")
        if let audit = Outside.audit {
          let audited = try Outside.run(audit, ["\(folder)/\(name).pptx"])
          #expect(audited.status == 0, "\(audited.out.prefix(2000))")
        }
      }
    }
  }

  @Test func `a deck of ours is a template too`() throws {
    let deck = try #require(SampleDecks.decks["three"])
    let own = try #require(SampleSlides.files["three"])
    let template = try SlideTemplate(own, named: "deck.pptx")
    #expect(template.canvas == .wide, "Arial is printed as large as it is measured")
    let again = try deck.slides(on: template)
    try SlidePackageTests.judge(again)
    #expect(
      try SampleSlides.entries(again)["ppt/slideMasters/slideMaster1.xml"]
        == SampleSlides.entries(own)["ppt/slideMasters/slideMaster1.xml"])
  }

  // MARK: - Refusals

  private static func sentences(_ data: Data) -> [String] {
    do throws(SlideTemplateProblems) {
      _ = try SlideTemplate(data, named: "house.pptx")
      return []
    } catch {
      return error.sentences
    }
  }

  /// Our own deck with some of its parts changed: `nil` removes one.
  private static func changed(_ changes: [String: (String) -> String?]) throws -> [String] {
    let file = try #require(SampleSlides.files["three"])
    let entries = try SampleSlides.entries(file).sorted { $0.key < $1.key }
    let kept = entries.compactMap { name, bytes -> Archive.Entry? in
      guard let change = changes[name] else { return Archive.Entry(name: name, bytes: bytes) }
      return change(String(decoding: bytes, as: UTF8.self)).map {
        Archive.Entry(name: name, bytes: Data($0.utf8))
      }
    }
    return sentences(try Archive.bytes(of: kept))
  }

  @Test func `what is no presentation is refused in one sentence`() throws {
    #expect(
      Self.sentences(Data("hello".utf8)) == [
        "house.pptx: is no office file. Allowed: .pptx or .potx. Save the template from PowerPoint "
          + "or Impress."
      ])
    #expect(
      Self.sentences(Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) == [
        "house.pptx: is encrypted, or of the format before 2007. Allowed: .pptx without a password. "
          + "Save it again as such."
      ])
    #expect(
      Self.sentences(Data("PK\u{3}\u{4}nonsense".utf8)) == [
        "house.pptx: cannot be unpacked: not a zip archive."
      ])
    #expect(
      Self.sentences(try Archive.bytes(of: [.init(name: "a.txt", bytes: Data([1]))])) == [
        "house.pptx: is a zip file but no office file: it has no [Content_Types].xml."
      ])
  }

  @Test func `every fault of a template is told at once`() throws {
    let faults = try Self.changed([
      "ppt/presentation.xml": { text in
        text.replacing(/<p:sldMasterIdLst>.*<\/p:sldMasterIdLst>/, with: "")
          .replacing("cx=\"12192000\"", with: "cx=\"7\"")
      },
      "ppt/theme/theme1.xml": { _ in nil },
    ])
    #expect(
      faults == [
        "house.pptx: has no slide size that can be used. Allowed: 1 to 56 inches either way.",
        "house.pptx: has no slide master. Allowed: at least one. Save it from PowerPoint.",
        "house.pptx: lacks its part ppt/theme/theme1.xml.",
      ])
  }

  @Test func `a template without a layout that has a title is refused`() throws {
    let noTitle: (String) -> String? = { $0.replacing("type=\"title\"", with: "type=\"pic\"") }
    let layouts = (1...4).map { ("ppt/slideLayouts/slideLayout\($0).xml", noTitle) }
    #expect(
      try Self.changed(Dictionary(uniqueKeysWithValues: layouts)) == [
        "house.pptx: has no layout with a title. Allowed: at least one. Add the layout Title Only to "
          + "its master."
      ])
  }

  @Test func `XML that could fetch or expand anything is refused`() throws {
    #expect(
      try Self.changed([
        "ppt/presentation.xml": { _ in
          "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p:presentation/>"
        }
      ]) == ["house.pptx: has a part, ppt/presentation.xml, that declares a document type."])
    #expect(
      try Self.changed(["ppt/presentation.xml": { String($0.dropLast(30)) }]) == [
        "house.pptx: has a part, ppt/presentation.xml, that is not well-formed XML."
      ])
    #expect(
      try Self.changed([
        "ppt/presentation.xml": { _ in String(repeating: "<a>", count: 100_000) }
      ]) == ["house.pptx: has a part, ppt/presentation.xml, that is not well-formed XML."])
  }

  /// One reader would take the first of them, another the last.
  @Test func `an archive that holds a name twice is refused`() throws {
    var twice = try Archive.bytes(of: [
      .init(name: "part-1", bytes: Data("one".utf8)),
      .init(name: "part-2", bytes: Data("two".utf8)),
    ])
    while let place = twice.range(of: Data("part-2".utf8)) {
      twice.replaceSubrange(place, with: Data("part-1".utf8))
    }
    #expect(throws: Archive.Fault(reason: "it holds part-1 twice")) {
      try Archive.entries(of: twice, within: .init(entries: 10, bytes: 1_000_000))
    }
  }

  @Test func `an archive that swells is stopped while it is unpacked`() throws {
    let bomb = try Archive.bytes(of: [
      .init(name: "a", bytes: Data(repeating: 0, count: 30_000_000))
    ])
    #expect(bomb.count < 100_000)
    #expect(throws: Archive.Fault(reason: "it unpacks to more than 1 MB")) {
      try Archive.entries(of: bomb, within: .init(entries: 10, bytes: 1_000_000))
    }
    #expect(throws: Archive.Fault(reason: "it holds 1 files. Allowed: 0")) {
      try Archive.entries(of: bomb, within: .init(entries: 0, bytes: 1_000_000))
    }
  }

  @Test func `macros and slides of a template are left behind`() throws {
    let file = try #require(SampleSlides.files["three"])
    var entries = try SampleSlides.entries(file)
    entries["ppt/vbaProject.bin"] = Data([1, 2, 3])
    let links = try #require(entries["ppt/_rels/presentation.xml.rels"])
    entries["ppt/_rels/presentation.xml.rels"] = Data(
      String(decoding: links, as: UTF8.self).replacing(
        "</Relationships>",
        with: "<Relationship Id=\"vba\" Type=\"http://schemas.microsoft.com/office/2006/"
          + "relationships/vbaProject\" Target=\"vbaProject.bin\"/></Relationships>"
      ).utf8)
    let packed = try Archive.bytes(
      of: entries.sorted { $0.key < $1.key }.map { .init(name: $0.key, bytes: $0.value) })
    let template = try SlideTemplate(packed, named: "macros.pptm")
    #expect(!template.parts.contains { $0.path.contains("vba") || $0.path.contains("slides/") })
  }
}
