import Projection

/// What the pages ask of the paths: the few shown, by number and by name.
struct PathBoard {
  let board: Board
  let paths: PathOutlook

  /// `nil` where no path was walked, or the rules in force are none to sign under.
  init?(_ board: Board) {
    guard board.mayRecommend, let paths = board.comparison.paths, !paths.outcomes.isEmpty else {
      return nil
    }
    self.board = board
    self.paths = paths
  }

  var shown: [Int] { Array(paths.shown.prefix(Board.optionsPerSheet)) }

  func outcome(_ place: Int) -> PathOutcome { paths.outcomes[place] }
  func title(_ place: Int) -> String { outcome(place).path.title }

  /// Those that renew early.
  var renewals: Int { paths.outcomes.count { $0.path.renewsIn != nil && $0.path.leave == nil } }
  /// Those with an exit rule.
  var exitRules: Int { paths.outcomes.count { $0.path.leave != nil } }

  /// `212 elections`, `212 elections and 1 early renewal`, `212 elections and 2 exit rules`.
  var tried: String {
    func words(_ count: Int, _ one: String) -> String? {
      count == 0 ? nil : "\(count) \(one)\(count == 1 ? "" : "s")"
    }
    return Names.list(
      [
        words(paths.elections, "election") ?? "no election", words(renewals, "early renewal"),
        words(exitRules, "exit rule"),
      ].compactMap { $0 })
  }

  /// What a path leads in: `highest mean, least regret`.
  func leadReasons(_ place: Int) -> String {
    let leads: [(Int?, String)] = [
      (paths.bestMean, "highest mean"), (paths.withinAppetite?.path, "best in appetite"),
      (paths.mildest, "mildest"), (paths.leastRegret, "least regret"),
    ]
    return leads.filter { $0.0 == place }.map(\.1).joined(separator: ", ")
  }

  func leads(_ place: Int) -> Bool { !leadReasons(place).isEmpty }

  /// The same with the present path named, for the few lines of a terminal.
  func summaryReasons(_ place: Int) -> String {
    [leads(place) ? leadReasons(place) : nil, place == paths.present ? "present path" : nil]
      .compactMap { $0 }.joined(separator: ", ")
  }

  /// Why a path is shown.
  func reasons(_ place: Int) -> String {
    let listed = outcome(place).path.listedAs.map { "listed as \(Names.clamped($0, to: 24))" }
    let known = summaryReasons(place)
    return [known.isEmpty ? nil : known, listed].compactMap { $0 }.joined(separator: ", ")
  }

  /// For page 1.
  var decisionRemark: Finding {
    let best = outcome(paths.bestMean)
    return Finding(
      "Of \(tried) tried, \(title(paths.bestMean)) has the highest expected five-year net, "
        + "\(best.net.mean.dollars) (page 7).", number: best.net.mean)
  }

  /// What the best path brings more than the one the ACO is on or means to sign.
  var presentRemark: Finding? {
    guard let present = paths.present,
      let row = paths.shown.firstIndex(of: paths.bestMean),
      let column = paths.shown.firstIndex(of: present)
    else { return nil }
    guard present != paths.bestMean else {
      return Finding(
        "The present path, \(title(present)), is the one of highest expected five-year net.",
        number: outcome(present).net.mean)
    }
    let lead = paths.differences[row][column]
    let says =
      lead.mean.isClear
      ? "is expected to bring \(lead.mean.dollars) more over five years than the present path, "
        + "\(title(present)), and brings more in \(lead.chanceOfMore.ofFutures)"
      : "cannot be told apart on expected five-year net from the present path, \(title(present))"
    return Finding("\(title(paths.bestMean)) \(says).", number: lead.mean)
  }

  /// `a longer simulation would name another path with a chance of 12%`.
  static func odds(_ choice: PathChoice) -> String {
    if choice.qualifying == 1 { return "no other path can be named" }
    let chance = choice.chanceOfAnother
    if chance.value == 0 {
      return
        "in none of \(DecimalText.grouped(PathChoice.resamples)) resamples of its trials does another "
        + "do better"
    }
    // Nothing is lost where what comes out ahead only keeps a limit that the one named breaks.
    guard choice.costIfAnother >= 1 else {
      return "by the simulation's own error there is a chance of \(chance.percent) that it breaks "
        + "a limit and another is the best that keeps them"
    }
    let cost = Precision.twoDigits(of: choice.costIfAnother)
    let more = Money.words(cost.rounded(choice.costIfAnother), cost)
    if let parts = choice.parts, parts.breaking.value > 0 {
      return "by the simulation's own error there is a chance of \(parts.breaking.percent) that it "
        + "breaks a limit, and of \(parts.better.percent) that another which keeps them does better, "
        + "then by about \(more)"
    }
    return "by the simulation's own error there is a chance of \(chance.percent) that another does "
      + "better, then by about \(more)"
  }

  /// At which true savings another path is best; every input is on page 11.
  var flipRemarks: [Finding] {
    guard let study = board.comparison.inputs else { return [] }
    return study.flipsFound.filter { $0.input == .trueSavings }.map { flip in
      Finding(
        "If \(flip.condition(study)), the highest mean passes from \(title(flip.from)) to "
          + "\(title(flip.to)).", number: flip.shift)
    }
  }

  func rowKind(_ place: Int) -> Table.Row.Kind { place == paths.bestMean ? .leading : .plain }

  var trials: String { DecimalText.grouped(paths.trials) }
}
