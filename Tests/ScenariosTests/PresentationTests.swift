import Foundation
import Testing

@testable import Scenarios

@Suite struct PresentationTests {
  /// One pixel, whole: signature, IHDR, IDAT, IEND.
  static let png =
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    ) ?? Data()
  static let svg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"40\"><g/></svg>"

  /// Reads the least scenario with this logo among these files.
  private func read(
    _ logo: String, beside files: [String: Data] = [:], _ prepare: (URL) throws -> Void = { _ in }
  ) throws -> Scenario {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try bytes.write(to: folder.appending(path: name)) }
    try prepare(folder)
    return try Scenario(
      yaml: Examples.least + "presentation: {logo: \(logo)}\n", file: "x.yaml", name: "x",
      folder: folder)
  }

  private func refusal(
    _ logo: String, beside files: [String: Data] = [:], _ prepare: (URL) throws -> Void = { _ in }
  ) throws -> String {
    let problems = try #require(throws: Problems.self) {
      _ = try read(logo, beside: files, prepare)
    }
    #expect(problems.all.count == 1)
    return try #require(problems.all.first).description
  }

  @Test func `a file without the key looks as it always did`() throws {
    let scenario = try Examples.read(Examples.least)
    #expect(scenario.presentation == Presentation())
    #expect(scenario.documentation == Documentation())
  }

  @Test func `every key reaches its place and none is a figure`() throws {
    let scenario = try Examples.read(Examples.full)
    let look = scenario.presentation
    #expect(look.organisation == "Mountain Valley Care")
    #expect(look.colours.main == "204020" && look.colours.light == "80A080")
    #expect(look.colours.loss == "702010")
    #expect(look.pages == [1, 2, 7, 13, 16] && look.date == "2025-11-02")
    #expect(look.logo == nil, "the text alone has no folder to look in")
    #expect(
      !scenario.provenance.contains {
        $0.key.hasPrefix("presentation") || $0.key.hasPrefix("documentation")
      })
  }

  @Test func `the decision and what it rests on are shown whatever is listed`() {
    var look = Presentation()
    #expect((1...16).allSatisfy { look.shows($0) })
    look.pages = [3, 7]
    #expect((1...16).filter { look.shows($0) } == [1, 3, 7, 16])
  }

  @Test func `an image is told by its bytes and measured`() throws {
    let small = try #require(try read("a.bin", beside: ["a.bin": Self.png]).presentation.logo)
    #expect(small.kind == .png && small.width == 1 && small.height == 1)
    #expect(small.bytes == [UInt8](Self.png))
    let drawing = try #require(
      try read("sub/../b.png", beside: ["b.png": Data(Self.svg.utf8)]) {
        try FileManager.default.createDirectory(
          at: $0.appending(path: "sub"), withIntermediateDirectories: true)
      }.presentation.logo)
    #expect(drawing.kind == .svg && drawing.width == 120 && drawing.height == 40)
  }

  @Test(arguments: [
    ("width=\"2in\" height=\"25.4mm\"", 192.0, 96.0),
    ("width=\"100%\" height=\"100%\" viewBox=\"0 0 30 10\"", 30, 10),
    ("viewBox='0,0,7.5,2'", 7.5, 2),
  ])
  func `a drawing has its own size, or that of its view`(
    attributes: String, width: Double, height: Double
  ) throws {
    let logo = try Presentation.Logo(Array("<svg \(attributes)><path d=\"M0 0\"/></svg>".utf8))
    #expect(abs(logo.width - width) < 1e-9 && abs(logo.height - height) < 1e-9)
  }

  // MARK: - Refused, each in one sentence

  private func sentence(_ says: String, _ remedy: String, _ logo: String = "a.png") -> String {
    "x.yaml:16:22: presentation.logo is \(logo), which \(says). Allowed: a PNG or SVG image of at "
      + "most 1 MB. \(remedy)"
  }

  @Test func `what is no plain file is refused`() throws {
    #expect(try refusal("a.png") == sentence("is not there", "Check the path, or leave it out."))
    let linked = try refusal("a.png", beside: ["b.png": Self.png]) {
      try FileManager.default.createSymbolicLink(
        at: $0.appending(path: "a.png"), withDestinationURL: $0.appending(path: "b.png"))
    }
    #expect(linked == sentence("is a symbolic link", "Put the image itself there."))
    let folder = try refusal("a.png") {
      try FileManager.default.createDirectory(
        at: $0.appending(path: "a.png"), withIntermediateDirectories: true)
    }
    #expect(folder == sentence("is a folder or a device", "Name another, or leave it out."))
    let large = Data(repeating: 0x20, count: 1_048_577)
    #expect(
      try refusal("a.png", beside: ["a.png": large])
        == sentence("is larger than 1 MB", "Save it smaller."))
    #expect(
      try refusal("/etc/passwd")
        == "x.yaml:16:22: presentation.logo is /etc/passwd. Allowed: a path from the folder of this "
        + "file. Put the image beside the file and write its name.")
  }

  @Test(
    .enabled(if: getuid() != 0, "root may read every file"))
  func `what may not be read is refused`() throws {
    let closed = try refusal("a.png", beside: ["a.png": Self.png]) {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: $0.appending(path: "a.png").path)
    }
    #expect(closed == sentence("cannot be read", "Check its permissions."))
  }

  @Test func `what is no image is refused`() throws {
    let not = sentence(
      "is neither a PNG image nor a well-formed SVG drawing", "Name another, or leave it out.")
    for text in [
      "", "hello", "<html></html>", "<svg><g></svg>", "<svg/><svg/>", "<svg a=\"1\" a=\"2\"/>",
      "<svg a=1/>", "<svg>", "</svg>", "<svg/> more", "<svg><!-- </svg>", "\u{0}",
      String(repeating: "<svg>", count: 500),
    ] {
      #expect(try refusal("a.png", beside: ["a.png": Data(text.utf8)]) == not, "\(text.prefix(30))")
    }
    for cut in [20, 40, Self.png.count - 1] {
      #expect(
        try refusal("a.png", beside: ["a.png": Self.png.prefix(cut)])
          == sentence("is not a whole PNG image", "Save it again."), "\(cut)")
    }
    var wide = Self.png
    wide.replaceSubrange(16..<20, with: [0, 0, 0x20, 1])
    #expect(
      try refusal("a.png", beside: ["a.png": wide])
        == sentence("is more than 8192 pixels wide or high", "Save it smaller."))
    #expect(
      try refusal("a.png", beside: ["a.png": Data("<svg viewBox=\"0 0 9\"/>".utf8)])
        == sentence(
          "has no size", "Give its svg element a width and a height, or a viewBox."))
  }

  private static let unsafe: [(String, String)] = [
    ("<script>alert(1)</script>", "a script"), ("<svg:SCRIPT/>", "a script"),
    ("<a href=\"#a\" onClick=\"x()\"/>", "an event handler"),
    ("<foreignObject/>", "a foreignObject"), ("<iframe/>", "a foreignObject"),
    ("<image href=\"http://a.b/c.png\"/>", "an external reference"),
    ("<image xlink:href=\"data:image/png;base64,AA\"/>", "an external reference"),
    ("<a href=\"&#106;avascript:x\"/>", "an external reference"),
    ("<rect fill=\"url(http://a.b/c)\"/>", "an external reference"),
    ("<rect fill=\"u&#114;l( 'a.svg#b' )\"/>", "an external reference"),
    ("<style>@import 'a.css';</style>", "an external reference"),
    ("<style><![CDATA[rect{fill:url(a.png)}]]></style>", "an external reference"),
    ("<set attributeName=\"href\" to=\"a\"/>", "an external reference"),
    ("<set attributeName=\"onload\" to=\"a\"/>", "an external reference"),
    ("<style>rect{fill:u\\72l(a)}</style>", "an escape in its style"),
    ("<text>&other;</text>", "an entity"),
    ("<?xml-stylesheet href='a'?>", "a processing instruction"),
  ]

  @Test(arguments: unsafe)
  func `a drawing that could run or fetch something is refused`(inner: String, what: String) throws
  {
    let drawing = "<svg width=\"9\" height=\"9\">\(inner)</svg>"
    #expect(
      try refusal("a.svg", beside: ["a.svg": Data(drawing.utf8)])
        == sentence(
          "holds \(what)",
          "Save it as a plain drawing: no script, event handler, foreignObject, external reference or "
            + "entity.", "a.svg"))
  }

  @Test func `a document type is refused and what points inside is not`() throws {
    let typed = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg width=\"9\" height=\"9\"/>"
    #expect(
      try refusal("a.svg", beside: ["a.svg": Data(typed.utf8)]).contains(
        "which holds a document type or an entity."))
    let plain = """
      <?xml version="1.0" encoding="UTF-8"?><!-- by hand --><svg xmlns="http://www.w3.org/2000/svg"
      xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><defs><path id="a"/></defs>
      <use xlink:href="#a" fill="url(#b)" style="clip-path:url('#c')"/><title>A &amp; B</title></svg>
      """
    #expect(try read("a.svg", beside: ["a.svg": Data(plain.utf8)]).presentation.logo != nil)
  }

  // MARK: - Colours

  /// WCAG's own examples: black on white 21, #777777 4.48 and #767676 4.54.
  @Test(arguments: [
    ("#000000", 21.0), ("#ffffff", 1), ("#777777", 4.478), ("#767676", 4.542), ("#FF0000", 3.998),
  ])
  func `contrast is that of WCAG`(text: String, ratio: Double) throws {
    let colour = try #require(Colour(text))
    #expect(abs(colour.contrastToWhite - ratio) < 0.001)
  }

  @Test func `a colour just too pale is refused with its ratio, one just dark enough is not`()
    throws
  {
    func problems(_ colour: String) throws -> [String] {
      try Examples.problems(Examples.least + "presentation: {colours: {loss: \"\(colour)\"}}\n")
    }
    #expect(
      try problems("#777777") == [
        "x.yaml:16:32: presentation.colours.loss is \"#777777\". Allowed: a colour whose contrast to "
          + "white is at least 4.5 to 1; this one's is 4.47 (WCAG 2.1, 1.4.3). Write a darker one."
      ])
    #expect(try problems("#767676") == [])
    #expect(try problems("#76767").count == 1)
    #expect(
      try Examples.problems(Examples.least + "presentation: {colours: {light: \"#ffffff\"}}\n")
        == [])
  }

  @Test func `a stress of a scenario with an image still sees when nothing is changed`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.png.write(to: folder.appending(path: "a.png"))
    let yaml =
      Examples.least + "presentation: {logo: a.png}\nstresses:\n"
      + "  - {name: same, title: Same, source: judgement, finances: {programCost: 0}}\n"
    let problems = try #require(throws: Problems.self) {
      try Scenario(yaml: yaml, file: "x.yaml", name: "x", folder: folder)
    }
    #expect(problems.all.map(\.says) == ["changes nothing."])
  }
}
