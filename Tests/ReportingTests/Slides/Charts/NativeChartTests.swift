import Foundation
import Scenarios
import Testing

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct NativeChartTests {
  static let names = SampleDecks.all.map(\.name) + Examples.names

  static func charts(_ name: String) throws -> [Chart] {
    // No sample's deck has a chart of parts: that page needs a run of its own.
    try #require(SampleDecks.decks[name] ?? Examples.decks[name]).charts
      + (name == "seven" ? [.parts(ChartFigures.partsSample)] : [])
  }

  @Test(arguments: names)
  func `every chart is well-formed, has two axes and says what it shows`(_ name: String) throws {
    for chart in try Self.charts(name) {
      let natives = try ChartFigures.natives(chart)
      #expect(!natives.isEmpty)
      for native in natives {
        let reader = ChartReader(native.xml)
        #expect(reader.isWellFormed, "\(chart.label): \(native.xml.prefix(400))")
        #expect(Set(reader.axes).count == 2 && reader.axes.count == 2)
        #expect(Set(reader.axesOfGroups) == Set(reader.axes))
        #expect(!native.label.isEmpty && native.label.contains(chart.label.prefix(30)))
        #expect(native.workbook.starts(with: [0x50, 0x4B]))
        #expect(!native.xml.contains(/[">]-?(nan|inf)["<]/))
      }
    }
  }

  @Test(arguments: names)
  func `charts of one exhibit tile it without overlap`(_ name: String) throws {
    for chart in try Self.charts(name) {
      let natives = try ChartFigures.natives(chart)
      for native in natives {
        #expect(native.x >= 0 && native.y >= 0 && native.width > 0.2 && native.height > 0.2)
        #expect(native.x + native.width < 1.000001 && native.y + native.height < 1.000001)
      }
      for (place, one) in natives.enumerated() {
        for other in natives[(place + 1)...] {
          let isBeside =
            one.x + one.width < other.x + 1e-6 || other.x + other.width < one.x + 1e-6
          let isBelow =
            one.y + one.height < other.y + 1e-6 || other.y + other.height < one.y + 1e-6
          #expect(isBeside || isBelow)
        }
      }
    }
  }

  @Test func `the shipped scenarios and samples show all nine kinds`() throws {
    let charts = try Self.names.flatMap(Self.charts)
    let kinds = Set(charts.map { String(describing: $0).prefix { $0 != "(" } })
    #expect(kinds.count == 9, "\(kinds)")
  }

  @Test func `what is not drawn has no entry in the legend`() throws {
    for chart in try Self.charts("rural-first-agreement") {
      for native in try ChartFigures.natives(chart) {
        let reader = ChartReader(native.xml)
        guard reader.hasLegend else { continue }
        #expect(reader.unseen.isSubset(of: reader.hidden), "\(native.label)")
        #expect(reader.hidden.count < reader.count, "\(native.label)")
      }
    }
  }

  @Test func `type is never smaller than nine points`() throws {
    for name in ["twelve", "hostile"] {
      for native in try Self.charts(name).flatMap(ChartFigures.natives) {
        let sizes = native.xml.matches(of: /sz="(\d+)"/).compactMap { Int($0.1) }
        #expect((sizes.min() ?? 0) >= 900)
      }
    }
  }

  @Test func `the same chart gives the same bytes`() throws {
    for chart in try Self.charts("rural-first-agreement") {
      #expect(try ChartFigures.natives(chart) == ChartFigures.natives(chart))
    }
  }

  @Test func `text from a file cannot become markup or a formula`() throws {
    for native in try Self.charts("hostile").flatMap(ChartFigures.natives) {
      #expect(!native.xml.contains("<script") && !native.xml.contains("\u{202E}"))
      #expect(!native.xml.contains(String(repeating: "W", count: 200)))
    }
  }
}

/// What a test needs to know of a `c:chartSpace`.
private final class ChartReader: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var hasLegend = false
  private(set) var axes: [String] = []
  private(set) var axesOfGroups: [String] = []
  /// Places of series without fill, line and mark, and of those the legend leaves out.
  private(set) var unseen: Set<Int> = []
  private(set) var hidden: Set<Int> = []
  private(set) var count = 0
  private var path: [String] = []
  private var isSeen = false

  init(_ xml: String) {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    path.append(name)
    let parent = path.dropLast().last ?? ""
    switch name {
    case "c:legend": hasLegend = true
    case "c:axId" where parent.hasSuffix("Ax"): axes.append(attributes["val"] ?? "")
    case "c:axId": axesOfGroups.append(attributes["val"] ?? "")
    case "c:ser": isSeen = false
    case "a:solidFill", "a:pattFill":
      let own = path.drop { $0 != "c:ser" }.prefix(3)
      if own.contains("c:spPr") || own.contains("c:marker") { isSeen = true }
    case "c:idx" where parent == "c:legendEntry":
      if let place = Int(attributes["val"] ?? "") { hidden.insert(place) }
    default: break
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
    guard name == "c:ser" else { return }
    if !isSeen { unseen.insert(count) }
    count += 1
  }
}
