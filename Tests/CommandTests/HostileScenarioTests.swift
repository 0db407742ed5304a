import Foundation
import Testing

/// A scenario whose every text means harm: the files are valid, show the text and run nothing.
@Suite struct HostileScenarioTests {
  static let harm =
    #"<script>alert(1)</script> =HYPERLINK("http://x","y") & 'q' ]]> |a|b| [l](javascript:1) 🏥👩‍⚕️ "#
    + "שלום \u{202E}evil"

  /// In single quotes, as YAML has it.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  static func scenario(letters: Int = 380) throws -> String {
    let text = try String(
      contentsOf: Command.root.appending(path: FrontDoorTests.example), encoding: .utf8)
    let long = harm + String(repeating: "W", count: letters)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (place, line) in lines.enumerated() {
      if line.hasPrefix("title:") { lines[place] = "title: \(quoted(harm))" }
      if line.hasPrefix("question:") { lines[place] = "question: \(quoted(long))" }
      if line.hasPrefix("    - glidePath") {
        lines[place] +=
          "\n    - {name: equals, title: \(quoted(harm)), years: [levelA, levelB, "
          + "levelC, levelD, levelE]}"
      }
    }
    return lines.joined(separator: "\n") + """

      presentation:
        organisation: \(quoted("=cmd|' /C calc'!A0 " + harm))
      documentation:
        responsiblePerson: {name: \(quoted(harm))}
        intendedUsers: [\(quoted("@SUM(1+1) " + harm))]
        purpose: \(quoted("-2+3 " + harm))
        dataReview: \(quoted("+1 <img src=x onerror=alert(1)> " + harm))

      """
  }

  @Test func `a question of ten thousand letters is refused by name`() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "hostile.yaml")
      try Self.scenario(letters: 10_000).write(to: file, atomically: true, encoding: .utf8)
      let run = try Command.run("project", file.path, "--output", folder.path)
      #expect(run.status == 65)
      #expect(run.faults.count == 1)
      #expect(run.errors.contains("question is \"<script>alert(1)</script> =HYPERLINK"))
      #expect(run.errors.hasSuffix("Allowed: text of 1 through 500 characters. Write words.\n"))
    }
  }

  /// Prints a line for each thing that could run, and at last how often the text is shown.
  static let judge = """
    import re, sys, zipfile
    import openpyxl
    from pptx import Presentation
    folder = sys.argv[1]
    shown = 0
    deck = Presentation(folder + "/deck.pptx")
    for slide in deck.slides:
        text = " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
        shown += "<script>alert(1)</script>" in text
    with zipfile.ZipFile(folder + "/deck.pptx") as deck:
        for part in deck.namelist():
            text = deck.read(part)
            if b"hlinkClick" in text or b'TargetMode="External"' in text or b"vbaProject" in text:
                print("deck.pptx", part, "could run")
    book = openpyxl.load_workbook(folder + "/workbook.xlsx")
    for sheet in book.worksheets:
        if sheet._hyperlinks: print("workbook.xlsx", sheet.title, "has links")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and re.search("HYPERLINK|cmd|SUM\\\\(1|2\\\\+3", str(cell.value)):
                    print("workbook.xlsx", sheet.title, cell.coordinate, "is a formula")
                if cell.data_type == "s" and "HYPERLINK" in str(cell.value): shown += 1
    for name in ("deck.html", "documentation.html"):
        text = open(folder + "/" + name, encoding="utf-8").read()
        if re.search("<script|<img [^>]*onerror|javascript:[^<]*['\\"]>|<a ", text):
            print(name, "could run")
        shown += "&lt;script&gt;" in text
    text = open(folder + "/documentation.md", encoding="utf-8").read()
    if re.search(r"(?<!\\\\)<(script|img)|(?<!\\\\)\\]\\(javascript", text): print("documentation.md could run")
    shown += "script" in text
    print("shown" if shown > 8 else f"shown {shown} times only")
    """

  static let python = Command.root.appending(path: ".build-venv/bin/python3").path
  static let audit = Command.root.appending(path: ".build-venv/bin/openxml-audit").path

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: python),
      "python-pptx and openpyxl are not in .build-venv"))
  func `files of a hostile scenario are valid, show its text and run nothing`() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "hostile.yaml")
      try Self.scenario().write(to: file, atomically: true, encoding: .utf8)
      let run = try Command.run(
        "project", file.path, "--quiet", "--trials", "100", "--output", folder.path)
      try #require(run.status == 0, "\(run.errors)")
      let report = folder.appending(path: "hostile").path
      let verdict = try Self.told(Self.python, ["-c", Self.judge, report])
      #expect(verdict == "shown\n")
      for name in ["deck.pptx", "workbook.xlsx"] {
        let told = try Command.shell("\(Self.audit) \(report)/\(name)")
        #expect(told.status == 0, "\(name): \(told.output.suffix(2_000))")
      }
    }
  }

  static func told(_ program: String, _ arguments: [String]) throws -> String {
    let process = Command.process(arguments)
    process.executableURL = URL(filePath: program)
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
