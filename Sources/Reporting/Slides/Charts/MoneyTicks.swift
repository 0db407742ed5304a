/// Round amounts along an axis of dollars, and the format that prints them.
struct MoneyTicks: Hashable, Sendable {
  var ticks: Ticks
  var unit: MoneyUnit

  /// - Parameter count: about how many.
  init(_ amounts: [Double], about count: Int) {
    let known = amounts.filter(\.isFinite)
    ticks = Ticks(from: known.min() ?? 0, to: known.max() ?? 1, about: max(2, count))
    unit = MoneyUnit(for: ticks.values)
  }

  var code: String { unit.code(places: unit.places(for: ticks.step)) }

  /// Pixels of the widest of its names.
  func width(_ type: ChartType) -> Double {
    let places = unit.places(for: ticks.step)
    return ticks.values.map {
      type.width(
        "\u{2212}$" + DecimalText.printed($0.magnitude / unit.size, places: places) + unit.letter)
    }.max() ?? 0
  }
}

extension MoneyUnit {
  var size: Double { Precision.power(exponent) }

  var letter: String {
    switch self {
    case .billion: "B"
    case .million: "M"
    case .thousand: "K"
    case .dollar: ""
    }
  }

  /// Fewest decimals that show a multiple of this amount whole.
  func places(for amount: Double) -> Int {
    (0...3).first { places in
      let scaled = amount.magnitude / size * Precision.power(places)
      return (scaled - scaled.rounded()).magnitude < 1e-6
    } ?? 3
  }

  /// A number format: `$1.5M`, `−$1.5M`, `$0`, each followed by `note`.
  func code(places: Int, note: String = "") -> String {
    let digits = "#,##0" + (places > 0 ? "." + String(repeating: "0", count: places) : "")
    let commas = String(repeating: ",", count: exponent / 3)
    let quiet = note.filter { $0 != "\"" && $0 != "\\" }
    let end = (letter + quiet).isEmpty ? "" : "\"\(letter)\(quiet)\""
    let zero = "\"$0\(quiet)\""
    return "\"$\"\(digits)\(commas)\(end);\"\u{2212}$\"\(digits)\(commas)\(end);\(zero)"
  }
}
