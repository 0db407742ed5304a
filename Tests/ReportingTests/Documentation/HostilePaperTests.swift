import Foundation
import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

@Suite struct HostilePaperTests {
  static let text =
    "a | b\n\n# <script>alert(1)</script> [x](https://evil.example) **b** `c` &amp; \\| www.evil.example "
    + "<img src=x onerror=y> a@b.example ~~d~~ \u{202E}evil שלום\r\n| --- |\n- item"

  static let paper: Result<Paper, any Error> = Result {
    var comparison = try #require(SampleDecks.comparisons["hostile"])
    comparison.scenario.provenance = [
      Provenance(key: text, value: text, status: .stated, source: text)
    ]
    var told = Documentation()
    told.responsiblePerson = .init(name: text, qualification: text, organisation: text)
    told.intendedUsers = [text]
    (told.purpose, told.scope, told.dataReview, told.reliance) = (text, text, text, text)
    told.limitationsKnown = [text]
    told.changes = [.init(date: "2026-01-01", what: text, who: text)]
    comparison.scenario.documentation = told
    comparison.scenario.question = text
    return try Paper(
      Report(comparison: comparison, stresses: [], trackRecord: nil, engineVersion: text))
  }

  @Test func `Markdown shows the text and holds no markup of it`() throws {
    let markdown = try Self.paper.get().markdown
    for forbidden in ["<script", "<img", "https://", "www.e", "\u{202E}", "a@b", " **b**"] {
      #expect(!markdown.contains(forbidden), "\(forbidden)")
    }
    #expect(!markdown.replacing("\\]", with: "").contains("]("), "a link")
    #expect(markdown.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(markdown.contains("שלום"))
  }

  @Test func `no table is broken`() throws {
    let lines = try Self.paper.get().markdown.components(separatedBy: "\n")
    var columns = 0
    var tables = 0
    for (place, line) in lines.enumerated() where line.hasPrefix("|") {
      let bars = line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
      if place == 0 || !lines[place - 1].hasPrefix("|") {
        columns = bars
        tables += 1
      }
      #expect(bars == columns, "\(line.prefix(80))")
    }
    #expect(tables >= 10)
    let headings = lines.filter { $0.hasPrefix("#") }
    #expect(headings.allSatisfy { !$0.contains("script") || $0.contains("&lt;script") })
  }

  @Test func `a paragraph never becomes a list, a heading or a rule`() {
    #expect(MarkdownText.paragraph("- a") == "\\- a")
    #expect(MarkdownText.paragraph("12. a") == "12\\. a")
    #expect(MarkdownText.paragraph("1) a") == "1\\) a")
    #expect(MarkdownText.paragraph("# a") == "\\# a")
    #expect(MarkdownText.paragraph("12.5 percent") == "12\\.5 percent")
    #expect(MarkdownText.paragraph("> a") == "&gt; a")
    #expect(MarkdownText.escaped("a\nb\t c") == "a b  c")
  }

  @Test(.enabled(if: Outside.python != nil, "python3 is not installed"))
  func `the page to print is well-formed and runs nothing`() throws {
    let html = try Self.paper.get().html
    for forbidden in ["<script", "<img", "<a ", "\u{202E}"] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
    let python = try #require(Outside.python)
    try Outside.withFolder { folder in
      try html.write(toFile: folder + "/a.html", atomically: true, encoding: .utf8)
      let judge = """
        import sys
        from html.parser import HTMLParser
        class Judge(HTMLParser):
            stack = []
            def handle_starttag(self, tag, attributes):
                if tag not in ("meta", "col"): self.stack.append(tag)
            def handle_endtag(self, tag):
                assert self.stack and self.stack[-1] == tag, (tag, self.stack[-4:], self.getpos())
                self.stack.pop()
        judge = Judge(); judge.feed(open(sys.argv[1], encoding="utf-8").read()); judge.close()
        assert not judge.stack, judge.stack
        print("well-formed")
        """
      let verdict = try Outside.run(python, ["-c", judge, folder + "/a.html"])
      #expect(verdict.out == "well-formed\n", "\(verdict.out)")
    }
  }
}
