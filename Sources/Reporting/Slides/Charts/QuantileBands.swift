/// What columns are stacked of so that they float between quantiles, on either side of zero.
///
/// Office programs stack what is above zero upwards and what is below it downwards, each from
/// zero. So every band has a piece above and a piece below, and an unseen base carries them where
/// all five quantiles lie on one side.
struct QuantileBands {
  enum Band: Hashable, Sendable { case nineInTen, half }
  struct Piece {
    var range: ChartSheet.Range
    /// `nil` for the base.
    var band: Band?
    /// Whether the legend shows it: one piece of each band.
    var isNamed: Bool
  }
  private(set) var pieces: [Piece] = []

  /// - Parameter levels: columns of the 5th, 25th, 50th, 75th and 95th percentile.
  init(_ levels: [ChartSheet.Range], in sheet: inout ChartSheet) {
    let (p5, p25, p75, p95) = (levels[0], levels[1], levels[3], levels[4])
    add("Base, not drawn", [p5, p95], "MAX(0,{0})+MIN(0,{1})", nil, &sheet) {
      max(0, $0[0]) + min(0, $0[1])
    }
    let upwards: [(String, [ChartSheet.Range], Band)] = [
      ("Nine in ten futures", [p25, p5], .nineInTen), ("Half of all futures", [p75, p25], .half),
      ("75th to 95th, above zero", [p95, p75], .nineInTen),
    ]
    for (place, (title, ends, band)) in upwards.enumerated() {
      add(title, ends, "MAX(0,{0})-MAX(0,{1})", band, isNamed: place < 2, &sheet) {
        max(0, $0[0]) - max(0, $0[1])
      }
    }
    let downwards: [(String, [ChartSheet.Range], Band)] = [
      ("75th to 95th, below zero", [p75, p95], .nineInTen),
      ("25th to 75th, below zero", [p25, p75], .half),
      ("5th to 25th, below zero", [p5, p25], .nineInTen),
    ]
    for (title, ends, band) in downwards {
      add(title, ends, "MIN(0,{0})-MIN(0,{1})", band, &sheet) { min(0, $0[0]) - min(0, $0[1]) }
    }
  }

  private mutating func add(
    _ title: String, _ ends: [ChartSheet.Range], _ formula: String, _ band: Band?,
    isNamed: Bool = false, _ sheet: inout ChartSheet, _ value: ([Double]) -> Double
  ) {
    let range = sheet.derived(title, from: ends, formula, value)
    pieces.append(Piece(range: range, band: band, isNamed: isNamed))
  }
}

extension ChartColours {
  func ink(of band: QuantileBands.Band?) -> ChartInk {
    switch band {
    case nil: .invisible
    case .nineInTen: ChartInk(fill: .solid(pale))
    case .half: ChartInk(fill: .solid(middle))
    }
  }
}
