import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

/// A study of the sample paths, few trials: what it says must be true of its own figures.
@Suite struct InputPageTests {
  static let comparison: Result<Comparison, any Error> = Result {
    var scenario = SampleScenario.make()
    scenario.trials = 600
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    var comparison = agreement.comparison(of: try agreement.ledger(workers: 2))
    let paths = try agreement.pathOutlook(workers: 2)
    comparison.paths = paths
    comparison.inputs = try agreement.inputStudy(of: paths, workers: 2)
    return comparison
  }

  private func board(_ change: (inout Comparison) -> Void = { _ in }) throws -> InputBoard {
    var comparison = try Self.comparison.get()
    change(&comparison)
    return try #require(InputBoard(Board(comparison: comparison, stresses: [])))
  }

  private func pages(_ change: (inout Comparison) -> Void = { _ in }) throws -> [DeckPage] {
    var comparison = try Self.comparison.get()
    change(&comparison)
    return Deck(comparison, stresses: [], engineVersion: "1").pages
  }

  @Test func `the deck has break-even, tornado, flip points, maps and reverse stress`() throws {
    let found = try pages().map { "\($0.number) \($0.topic)" }
    for page in [
      "8 Break-even", "11 Tornado", "11 Where the choice changes", "11 Two at a time",
      "12 Reverse stress",
    ] {
      #expect(found.contains(page), "\(page)")
    }
    #expect(
      !(try pages { $0.inputs = nil }).contains {
        [8, 11].contains($0.number) || $0.topic == "Reverse stress"
      })
  }

  @Test func `the widest input leads the tornado and its headline`() throws {
    let board = try board()
    let page = try #require(try pages().first { $0.topic == "Tornado" })
    let widest = try #require(board.tornado.bars.first)
    #expect(
      page.headline.sentence.hasPrefix("\(widest.input.title) moves expected five-year net most"))
    guard case .chart(.tornado(let chart)) = page.exhibits[0] else {
      Issue.record("no tornado is drawn")
      return
    }
    #expect(chart.rows.map(\.name) == board.tornado.bars.map(\.input.title))
    #expect(chart.rows[0].ends.map(\.amount) == [widest.atTenth.value, widest.atNinetieth.value])
  }

  /// The next sheet tells of every path; what the headline says of one rival must not hide it.
  @Test func `where no input puts the rival ahead, but one puts another path there, both are said`()
    throws
  {
    func words(keepingFlips keeps: Bool) throws -> (sentence: String, others: [FlipPoint]) {
      func change(_ comparison: inout Comparison) {
        guard let place = comparison.inputs?.tornados.firstIndex(where: { $0.less != nil }) else {
          return
        }
        comparison.inputs?.tornados[place].mean = Estimate(value: 1e12, standardError: 10)
        if !keeps { comparison.inputs?.flips = [] }
      }
      let page = try #require(try pages(change).first { $0.topic == "Tornado" })
      let board = try board(change)
      let rival = board.lead?.less
      return (
        page.headline.sentence,
        board.study.flipsFound.filter { board.reach(of: $0) == .inside && $0.to != rival }
      )
    }
    let (sentence, others) = try words(keepingFlips: true)
    let first = try #require(others.first)
    #expect(sentence.contains("no single input, between its 10th and 90th percentile, puts"))
    #expect(sentence.contains(first.input.title.lowercased()))
    #expect(sentence.hasSuffix("alone can put another path there."))
    #expect(try !words(keepingFlips: false).sentence.contains("alone"))
  }

  @Test func `a lead that one input takes away is said to be lost`() throws {
    func words(_ end: Double, error: Double = 1) throws -> String {
      try #require(
        try pages { comparison in
          guard let place = comparison.inputs?.tornados.firstIndex(where: { $0.less != nil }) else {
            return
          }
          for bar in comparison.inputs?.tornados[place].bars.indices ?? 0..<0 {
            comparison.inputs?.tornados[place].bars[bar].atTenth = Estimate(
              value: 0, standardError: 1)
            comparison.inputs?.tornados[place].bars[bar].atNinetieth = Estimate(
              value: bar == 0 ? end : 0, standardError: error)
          }
          comparison.inputs?.tornados[place].mean = Estimate(value: 1_000, standardError: 10)
        }.first { $0.topic == "Tornado" }
      ).headline.sentence
    }
    #expect(try words(-2_000).contains("alone can put"))
    #expect(try words(-500).contains("no single input"))
    #expect(try !words(-500).contains("clearly puts"))
    // A thousand below zero, by less than two errors.
    let unclear = try words(-2_000, error: 600)
    #expect(unclear.contains("no single input") && unclear.contains("clearly puts"))
  }

  /// At three fifths, at the whole and at twice the way to the 90th percentile, known to a tenth of it.
  @Test func `a flip point is inside, outside or at the edge`() throws {
    let board = try board()
    let found = try #require(
      board.study.flipsFound.first { flip in
        board.study.range(of: flip.input)?.isUncertain == true
      })
    let range = try #require(board.study.range(of: found.input))
    let end = try #require(range.atNinetieth)
    let width = end.value - range.level
    func flip(_ part: Double, shift: Double = 1) -> FlipPoint {
      var flip = found
      flip.shift = Estimate(value: shift, standardError: 0.1)
      flip.level = Estimate(value: range.level + part * width, standardError: 0.1 * width)
      return flip
    }
    #expect(board.reach(of: flip(0.6)) == .inside)
    #expect(board.reach(of: flip(1)) == .cannotBeTold)
    #expect(board.reach(of: flip(1.15)) == .cannotBeTold)
    #expect(board.reach(of: flip(2)) == .outside)
    #expect(board.sentence(flip(0.6)).sentence.hasPrefix("If "))
    #expect(
      board.sentence(flip(0, shift: 0.05)).sentence
        == "As projected \(board.title(found.from)) cannot be told from \(board.title(found.to)), which is ahead "
        + "where \(range.input.title.lowercased()) is higher.")
  }

  @Test func `a limit broken already, one out of reach and one reached are told apart`() throws {
    let board = try board()
    let found = try #require(board.study.reverse.first { $0.point != nil })
    #expect(board.sentence(found).sentence.contains("most likely, when"))
    var far = found
    far.point = nil
    far.asProjected = Estimate(value: far.limit + 1, standardError: 1)
    #expect(
      board.sentence(far).sentence.hasSuffix(
        "no combination of inputs within 4 standard deviations does that."))
    far.asProjected = Estimate(value: far.limit, standardError: 1)
    #expect(board.sentence(far).sentence.hasSuffix("so it is as projected already."))
  }

  @Test func `odds are round numbers`() {
    #expect(InputBoard.odds(0.31) == "31%")
    #expect(InputBoard.odds(0.05) == "1 in 20")
    #expect(InputBoard.odds(0.00233) == "1 in 450")
  }

  @Test func `levels are printed in their own units`() {
    #expect(Input.trueSavings.words(-0.0088) == "\u{2212}0.88%")
    #expect(Input.trendMiss.words(0.0151) == "+1.51% a year")
    #expect(Input.historicalBenchmark.words(0.98) == "\u{2212}2.00%")
    #expect(Input.size.words(13_157) == "13,200")
    #expect(Input.churn.words(0.18) == "18.0% a year")
    #expect(
      Input.qualityScore.words(Estimate(value: 0.7123, standardError: 0.004)) == "71%")
  }

  @Test func `the sections print every input once and no wide line`() throws {
    let sections = InputSections(try Self.comparison.get())
    #expect(sections.sections.count >= 4)
    for bar in try board().tornado.bars {
      #expect(sections.sections[0].text.contains(bar.input.title))
    }
    guard case .object(let members) = sections.json else {
      Issue.record("the study is no object")
      return
    }
    #expect(members["flips"] != nil && members["reverse"] != nil)
  }
}
