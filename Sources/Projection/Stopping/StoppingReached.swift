/// What a stopping rule found at the look at which its run ended.
public struct StoppingReached: Hashable, Sendable {
  public var rule: StoppingRule
  /// How many times the run looked, and its trials at the last.
  public var looks, trials: Int
  /// Every headline figure, asked for or not.
  public var figures: [KnownFigure]
  /// `nil` where no confidence is asked.
  public var best: BestOption?

  public init(
    rule: StoppingRule, looks: Int, trials: Int, figures: [KnownFigure], best: BestOption?
  ) {
    self.rule = rule
    self.looks = looks
    self.trials = trials
    self.figures = figures
    self.best = best
  }

  /// The figure known least well.
  public var coarsest: KnownFigure? { figures.max { $0.precision < $1.precision } }

  /// Whether every headline figure is known as well as asked; true where nothing is asked.
  public var isPrecise: Bool {
    guard let precision = rule.precision else { return true }
    return figures.allSatisfy { $0.precision <= precision }
  }

  /// Whether the best option is known with the confidence asked; true where none is asked.
  public var isDecided: Bool { best?.isDecided ?? true }

  public var isReached: Bool { isPrecise && isDecided }

  /// Trials at the look at which every headline figure would be known as asked, its error falling with
  /// the square root of the trials; `nil` where it is so now, and where no number can be said.
  public var trialsNeeded: Int? {
    guard !isPrecise, let asked = rule.precision, let coarsest else { return nil }
    return StoppingRule.look(after: trials) {
      coarsest.precision * (Double(trials) / Double($1)).squareRoot() <= asked
    }
  }
}

extension StoppingReached {
  /// - Parameter look: 1 for the first.
  init(_ comparison: Comparison, by rule: StoppingRule, look: Int, _ reach: Reach) {
    self.init(
      rule: rule, looks: look, trials: comparison.trials,
      figures: comparison.knownFigures(reach),
      best: rule.confidence.map { _ in
        BestOption(of: comparison, by: rule, look: look, reach)
      })
  }
}
