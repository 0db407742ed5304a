import Projection
import Scenarios

extension Board {
  /// What each test changes, what that does to spending and benchmark, and who leads then; as many
  /// to a sheet as fit.
  func stressLists(_ usable: [StressedComparison]) -> [Table] {
    var sheets: [[Table.Row]] = [[]]
    for stressed in usable {
      let row = stressRow(stressed)
      let tried = (sheets.last ?? []) + [row]
      let page = stressPage(Self.stressTable(tried), usable, 1, 1, .list)
      if !fits(page, size: 12.5), sheets.last?.isEmpty == false {
        sheets.append([row])
      } else {
        sheets[sheets.count - 1] = tried
      }
    }
    return sheets.map(Self.stressTable)
  }

  private static func stressTable(_ rows: [Table.Row]) -> Table {
    Table(
      caption: "What each stress test changes and does",
      columns: [
        .init("Stress test", .text), .init("What is changed", .text),
        .init("What that does", .text), .init("Why this size", .text),
        .init("Highest expected net", .text),
      ], rows: rows)
  }

  private func stressRow(_ stressed: StressedComparison) -> Table.Row {
    let board = Board(comparison: stressed.comparison, stresses: [])
    let isOwn = !Stress.libraryNames.contains(stressed.stress.name)
    return Table.Row(
      .plain,
      [
        stressTitle(stressed) + (isOwn ? " (the scenario's own)" : ""),
        Names.clamped(stressed.stress.says, to: 280),
        effect(stressed), Names.clamped(stressed.stress.source, to: 280),
        Names.list(board.tied.map(board.name)),
      ])
  }

  /// Five-year means of one comparison's histories.
  private struct Means {
    var spending = 0.0
    var benchmark = 0.0
    var savingsRate = Estimate(value: 0, standardError: 0)
    var met = 0.0

    init(_ years: [HistoryYear]) {
      guard !years.isEmpty else { return }
      let count = Double(years.count)
      func mean(_ figure: (HistoryYear) -> Double) -> Double {
        years.reduce(0) { $0 + figure($1) } / count
      }
      spending = mean { $0.expenditure.value / max(1, $0.assignedBeneficiaries.value) }
      benchmark = mean { $0.benchmark.value / max(1, $0.assignedBeneficiaries.value) }
      savingsRate = Estimate(
        value: mean(\.savingsRate.value), standardError: mean(\.savingsRate.standardError))
      met = mean(\.qualityStandardMet.value)
    }
  }

  /// `Spending is 6.2% higher and the benchmark 1.9% higher, so the mean savings rate goes from
  /// 2.4% to −1.8%.`
  private func effect(_ stressed: StressedComparison) -> String {
    let (before, after) = (
      Means(stressed.unstressed.histories), Means(stressed.comparison.histories)
    )
    let rates =
      "the mean savings rate goes from \(before.savingsRate.percent) to "
      + "\(after.savingsRate.percent)"
    let quality =
      (after.met - before.met).magnitude < 0.02
      ? ""
      : " The quality standard is met in \(Self.whole(after.met)) of years, not "
        + "\(Self.whole(before.met))."
    guard before.spending > 0, before.benchmark > 0 else { return quality }
    let spending = Self.moved(after.spending / before.spending - 1)
    let benchmark = Self.moved(after.benchmark / before.benchmark - 1)
    let sums =
      spending == nil && benchmark == nil
      ? "Spending and benchmark stay as they were."
      : "Spending is \(spending ?? "as it was") and the benchmark \(benchmark ?? "as it was"), so "
        + "\(rates)."
    return sums + quality
  }

  /// Why a test costs net, where spending outgrows the benchmark.
  func because(_ stressed: StressedComparison) -> String {
    let (before, after) = (
      Means(stressed.unstressed.histories), Means(stressed.comparison.histories)
    )
    let fall = Self.difference(before.savingsRate, after.savingsRate)
    guard before.spending > 0, before.benchmark > 0, fall.isClear, fall.value >= 0.005,
      after.spending / before.spending > after.benchmark / before.benchmark
    else { return "" }
    return ", because spending outgrows the benchmark and the mean savings rate falls from "
      + "\(before.savingsRate.percent) to \(after.savingsRate.percent)"
  }

  /// `1.9% higher`; `nil` below a tenth of a percent.
  private static func moved(_ change: Double) -> String? {
    let percent = DecimalText.fixed(change.magnitude * 100, places: 1)
    guard percent != "0.0" else { return nil }
    return "\(percent)% \(change < 0 ? "lower" : "higher")"
  }

  private static func whole(_ share: Double) -> String {
    DecimalText.fixed(share * 100, places: 0) + "%"
  }
}
