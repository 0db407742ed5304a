import Foundation
import Testing

@testable import Reporting

/// Decks judged by programs this project did not write.
@Suite(.serialized) struct DeckOfficeTests {
  /// Prints a line for each fault and the number of slides.
  static let judge = """
    import sys
    from pptx import Presentation
    from pptx.util import Emu
    deck = Presentation(sys.argv[1])
    titles, faults = [], []
    for number, slide in enumerate(deck.slides, 1):
        where = f"slide {number}"
        title = slide.shapes.title
        if title is None or not title.text_frame.text.strip(): faults.append(where + ": no title")
        else:
            titles.append(title.text_frame.text)
            if slide.shapes[0].shape_id != title.shape_id: faults.append(where + ": title not first")
        if not slide.has_notes_slide or len(slide.notes_slide.notes_text_frame.text) < 80:
            faults.append(where + ": no notes")
        shown = 0
        for shape in slide.shapes:
            if shape.left < 0 or shape.top < 0 or shape.left + shape.width > deck.slide_width \\
               or shape.top + shape.height > deck.slide_height:
                faults.append(f"{where}: {shape.name} is outside")
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                shown += 1
                if not shape._element.xpath(".//p:cNvPr")[0].get("descr"):
                    faults.append(f"{where}: {shape.name} has no words")
            if shape.has_table:
                table = shape.table
                if not table.first_row: faults.append(where + ": head not flagged")
                if sum(row.height for row in table.rows) != shape.height and \\
                   abs(sum(row.height for row in table.rows) - shape.height) > 20000:
                    faults.append(where + ": rows and table differ")
            if shape.name in ("Remarks", "Key figure 1") and shape.text_frame.text: shown += 1
        if not shown: faults.append(where + ": empty")
    if len(set(titles)) != len(titles): faults.append("a title twice")
    for fault in faults: print(fault)
    print(len(titles), "slides", deck.slide_width, deck.slide_height)
    """

  @Test(
    .enabled(if: Outside.officePython != nil, "python-pptx is not installed"),
    arguments: Outside.judged(SampleSlides.names))
  func `python-pptx finds every slide whole`(_ name: String) throws {
    let file = try #require(SampleSlides.files[name])
    let count = SampleSlides.plan(try #require(SampleSlides.deck(name))).slides.count
    try Outside.withFolder { folder in
      try file.write(to: URL(filePath: folder + "/deck.pptx"))
      let verdict = try Outside.run(
        try #require(Outside.officePython), ["-c", Self.judge, folder + "/deck.pptx"])
      #expect(verdict.out == "\(count) slides 12192000 6858000\n", "\(verdict.out)")
      if let gallery = ProcessInfo.processInfo.environment["GLIDEPATH_GALLERY"] {
        try file.write(to: URL(filePath: "\(gallery)/\(name).pptx"))
      }
    }
  }

  @Test(
    .enabled(if: Outside.audit != nil, "openxml-audit is not installed"),
    arguments: Outside.judged(SampleSlides.names))
  func `openxml-audit finds nothing`(_ name: String) throws {
    let file = try #require(SampleSlides.files[name])
    try Outside.withFolder { folder in
      try file.write(to: URL(filePath: folder + "/deck.pptx"))
      let verdict = try Outside.run(
        try #require(Outside.audit),
        ["--policy", "strict", "--max-errors", "20", folder + "/deck.pptx"])
      #expect(verdict.status == 0, "\(verdict.out.prefix(3000))")
    }
  }

  @Test(
    .enabled(
      if: Outside.soffice != nil && Outside.pdfinfo != nil, "soffice or pdfinfo is not installed"))
  func `LibreOffice prints as many pages as there are slides`() throws {
    let file = try #require(SampleSlides.files["three"])
    let deck = try #require(SampleSlides.deck("three"))
    try Outside.withFolder { folder in
      try file.write(to: URL(filePath: folder + "/deck.pptx"))
      let run = try Outside.run(
        try #require(Outside.soffice),
        [
          "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "pdf",
          "--outdir", folder, folder + "/deck.pptx",
        ])
      let facts = try Outside.run(try #require(Outside.pdfinfo), [folder + "/deck.pdf"])
      let count = SampleSlides.plan(deck).slides.count
      #expect(facts.out.contains(/Pages: +(\d+)\n/), "\(run.out) \(facts.out)")
      #expect(facts.out.firstMatch(of: /Pages: +(\d+)\n/).map { String($0.1) } == "\(count)")
    }
  }
}
