import Projection
import Scenarios

extension ScenarioReport {
  /// The page of its own, on as many sheets as it needs.
  public var deck: Deck {
    let scenario = compared.sides[0].comparison.scenario
    return Deck(
      title: Names.clamped(scenario.title, to: 90), banners: banners, pages: pages,
      footer: "\(boards[0].runLine); \(compared.sides.count) scenarios on common draws",
      look: scenario.presentation)
  }

  var pages: [DeckPage] {
    let remarks = (drawRemarks + netRemarks).map { Finding($0) }
    let first: [Exhibit] =
      [.table(choiceTable)]
      + (remarks.isEmpty ? [] : [.remarks(title: "How far they can be compared", remarks)])
    let best = pathTable.map { [Exhibit.table($0)] } ?? []
    let isShort = compared.sides.count <= Self.fewScenarios
    var sheets: [(Finding, [Exhibit])] = [(headline, first + (isShort ? best : []))]
    if !isShort, !best.isEmpty { sheets.append((moneySentence, best)) }
    let perSheet = max(1, 15 / (compared.sides.count + 3))
    for part in Board.sheets(optionTables, of: perSheet)
    where !part.isEmpty {
      sheets.append((optionFinding(part), part.map(Exhibit.table)))
    }
    let differences = differenceTables(rows: 11)
    for (place, table) in differences.enumerated() {
      sheets.append((differenceFinding(place, of: differences.count), [.table(table)]))
    }
    return sheets.enumerated().map { place, sheet in
      DeckPage(
        number: 1, part: place + 1, parts: sheets.count, topic: Self.topic,
        headline: sheet.0, exhibits: sheet.1,
        howToRead: place < sheets.count - differences.count ? howToRead : Self.howToReadKeys)
    }
  }

  /// As many as leave room for two tables on the first sheet.
  private static let fewScenarios = 4

  private var howToRead: String {
    "Change: against \(names[0]) in the same simulated futures, with the standard error of that "
      + "paired difference. \(boards[0].netFormula)\(whoIsAdvanced)"
  }

  /// Of the first scenario in which anything is paid in advance.
  private var whoIsAdvanced: String {
    compared.sides.lazy.map(\.comparison.scenario.whoIsAdvanced).first { !$0.isEmpty } ?? ""
  }

  private static let howToReadKeys =
    "What each file writes, or the published default that stands for it. Not given: the file has no "
    + "such key and nothing stands for it."

  /// True of the options on one sheet.
  private func optionFinding(_ tables: [Table]) -> Finding {
    let shown = compared.options.filter { option in
      tables.contains { $0.caption.hasPrefix("\(name(of: option)):") }
    }
    let moves = shown.flatMap { option in others.map { (option, $0, option.net[$0].mean) } }
    let clear = moves.filter { $0.2.isClear }
    guard let most = clear.max(by: { $0.2.value.magnitude < $1.2.value.magnitude }) else {
      return Finding(
        "\(Names.list(shown.map(name))): no mean five-year net differs by more than twice its own "
          + "simulation error.")
    }
    return Finding(
      "\(name(of: most.0)) is expected to bring \(most.2.dollarsWithoutSign) "
        + "\(most.2.value < 0 ? "less" : "more") in \(names[most.1]) than in \(names[0]) "
        + "(± \(most.2.standardErrorDollars)).", number: most.2)
  }

  private func differenceFinding(_ place: Int, of parts: Int) -> Finding {
    let found = keyDifferences
    let keys = Set(found.map(\.key)).count
    let sheet = parts > 1 ? " (sheet \(place + 1) of \(parts) of them)" : ""
    return Finding(
      keys == 1
        ? "One key differs between the scenarios: \(Names.clamped(found[0].key, to: 60))."
        : "\(keys) keys differ between the scenarios\(sheet).")
  }
}

extension Deck {
  /// Pages that are no report of one scenario.
  init(
    title: String, banners: [String], pages: [DeckPage], footer: String, look: Presentation
  ) {
    self.title = title
    self.banners = banners
    self.pages = pages
    self.footer = footer
    self.look = look
    question = nil
  }
}
