import Projection
import Testing

@testable import Reporting

@Suite struct StoppingPageTests {
  @Test func `what was reached, in one sentence`() {
    #expect(
      StoppingSample().verdict
        == "After 65,536 trials every headline figure is known to 1%, and ENHANCED has the highest "
        + "mean net with 99% confidence.")
    #expect(
      StoppingSample(precision: nil).verdict
        == "After 65,536 trials ENHANCED has the highest mean net with 99% confidence.")
    #expect(
      StoppingSample(precision: 0.125, confidence: nil).verdict
        == "After 65,536 trials every headline figure is known to 12.5%.")
    #expect(
      StoppingSample(precision: nil, confidence: 0.9999, alike: [0]).verdict
        == "After 65,536 trials ENHANCED has the highest mean net with 99.99% confidence, the same "
        + "in every trial as Glide path.")
    #expect(
      StoppingSample(precision: nil, leads: [], errors: []).verdict
        == "After 65,536 trials ENHANCED has no rival.")
  }

  @Test func `what cannot be signed is told as a what-if`() {
    var board = StoppingSample(precision: nil).board
    for option in board.all { board.comparison.outlooks[option].requested.whatIf = "Not open." }
    #expect(
      StoppingBoard(board)?.verdict.sentence
        == "After 65,536 trials ENHANCED (what-if) has the highest mean net with 99% confidence.")
  }

  @Test func `a run that was not known well enough did not go on until it was`() {
    let open = StoppingSample(known: 0.02)
    #expect(
      StoppingBoard(StoppingSample().board)?.course.hasPrefix("The run went on until every") == true
    )
    #expect(
      StoppingBoard(open.board)?.course.hasPrefix("The run was to go on until every") == true)
    #expect(StoppingBoard(open.board)?.course.contains(", and ended before: ") == true)
  }

  @Test func `what was not decided: by name, with its interval and the trials it would take`() {
    let open = StoppingSample(
      precision: nil, trials: 10_000_000, looks: 13, leads: [3_100, 1_400_000],
      errors: [1_000, 900],
      needed: [33_554_432, nil])
    #expect(
      open.verdict
        == "Which option is best is NOT decided with 99% confidence after 10,000,000 trials: the mean "
        + "net of ENHANCED less that of Level E is $3,000, between −$1,000 and $7,000; at this rate "
        + "some 34,000,000 trials would tell.")
    let both = StoppingSample(
      precision: nil, trials: 10_000_000, looks: 13, leads: [0, 3_100], errors: [1_000, 1_000],
      needed: [nil, 33_554_432])
    #expect(
      both.verdict
        == "Which option is best is NOT decided with 99% confidence after 10,000,000 trials: the mean "
        + "net of ENHANCED less that of Level E is $0, between −$4,000 and $4,000; at this rate no "
        + "number of trials that can be run would tell. Glide path is not ruled out either.")
  }

  @Test func `an end of the interval next to zero is not printed as zero`() {
    let open = StoppingSample(
      precision: nil, trials: 10_000_000, leads: [3_990, 1_400_000], errors: [1_000, 900],
      needed: [16_777_216, nil])
    // 3,990 less four errors is −10: the digits of a mean, thousands, would print zero, the finest, of
    // two digits of the error, still do; of 1,000 only −100 and beyond can show.
    #expect(open.verdict.contains("is $4,000, between $0 and $8,000"))
    let apart = StoppingSample(
      precision: nil, trials: 10_000_000, leads: [3_800, 1_400_000], errors: [1_000, 900],
      needed: [16_777_216, nil])
    #expect(apart.verdict.contains("is $4,000, between −$200 and $7,800"))
  }

  @Test func `what was not known well enough, and what was all the same`() {
    let coarse = StoppingSample(trials: 10_000_000, looks: 13, known: 0.0141)
    #expect(
      coarse.verdict
        == "Not every headline figure is known to 1% after 10,000,000 trials: the 5th percentile of "
        + "Level E is known to 1.5%; at this rate some 34,000,000 trials would do. ENHANCED has the "
        + "highest mean net with 99% confidence.")
    let open = StoppingSample(
      trials: 10_000_000, leads: [3_100, 1_400_000], errors: [1_000, 900],
      needed: [33_554_432, nil])
    #expect(open.verdict.hasSuffix(" would tell. Every headline figure is known to 1%."))
  }

  @Test func `no figure seems better known than it is`() throws {
    func cell(_ precision: Double, scale: Double = 100, value: Double = 100) -> String {
      StoppingBoard.cell(
        KnownFigure(.mean, of: 0, value: value, halfWidth: precision * scale, scale: scale))
    }
    #expect(cell(0.01) == "1.0")
    #expect(cell(0.01001) == "1.1")
    #expect(cell(0.0099) == "0.99")
    #expect(cell(0.00991) == "1.00")
    #expect(cell(0.000_123) == "0.013")
    #expect(cell(0.000_009) == "<0.001")
    #expect(cell(0.25) == "25")
    #expect(cell(0) == "0")
    #expect(cell(0.01, value: 99) == "1.0 *")
    #expect(
      StoppingBoard.share(KnownFigure(.chanceToOwe, of: 0, value: 0.2, halfWidth: 0.0031, scale: 1))
        == "0.31 points")
  }

  @Test func `the deck has a sheet of it, page 1 a remark only where it was not reached`() throws {
    func deck(_ sample: StoppingSample) -> Deck {
      Deck(sample.comparison, stresses: [], engineVersion: "1.2.3")
    }
    let reached = deck(StoppingSample())
    let sheet = try #require(reached.pages.first { $0.topic == "When the run stopped" })
    #expect(sheet.headline.sentence == StoppingSample().verdict)
    #expect(!reached.remarks(1).contains { $0.contains("confidence after") })
    let sample = StoppingSample(
      trials: 10_000_000, leads: [3_100, 1_400_000], errors: [1_000, 900],
      needed: [33_554_432, nil])
    let open = deck(sample)
    let firstPage = open.pages.filter { $0.number == 1 }
    #expect(
      open.remarks(1).contains(sample.verdict)
        || firstPage.contains { $0.headline.sentence == sample.verdict })
    let rivals = try #require(open.tables(16).first { $0.columns.first?.title == "Rival" })
    #expect(rivals.rows.map(\.cells.last) == ["NOT KNOWN", "yes"])
    let facts = open.tables(16).flatMap(\.rows).map(\.cells)
    #expect(facts.contains(["Stopping rule held", "NO, at no look"]))
    #expect(
      facts.contains([
        "Stopping rule",
        "until every headline figure is known to 1% and the best option with 99% confidence: 5 looks, "
          + "of at most 10,000,000 trials",
      ]))
    // A run of a given number of trials says nothing of it.
    let plain = Deck(FixedComparison().comparison, stresses: [], engineVersion: "1.2.3")
    #expect(!plain.pages.contains { $0.topic == "When the run stopped" })
    #expect(!plain.tables(16).flatMap(\.rows).contains { $0.cells[0].hasPrefix("Stopping") })
  }

  @Test func `options and rivals that one sheet has no room for take two`() throws {
    var comparison = SampleDecks.twelve.make()
    let rivals = (1..<9).map {
      BestOption.Rival(
        option: $0, lead: Estimate(value: Double($0) * 100_000, standardError: 1_000),
        low: Double($0) * 100_000 - 4_000, high: Double($0) * 100_000 + 4_000)
    }
    comparison.stopping = StoppingSample(trials: comparison.trials).reached
    comparison.stopping?.best = BestOption(option: 0, alike: [], rivals: rivals)
    let board = Board(comparison: comparison, stresses: [])
    let sheets = board.stoppingPages
    #expect(sheets.map(\.part) == [1, 2] && sheets.allSatisfy { $0.parts == 2 })
    #expect(
      sheets[1].headline.sentence
        == "The mean net of \(board.name(0)) less that of \(board.name(1)) is $100,000, between "
        + "$96,000 and $104,000, by the interval that allows for every look and rival.")
  }

  @Test func `figures too small to be measured by themselves are marked`() throws {
    let table = try #require(StoppingBoard(StoppingSample().board)).figureTable
    #expect(table.rows.map { $0.cells[0] } == ["Glide path", "Level E", "ENHANCED"])
    #expect(
      table.rows[0].cells.dropFirst() == ["0.12 *", "0.12 *", "0.12 *", "0.12 *", "0.12", "0.12"])
    #expect(table.rows[1].cells[2] == "0.95")
  }

  @Test func `the terminal says it within its width`() {
    let text = SummaryTable(StoppingSample().comparison).text
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { TerminalWidth.of(String($0)) <= 80 })
    #expect(
      text.contains("\nAfter 65,536 trials every headline figure is known to 1%, and ENHANCED"))
    #expect(lines.contains { $0.hasPrefix("  Level E") && $0.contains("0.95") })
  }
}
