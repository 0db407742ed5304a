import Probability
import Regulation

/// Two inputs moved together, from the 10th through the 90th percentile of each.
public struct HeatMap: Hashable, Sendable {
  public struct Cell: Hashable, Sendable {
    /// Mean five-year net of the path that is best as projected.
    public var mean: Estimate
    /// Which path is best there, a place in the outcomes, and its mean in dollars.
    public var best: Int
    public var bestMean: Double
  }
  public var rows, columns: Input
  /// Percentiles of the levels below; the same for both.
  public var percentiles: [Double]
  public var rowLevels, columnLevels: [Double]
  /// `cells[row][column]`.
  public var cells: [[Cell]]
  public var trials: Int

  static let percentiles = [0.1, 0.3, 0.5, 0.7, 0.9]
}

extension PointBench {
  func heatMap(_ rows: InputRange, _ columns: InputRange, following best: Int) throws -> HeatMap {
    let scores = HeatMap.percentiles.map { $0 == 0.5 ? 0 : normalQuantile($0) }
    let points = scores.flatMap { row in
      scores.map { column in
        InputPoint(shifts: [
          rows.input: rows.shift(score: row), columns.input: columns.shift(score: column),
        ])
      }
    }
    let cells = try look(at: points, following: [best]).map {
      HeatMap.Cell(mean: $0.mean(0), best: $0.best, bestMean: $0.means[$0.best])
    }
    func levels(_ range: InputRange) -> [Double] {
      scores.map { range.level(at: range.shift(score: $0), in: agreement.scenario) }
    }
    return HeatMap(
      rows: rows.input, columns: columns.input, percentiles: HeatMap.percentiles,
      rowLevels: levels(rows), columnLevels: levels(columns),
      cells: scores.indices.map { row in
        Array(cells[row * scores.count..<(row + 1) * scores.count])
      }, trials: trials)
  }
}
