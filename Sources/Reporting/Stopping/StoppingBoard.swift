import Projection

/// What a stopping rule asked of a run and what came of it, in words.
struct StoppingBoard: Sendable {
  let board: Board
  let reached: StoppingReached

  /// `nil` where the number of trials was given.
  init?(_ board: Board) {
    guard let reached = board.comparison.stopping else { return nil }
    (self.board, self.reached) = (board, reached)
  }

  private var trials: String { DecimalText.grouped(reached.trials) }

  /// `every headline figure is known to 1% and the best option with 99% confidence`.
  var asked: String {
    let precision = reached.rule.precision.map {
      "every headline figure is known to \(Self.percent($0))"
    }
    let best = reached.rule.confidence.map {
      (precision == nil ? "the best option is known" : "the best option") + " with "
        + "\(Self.percent($0)) confidence"
    }
    return [precision, best].compactMap { $0 }.joined(separator: " and ")
  }

  /// `5 looks, of at most 10,000,000 trials`.
  var looks: String {
    "\(reached.looks) \(reached.looks == 1 ? "look" : "looks"), of at most "
      + "\(DecimalText.grouped(reached.rule.mostTrials)) trials"
  }

  /// What was reached, in one sentence, or what was not, in one or two.
  var verdict: Finding {
    guard !reached.isReached else {
      let parts = [reached.rule.precision.map(known), reached.best.map(named)].compactMap { $0 }
      return Finding("After \(trials) trials \(parts.joined(separator: ", and ")).\(ofListed)")
    }
    let failed = [undecided, unknown].compactMap { $0 }
    let held =
      failed.count == 1
      ? (reached.isPrecise ? reached.rule.precision.map(known) : reached.best.map(named)) : nil
    let sentences = failed + (held.map { ["\($0.capitalizedFirst)."] } ?? [])
    return Finding(sentences.joined(separator: " "), number: hardest?.lead)
  }

  /// Where page 1 names another path than the listed options.
  private var ofListed: String {
    guard reached.rule.confidence != nil, let decision = AppetiteDecision(board),
      let path = decision.within.path
    else { return "" }
    return
      " That is told of the listed options alone, not of \(decision.board.title(path)), which the "
      + "appetite chooses."
  }

  private func known(to precision: Double) -> String {
    "every headline figure is known to \(Self.percent(precision))"
  }

  private func named(_ best: BestOption) -> String {
    guard !best.rivals.isEmpty || !best.alike.isEmpty else {
      return "\(board.told(best.option)) has no rival"
    }
    let alike =
      best.alike.isEmpty
      ? ""
      : ", the same in every trial as \(Names.list(best.alike.map(board.told)))"
    return "\(board.told(best.option)) has the highest mean net with "
      + "\(Self.percent(reached.rule.confidence ?? 0)) confidence\(alike)"
  }

  // MARK: - Not reached

  /// The rival that is hardest to tell from the best.
  private var hardest: BestOption.Rival? {
    reached.best?.undecided.min {
      $0.lead.value * $1.lead.standardError < $1.lead.value * $0.lead.standardError
    }
  }

  private var undecided: String? {
    guard let best = reached.best, let rival = hardest else { return nil }
    let others = best.undecided.filter { $0 != rival }.map { board.told($0.option) }
    let rest =
      others.isEmpty
      ? "" : " \(Names.list(others)) \(others.count == 1 ? "is" : "are") not ruled out either."
    return "Which option is best is NOT decided with "
      + "\(Self.percent(reached.rule.confidence ?? 0)) confidence after \(trials) trials: "
      + "\(lead(of: best.option, over: rival)); \(Self.needed(rival.trialsNeeded, "tell")).\(rest)"
  }

  /// The best option beside the rival next to it; `nil` where there is none.
  var closest: Finding? {
    guard let best = reached.best, let rival = best.rivals.first else { return nil }
    return Finding(
      "\(lead(of: best.option, over: rival).capitalizedFirst), by the interval that allows for every "
        + "look and rival.", number: rival.lead)
  }

  private func lead(of best: Int, over rival: BestOption.Rival) -> String {
    let precision = Self.precision(of: rival)
    func dollars(_ amount: Double) -> String { Money.words(precision.rounded(amount), precision) }
    return "the mean net of \(board.told(best)) less that of \(board.told(rival.option)) is "
      + "\(rival.lead.dollars), between \(dollars(rival.low)) and \(dollars(rival.high))"
  }

  private var unknown: String? {
    guard !reached.isPrecise, let coarsest = reached.coarsest else { return nil }
    return
      "Not every headline figure is known to \(Self.percent(reached.rule.precision ?? 0)) after "
      + "\(trials) trials: \(name(of: coarsest)) is known to \(Self.share(coarsest)); "
      + "\(Self.needed(reached.trialsNeeded, "do"))."
  }

  /// Of the ends of an interval that holds zero: of as many digits as tell on which side the lower lies.
  private static func precision(of rival: BestOption.Rival) -> Precision {
    let error = rival.lead.standardError
    let first = Precision(value: rival.lead.value, standardError: error)
    let finest = Precision.twoDigits(of: error).exponent
    let exponents = stride(from: first.exponent, to: finest, by: -1).map { $0 } + [finest]
    return exponents.map { Precision(exponent: $0) }.first { $0.rounded(rival.low) != 0 }
      ?? Precision(exponent: finest)
  }

  private static func needed(_ trials: Int?, _ verb: String) -> String {
    guard let trials else {
      return "at this rate no number of trials that can be run would \(verb)"
    }
    let rounded = Precision.twoDigits(of: Double(trials)).rounded(Double(trials))
    return "at this rate some \(DecimalText.grouped(Int(rounded))) trials would \(verb)"
  }

  // MARK: - Figures

  /// `the 5th percentile of Level E`.
  func name(of figure: KnownFigure) -> String {
    let option = board.told(figure.option)
    return switch figure.name {
    case .mean: "the mean net of \(option)"
    case .fifthPercentile: "the 5th percentile of \(option)"
    case .ninetyFifthPercentile: "the 95th percentile of \(option)"
    case .worstTail: "the mean of the worst 5% of \(option)"
    case .chanceToEarn: "the chance of \(option) to earn"
    case .chanceToOwe: "the chance of \(option) to owe"
    case .lead: "the lead of \(option)"
    }
  }

  /// `0.94%`, of a chance `0.31 points`; with ` *` where it is not of the figure itself.
  static func share(_ figure: KnownFigure) -> String {
    cell(figure).replacing(" *", with: "") + (figure.isChance ? " points" : "%")
  }

  /// The same without a unit, rounded up at the second digit, so that none seems better known than it
  /// is; marked where it is not of the figure itself.
  static func cell(_ figure: KnownFigure) -> String {
    let percent = figure.precision * 100
    guard percent > 0 else { return "0" }
    guard percent.isFinite else { return "unknown" }
    guard percent >= 0.001 else { return figure.isSmall ? "<0.001 *" : "<0.001" }
    let precision = Precision.twoDigits(of: percent)
    let rounded = precision.rounded(percent)
    let up = rounded < percent * (1 - 1e-9) ? rounded + precision.step : rounded
    let text = DecimalText.printed(up, places: max(0, -precision.exponent))
    return text + (figure.isSmall ? " *" : "")
  }

  /// `99.5%`, as it was asked.
  static func percent(_ fraction: Double) -> String {
    var text = DecimalText.fixed(fraction * 100, places: 6)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text + "%"
  }
}
