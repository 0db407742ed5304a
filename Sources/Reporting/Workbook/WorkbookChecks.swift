import Projection

/// Every total of the workbook that can be checked, computed again by live formulas.
struct WorkbookChecks {
  let board: Board
  private(set) var checks: [WorkbookCheck] = []
  private let sheets: [String: WorkbookSheet]
  /// Sums of six amounts, each rounded to the cent.
  private static let cents = 0.05
  /// Of a net that every trial rounds to the cent.
  private static let netCents = 0.1
  /// Of three shares, each rounded to a millionth.
  private static let millionths = 2e-6

  static let name = "Checks"

  init(_ board: Board, _ sheets: [WorkbookSheet]) {
    self.board = board
    self.sheets = Dictionary(sheets.map { ($0.name, $0) }) { first, _ in first }
    checks =
      yearTotals + nets + chanceSums + leads + benchmarkSums + spreadSums + partySums + counts
  }

  private func range(
    _ sheet: String, _ table: String, _ column: String, rows: Range<Int>? = nil
  ) -> CellRange? {
    sheets[sheet]?.range(table, column, rows: rows)
  }

  // MARK: - What is checked

  private func means(of option: Int) -> CellRange? {
    let first = option * Board.rowsPerOption
    return range(
      Board.yearly, Board.yearly, "Mean", rows: first..<first + Board.rowsPerOption)
  }

  private var yearTotals: [WorkbookCheck] {
    board.all.compactMap { option in
      means(of: option).map { means in
        WorkbookCheck(
          says: "The means of the five years add up to that of the five-year payments",
          of: board.label(option), printed: .cell(means[5]),
          formula: "SUM(\(means[0..<5].reference))", value: means[0..<5].sum, allowed: Self.cents)
      }
    }
  }

  /// Where net is by definition what the years pay less program costs.
  private var nets: [WorkbookCheck] {
    guard let factors = factorColumns else { return [] }
    return board.all.compactMap { option in
      guard board.outlooks[option].option.leave == nil, let means = means(of: option) else {
        return nil
      }
      let value = zip(means.values, factors.values).reduce(0) { sum, pair in
        sum + pair.0 * pair.1.settled - pair.1.cost * pair.1.within
      }
      return WorkbookCheck(
        says: "Five-year net is what the years pay less program costs, each discounted",
        of: board.label(option), printed: .cell(means[6]),
        formula: "SUMPRODUCT(\(means[0..<5].reference),\(factors.settled))"
          + "-SUMPRODUCT(\(factors.cost),\(factors.within))",
        value: value, allowed: Self.netCents)
    }
  }

  private var chanceSums: [WorkbookCheck] {
    let titles = ["Chance to earn", "Chance of nothing", "Chance to owe"]
    let columns = titles.compactMap { range(Board.yearly, Board.yearly, $0) }
    guard columns.count == titles.count else { return [] }
    return board.all.flatMap { option in
      (0..<Board.rowsPerOption).map { row in
        let cells = columns.map { $0[option * Board.rowsPerOption + row] }
        return WorkbookCheck(
          says: "Chances to earn, of nothing and to owe add up to one",
          of: "\(board.label(option)), \(Self.rowName(row, board))", printed: .number(1),
          formula: cells.map(\.reference).joined(separator: "+"),
          value: cells.reduce(0) { $0 + $1.sum }, allowed: Self.millionths)
      }
    }
  }

  private static func rowName(_ row: Int, _ board: Board) -> String {
    row < 5 ? board.years[row].description : row == 5 ? "total" : "net"
  }

  private var leads: [WorkbookCheck] {
    guard let leads = range(Board.pairwise, Board.pairwise, "Mean lead") else { return [] }
    return board.pairs.enumerated().compactMap { place, pair in
      guard let first = means(of: pair.0)?[6], let second = means(of: pair.1)?[6] else {
        return nil
      }
      return WorkbookCheck(
        says: "The lead is the difference of the two means",
        of: "\(board.label(pair.0)) less \(board.label(pair.1))", printed: .cell(leads[place]),
        formula: "\(first.reference)-\(second.reference)", value: first.sum - second.sum,
        allowed: Self.cents)
    }
  }

  private var benchmarkSums: [WorkbookCheck] {
    let years = board.comparison.benchmark?.years ?? []
    return years.compactMap { year in
      let name = year.performanceYear.description
      guard let amounts = range("Benchmark", "BenchmarkParts", name) else { return nil }
      let parts = amounts[0..<amounts.values.count - 1]
      return WorkbookCheck(
        says: "The parts of the benchmark add up to it", of: name,
        printed: .cell(amounts[amounts.values.count - 1]), formula: "SUM(\(parts.reference))",
        value: parts.sum, allowed: Self.netCents)
    }
  }

  private var spreadSums: [WorkbookCheck] {
    let count = SpreadSource.allCases.count
    guard let shares = range("Luck or skill", "LuckOrSkill", "Share of the variance"),
      shares.values.count == count * board.legalFirst.count
    else { return [] }
    return board.legalFirst.enumerated().map { place, option in
      let own = shares[place * count..<(place + 1) * count]
      return WorkbookCheck(
        says: "Shares of the variance add up to one", of: board.label(option), printed: .number(1),
        formula: "SUM(\(own.reference))", value: own.sum, allowed: Self.millionths)
    }
  }

  private var partySums: [WorkbookCheck] {
    guard let both = range("Parties", "Parties", "ACO and sponsor: mean"),
      let aco = range("Parties", "Parties", "ACO: mean"),
      let sponsor = range("Parties", "Parties", "Sponsor: mean")
    else { return [] }
    return board.legalFirst.enumerated().map { place, option in
      WorkbookCheck(
        says: "The means of ACO and sponsor add up to that of both", of: board.label(option),
        printed: .cell(both[place]),
        formula: "\(aco[place].reference)+\(sponsor[place].reference)",
        value: aco[place].sum + sponsor[place].sum, allowed: Self.cents)
    }
  }

  private var counts: [WorkbookCheck] {
    let counted: [(String, String, String, Int?)] = [
      ("Paths listed", Board.pathsName, "Path", board.comparison.paths?.outcomes.count),
      ("Assumptions listed", Board.assumptions, "Key", board.comparison.scenario.provenance.count),
      ("Options listed, seven rows each", Board.yearly, "Option", 7 * board.outlooks.count),
    ]
    return counted.compactMap { says, sheet, column, count in
      guard let count, let cells = range(sheet, sheet, column) else { return nil }
      return WorkbookCheck(
        says: says, of: "sheet \(sheet)", printed: .number(Double(count)),
        formula: "COUNTA(\(cells.reference))", value: Double(cells.values.count), allowed: 0)
    }
  }
}
