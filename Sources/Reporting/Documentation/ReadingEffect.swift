import Projection
import Regulation
import Scenarios

/// What reading one rule another way would do to the recommendation.
struct ReadingEffect {
  /// The rule's name.
  let rule: String
  let reading: StressedComparison
  /// Change of expected five-year net of the option recommended, with its paired error.
  let change: Estimate
  let board: Board

  init?(_ reading: StressedComparison, _ board: Board) {
    guard let rule = Stress.rulesRead[reading.stress.name], let option = board.recommended,
      reading.changes.indices.contains(option)
    else { return nil }
    self.rule = rule
    self.reading = reading
    self.board = board
    change = reading.changes[option].mean
  }

  /// `read as beforeAdjustment, expected five-year net of ENHANCED rises by $12,000 …`.
  var words: String {
    let name = board.recommended.map(board.told) ?? ""
    let size = "\(change.dollarsWithoutSign) ± \(change.standardErrorDollars)"
    let move =
      change.value == 0 && change.standardError == 0
      ? "does not change"
      : change.isClear
        ? "\(change.value < 0 ? "falls" : "rises") by \(size)"
        : "changes by nothing the simulation can tell from zero (± \(change.standardErrorDollars))"
    return "read as \(reading.stress.title), expected five-year net of \(name) \(move)\(choice)"
  }

  private var choice: String {
    guard let choice = reading.choice, choice.limits?.qualifyingWithout != 0 else { return "" }
    let (named, best) = (choice.unstressed.title, choice.bestTitle)
    let within = choice.limits == nil ? "" : " within the appetite"
    return switch StressVerdict(choice) {
    case .stays: "; \(named) stays the best path\(within)"
    case .breaks: "; \(named) then breaks the appetite"
    case .unclear where choice.limits?.isKept == false:
      "; \(named) then stands so near a limit of the appetite that the simulation cannot tell whether "
        + "it keeps it"
    case .unclear: "; \(best) cannot be told from \(named)"
    case .changes:
      "; \(best) is then best\(within), by \(choice.costOfKeeping?.mean.dollars ?? "") over \(named)"
    }
  }
}

extension Board {
  var readingEffects: [ReadingEffect] { readings.compactMap { ReadingEffect($0, self) } }

  /// The dollar effect of an unverified rule, or why there is none.
  func effectWords(of rule: RuleInForce) -> String {
    let effects = readingEffects.filter { $0.rule == rule.name }
    if !effects.isEmpty { return effects.map(\.words).joined(separator: "; ").capitalizedFirst }
    if rule.name == "benchmark.regionalAdjustment.timesCounted", countsNothing {
      return "None on these five years: a first agreement has no earlier one to count"
    }
    if rule.evidence == .proposed {
      return "Not computed here: glidepath rules diff compares the edition with the regulation"
    }
    return Stress.rulesRead.values.contains(rule.name)
      ? "Not computed in this run" : "Not computed: a scenario cannot choose another value"
  }

  /// Whether no agreement of this run follows another.
  private var countsNothing: Bool {
    comparison.scenario.agreement.number == 1
      && !outlooks.contains { $0.option.renewsIn != nil }
  }

  /// The largest effect computed; `nil` where none was.
  var largestEffect: ReadingEffect? {
    readingEffects.max { $0.change.value.magnitude < $1.change.value.magnitude }
  }
}
