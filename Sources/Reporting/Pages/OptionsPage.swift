import Projection
import Regulation

extension Board {
  /// Page 2: what each option is, whether it can be signed, and the terms it is settled under.
  var optionPages: [DeckPage] {
    let groups = whatIfGroups
    let reasons = groups.enumerated().map { index, group in
      Finding((groups.count > 1 ? Self.mark(index) + ": " : "") + group.reason)
    }
    let why: [Exhibit] =
      (reasons.isEmpty ? [] : [.remarks(title: "Why the what-ifs cannot be signed", reasons)])
      + (exitRules.isEmpty ? [] : [.remarks(title: "Left early", exitRules)])
    let options = Self.sheets(legalFirst.map { optionRow($0, groups) }, of: 14).map {
      optionTable($0)
    }
    let terms = Self.sheets(termRows, of: 14).map { termTable($0) }
    let whole = optionPage([.table(options[0])] + why + [.table(terms[0])], 1, 1)
    // Everything on one sheet where it fits at a size easily read, else options and terms apart.
    if options.count == 1, terms.count == 1, fits(whole, size: 12) { return [whole] }
    let first = options.enumerated().map { index, table in
      [Exhibit.table(table)] + (index == options.count - 1 ? why : [])
    }
    let sheets = first + terms.map { [.table($0)] }
    return sheets.enumerated().map { index, exhibits in
      optionPage(exhibits, index + 1, sheets.count, isTerms: index >= first.count)
    }
  }

  private var exitRules: [Finding] {
    legalFirst.compactMap { index in
      outlooks[index].option.leave.map {
        Finding("\(name(index)) \($0.words) (\(Paragraph.termination)).")
      }
    }
  }

  private func optionPage(
    _ exhibits: [Exhibit], _ part: Int, _ parts: Int, isTerms: Bool = false
  ) -> DeckPage {
    DeckPage(
      number: 2, part: part, parts: parts, topic: "The options",
      headline: isTerms ? termsHeadline : optionsHeadline, exhibits: exhibits,
      howToRead:
        "Savings are shared from the first dollar once the minimum rate is met; a loss limit with "
        + "two shares holds the lesser amount. No loss terms means nothing can be owed.")
  }

  private var optionsHeadline: Finding {
    let whatIfs = all.count - legal.count
    let twoSided = legal.filter { outlooks[$0].terms.contains { $0.losses != nil } }.count
    guard !legal.isEmpty else {
      return Finding(
        all.count == 1
          ? "The one option asked for cannot be signed by this ACO."
          : "None of the \(all.count) options asked for can be signed by this ACO.")
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

  /// What-ifs that cannot be signed for the same reason, the option's own level left out of it.
  private var whatIfGroups: [(reason: String, options: [Int])] {
    var groups: [(reason: String, options: [Int])] = []
    for index in legalFirst {
      guard let reason = outlooks[index].requested.whatIf else { continue }
      let title = outlooks[index].option.title
      let plain = Names.clamped(reason, to: 230).replacing(
        "holds \(title);", with: "holds the same level;")
      if let place = groups.firstIndex(where: { $0.reason == plain }) {
        groups[place].options.append(index)
      } else {
        groups.append((plain, [index]))
      }
    }
    return groups
  }

  /// `What-if a`, `What-if b`.
  private static func mark(_ index: Int) -> String {
    "What-if \(UnicodeScalar(97 + UInt8(min(index, 25))))"
  }

  private func optionRow(
    _ index: Int, _ groups: [(reason: String, options: [Int])]
  ) -> Table.Row {
    let path = outlooks[index].terms.map { $0.track.shortTitle }
    let group = groups.firstIndex { $0.options.contains(index) }
    let standing = group.map { groups.count > 1 ? Self.mark($0) : "What-if" } ?? "Can be signed"
    return Table.Row(rowKind(index), [name(index)] + path + [standing])
  }

  private var termsHeadline: Finding {
    let rates = legal.flatMap { outlooks[$0].terms }.map(\.maximumSharingRate)
    guard let least = rates.min(by: { $0.fraction < $1.fraction }),
      let most = rates.max(by: { $0.fraction < $1.fraction })
    else { return optionsHeadline }
    let span = least == most ? least.percent : "\(least.percent) to \(most.percent)"
    return Finding(
      "The options that can be signed share up to \(span) of savings, by level and year.")
  }

  private func optionTable(_ rows: [Table.Row]) -> Table {
    Table(
      caption: "Paths through the five performance years",
      columns: [.init("Option", .text)]
        + years.map { Table.Column($0.description, .word) }
        + [.init("Standing", .word)],
      rows: rows)
  }

  /// The years stand in the caption where all terms hold in all of them.
  private func termTable(_ rows: [Table.Row]) -> Table {
    let span = Self.span(years)
    let isAlike = termRows.allSatisfy { $0.cells[1] == span }
    let titles: [Table.Column] = [
      .init("Track", .word), .init("In force", .word), .init("Sharing rate"),
      .init("Payment limit, of benchmark"), .init("Loss rate", .text), .init("Loss limit", .text),
      .init("Minimum rates", .text),
    ]
    func kept<Item>(_ items: [Item]) -> [Item] {
      isAlike ? items.enumerated().filter { $0.offset != 1 }.map(\.element) : items
    }
    return Table(
      caption: isAlike ? "Terms by level, \(span)" : "Terms by level and performance year",
      columns: kept(titles), rows: rows.map { Table.Row($0.kind, kept($0.cells)) })
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
