/// What one sheet of paper holds, in CSS pixels: 11 by 8.5 inches less its margins.
///
/// Every height here is at least what the style sheet makes of it, so that a page that fits by
/// this measure prints on one sheet.
struct SheetRoom {
  static let width = 960.0
  /// Paper is 748.8 high: the rest is room for one line of text more than was reckoned, where a
  /// browser or a face breaks lines otherwise.
  static let height = 730.0
  /// The coloured edge, the line of topic and organisation, the footer, and all that is between.
  private static let frame = 4 + 8 + 20 + 26.0

  let page: DeckPage
  let banners: [String]
  /// Printed on page 1.
  let question: String?

  /// How much wider serifs may run.
  private static let serif = 1.05

  /// Type size of the headline: as large as leaves it three lines.
  var headlineSize: Double {
    [26.0, 23, 21, 19].first { headlineLines($0) <= ($0 > 25 ? 2 : 3) } ?? 17
  }

  private func headlineLines(_ size: Double) -> Int {
    TextMeasure.lines(page.headline.sentence, size: size * Self.serif, in: Self.width)
  }

  private var headlineHeight: Double {
    Double(headlineLines(headlineSize)) * headlineSize * 1.27 + 24
  }

  private var questionHeight: Double {
    guard page.number == 1, let question else { return 0 }
    return Double(TextMeasure.lines(question, size: 16, in: Self.width)) * 23.2 + 10
  }

  private var bannerHeight: Double {
    guard !banners.isEmpty else { return 0 }
    let text = banners.joined(separator: "        ")
    return Double(TextMeasure.lines(text, size: 14, in: Self.width - 24)) * 19 + 20
  }

  private var howHeight: Double {
    let text = "How to read. " + page.howToRead
    return Double(TextMeasure.lines(text, size: 13.5, in: Self.width)) * 19 + 20
  }

  /// Pixels left between the headline and the line on how to read.
  var body: Double {
    Self.height - Self.frame - headlineHeight - questionHeight - bannerHeight - howHeight
  }

  static let remarkSize = 14.5

  static func height(ofRemarks findings: [Finding], size: Double = remarkSize, gap: Double = 4)
    -> Double
  {
    let lines = findings.map { TextMeasure.lines($0.sentence, size: size, in: width - 24) }
    return lines.reduce(44) { $0 + Double($1) * size * 1.45 + gap }
  }

  static func height(ofFigures figures: [KeyFigure]) -> Double {
    14 + 9 + (figures.map(height(of:)).max() ?? 0)
  }

  /// Four columns, 28 pixels apart.
  private static let figureWidth = (width - 3 * 28) / 4

  /// Label, value and note below each other, each in as many lines as it takes.
  private static func height(of figure: KeyFigure) -> Double {
    func lines(_ text: String, _ size: Double) -> Double {
      Double(TextMeasure.lines(text, size: size, in: figureWidth))
    }
    return lines(figure.label, 13.5) * 20 + lines(figure.value, 28 * serif) * 36
      + lines(figure.note, 13) * 19
  }
}

extension Board {
  /// Whether the tables, remarks and charts of a page fit its sheet at this type size of tables.
  func fits(_ page: DeckPage, size: Double = 12) -> Bool {
    let room = SheetRoom(
      page: page, banners: Banner.texts(for: comparison.scenario.editions),
      question: comparison.scenario.question.map { Names.clamped($0, to: 200) })
    let needed = page.exhibits.reduce(0.0) { sum, exhibit in
      switch exhibit {
      case .table(let table): sum + TableLayout(table, size: size, padding: 2).height
      case .remarks(_, let findings): sum + SheetRoom.height(ofRemarks: findings)
      case .keyFigures(let figures): sum + SheetRoom.height(ofFigures: figures)
      case .chart(let chart): sum + chart.leastHeight + SheetLayout.belowChart
      }
    }
    return needed <= room.body
  }
}

/// How the exhibits of a page share its room.
struct SheetLayout {
  /// Type size of tables and the padding above and below each row; pixels.
  var tableSize = 14.0
  var tablePadding = 4.0
  var chartHeight = 0.0
  var headlineSize: Double

  static let belowChart = 12.0
  static let tableSizes = [16.0, 15, 14.5, 14, 13.5, 13, 12.5, 12, 11.5, 11]

  init(_ page: DeckPage, in deck: Deck) {
    let room = SheetRoom(page: page, banners: deck.banners, question: deck.question)
    headlineSize = room.headlineSize
    var free = room.body
    var tables: [Table] = []
    var hasChart = false
    for exhibit in page.exhibits {
      switch exhibit {
      case .keyFigures(let figures): free -= SheetRoom.height(ofFigures: figures)
      case .remarks(_, let findings):
        free -= page.isSole ? 0 : SheetRoom.height(ofRemarks: findings)
      case .table(let table): tables.append(table)
      case .chart: hasChart = true
      }
    }
    let leastChart = hasChart ? 290.0 : 0
    func height(_ size: Double, _ padding: Double) -> Double {
      tables.reduce(0) { $0 + TableLayout($1, size: size, padding: padding).height }
    }
    let sizes = hasChart ? Self.tableSizes.filter { $0 <= 14 } : Self.tableSizes
    tableSize = sizes.first { height($0, 2) <= free - leastChart } ?? sizes.last ?? 11
    let most = hasChart ? 4.0 : 11
    let paddings = stride(from: most, through: 1, by: -0.5)
    tablePadding = paddings.first { height(tableSize, $0) <= free - leastChart } ?? 1
    let left = free - height(tableSize, tablePadding) - Self.belowChart
    chartHeight = hasChart ? max(120, left) : 0
  }
}
