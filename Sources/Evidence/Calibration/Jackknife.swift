/// Observations of two figures in cells, each belonging to an ACO: statistics of their moments
/// with the error of leaving out one ACO at a time.
struct Jackknife: Sendable {
  private(set) var cells: [CrossMoments] = []
  private var acos: [[(cell: Int, moments: CrossMoments)]] = []
  private var placeOfCell: [Int: Int] = [:]
  private var placeOfACO: [String: Int] = [:]
  private var years: Set<Int> = []

  /// - Parameter cell: Observations are compared within their cell only.
  mutating func add(_ x: Double, _ y: Double = 0, cell: Int, of row: ACOYear) {
    let place = Self.place(cell, in: &placeOfCell)
    if place == cells.count { cells.append(CrossMoments()) }
    let aco = Self.place(row.id, in: &placeOfACO)
    if aco == acos.count { acos.append([]) }
    let moments = CrossMoments(x: x, y: y)
    cells[place] += moments
    acos[aco].append((place, moments))
    years.insert(row.year)
  }

  var sample: Constant.Sample {
    Constant.Sample(
      acos: acos.count, observations: acos.reduce(0) { $0 + $1.count }, years: years.sorted())
  }

  /// The statistic of all cells; its variance is (G−1)/G · Σ (without g − mean of these)², with G
  /// ACOs (Tukey 1958).
  func estimate(_ statistic: ([CrossMoments]) -> Double) -> Estimate {
    var left = cells
    let without = acos.map { observations in
      for (cell, moments) in observations { left[cell] -= moments }
      defer { for (cell, _) in observations { left[cell] = cells[cell] } }
      return statistic(left)
    }
    let count = Double(acos.count)
    let mean = without.reduce(0, +) / count
    let squares = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Estimate(
      value: statistic(cells), standardError: (squares * (count - 1) / count).squareRoot())
  }

  private static func place<Name: Hashable>(_ name: Name, in places: inout [Name: Int]) -> Int {
    if let place = places[name] { return place }
    places[name] = places.count
    return places.count - 1
  }
}
