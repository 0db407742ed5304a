import Projection
import Regulation

extension Board {
  /// Page 2: what each option is, whether it can be signed, and the terms it is settled under.
  var optionPages: [DeckPage] {
    let optionRows = legalFirst.map(optionRow)
    let optionSheets = Self.sheets(optionRows, of: 10)
    let termSheets = Self.sheets(termRows, of: 12)
    let compact =
      optionSheets.count == 1
      && termRows.count + optionRows.reduce(0) { $0 + Self.lines(of: $1) } <= 17
    let tables =
      compact
      ? [optionSheets.map(optionTable) + termSheets.map(termTable)]
      : optionSheets.map { [optionTable($0)] } + termSheets.map { [termTable($0)] }
    return tables.enumerated().map { index, exhibits in
      DeckPage(
        number: 2, part: index + 1, parts: tables.count, topic: "The options",
        headline: optionsHeadline, exhibits: exhibits.map(Exhibit.table),
        howToRead:
          "Savings are shared from the first dollar once the minimum rate is met; a loss limit "
          + "with two shares holds the lesser amount. No loss terms means nothing can be owed.")
    }
  }

  private var optionsHeadline: Finding {
    let whatIfs = all.count - legal.count
    let twoSided = legal.filter { outlooks[$0].terms.contains { $0.losses != nil } }.count
    guard !legal.isEmpty else {
      return Finding("None of the \(all.count) options asked for can be signed by this ACO.")
    }
    let open = "\(legal.count) of the \(all.count) options can be signed"
    let rest =
      whatIfs == 0 ? "" : "; \(whatIfs == 1 ? "one is a what-if" : "\(whatIfs) are what-ifs")"
    let risk =
      twoSided == 0
      ? "none carries shared losses"
      : twoSided == legal.count && legal.count > 1
        ? "all carry shared losses"
        : "\(twoSided) \(twoSided == 1 ? "carries" : "carry") shared losses in some year"
    return Finding("\(open), of which \(risk)\(rest).")
  }

  private func optionRow(_ index: Int) -> Table.Row {
    let requested = outlooks[index].requested
    let path = outlooks[index].terms.map { $0.track.shortTitle }
    let standing =
      requested.whatIf.map { "What-if: \(Names.clamped($0, to: 170))" } ?? "Can be signed"
    return Table.Row(rowKind(index), [name(index)] + path + [standing])
  }

  /// Lines a row takes, its name and its standing wrapped.
  private static func lines(of row: Table.Row) -> Int {
    max((row.cells.first?.count ?? 0) / 17, (row.cells.last?.count ?? 0) / 75) + 1
  }

  private func optionTable(_ rows: [Table.Row]) -> Table {
    Table(
      caption: "Paths through the five performance years",
      columns: [.init("Option", .text)]
        + years.map { Table.Column($0.description, .word) }
        + [.init("Standing", .text)],
      rows: rows)
  }

  private func termTable(_ rows: [Table.Row]) -> Table {
    Table(
      caption: "Terms by level and performance year",
      columns: [
        .init("Track", .word), .init("In force", .text), .init("Sharing rate"),
        .init("Payment limit", .text), .init("Loss rate", .text), .init("Loss limit", .text),
        .init("Minimum rates", .text),
      ],
      rows: rows)
  }

  /// One row for each different set of terms, with the years it holds in.
  private var termRows: [Table.Row] {
    var seen: [(terms: TrackTerms, years: [PerformanceYear])] = []
    for outlook in outlooks {
      for (terms, year) in zip(outlook.terms, years) {
        if let place = seen.firstIndex(where: { $0.terms == terms }) {
          if !seen[place].years.contains(year) { seen[place].years.append(year) }
        } else {
          seen.append((terms, [year]))
        }
      }
    }
    let order = Track.allCases
    let place = { (track: Track) in order.firstIndex(of: track) ?? order.count }
    return
      seen
      .map { ($0.terms, $0.years.sorted()) }
      .sorted {
        (place($0.0.track), $0.1.first?.calendarYear ?? 0)
          < (place($1.0.track), $1.1.first?.calendarYear ?? 0)
      }
      .map { Table.Row(.plain, [$0.0.track.title, Self.span($0.1)] + $0.0.cells) }
  }

  static func span(_ years: [PerformanceYear]) -> String {
    guard let first = years.first, let last = years.last else { return "" }
    if first == last { return first.description }
    let isRun = last.calendarYear - first.calendarYear == years.count - 1
    return isRun ? "\(first)–\(last)" : years.map(\.description).joined(separator: ", ")
  }
}

extension Track {
  /// `A` … `E`, `ENHANCED`.
  var shortTitle: String {
    switch self {
    case .basic(let level): level.rawValue.uppercased()
    case .enhanced, .legacy: title
    }
  }
}
