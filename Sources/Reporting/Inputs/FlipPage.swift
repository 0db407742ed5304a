import Projection

extension InputBoard {
  /// Page 11, second sheet: at which level of each input the choice changes.
  var flipPage: DeckPage {
    let lettered = lettered
    return DeckPage(
      number: 11, topic: "Where the choice changes", headline: flipHeadline,
      exhibits: [.table(flipTable(lettered)), .table(widthTable)],
      howToRead:
        "Each input is moved alone, for all five years, until \(best) is no longer the highest mean of "
        + "all \(paths.paths.outcomes.count) paths; ± is the paired simulation error."
        + lettered.map { " \($0.letter) is \($0.title)." }.joined())
  }

  private typealias LetteredPath = (letter: String, title: String)

  /// Paths whose titles would wrap in every row that names them, each with the letter it has there.
  private var lettered: [LetteredPath] {
    var titles: [String] = []
    for flip in study.flips.flatMap({ [$0.below, $0.above] }).compactMap({ $0 }) {
      let title = title(flip.to)
      if title.count > Self.widestTitle, !titles.contains(title) { titles.append(title) }
    }
    return zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", titles).map { ("Path \($0)", $1) }
  }

  /// Characters of a title that stands on one line.
  private static let widestTitle = 24

  private var flipHeadline: Finding {
    guard let flip = nearestFlip else {
      return Finding(
        "Within the levels looked at, no single input with a stated uncertainty takes \(best) from "
          + "the top.")
    }
    guard flip.shift.isClear else {
      return Finding("\(tied(flip).capitalizedFirst).", number: flip.shift)
    }
    let place =
      switch reach(of: flip) {
      case .inside: "inside the middle eight tenths of what it may come to"
      case .outside: "outside the middle eight tenths of what it may come to"
      case .cannotBeTold: "at the edge of the middle eight tenths of what it may come to"
      }
    return Finding(
      "\(best) stays best until \(flip.condition(study)): \(place); then \(title(flip.to)) is "
        + "ahead.", number: flip.shift)
  }

  private func flipTable(_ lettered: [LetteredPath]) -> Table {
    Table(
      caption: "Nearest level at which another path has the highest mean",
      columns: [
        .init("Input", .word), .init("As projected"), .init("Downward"), .init("then", .text),
        .init("Upward"), .init("then", .text), .init("Looked at", .word),
      ],
      rows: study.flips.map { flips in
        let input = flips.input
        return Table.Row(
          .plain,
          [input.title, study.range(of: input).map { input.words($0.level) } ?? ""]
            + cells(flips.below, lettered) + cells(flips.above, lettered)
            + ["\(input.words(flips.lowest)) to \(input.words(flips.highest))"])
      })
  }

  private func cells(_ flip: FlipPoint?, _ lettered: [LetteredPath]) -> [String] {
    guard let flip else { return ["none", "–"] }
    let title = title(flip.to)
    return [
      "\(flip.input.words(flip.level)) ± \(flip.input.error(flip.level))",
      lettered.first { $0.title == title }?.letter ?? title,
    ]
  }

  /// The width of each input's bar for every path followed.
  private var widthTable: Table {
    let tornados = Array(distinct.prefix(3))
    // Where many paths are named above, fewer rows find room below.
    let order = tornado.bars.map(\.input).prefix(study.flipsFound.count > 8 ? 2 : 6)
    let unit = MoneyUnit(for: tornados.flatMap { $0.bars.map(\.width) })
    let columns = tornados.map { tornado in
      unit.column(
        tornado.bars.map { bar in
          Estimate(
            value: bar.width,
            standardError: bar.atTenth.standardError + bar.atNinetieth.standardError)
        })
    }
    return Table(
      caption: "Width of each bar by path, \(unit.rawValue), and where its range comes from",
      columns: [.init("Input", .word)] + tornados.map { .init(title($0.path)) }
        + [.init("Source of the spread", .text)],
      rows: order.indices.map { row in
        let source = study.range(of: order[row])?.source ?? ""
        return Table.Row(
          .plain,
          [order[row].title] + columns.map { $0[row] } + [Names.clamped(source, to: 70)])
      })
  }
}

extension Input {
  /// The error of a level in its own unit: `0.05%`, `120`.
  func error(_ level: Estimate) -> String {
    let error = level.standardError
    guard error * (isShare ? 1e4 : 1) >= 1 else { return isShare ? "0.01%" : "1" }
    let precision = Precision.twoDigits(of: error * (isShare ? 100 : 1))
    let rounded = precision.rounded(error * (isShare ? 100 : 1))
    let text = DecimalText.printed(rounded, places: max(0, -precision.exponent))
    return self == .participantRevenue ? level.standardErrorDollars : isShare ? text + "%" : text
  }

  private var isShare: Bool { self != .size && self != .participantRevenue }
}
