import Projection

extension ScenarioReport {
  private static let columns = [
    Table.Column("", .word), .init("mean"), .init("change"), .init("±\u{A0}se"),
    .init("5th percentile"), .init("worst 5%"), .init("chance to owe"),
  ]

  /// One for each option that all scenarios have: a row for each scenario.
  var optionTables: [Table] {
    compared.options.map { option in
      let of = sides.map { outlook(option, $0) }
      return table(
        "\(name(of: option)): five-year net, \(unit.rawValue)", nets: of.map(\.net),
        owing: of.map(\.chanceOfAnyRepayment), changes: option.net.map(\.mean))
    }
  }

  /// The best legal path of each scenario; `nil` where none has one.
  var pathTable: Table? {
    guard mayRecommend, sides.contains(where: { bestPath($0) != nil }) else { return nil }
    return table(
      (hasAppetite ? "Path to sign of each, within its appetite" : "Best legal path of each")
        + ": five-year net, \(unit.rawValue)", nets: sides.map { bestPath($0)?.net },
      owing: sides.map { bestPath($0)?.chanceOfOwing },
      changes: sides.map { pathChange($0)?.mean })
  }

  /// - Parameters:
  ///   - nets: By scenario; `nil` where it has nothing to tell.
  ///   - changes: By scenario, the first one's not shown.
  private func table(
    _ caption: String, nets: [Distribution?], owing: [Chance?], changes: [Estimate?]
  ) -> Table {
    let moved = [nil] + changes.dropFirst()
    let columns: [[String]] = [
      names, Gaps.told(nets.map { $0?.mean }) { unit.column($0) },
      Gaps.told(moved) { unit.column($0, signed: true) },
      Gaps.told(moved, nothing: "") { unit.errors($0) },
      Gaps.told(nets.map { $0?.quantiles[0].estimate }) { unit.column($0) },
      Gaps.told(nets.map { $0?.tailMean }) { unit.column($0) },
      Gaps.told(owing) { $0.map(\.percent) },
    ]
    return Table(
      caption: caption, columns: Self.columns,
      rows: sides.map { row in
        Table.Row(row == 0 ? .leading : .plain, columns.map { $0[row] })
      })
  }

  /// What each scenario would have the ACO sign.
  var choiceTable: Table {
    Table(
      caption: "Recommendation",
      columns: [
        .init("Scenario", .word),
        .init(hasAppetite ? "Highest mean of the options listed" : "Of the options listed", .text),
      ]
        + (mayRecommend
          ? [
            .init(hasAppetite ? "Of every path, within the appetite" : "Of every path", .text)
          ] : [])
        + [.init("Against the first", .text)],
      rows: sides.map { side in
        Table.Row(
          .plain,
          [names[side], ofThoseListed(side)]
            + (mayRecommend
              ? [hasAppetite ? recommendation(side) : bestPath(side)?.path.title ?? "–"] : [])
            + [side == 0 ? "–" : verdict(side)])
      })
  }

  private func verdict(_ side: Int) -> String {
    let keeping = keepingCost(side)?.mean
    let path = hasAppetite ? "path to sign" : "best path"
    let cost: String =
      switch keeping {
      case nil: "its \(path) may not be signed here"
      case _ where hasAppetite && breaksAppetite(side): "its path leaves the appetite here"
      case let keeping? where keeping.value == 0: "its \(path) is the best here too"
      case let keeping? where keeping.isClear:
        "keeping to its \(path) costs \(keeping.dollarsWithoutSign)"
      default: "its \(path) cannot be told from the best here"
      }
    let said =
      switch choice(side) {
      case .stays: "stays"
      case .changes: "changes"
      case .unclear: "cannot be told"
      case .nothing: "none to compare"
      }
    return mayRecommend && sides.allSatisfy(mayChoose) ? "\(said); \(cost)" : said
  }
}
