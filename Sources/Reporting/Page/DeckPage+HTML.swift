extension DeckPage {
  /// One sheet as a section.
  func html(in deck: Deck) -> String {
    let place = parts > 1 ? " (\(part) of \(parts))" : ""
    let banners =
      deck.banners.isEmpty
      ? ""
      : "<p class=\"banner\">"
        + deck.banners.map { "<span>\(Markup.escaped($0))</span>" }.joined() + "</p>\n"
    let question =
      number == 1
      ? deck.question.map { "<p class=\"question\">\(Markup.escaped($0))</p>\n" } ?? "" : ""
    let date = deck.look.date.map { Markup.escaped("\($0) · ") } ?? ""
    let layout = SheetLayout(self, in: deck)
    let content = exhibits.enumerated()
      .map { $1.html(id: "\(number)-\(slug)-\($0)", layout) }.joined(separator: "\n")
    let id = "page-\(number)-\(slug)"
    return """
      <section class="sheet" aria-labelledby="\(id)">
      <div class="top"><span class="topic">\(number) &#183; \(Markup.escaped(topic))\(place)</span>\
      <span class="who"><bdi>\(Markup.escaped(deck.title))</bdi></span>\(deck.look.logo?.image ?? "")</div>
      \(banners)\(question)<h2 id="\(id)" \
      style="font-size:\(DecimalText.fixed(layout.headlineSize, places: 0))px">\(Markup.sentence(headline.sentence))</h2>
      <div class="body\(isSole ? " sole" : "")">
      \(content)
      </div>
      <p class="how"><b>How to read.</b> \(Markup.sentence(howToRead))</p>
      <footer><span>\(Markup.escaped(deck.footer))</span><span>\(date)Page \(number)\(place)</span></footer>
      </section>
      """
  }

  /// Tells sheets of one page number apart.
  private var slug: String {
    topic.lowercased().split { !$0.isASCII || !$0.isLetter }.joined(separator: "-") + "-\(part)"
  }

  /// Whether the page is a list of remarks and nothing else.
  var isSole: Bool {
    exhibits.count == 1
      && exhibits.allSatisfy {
        if case .remarks = $0 { true } else { false }
      }
  }
}

extension Exhibit {
  func html(id: String, _ layout: SheetLayout) -> String {
    switch self {
    case .keyFigures(let figures): Self.figures(figures)
    case .chart(let chart):
      "<div class=\"chart\">\n\(chart.drawing(id: id, height: layout.chartHeight).element)\n</div>"
    case .table(let table): table.html(size: layout.tableSize, padding: layout.tablePadding)
    case .remarks(let title, let findings): Self.remarks(title, findings)
    }
  }

  private static func figures(_ figures: [KeyFigure]) -> String {
    let cells = figures.map { figure in
      """
      <div class="figure"><div class="label">\(Markup.escaped(figure.label))</div>\
      <div class="value">\(Markup.sentence(figure.value))</div>\
      <div class="note">\(Markup.sentence(figure.note))</div></div>
      """
    }
    return "<div class=\"figures\">\n\(cells.joined(separator: "\n"))\n</div>"
  }

  private static func remarks(_ title: String, _ findings: [Finding]) -> String {
    let items = findings.map { "<li>\(Markup.sentence($0.sentence))</li>" }
    return """
      <div class="remarks"><h3>\(Markup.escaped(title))</h3><ul>
      \(items.joined(separator: "\n"))
      </ul></div>
      """
  }
}

extension Chart {
  func drawing(id: String, height: Double) -> SVG {
    switch self {
    case .ranges(let chart): chart.drawing(id: id, height: height)
    case .outcomes(let chart): chart.drawing(id: id, height: height)
    case .fans(let chart): chart.drawing(id: id, height: height)
    case .distributions(let chart): chart.drawing(id: id, height: height)
    case .tradeOff(let chart): chart.drawing(id: id, height: height)
    case .coverage(let chart): chart.drawing(id: id, height: height)
    case .curves(let chart): chart.drawing(id: id, height: height)
    case .parts(let chart): chart.drawing(id: id, height: height)
    case .tornado(let chart): chart.drawing(id: id, height: height)
    }
  }
}
