import Projection

extension Board {
  static let pairwise = "Pairwise"

  /// Pairs in the order of Summary, the first before the second.
  var pairs: [(Int, Int)] {
    let order = legalFirst
    return order.indices.flatMap { row in
      order.indices.filter { $0 > row }.map { (order[row], order[$0]) }
    }
  }

  var pairwiseSheet: WorkbookSheet {
    var sheet = WorkbookSheet(
      name: Self.pairwise, title: "Each option against each other, future by future",
      says: "Five-year net of the first less that of the second in the same simulated futures, so "
        + "that luck they share cancels. ± is one standard error of the paired difference.")
    guard !pairs.isEmpty else {
      sheet.absence = "There is one option: nothing to compare it with."
      return sheet
    }
    sheet.tables = [
      differenceTable(
        Self.pairwise, caption: "Options",
        pairs.map { (label($0.0), label($0.1), comparison.differences[$0.0][$0.1]) }),
      pairMatrix,
    ]
    if let paths = pathPairs { sheet.tables.append(paths) }
    return sheet
  }

  private var pairMatrix: WorkbookTable {
    let order = legalFirst
    return WorkbookTable(
      "PairwiseMatrix", caption: "Mean lead of the option of the row over that of the column",
      [.words("Option", order.map(label))]
        + order.enumerated().map { place, column in
          let means = order.map { comparison.differences[$0][column].mean }
          let formats = NumberFormat.column(means, workbookUnit)
          return [
            WorkbookColumn(
              title: "\(place + 1): \(label(column))",
              cells: zip(means, formats).map { .dollars($0.value, $1) })
          ]
        })
  }

  private var pathPairs: WorkbookTable? {
    guard let paths = PathBoard(self)?.paths, paths.shown.count > 1 else { return nil }
    let order = paths.shown.indices
    let pairs = order.flatMap { row in order.filter { $0 > row }.map { (row, $0) } }
    func title(_ place: Int) -> String { paths.outcomes[paths.shown[place]].path.title }
    return differenceTable(
      "PairwisePaths", caption: "Paths shown in the deck",
      pairs.map { (title($0.0), title($0.1), paths.differences[$0.0][$0.1]) })
  }

  func differenceTable(
    _ name: String, caption: String?, _ pairs: [(String, String, PairedDifference)]
  ) -> WorkbookTable {
    WorkbookTable(
      name, caption: caption,
      [
        .words("First", pairs.map(\.0)), .words("Second", pairs.map(\.1)),
        .dollars("Mean lead", pairs.map(\.2.mean), workbookUnit),
        .words("Clear of zero", pairs.map { Self.clear($0.2.mean) }),
        .chances("Chance that the first has more", pairs.map(\.2.chanceOfMore)),
        .chances("Chance that it has less", pairs.map(\.2.chanceOfLess)),
      ])
  }

  /// `yes` where a difference is beyond two of its standard errors.
  static func clear(_ difference: Estimate) -> String {
    difference.isClear ? "yes" : difference.value == 0 ? "equal" : "no"
  }
}
