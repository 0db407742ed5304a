import Projection
import Regulation
import Scenarios

extension Board {
  /// Page 8: what programs are worth, and whether they change the choice.
  var programPages: [DeckPage] {
    ProgramBoard(self)?.pages ?? []
  }
}

extension ProgramBoard {
  private static let topic = "What programs are worth"

  /// Most programs for which two tables share a sheet.
  private static let most = 7

  fileprivate var pages: [DeckPage] {
    let sheets = worthSheets + choiceSheets
    return sheets.indices.map { place in
      DeckPage(
        number: 8, part: place + 1, parts: sheets.count, topic: Self.topic,
        headline: sheets[place].headline, exhibits: sheets[place].tables.map { .table($0) },
        howToRead: sheets[place].howToRead)
    }
  }

  private typealias Sheet = (headline: Finding, tables: [Table], howToRead: String)

  private func sheets(_ headline: Finding, _ tables: [Table], _ howToRead: String) -> [Sheet] {
    values.count > Self.most
      ? tables.map { (headline, [$0], howToRead) } : [(headline, tables, howToRead)]
  }

  private var worthSheets: [Sheet] {
    sheets(
      Finding(
        "\(worthSentence)\(partsSentence).", number: outlook.together.recommended.net.mean),
      [worthTable, breakEvenTable],
      "Net is payments plus fees less cost; the effects are the scenario's own, with their sources "
        + "on page 16. Medicare saves what is avoided less its part of the fees, which are Parts A and "
        + "B spending too. Paired on the first \(trials) trials.")
  }

  private var choiceSheets: [Sheet] {
    sheets(
      Finding(choiceSentence, number: outlook.choices.last?.net), [choiceTable, optionTable],
      "Every path the ACO may sign, with none of the programs, with each by itself and with all, on "
        + "the same histories; and what they change of each listed option's expected five-year net."
    )
  }

  // MARK: - Worth

  private var worths: [ProgramWorth] { values.map(\.alone) + [outlook.together] }
  private var names: [String] {
    values.map { Self.title($0.program) } + [values.count > 1 ? "All together" : "In all"]
  }

  private func kind(_ row: Int) -> Table.Row.Kind { row == values.count ? .leading : .plain }

  private var worthTable: Table {
    let changes = worths.map(\.recommended)
    let unit = MoneyUnit(
      for: worths.flatMap { [$0.saved.value, $0.cost.value, $0.fees.value] }
        + changes.map(\.net.mean.value))
    let columns: [[String]] = [
      names, unit.column(worths.map(\.saved), signed: true),
      changes.map { $0.kept?.percent ?? "–" },
      unit.column(changes.map(\.payment), signed: true), unit.column(worths.map(\.fees)),
      unit.column(worths.map(\.cost)), unit.column(changes.map(\.net.mean), signed: true),
      unit.errors(changes.map(\.net.mean)),
      unit.column(changes.map(\.fifthPercentile), signed: true),
      changes.map(\.chanceOfOwing).points,
    ]
    return Table(
      caption: "Each by itself against none, five years along \(path), \(unit.rawValue)",
      columns: [
        .init("Program", .text), .init("Medicare saves"), .init("Of it kept"),
        .init("Payments"), .init("Fees"), .init("Cost"), .init("Net"), .init("± se"),
        .init("5th percentile"), .init("Owes, points"),
      ],
      rows: names.indices.map { row in Table.Row(kind(row), columns.map { $0[row] }) })
  }

  private var breakEvenTable: Table {
    let beside = values.map(\.besideOthers.recommended)
    let unit = MoneyUnit(for: beside.map(\.net.mean.value))
    let (nets, errors) = (
      unit.column(beside.map(\.net.mean), signed: true), unit.errors(beside.map(\.net.mean))
    )
    let bound = Rate(Program.effects.upperBound).percent
    return Table(
      caption: "Beside the others: what giving it up would lose, \(unit.rawValue), and where it "
        + "breaks even",
      columns: [
        .init("Program", .text), .init("Net"), .init("± se"), .init("Expected effect"),
        .init("its spread"), .init("Breaks even at"), .init("± se, points"),
      ],
      rows: values.indices.map { row in
        let program = values[row].program
        let breakEven = values[row].breakEven
        return Table.Row(
          .plain,
          [
            Self.title(program), nets[row], errors[row], Self.stated(program),
            Rate(program.effect.standardDeviation).percent,
            breakEven?.percent ?? "nowhere to ±\(bound)",
            breakEven.map { Self.points(of: $0.standardError) } ?? "–",
          ])
      })
  }

  /// A standard error in percentage points, to two digits.
  private static func points(of error: Double) -> String {
    guard error > 0 else { return "± 0" }
    let precision = Precision.twoDigits(of: error * 100)
    return "± "
      + DecimalText.printed(precision.rounded(error * 100), places: max(0, -precision.exponent))
  }

  // MARK: - Choice

  private var choiceTable: Table {
    let choices = outlook.choices
    let unit = MoneyUnit(for: choices.map(\.net.value))
    let (nets, errors) = (unit.column(choices.map(\.net)), unit.errors(choices.map(\.net)))
    let hasAppetite = board.comparison.scenario.appetite != nil
    return Table(
      caption: "The path of highest expected five-year net, \(unit.rawValue)",
      columns: [.init("With", .text), .init("Best path", .text), .init("Mean"), .init("± se")]
        + [.init("Another is better")] + (hasAppetite ? [.init("Best in appetite", .text)] : []),
      rows: choices.indices.map { row in
        let choice = choices[row]
        return Table.Row(
          row == choices.count - 1 ? .leading : .plain,
          [with(row), choice.path.title, nets[row], errors[row], choice.chanceOfAnother.percent]
            + (hasAppetite ? [choice.withinAppetite?.title ?? "none keeps it"] : []))
      })
  }

  private func with(_ row: Int) -> String {
    if row == 0 { return "None" }
    if row == outlook.choices.count - 1, values.count > 1 { return "All" }
    return outlook.choices[row].programs.map { Names.clamped($0, to: 40) }.joined(separator: ", ")
  }

  private var optionTable: Table {
    let options = Array(board.legalFirst.prefix(Board.optionsPerSheet))
    let nets = worths.map { worth in options.map { worth.options[$0].net.mean } }
    let unit = MoneyUnit(for: nets.flatMap { $0.map(\.value) })
    return Table(
      caption: "Change of expected five-year net along each option listed, \(unit.rawValue) ± se",
      columns: [.init("With", .text)] + options.map { .init(board.label($0)) },
      rows: names.indices.map { row in
        let (texts, errors) = (unit.column(nets[row], signed: true), unit.errors(nets[row]))
        return Table.Row(kind(row), [names[row]] + zip(texts, errors).map { "\($0) \($1)" })
      })
  }
}
