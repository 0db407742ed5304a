import Projection
import Regulation

extension Board {
  /// Page 6, beside the payments: what being able to leave early is worth.
  var leavingPages: [DeckPage] { LeavingBoard(self)?.pages ?? [] }
}

/// What the pages ask of leaving.
struct LeavingBoard {
  let board: Board
  let leaving: LeavingOutlook

  /// `nil` where it was not valued.
  init?(_ board: Board) {
    guard let leaving = board.comparison.leaving, !leaving.values.isEmpty else { return nil }
    self.board = board
    self.leaving = leaving
  }

  /// Options that can be signed, or all where none can; then the path beside them.
  var shown: [LeavingValue] {
    let listed = board.subjects.prefix(Board.optionsPerSheet - 1).compactMap { index in
      leaving.values.first { $0.option == index }
    }
    return listed + leaving.values.filter { $0.option == nil }
  }

  func title(_ value: LeavingValue) -> String {
    value.option.map { board.label($0) } ?? value.path.title
  }

  /// Those that can be signed and under which being able to leave is surely worth something.
  private var worthwhile: [LeavingValue] {
    shown.filter { value in
      value.policy.mean.isClear && value.policy.mean.value > 0
        && value.option.map { board.subjects.contains($0) } ?? true
    }
  }

  /// The one of these under which it is worth most, as simulated.
  var most: LeavingValue? {
    worthwhile.max { $0.policy.mean.value < $1.policy.mean.value }
  }

  /// Others under which it may be worth as much: within two errors of the difference, taken as if their
  /// trials were not the same ones.
  private func rivals(of most: LeavingValue) -> [LeavingValue] {
    worthwhile.filter { value in
      let (one, other) = (most.policy.mean, value.policy.mean)
      let more = Estimate(
        value: one.value - other.value,
        standardError: (one.standardError * one.standardError
          + other.standardError * other.standardError).squareRoot())
      return value != most && !more.isClear
    }
  }

  /// `Level E`, or `Level E, or as much under ENHANCED`.
  private func leader(_ most: LeavingValue) -> String {
    let others = rivals(of: most).map(title)
    return others.isEmpty
      ? title(most) : "\(title(most)), or as much under \(Names.list(others, most: 3))"
  }

  /// One sentence, true of the figures.
  var finding: Finding {
    guard let most else {
      return Finding(
        "Being able to leave early is worth nothing that the simulation can tell from zero under any "
          + "\(board.subjectNoun).")
    }
    return Finding(
      "Being able to leave early is worth most under \(leader(most)): \(most.policy.mean.dollars) of "
        + "expected five-year net, by leaving in \(most.chanceOfLeaving.ofFutures).",
      number: most.policy.mean)
  }

  /// For a terminal.
  var summary: String {
    guard let most else { return "Being able to leave early: no value clear of zero" }
    return "Being able to leave early: \(most.policy.mean.dollars) under \(title(most)), "
      + "leaving in \(most.chanceOfLeaving.percent)"
  }

  fileprivate var pages: [DeckPage] {
    page.withRemarksApart(shown.count > Board.rowsBesideRemarks)
  }

  private var page: DeckPage {
    DeckPage(
      number: 6, topic: "What being able to leave is worth", headline: finding,
      exhibits: [
        .table(table), .table(years), .remarks(title: "When the best policy leaves", policies),
      ]
        + [.remarks(title: "What leaving means", meaning)],
      howToRead:
        "Best policy: fitted to one set of \(DecimalText.grouped(leaving.trials)) trials by least "
        + "squares, valued on a second; the true value lies between it and hindsight. Hindsight picks "
        + "the best day of each future once all is known, which nobody can.")
  }

  private var table: Table {
    let unit = MoneyUnit(for: shown.flatMap { [$0.never.value, $0.foresight.value] })
    let rules = shown.compactMap(\.rule)
    var places = rules.indices.makeIterator()
    let ruled = zip(
      unit.column(rules.map(\.difference.mean), signed: true),
      unit.errors(rules.map(\.difference.mean))
    ).map { ["\($0)", "\($1)"] }
    let columns: [[String]] = [
      shown.map(title), unit.column(shown.map(\.never)),
      unit.column(shown.map(\.policy.mean), signed: true), unit.errors(shown.map(\.policy.mean)),
      unit.column(shown.map(\.inSample), signed: true),
      unit.column(shown.map(\.foresight), signed: true),
    ]
    return Table(
      caption: "Five-year net, \(unit.rawValue): staying, and what leaving adds to it",
      columns: [
        .init("Option", .text), .init("Stays"), .init("Best policy"), .init("±"),
        .init("On its own trials"), .init("Hindsight"), .init("Its exit rule"), .init("±"),
      ],
      rows: shown.indices.map { row in
        let rule = shown[row].rule == nil ? nil : places.next()
        return Table.Row(
          kind(shown[row]), columns.map { $0[row] } + (rule.map { ruled[$0] } ?? ["–", ""]))
      })
  }

  private var years: Table {
    func row(_ kind: Table.Row.Kind, _ name: String, _ chances: [Chance]) -> Table.Row {
      Table.Row(kind, [name] + chances.map(\.percent))
    }
    return Table(
      caption: "Chance of leaving, by the year it takes effect in",
      columns: [.init("Option", .text)] + board.years.map { Table.Column($0.description) },
      rows: shown.flatMap { value in
        [row(kind(value), "\(title(value)), best policy", value.chances)]
          + (value.rule.map { [row(.plain, "\(title(value)), its exit rule", $0.chances)] } ?? [])
      })
  }

  private func kind(_ value: LeavingValue) -> Table.Row.Kind {
    value.option.map { board.isWhatIf($0) ? .whatIf : .plain } ?? .plain
  }

  /// The likeliest days of the options under which leaving is surely worth something.
  private var policies: [Finding] {
    let worth = shown.filter { $0.policy.mean.isClear && $0.policy.mean.value > 0 }
    guard !worth.isEmpty else { return [Finding("It never clearly pays to leave.")] }
    return worth.prefix(2).map { value in
      let likeliest = value.exits.sorted { $0.chance.value > $1.chance.value }.prefix(2)
      let likely = value.exits.filter { likeliest.contains($0) }
      return Finding("\(title(value)): \(likely.map(words).joined(separator: "; ")).")
    }
  }

  private func words(_ exit: PolicyExit) -> String {
    let when = "\(exit.date.words), in \(exit.chance.ofFutures)"
    guard let signal = exit.signal else { return when }
    let figure =
      switch signal.figure {
      case .published: "the last published savings rate"
      case .claims: "last year's savings rate by its own claims"
      }
    // The nearest cut of one figure to a policy of several: another fit's lies up to half a point off.
    let threshold = Estimate(value: signal.threshold, standardError: 0.005).percent
    return "\(when), nearly where \(figure) is below \(threshold) (agrees in "
      + "\(signal.agreement.percent) of decisions)"
  }

  private var meaning: [Finding] {
    [
      "Leaving by 30 June: nothing of the year is shared or owed (\(Paragraph.termination); the June "
        + "date is an unverified reading). Leaving on 31 December: the year is settled, later ones are "
        + "not. Advances and prepaid savings still outstanding are repaid; program costs stop that day.",
      "Known on 31 December: published results through the year before. On 30 June: those through the "
        + "year before the last, and last year's own claims against the nation's growth.",
    ].map { Finding($0) }
  }
}
