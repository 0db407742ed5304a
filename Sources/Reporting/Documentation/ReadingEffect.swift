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
    guard let rule = Stress.rulesRead[reading.stress.name], let leading = board.leading,
      reading.changes.indices.contains(leading)
    else { return nil }
    self.rule = rule
    self.reading = reading
    self.board = board
    change = reading.changes[leading].mean
  }

  /// `read as beforeAdjustment, expected five-year net of ENHANCED rises by $12,000 …`.
  var words: String {
    let name = board.leading.map(board.name) ?? ""
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
    guard let choice = reading.choice else { return "" }
    let cost = choice.costOfKeeping.mean
    return switch StressVerdict(choice) {
    case .stays: "; \(choice.unstressed.title) stays the best path"
    case .unclear: "; \(choice.best.title) cannot be told from \(choice.unstressed.title)"
    case .changes:
      "; \(choice.best.title) is then best, by \(cost.dollars) over \(choice.unstressed.title)"
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
