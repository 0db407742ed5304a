import Foundation
import Testing

@testable import Reporting

/// How high each sheet is as a browser lays it out for print: what no sheet may be more than, told
/// for hundreds of sheets by one start of the browser.
enum PrintedSheets {
  struct Sheet {
    /// Of the deck, and of the sheet's headline.
    var deck, name: String
    /// CSS pixels.
    var height: Double
  }

  /// Height of 8.5 by 11 inches less the margins of the style sheet; CSS pixels.
  static let paper = 748.8

  /// Where a system keeps the face that its programs fall back to.
  static let fallbackFaces = "/usr/share/fonts/truetype/dejavu"

  /// - Parameters:
  ///   - decks: pages by name.
  ///   - faces: the only folder of faces the browser may use; `nil` for those of the system.
  static func measured(
    _ decks: [(name: String, html: String)], faces: String? = nil
  ) throws -> [Sheet] {
    try Outside.withFolder { folder in
      try page(decks).write(toFile: folder + "/decks.html", atomically: true, encoding: .utf8)
      var environment: [String: String] = [:]
      if let faces {
        environment["FONTCONFIG_FILE"] = folder + "/fonts.conf"
        try "<fontconfig><dir>\(faces)</dir><cachedir>\(folder)/faces</cachedir></fontconfig>"
          .write(toFile: folder + "/fonts.conf", atomically: true, encoding: .utf8)
      }
      let told = try Outside.run(
        try #require(Outside.chromium),
        [
          "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1000,800",
          "--user-data-dir=\(folder)/profile", "--dump-dom", "file://\(folder)/decks.html",
        ], environment: environment
      ).out
      let lines = try #require(told.firstMatch(of: /sheets:([^:]*):end/)).1.split(separator: "\n")
      return try lines.map { line in
        let words = line.split(separator: " ")
        try #require(words.count == 3, "\(line)")
        return Sheet(
          deck: "\(words[0])", name: "\(words[1])", height: try #require(Double(words[2])))
      }
    }
  }

  /// Every deck below each other in the look of the first, each sheet as high as what it holds.
  private static func page(_ decks: [(name: String, html: String)]) throws -> String {
    let first = try #require(decks.first).html
    let style = try [
      ("@media print{", "@media all{"), (";min-height:7.75in;", ";min-height:0;"),
      ("@page{size:11in 8.5in;margin:0.35in 0.45in}", "body{width:10.1in}"),
    ].reduce(between("<style>", "</style>", of: first).replacing("\n", with: " ")) {
      style, change in
      try #require(style.contains(change.0), "\(change.0)")
      return style.replacing(change.0, with: change.1)
    }
    let sheets = try decks.map { name, html in
      "<main id=\"\(name)\">\(try between("<main>", "</main>", of: html))</main>"
    }
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
      + "<style>\(style)</style></head><body>\(sheets.joined())\(ruler)</body></html>"
  }

  private static func between(_ start: String, _ end: String, of text: String) throws -> Substring {
    let from = try #require(text.firstRange(of: start)).upperBound
    let to = try #require(text[from...].firstRange(of: end)).lowerBound
    return text[from..<to]
  }

  private static let ruler = """
    <script>
    const told = []
    for (const sheet of document.querySelectorAll("section.sheet"))
      told.push([
        sheet.parentNode.id, sheet.querySelector("h2").id, sheet.getBoundingClientRect().height
      ].join(" "))
    document.body.textContent = "sheets:" + told.join("\\n") + ":end"
    </script>
    """
}
