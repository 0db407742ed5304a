import Foundation
import Testing

@testable import Reporting

@Suite struct DeckHTMLTests {
  static func html(_ name: String) throws -> String {
    try #require(SampleDecks.decks[name]).html
  }

  @Test func `the same comparison gives the same bytes`() throws {
    let again = Deck(
      SampleDecks.three.make(), stresses: SampleStresses.make(SampleDecks.three),
      engineVersion: "1.2.3")
    #expect(try Self.html("three") == again.html)
  }

  @Test func `nothing is fetched and nothing runs`() throws {
    let page = try Self.html("seven")
    for forbidden in ["<script", "http-equiv=\"refresh", "src=", "@import", "<link", "onload"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    let addresses = page.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!addresses.contains("http://") && !addresses.contains("https://"))
  }

  @Test func `text from a file cannot become markup`() throws {
    let page = try Self.html("hostile")
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quo"))
    #expect(!page.contains("WWWWWWWWWW" + String(repeating: "W", count: 200)))
    #expect(!page.contains("\u{202E}"))
    #expect(Markup.escaped("a\u{0}b\u{1B}") == "a\u{FFFD}b\u{FFFD}")
  }

  @Test func `every chart says what it shows`() throws {
    let page = try Self.html("seven")
    let charts = page.components(separatedBy: "<svg ").dropFirst()
    #expect(charts.count == 5)
    for chart in charts {
      #expect(chart.contains("role=\"img\" aria-label=\""))
      #expect(chart.contains("<title>"))
    }
  }

  private static let judge = """
    import sys, re, xml.dom.minidom
    from html.parser import HTMLParser
    text = open(sys.argv[1], encoding="utf-8").read()
    void = {"meta", "col", "br", "link", "img", "hr", "input"}
    class Judge(HTMLParser):
        stack = []; ids = set()
        def handle_starttag(self, tag, attributes):
            for key, value in attributes:
                if key == "id":
                    assert value not in self.ids, "id twice: " + value
                    self.ids.add(value)
            if tag not in void: self.stack.append(tag)
        def handle_startendtag(self, tag, attributes): pass
        def handle_endtag(self, tag):
            assert self.stack and self.stack[-1] == tag, (tag, self.stack[-5:], self.getpos())
            self.stack.pop()
    judge = Judge(convert_charrefs=True); judge.feed(text); judge.close()
    assert not judge.stack, judge.stack
    charts = re.findall(r"<svg .*?</svg>", text, re.S)
    for chart in charts:
        xml.dom.minidom.parseString(chart.encode("utf-8"))
        assert "nan" not in re.sub(r">[^<]*<", "><", chart), "not a number"
    print("well-formed", len(charts))
    """

  @Test(
    .enabled(if: Outside.python != nil, "python3 is not installed"),
    arguments: SampleDecks.all.map(\.name))
  func `Python's parsers find the page and each chart well-formed`(_ name: String) throws {
    let python = try #require(Outside.python)
    try Outside.withFolder { folder in
      let file = folder + "/deck.html"
      try Self.html(name).write(toFile: file, atomically: true, encoding: .utf8)
      let verdict = try Outside.run(python, ["-c", Self.judge, file])
      #expect(verdict.status == 0, "\(verdict.out)")
      #expect(verdict.out.hasPrefix("well-formed"))
    }
  }

  @Test(
    .enabled(
      if: Outside.chromium != nil && Outside.pdftotext != nil,
      "chromium or pdftotext is not installed"),
    .serialized, arguments: Outside.judged(SampleDecks.all.map(\.name) + Examples.names))
  func `every sheet prints on one sheet of paper`(_ name: String) throws {
    let deck = try #require(SampleDecks.decks[name] ?? Examples.decks[name])
    try Outside.withFolder { folder in
      try deck.html.write(toFile: folder + "/deck.html", atomically: true, encoding: .utf8)
      _ = try Outside.run(
        try #require(Outside.chromium),
        [
          "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
          "--user-data-dir=\(folder)/profile", "--print-to-pdf=\(folder)/deck.pdf",
          "file://\(folder)/deck.html",
        ])
      let text = try Outside.run(
        try #require(Outside.pdftotext), ["-layout", folder + "/deck.pdf", "-"])
      let papers = text.out.split(separator: "\u{0C}")
      // A sheet that runs over leaves its footer to the next paper.
      let over = papers.filter { !$0.contains(deck.footer.prefix(20)) }
        .map { $0.split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) } ?? "" }
      #expect(over.isEmpty, "These ran over: \(over.joined(separator: "; ")).")
      #expect(papers.count == deck.pages.count, "\(papers.count) papers: \(text.out.prefix(300))")
    }
  }

  @Test(
    .enabled(if: Outside.judgesAll, "GLIDEPATH_EVERY_DECK is not set: slow programs judge four"))
  func `slow programs judge every deck`() {
    let names = SampleDecks.all.map(\.name) + Examples.names
    #expect(Outside.judged(names) == names)
  }

  /// Every sample and every shipped scenario, by a name that is no other's.
  private static var pages: [(name: String, html: String)] {
    (SampleDecks.all.map(\.name) + Examples.names).compactMap { name in
      (SampleDecks.decks[name] ?? Examples.decks[name]).map { (name, $0.html) }
    }
  }

  /// The room that must be left is half of a line: no sheet of these is full by chance.
  private static func tight(_ sheets: [PrintedSheets.Sheet]) -> String {
    sheets.filter { $0.height > PrintedSheets.paper - 10 }
      .map { "\($0.deck) \($0.name) is \($0.height) high" }.joined(separator: "; ")
  }

  @Test(.enabled(if: Outside.chromium != nil, "chromium is not installed"))
  func `no sheet of any deck fills its paper to the edge`() throws {
    let pages = Self.pages
    if let gallery = ProcessInfo.processInfo.environment["GLIDEPATH_GALLERY"] {
      for (name, page) in pages {
        try page.write(toFile: "\(gallery)/\(name).html", atomically: true, encoding: .utf8)
      }
    }
    let sheets = try PrintedSheets.measured(pages)
    #expect(
      sheets.count
        == pages.reduce(0) { $0 + $1.html.split(separator: "<section class=\"sheet\"").count - 1 })
    #expect(Self.tight(sheets) == "")
    // The ruler measures: charts are as high as leaves about a line, lists are shorter.
    #expect(sheets.contains { $0.height > 700 } && sheets.contains { $0.height < 600 })
  }

  @Test(
    .enabled(
      if: Outside.chromium != nil
        && FileManager.default.fileExists(atPath: PrintedSheets.fallbackFaces),
      "chromium or the faces of DejaVu are not installed"))
  func `nor where there are no faces but the widest fallback`() throws {
    let sheets = try PrintedSheets.measured(Self.pages, faces: PrintedSheets.fallbackFaces)
    #expect(Self.tight(sheets) == "")
  }
}
