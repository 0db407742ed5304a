import Projection
import Scenarios

/// What the pages ask of who gains: what is best for whom, not taking part among the choices.
struct PartyBoard {
  let board: Board
  let parties: PartyOutlook

  /// Whose money is counted.
  enum Whose { case aco, sponsor, system }

  /// An option by its place, or `nil` for not taking part, which brings everybody zero.
  typealias Choice = Int?

  /// `nil` where the scenario says nothing of it, or the rules in force are none to sign under.
  init?(_ board: Board) {
    guard board.mayRecommend, let parties = board.comparison.parties else { return nil }
    self.board = board
    self.parties = parties
  }

  var scenario: Scenario { board.comparison.scenario }
  /// Whether anything is divided; else only accruals and reopened years are to be told.
  var isDivided: Bool { scenario.sponsor != nil || scenario.sharing != nil }

  func name(_ choice: Choice) -> String { choice.map(board.name) ?? "not taking part" }

  func net(_ whose: Whose, _ option: Int) -> Distribution {
    let option = parties.options[option]
    return switch whose {
    case .aco: option.aco
    case .sponsor: option.sponsor
    case .system: option.system
    }
  }

  func mean(_ whose: Whose, _ choice: Choice) -> Estimate {
    choice.map { net(whose, $0).mean } ?? Estimate(value: 0, standardError: 0)
  }

  /// Paired; against not taking part the figure itself.
  func difference(_ whose: Whose, _ a: Choice, _ b: Choice) -> Estimate {
    guard let a else {
      let other = mean(whose, b)
      return Estimate(value: -other.value, standardError: other.standardError)
    }
    guard let b else { return mean(whose, a) }
    let pairs =
      switch whose {
      case .aco: parties.acoDifferences
      case .sponsor: parties.sponsorDifferences
      case .system: parties.systemDifferences
      }
    return pairs[a][b].mean
  }

  /// The choice of highest mean, the first of equals, and every one that cannot be told from it.
  func best(_ whose: Whose) -> [Choice] {
    let choices = board.subjects.map(Choice.some) + [Choice.none]
    let top = choices.reduce(choices[0]) {
      mean(whose, $1).value > mean(whose, $0).value ? $1 : $0
    }
    return [top] + choices.filter { $0 != top && !difference(whose, top, $0).isClear }
  }

  /// What is best for the ACO against what is best for ACO and sponsor together.
  var verdict: Finding {
    let (alone, together) = (best(.aco), best(.system))
    let (one, other) = (alone[0], together[0])
    if !alone.contains(where: { together.contains($0) }) { return reversal(one, other) }
    guard alone.count == 1, together.count == 1 else {
      return Finding(
        "Counting the sponsor does not clearly change the choice: best for the ACO is "
          + "\(either(alone)), best for ACO and sponsor together \(either(together)).",
        number: mean(.system, other))
    }
    guard let both = one else {
      return Finding(
        "Not taking part is best for the ACO and for ACO and sponsor together: no option is "
          + "expected to bring either of them money.")
    }
    return Finding(
      "\(name(both)) is best for the ACO and for ACO and sponsor together: five years bring the ACO "
        + "\(mean(.aco, both).dollars) and the two together \(mean(.system, both).dollars)\(after).",
      number: mean(.system, both))
  }

  private func reversal(_ one: Choice, _ other: Choice) -> Finding {
    let lead = difference(.system, other, one)
    guard let one else {
      return Finding(
        "The choice reverses: the ACO does best by not taking part, ACO and sponsor together by "
          + "\(name(other)), which brings them \(lead.dollars) in five years\(after).", number: lead
      )
    }
    guard let other else {
      return Finding(
        "The choice reverses: \(name(one)) brings the ACO \(mean(.aco, one).dollars) in five years, "
          + "but ACO and sponsor together \(mean(.system, one).dollars)\(after); for them not "
          + "taking part is best.", number: lead)
    }
    return Finding(
      "The choice reverses: \(name(one)) is best for the ACO (\(mean(.aco, one).dollars) in five "
        + "years), \(name(other)) for ACO and sponsor together, by \(lead.dollars)\(after).",
      number: lead)
  }

  /// For page 1's headline: that ACO and sponsor together do as well or better otherwise; `nil`
  /// where they do not.
  func objection(to option: Int) -> String? {
    guard isDivided else { return nil }
    let together = best(.system)
    guard !together.contains(option) else {
      return together.contains(nil)
        ? "For ACO and sponsor together not taking part cannot be told from it (page 13)." : nil
    }
    let lead = difference(.system, together[0], option)
    return
      "For ACO and sponsor together \(name(together[0])) is best, by \(lead.dollars) (page 13)."
  }

  private func either(_ choices: [Choice]) -> String {
    let names = choices.map(name)
    guard names.count > 1, let last = names.last else { return names.first ?? "nothing" }
    return names.count > 4
      ? "one of \(names.count) choices" : names.dropLast().joined(separator: ", ") + " or \(last)"
  }

  /// `, after $1.2 million of lost margin`.
  private var after: String {
    guard let lost = parties.lostMargin?.mean, lost.isClear else { return "" }
    return lost.value > 0
      ? ", after \(lost.dollars) of margin lost on care avoided"
      : ", with \(lost.dollarsWithoutSign) of margin gained"
  }
}

extension PartyBoard {
  /// For page 1, in place of the lead and the chance to owe, which its headline tells.
  func decisionFigures(_ option: Int, beside figures: [KeyFigure]) -> [KeyFigure] {
    guard isDivided, let first = figures.first, let last = figures.last else { return figures }
    let (aco, system) = (mean(.aco, option), mean(.system, option))
    return [
      first,
      KeyFigure(
        label: "Net to the ACO", value: aco.dollars, note: "its part, ± \(aco.standardErrorDollars)"
      ),
      KeyFigure(
        label: "Net to the sponsoring system", value: system.dollars,
        note: "ACO and sponsor, ± \(system.standardErrorDollars)"),
      last,
    ]
  }

  var decisionRemark: Finding? {
    guard isDivided else { return nil }
    let verdict = verdict
    return Finding("Who gains (page 13): " + verdict.sentence, number: verdict.number)
  }
}
