import Projection

extension Board {
  /// Page 12, after the stress tests: what must be true to break a limit.
  var reversePages: [DeckPage] { InputBoard(self).flatMap(\.reversePage).map { [$0] } ?? [] }
}

extension InputBoard {
  fileprivate var reversePage: DeckPage? {
    guard let first = study.reverse.first else { return nil }
    let beside = study.reverse.dropFirst().filter { $0.behind != nil || $0.path == study.rival }
    return DeckPage(
      number: 12, topic: "Reverse stress", headline: sentence(first),
      exhibits: (beside.isEmpty
        ? [] : [.remarks(title: "For other paths, and between two", beside.map(sentence))])
        + [.table(reverseTable)],
      howToRead:
        "The combination of inputs nearest to what is projected, in standard deviations of what each "
        + "may come to, that brings the mean of all futures to the limit; found by steepest fall on "
        + "the first \(DecimalText.grouped(first.trials)) trials, where its figures are exact. The "
        + "chance, that the inputs lie at least so far that way, is to first order; luck about the "
        + "inputs comes on top.")
  }

  /// What must be true to break one limit, in words.
  func sentence(_ stress: ReverseStress) -> Finding {
    let (asks, figure) = words(stress)
    if stress.isBrokenAlready {
      return Finding("\(asks): so it is as projected already.", number: stress.asProjected)
    }
    guard let point = stress.point else {
      return Finding(
        "\(asks): no combination of inputs within \(Self.distance(ReverseStress.reach)) standard "
          + "deviations does that.", number: stress.asProjected)
    }
    return Finding(
      "\(asks), most likely, when \(list(point)): a chance of about \(Self.odds(point.chance)). A "
        + "twentieth of the way back, \(figure) is \(point.step.dollars) more.",
      number: point.step)
  }

  private func words(_ stress: ReverseStress) -> (asks: String, figure: String) {
    let path = title(stress.path)
    if let behind = stress.behind {
      return ("\(path) falls behind \(title(behind))", "its lead")
    }
    let limit = Estimate(value: -stress.limit, standardError: 0).dollars
    return stress.statesReserve
      ? ("\(path) loses the reserve of \(limit) on average", "its mean five-year net")
      : ("\(path) nets nothing on average (no reserve is stated)", "its mean five-year net")
  }

  /// The inputs that carry the point: those at least a quarter of its distance away, at most four.
  private func list(_ point: ReverseStress.Point) -> String {
    let carried = point.levels.filter { $0.score.magnitude >= 0.25 * point.distance }.prefix(4)
    let shown = carried.isEmpty ? point.levels.prefix(1) : carried
    let words = shown.map {
      $0.input.clause($0.level, projected: study.range(of: $0.input)?.level)
    }
    return Names.list(Array(words))
  }

  private static func distance(_ value: Double) -> String {
    DecimalText.printed(value, places: value == value.rounded() ? 0 : 1)
  }

  /// `28%`, or `1 in 20` to one leading digit or a five; never more exact than first order.
  static func odds(_ chance: Double) -> String {
    let odds = 1 / max(chance, 1e-12)
    guard odds >= 10 else { return DecimalText.printed(chance * 100, places: 0) + "%" }
    var unit = 1.0
    while odds / unit >= 10 { unit *= 10 }
    return "1 in \(DecimalText.grouped(Int((odds / unit * 2).rounded() * unit / 2)))"
  }

  /// Inputs in the order of the tornado, as many as a sheet holds.
  private static let mostRows = 7

  private var reverseTable: Table {
    let found = study.reverse.filter { $0.point != nil }.prefix(6)
    let order = tornado.bars.map(\.input).prefix(Self.mostRows)
    let figures = found.compactMap(\.point)
    return Table(
      caption: "Where each input stands at the point found",
      columns: [.init("Input", .word), .init("As projected")]
        + found.map { stress in
          .init(title(stress.path) + (stress.behind.map { " behind \(title($0))" } ?? ""))
        },
      rows: order.map { input in
        Table.Row(
          .plain,
          [input.title, study.range(of: input).map { input.words($0.level) } ?? ""]
            + figures.map { point in
              point.levels.first { $0.input == input }.map { input.words($0.level) } ?? ""
            })
      } + [
        Table.Row(
          .leading,
          ["Standard deviations away", ""] + figures.map { Self.distance(rounded($0.distance)) }),
        Table.Row(
          .plain,
          ["Simulation error of that", ""] + figures.map { "± \(Self.distance(upward($0)))" }),
        Table.Row(.plain, ["Chance, to first order", ""] + figures.map { Self.odds($0.chance) }),
        Table.Row(.plain, ["Mean on those trials", ""] + figures.map { exact($0.figure) }),
        Table.Row(.plain, ["A twentieth back", ""] + figures.map { exact($0.retreat) }),
        Table.Row(
          .plain, ["Paired error of the two", ""] + figures.map(\.step.standardErrorDollars)),
      ])
  }

  /// Exact in its sample.
  private func exact(_ figure: Estimate) -> String {
    Estimate(value: figure.value, standardError: 0).dollars
  }

  private func rounded(_ distance: Double) -> Double { (distance * 10).rounded() / 10 }

  /// Never less than it is.
  private func upward(_ point: ReverseStress.Point) -> Double {
    (point.distanceError * 10).rounded(.up) / 10
  }
}
