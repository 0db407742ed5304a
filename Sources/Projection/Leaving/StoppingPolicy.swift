import Probability

/// When to stop, fitted to simulated trials by least squares (Longstaff & Schwartz, "Valuing American
/// options by simulation", Review of Financial Studies 14, 2001).
///
/// Backward from the last date, what going on brings more than stopping, along the policy of the
/// later dates, is regressed on a polynomial of the second degree in what is known: a constant, each
/// figure, its square and all products of two, figures in standard deviations from their mean and held
/// to three. One stops where the fitted difference is below zero. A date at which stopping so does
/// not bring more by at least two standard errors, over the trials of the fit, is left out: chance
/// alone would otherwise make some of every date.
struct StoppingPolicy: Sendable {
  /// By date; `nil` for one at which the policy never stops.
  let rules: [ContinuationFit?]

  init(fittedTo problem: StoppingProblem) {
    var rules: [ContinuationFit?] = Array(repeating: nil, count: problem.dates)
    var goingOn = problem.never
    for date in stride(from: problem.dates - 1, through: 0, by: -1) {
      let stopping = problem.payoffs[date]
      let more = zip(goingOn, stopping).map { $0 - $1 }
      guard let fit = ContinuationFit(of: more, on: problem.known[date]) else { continue }
      let stops = fit.stops(problem.known[date], trials: problem.trials)
      guard Self.isClear(zip(more, stops).map { $1 ? -$0 : 0 }) else { continue }
      rules[date] = fit
      for trial in stops.indices where stops[trial] { goingOn[trial] = stopping[trial] }
    }
    self.rules = rules
  }

  /// The date at which each trial stops; `dates` for never.
  func stops(in problem: StoppingProblem) -> [Int] {
    var dates = Array(repeating: problem.dates, count: problem.trials)
    for date in stride(from: problem.dates - 1, through: 0, by: -1) {
      guard let rule = rules[date] else { continue }
      let stops = rule.stops(problem.known[date], trials: problem.trials)
      for trial in stops.indices where stops[trial] { dates[trial] = date }
    }
    return dates
  }

  private static func isClear(_ gains: [Double]) -> Bool {
    let gain = StudyTable.estimate(of: gains)
    return gain.value > 2 * gain.standardError
  }
}

/// What going on is expected to bring more than stopping, as a function of what is known.
struct ContinuationFit: Sendable {
  /// Those that vary.
  private let figures: [Figure]
  private let coefficients: [Double]

  /// A figure's place, mean and standard deviation.
  private struct Figure {
    var place: Int
    var mean, deviation: Double
  }

  /// Standard deviations to which a figure is held: beyond, a parabola tells nothing.
  private static let reach = 3.0

  /// `nil` where no coefficients can be found.
  init?(of more: [Double], on known: [[Double]]) {
    let figures = known.indices.compactMap { place -> Figure? in
      let deviation = StudyTable.variance(of: known[place]).squareRoot()
      let mean = known[place].reduce(0, +) / Double(max(1, known[place].count))
      return deviation > 1e-12 * max(1, mean.magnitude)
        ? Figure(place: place, mean: mean, deviation: deviation) : nil
    }
    let terms = Self.terms(figures.count)
    var fit = LeastSquares(columns: terms)
    var row = Array(repeating: 1.0, count: terms)
    for trial in more.indices {
      Self.fill(&row, figures, known, trial)
      fit.add(row, more[trial])
    }
    guard let coefficients = fit.coefficients() else { return nil }
    self.figures = figures
    self.coefficients = coefficients
  }

  /// Whether each trial stops by this fit.
  func stops(_ known: [[Double]], trials: Int) -> [Bool] {
    var row = Array(repeating: 1.0, count: coefficients.count)
    return (0..<trials).map { trial in
      Self.fill(&row, figures, known, trial)
      var sum = 0.0
      for term in row.indices { sum += coefficients[term] * row[term] }
      return sum < 0
    }
  }

  private static func terms(_ figures: Int) -> Int { 1 + figures + figures * (figures + 1) / 2 }

  /// One trial's regressors; the first stays one.
  private static func fill(
    _ row: inout [Double], _ figures: [Figure], _ known: [[Double]], _ trial: Int
  ) {
    for (number, figure) in figures.enumerated() {
      let score = (known[figure.place][trial] - figure.mean) / figure.deviation
      row[1 + number] = min(max(score, -reach), reach)
    }
    var term = 1 + figures.count
    for one in 0..<figures.count {
      for other in one..<figures.count {
        row[term] = row[1 + one] * row[1 + other]
        term += 1
      }
    }
  }
}
