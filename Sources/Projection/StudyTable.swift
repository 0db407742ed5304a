/// Numbers of many trials: one row a trial, one column a figure.
struct StudyTable {
  let trials: Int
  let columns: Int
  /// `trial · columns + column`.
  var values: [Double]

  init(trials: Int, columns: Int) {
    self.trials = trials
    self.columns = columns
    values = Array(repeating: 0, count: trials * columns)
  }

  subscript(trial: Int, column: Int) -> Double { values[trial * columns + column] }

  func column(_ column: Int) -> [Double] { (0..<trials).map { self[$0, column] } }

  /// Mean and its standard error, in the order of the trials.
  func estimate(_ column: Int) -> Estimate { Self.estimate(of: self.column(column)) }

  static func estimate(of values: [Double]) -> Estimate {
    let n = Double(values.count)
    return Estimate(
      value: values.reduce(0, +) / n, standardError: (variance(of: values) / n).squareRoot())
  }

  static func variance(of values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, Double(values.count - 1))
  }

  /// With the standard error that the values' own fourth moment gives it.
  static func standardDeviation(of values: [Double]) -> Estimate {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    let deviation = variance(of: values).squareRoot()
    guard deviation > 0 else { return Estimate(value: 0, standardError: 0) }
    return Estimate(
      value: deviation,
      standardError: (variance(of: squares) / n).squareRoot() / (2 * deviation))
  }

  /// The smallest value that at least this part of the values do not exceed.
  static func quantile(_ level: Double, of values: [Double]) -> Double {
    let rank = (level * Double(values.count)).rounded(.up)
    return values.sorted()[max(0, Int(rank) - 1)]
  }

  /// The least-squares slope and its standard error, robust to unequal spread (White 1980).
  static func slope(of values: [Double], on regressor: [Double]) -> Estimate {
    let n = Double(values.count)
    let (meanX, meanY) = (regressor.reduce(0, +) / n, values.reduce(0, +) / n)
    var (squares, products) = (0.0, 0.0)
    for (x, y) in zip(regressor, values) {
      squares += (x - meanX) * (x - meanX)
      products += (x - meanX) * (y - meanY)
    }
    guard squares > 0 else { return Estimate(value: 0, standardError: 0) }
    let slope = products / squares
    var meat = 0.0
    for (x, y) in zip(regressor, values) {
      let residual = (y - meanY - slope * (x - meanX)) * (x - meanX)
      meat += residual * residual
    }
    return Estimate(value: slope, standardError: meat.squareRoot() / squares)
  }
}
