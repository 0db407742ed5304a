import Foundation
import Scenarios
import Testing

@testable import Reporting

@Suite struct LookTests {
  private func deck(_ change: (inout Presentation) -> Void) -> Deck {
    var comparison = FixedComparison().comparison
    change(&comparison.scenario.presentation)
    return Deck(comparison, stresses: [], engineVersion: "1.2.3")
  }

  @Test func `the default look leaves the style sheet as it is`() {
    #expect(StyleSheet.text(for: Presentation()) == StyleSheet.sober)
    #expect(!deck { _ in }.html.contains("img-src"))
  }

  @Test func `organisation and date stand on every sheet`() {
    let deck = deck {
      $0.organisation = "Valley <Care>"
      $0.date = "2026-11-02"
    }
    let sheets = deck.html.components(separatedBy: "<section class=\"sheet\"").dropFirst()
    for sheet in sheets {
      #expect(sheet.contains("<bdi>Valley &lt;Care&gt;</bdi>"))
      #expect(sheet.contains("<span>2026-11-02 · Page "))
    }
    #expect(!deck.html.contains("Mountain Valley"))
  }

  @Test func `an image is in the page itself, within its line`() {
    let bytes: [UInt8] = [1, 2, 3]
    let page = deck { $0.logo = .init(kind: .png, bytes: bytes, width: 600, height: 50) }.html
    #expect(
      page.contains(
        "<img alt=\"\" width=\"180.0\" height=\"15.0\" src=\"data:image/png;base64,AQID\">"))
    #expect(page.contains("style-src 'unsafe-inline'; img-src data:\""))
    let high = deck { $0.logo = .init(kind: .svg, bytes: bytes, width: 10, height: 100) }.html
    #expect(high.contains("width=\"2.8\" height=\"28.0\" src=\"data:image/svg+xml;base64,AQID\""))
  }

  @Test func `colours and their tints take the place of the usual ones`() {
    var look = Presentation()
    look.colours.main = "204020"
    look.colours.light = "80A080"
    look.colours.loss = "702010"
    let text = StyleSheet.text(for: look)
    for colour in [
      "--navy:#204020", "--mid:#80a080", "--rust:#702010", "--pale:#d9e3d9",
      ".fan-narrow{fill:#aabfaa", ".hatch-ground{fill:#eadedb",
    ] { #expect(text.contains(colour), "\(colour)") }
    for usual in ["#16395c", "#6d93b5", "#8a2f1b", "#d4e0eb", "#9db8d1", "#f3ddd6"] {
      #expect(!text.contains(usual), "\(usual)")
    }
    #expect(text.count == StyleSheet.sober.count)
  }

  @Test func `only the pages chosen are shown, and the manifest says which`() throws {
    let deck = deck { $0.pages = [3, 7] }
    #expect(Set(deck.pages.map(\.number)) == [1, 3, 7, 16])
    let run = try #require(deck.tables(16).first { $0.caption == "The run" })
    #expect(run.rows.last?.cells == ["Pages shown, of 16", "1, 3, 7, 16"])
  }
}
