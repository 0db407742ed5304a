import Evidence
import Regulation

/// What came of all files, as a terminal prints it.
public struct PublishedSummary {
  public var tallies: [PublishedTally]
  public init(_ tallies: [PublishedTally]) { self.tallies = tallies }

  public var text: String {
    [
      Self.table(Self.rowHeads, tallies.map(Self.rowCells) + totals),
      Self.table(Self.moneyHeads, tallies.map(Self.moneyCells)),
      Self.table(Self.checkHeads, tallies.map(Self.checkCells)),
    ].joined(separator: "\n") + reasons
  }

  // MARK: - Tables

  private static let rowHeads = [
    "year", "rows", "within $1", "in band", "needs rev.", "not chk.", "missed", "refused", "file",
  ]

  private static func rowCells(_ tally: PublishedTally) -> [String] {
    [
      years(tally), count(tally.rows), count(tally.matched), count(tally.insideBand),
      count(tally.needsRevenue.count), count(tally.notCheckableCount),
      count(tally.missed.values.reduce(0) { $0 + $1.count }), count(tally.refused), tally.file,
    ]
  }

  private var totals: [[String]] {
    guard tallies.count > 1 else { return [] }
    func sum(_ figure: (PublishedTally) -> Int) -> String {
      Self.count(tallies.reduce(0) { $0 + figure($1) })
    }
    return [
      [
        "all", sum(\.rows), sum(\.matched), sum(\.insideBand), sum { $0.needsRevenue.count },
        sum(\.notCheckableCount), sum { $0.missed.values.reduce(0) { $0 + $1.count } },
        sum(\.refused), "",
      ]
    ]
  }

  private static let moneyHeads = [
    "year", "paid", "compared", "ours", "payments", "losses", "compared", "ours", "losses",
  ]

  /// Control totals in millions of dollars, losses before relief; of each what could be compared,
  /// ours, and how many agree.
  private static func moneyCells(_ tally: PublishedTally) -> [String] {
    [
      years(tally), millions(tally.payments.printed), millions(tally.payments.compared),
      millions(tally.payments.ours), side(tally.payments), millions(tally.losses.printed),
      millions(tally.losses.compared), millions(tally.losses.ours), side(tally.losses),
    ]
  }

  private static let checkHeads = [
    "year", "one-sided MSR", "variable MSR", "test met", "sharing rate", "loss rate",
  ]

  private static func checkCells(_ tally: PublishedTally) -> [String] {
    func rates(
      _ equal: PublishedSettlement.MinimumRateCheck,
      _ differs: PublishedSettlement.MinimumRateCheck
    ) -> String {
      let same = tally.minimumRates[equal] ?? 0
      return of(same, same + (tally.minimumRates[differs] ?? 0))
    }
    return [
      years(tally), rates(.oneSidedEqual, .oneSidedDiffers),
      rates(.variableEqual, .variableDiffers),
      of(tally.tests.equal, tally.tests.compared),
      of(tally.finalSharingRates.equal, tally.finalSharingRates.compared),
      of(tally.finalLossRates.equal, tally.finalLossRates.compared),
    ]
  }

  private static func table(_ heads: [String], _ rows: [[String]]) -> String {
    let widths = heads.indices.map { place in
      ([heads] + rows).map { $0[place].count }.max() ?? 0
    }
    return ([heads] + rows).map { cells in
      cells.enumerated().map { place, cell in
        let isText = place == 0 || heads[place] == "file"
        let blanks = String(repeating: " ", count: widths[place] - cell.count)
        return isText ? cell + (heads[place] == "file" ? "" : blanks) : blanks + cell
      }.joined(separator: "  ")
    }.map(Self.withoutTrailingBlanks).joined(separator: "\n") + "\n"
  }

  private static func withoutTrailingBlanks(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  // MARK: - Reasons

  private var reasons: String {
    let blocks = tallies.map(Self.reasons).filter { !$0.isEmpty }
    return blocks.isEmpty ? "" : "\n" + blocks.joined(separator: "\n")
  }

  private static func reasons(_ tally: PublishedTally) -> String {
    var lines: [String] = tally.notes
    lines += tally.unmet.map { "No column \($0.title). \($0.without)" }
    if tally.needsRevenue.count > 0 {
      lines.append("Needs participant revenue: \(names(tally.needsRevenue)).")
    }
    for (why, rows) in tally.notCheckable.sorted(by: { $0.key < $1.key }) {
      lines.append("Not checkable, \(count(rows.count)): \(why) \(names(rows)).")
    }
    for miss in Verdict.Miss.allCases {
      guard let rows = tally.missed[miss] else { continue }
      lines.append("Missed, \(count(rows.count)): \(miss.sentence) \(names(rows)).")
    }
    if tally.minimumRatesThatDiffer.count > 0 {
      lines.append("Minimum savings rate differs: \(names(tally.minimumRatesThatDiffer)).")
    }
    if let below = tally.minimumRates[.belowTable] {
      lines.append(
        "\(count(below)) minimum savings rate not compared: the table begins with more "
          + "beneficiaries.")
    }
    guard !lines.isEmpty else { return "" }
    let wrapped = lines.map { line in
      Statement.wrapped(line, to: Statement.width - 2).joined(separator: "\n    ")
    }
    return "\(years(tally)) \(tally.file)\n  " + wrapped.joined(separator: "\n  ") + "\n"
  }

  private static func names(_ rows: PublishedTally.Named) -> String {
    let more = rows.count - rows.first.count
    return rows.first.joined(separator: ", ") + (more > 0 ? " and \(count(more)) more" : "")
  }

  // MARK: - Words

  private static func years(_ tally: PublishedTally) -> String {
    guard let first = tally.years.first, let last = tally.years.last else { return "–" }
    return first == last ? first.description : "\(first)–\(last)"
  }

  private static func count(_ count: Int) -> String { StatementNumbers.count(count) }

  private static func of(_ equal: Int, _ compared: Int) -> String {
    compared == 0 ? "–" : "\(count(equal)) of \(count(compared))"
  }

  private static func side(_ side: PublishedTally.Side) -> String {
    of(side.matched + side.insideBand, side.count)
  }

  /// `1,958.6` million.
  private static func millions(_ dollars: Double) -> String {
    let tenths = (dollars / 100_000).rounded(.toNearestOrAwayFromZero)
    guard tenths.magnitude < 1e12 else { return "\(dollars)" }
    let whole = Int(tenths.magnitude)
    return (tenths < 0 ? "-" : "") + count(whole / 10) + ".\(whole % 10)"
  }
}
