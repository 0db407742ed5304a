/// What a speaker is told of a slide: where its numbers come from, how to read them, what their
/// errors mean and how to get them again.
struct SlideNotes {
  let slide: PlannedSlide
  let deck: Deck

  var paragraphs: [String] {
    let page = slide.page
    let place = slide.parts > 1 ? ", slide \(slide.part) of \(slide.parts) of it" : ""
    var told = ["Page \(page.number), \(page.topic)\(place)."]
    if slide.part > 1 { told.append("The page's headline: \(page.headline.sentence)") }
    told.append("Where the numbers come from: " + NumberSource(page).words.joined(separator: " "))
    told.append("How to read: " + page.howToRead)
    told.append(errors)
    told.append(
      "\(deck.footer). The digests are the first eight digits of those in run.json. The same "
        + "scenario, rules, seed and trials give the same figures to the cent: glidepath project.")
    if !deck.banners.isEmpty {
      told.append("On every slide: \(deck.banners.joined(separator: "; ")).")
    }
    return told
  }

  private var errors: String {
    let model = "It is the error of simulating, not of the assumptions."
    if isWithoutChance { return "Nothing on this slide is simulated." }
    if printsErrors {
      return "\u{B1} is one standard error: twice that on either side holds the figure of endless "
        + "trials about 95 times in 100. \(model)"
    }
    return "Simulated figures are printed to no digit beyond their standard error. \(model)"
  }

  /// Pages of rules and of inputs.
  private var isWithoutChance: Bool {
    ["The options", "Assumptions"].contains(slide.page.topic)
  }

  private var printsErrors: Bool {
    slide.blocks.contains { block in
      switch block.content {
      case .keyFigures(let figures): figures.contains { ($0.value + $0.note).contains("\u{B1}") }
      case .chart: false
      case .remarks(_, let findings): findings.contains { $0.sentence.contains("\u{B1}") }
      case .table(let table):
        table.columns.contains { $0.title.contains("\u{B1}") }
          || table.rows.contains { $0.cells.contains { $0.contains("\u{B1}") } }
      }
    }
  }
}
