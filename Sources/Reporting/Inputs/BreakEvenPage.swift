import Projection

extension Board {
  /// Page 8: what each path brings against the true savings rate, and where the best one changes.
  var breakEvenPages: [DeckPage] { InputBoard(self).map { [$0.breakEvenPage] } ?? [] }
}

extension InputBoard {
  private var curve: SavingsCurve { study.curve }
  /// Most curves one sheet holds.
  private static let most = 5

  fileprivate var breakEvenPage: DeckPage {
    DeckPage(
      number: 8, topic: "Break-even", headline: headline,
      exhibits: [.chart(.curves(chart)), .table(table)],
      howToRead:
        "The ACO's own spending is moved in every year alike, all else as projected; the savings rate "
        + "below is what that comes to on average over five years. Dashed lines mark where the path of "
        + "highest mean changes. The first \(trials) trials.")
  }

  private var flips: [FlipPoint] { study.flipsFound.filter { $0.input == .trueSavings } }

  private var headline: Finding {
    let projected = curve.points.first { $0.shift == 0 }?.savingsRate
    let rate =
      projected.map { "At the projected true savings rate of \($0.percent)" } ?? "As projected"
    guard let flip = flips.min(by: { $0.shift.value.magnitude < $1.shift.value.magnitude }) else {
      return Finding(
        "\(rate) and at every rate looked at, \(best) has the highest mean of all paths.")
    }
    return Finding(
      "\(rate) \(best) has the highest mean; at \(flip.savingsRate.percent) \(title(flip.to)) "
        + "overtakes, when spending is \(size(flip.shift)) than projected.",
      number: flip.savingsRate)
  }

  private func size(_ shift: Estimate) -> String {
    let size = Estimate(value: shift.value.magnitude, standardError: shift.standardError)
    return "\(size.percent) \(shift.value < 0 ? "lower" : "higher")"
  }

  private var shown: [Int] {
    let kept = curve.paths.indices.filter {
      curve.paths[$0] == study.best || isDistinct(curve.paths[$0])
    }
    return Array(kept.prefix(Self.most))
  }

  private var chart: CurveChart {
    func panel(
      _ title: String, _ unit: CurveChart.Unit, _ figure: (SavingsCurve.Point, Int) -> Double
    ) -> CurveChart.Panel {
      CurveChart.Panel(
        title: title, unit: unit,
        lines: shown.enumerated().map { number, place in
          .init(
            number: number + 1, name: self.title(curve.paths[place]),
            values: curve.points.map { figure($0, place) })
        })
    }
    return CurveChart(
      label: "Mean five-year net and the chance that it is above zero, by true savings rate, one "
        + "numbered line for each path",
      choices: curve.points.map(\.savingsRate.percent),
      panels: [
        panel("Mean five-year net", .dollars) { $0.means[$1].value },
        panel("Chance of a five-year net above zero", .share) { $0.chancesToGain[$1].value },
      ], crossings: flips.compactMap { place(of: $0.shift.value) })
  }

  /// A shift's place along the choices.
  private func place(of shift: Double) -> Double? {
    let shifts = curve.points.map(\.shift)
    guard let after = shifts.indices.first(where: { shifts[$0] <= shift }), after > 0 else {
      return nil
    }
    let (left, right) = (shifts[after - 1], shifts[after])
    return Double(after - 1) + (left - shift) / (left - right)
  }

  private var table: Table {
    let unit = MoneyUnit(for: curve.points.flatMap { $0.means.map(\.value) })
    return Table(
      caption:
        "Mean five-year net, \(unit.rawValue), and the chance that it is above zero, by true "
        + "savings rate",
      columns: [.init("", .word)] + curve.points.map { Table.Column($0.savingsRate.percent) },
      rows: shown.enumerated().flatMap { number, place in
        [
          Table.Row(
            number == 0 ? .leading : .plain,
            ["\(number + 1) \(title(curve.paths[place]))"]
              + unit.column(curve.points.map { $0.means[place] })),
          Table.Row(
            .plain, ["above zero"] + curve.points.map { $0.chancesToGain[place].percent }),
        ]
      })
  }
}
