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
    let id = "page-\(number)-\(slug)"
    return """
      <section class="sheet" aria-labelledby="\(id)">
      <div class="top"><span class="topic">\(number) &#183; \(Markup.escaped(topic))\(place)</span>\
      <span class="who"><bdi>\(Markup.escaped(deck.title))</bdi></span></div>
      \(banners)\(question)<h2 id="\(id)"\(headlineClass)>\(Markup.sentence(headline.sentence))</h2>
      <div class="body\(bodyClass)">
      \(exhibits.enumerated().map { $1.html(id: "\(number)-\(slug)-\($0)") }.joined(separator: "\n"))
      </div>
      <p class="how"><b>How to read.</b> \(Markup.sentence(howToRead))</p>
      <footer><span>\(Markup.escaped(deck.footer))</span><span>Page \(number)\(place)</span></footer>
      </section>
      """
  }

  /// Tells sheets of one page number apart.
  private var slug: String {
    topic.lowercased().split { !$0.isASCII || !$0.isLetter }.joined(separator: "-") + "-\(part)"
  }

  private var headlineClass: String {
    switch headline.sentence.count {
    case ..<150: ""
    case ..<230: " class=\"long\""
    default: " class=\"longest\""
    }
  }

  private var bodyClass: String {
    let rows = exhibits.reduce(0) { count, exhibit in
      guard case .table(let table) = exhibit else { return count }
      return count + table.rows.count + 2
    }
    let isSole =
      exhibits.count == 1
      && exhibits.allSatisfy {
        if case .remarks = $0 { true } else { false }
      }
    let hasChart = exhibits.contains { if case .chart = $0 { true } else { false } }
    let tables = exhibits.filter { if case .table = $0 { true } else { false } }.count
    let isDense = rows > (hasChart ? 8 : 13) || tables > 1
    let size = rows > (hasChart ? 11 : 20) ? " dense denser" : isDense ? " dense" : ""
    return size + (isSole ? " sole" : "")
  }
}

extension Exhibit {
  func html(id: String) -> String {
    switch self {
    case .keyFigures(let figures): Self.figures(figures)
    case .chart(let chart): "<div class=\"chart\">\n\(chart.drawing(id: id).element)\n</div>"
    case .table(let table): table.html
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
  func drawing(id: String) -> SVG {
    switch self {
    case .ranges(let chart): chart.drawing(id: id)
    case .outcomes(let chart): chart.drawing(id: id)
    case .fans(let chart): chart.drawing(id: id)
    case .distributions(let chart): chart.drawing(id: id)
    case .tradeOff(let chart): chart.drawing(id: id)
    }
  }
}
