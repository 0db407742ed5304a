import Projection
import Regulation
import Scenarios

/// What page 14 asks of a comparison: the figures that can be seen, year by year, and the levels at
/// which the choice or the law changes.
struct WatchBoard {
  let board: Board
  /// `nil` where no input was moved.
  let inputs: InputBoard?

  /// `nil` where no year was simulated.
  init?(_ board: Board) {
    guard board.comparison.histories.count == 5 else { return nil }
    self.board = board
    inputs = InputBoard(board)
  }

  var scenario: Scenario { board.comparison.scenario }
  var years: [HistoryYear] { board.comparison.histories }
  var trials: Int { board.comparison.trials }

  /// The mean over the five years of a figure.
  func mean(_ figure: (HistoryYear) -> Double) -> Double {
    years.reduce(0) { $0 + figure($1) } / Double(years.count)
  }

  /// The same with an error that lets the years move together.
  func mean(_ figure: (HistoryYear) -> Estimate) -> Estimate {
    Estimate(
      value: mean { figure($0).value }, standardError: mean { figure($0).standardError })
  }

  var savingsRate: Estimate { mean(\.savingsRate) }

  /// Standard deviation of one year from one future to another, in the unit of the input's level:
  /// of the simulated years where they hold the figure, else as the scenario states it; `nil` where
  /// neither does.
  func yearlySpread(of input: Input) -> Double? {
    let assumptions = scenario.assumptions
    switch input {
    case .trueSavings: return mean(\.savingsRateStandardDeviation)
    case .size:
      let share = mean {
        $0.spread($0.assignedBeneficiaries, of: trials) / max(1, $0.assignedBeneficiaries.value)
      }
      return share * Double(scenario.population.assignedBeneficiaries)
    case .qualityScore: return mean { $0.spread($0.qualityScore, of: trials) }
    case .trendMiss: return assumptions.nationalGrowth.standardDeviation
    case .regionalGrowth: return assumptions.regionalDeviation.standardDeviation
    case .churn:
      let (kept, concentration) = (assumptions.retention.mean, assumptions.retention.concentration)
      return (kept * (1 - kept) / (1 + concentration)).squareRoot()
    case .historicalBenchmark, .riskScores, .qualityStandard, .participantRevenue, .marketShare,
      .extremeCircumstances:
      return nil
    }
  }

  /// Which inputs can be seen while the agreement runs, and where.
  static func seen(_ input: Input) -> String? {
    switch input {
    case .trueSavings: "quarterly in own claims"
    case .trendMiss: "yearly, as CMS publishes growth"
    case .regionalGrowth: "yearly in CMS's results"
    case .churn, .size: "quarterly in the assignment lists"
    case .riskScores: "yearly in CMS's results"
    case .qualityScore: "quarterly in own measures"
    case .participantRevenue: "yearly in participants' claims"
    case .historicalBenchmark, .qualityStandard, .marketShare, .extremeCircumstances: nil
    }
  }

  // MARK: - Where the choice changes

  var choiceLevels: [WatchedLevel] {
    guard let inputs else { return [] }
    let found = inputs.study.flipsFound.compactMap { flip in
      Self.seen(flip.input).map { choiceLevel(flip, $0, inputs) }
    }
    return WatchedLevel.byDistance(found)
  }

  private func choiceLevel(_ flip: FlipPoint, _ seen: String, _ inputs: InputBoard) -> WatchedLevel
  {
    let isSavings = flip.input == .trueSavings
    let expected = isSavings ? savingsRate.value : inputs.study.range(of: flip.input)?.level
    let reached = isSavings ? flip.savingsRate : flip.level
    let side = reached.value < (expected ?? 0) ? "below" : "above"
    let words = isSavings ? reached.percent : flip.input.words(reached)
    let name = isSavings ? "Savings rate" : flip.input.title
    let spread = yearlySpread(of: flip.input)
    let ahead = inputs.title(flip.to)
    return WatchedLevel(
      name: name, seen: seen,
      expected: isSavings ? savingsRate.percent : expected.map { flip.input.words($0) } ?? "–",
      spread: spread.map { spreadWords($0, of: flip.input) } ?? "–",
      level: "\(side) \(words)",
      distance: both(expected, spread).map { ($0.0 - reached.value).magnitude / $0.1 },
      deed: "\(ahead) is ahead",
      clause: "\(side) \(words) \(ahead) is ahead")
  }

  private func spreadWords(_ spread: Double, of input: Input) -> String {
    let estimate = Estimate.spread(spread, of: trials)
    return input == .size ? estimate.count : estimate.percent
  }

  // MARK: - Where the law or the reserve takes hold

  var lawLevels: [WatchedLevel] {
    [lossLevel, sizeLevel, qualityLevel, riskLevel, reserveLevel].compactMap { $0 }
  }

  /// The year in which a figure's mean is nearest to a level, in its own spreads.
  private func nearest(
    _ level: Double, _ figure: (HistoryYear) -> Double, _ spread: (HistoryYear) -> Double
  ) -> (year: HistoryYear, distance: Double?)? {
    let found = years.map { year in
      let width = spread(year)
      return (
        year: year, distance: width > 0 ? (figure(year) - level).magnitude / width : nil as Double?
      )
    }
    return found.min { ($0.distance ?? .infinity) < ($1.distance ?? .infinity) }
  }

  /// The rate elected, where losses are shared at one: of the path that page 1 names, else of the option
  /// that leads.
  private var electedForLosses: (rate: Rate, title: String)? {
    if let decision = AppetiteDecision(board) {
      let path = decision.board.outcome(decision.named).path
      guard case .elected(let rate)? = path.minimumRate else { return nil }
      return (rate, decision.board.title(decision.named))
    }
    guard let leading = board.leading,
      let terms = board.outlooks[leading].terms.first(where: { $0.losses != nil })
    else { return nil }
    return terms.minimumRates.elected.map { ($0, board.name(leading)) }
  }

  private var lossLevel: WatchedLevel? {
    guard let (rate, title) = electedForLosses,
      let found = nearest(-rate.fraction, \.savingsRate.value, \.savingsRateStandardDeviation)
    else { return nil }
    let level = Estimate(value: -rate.fraction, standardError: 0).percent
    return WatchedLevel(
      name: "Savings rate of \(found.year.performanceYear)", seen: "yearly in CMS's results",
      expected: found.year.savingsRate.percent,
      spread: spreadWords(found.year.savingsRateStandardDeviation, of: .trueSavings),
      level: "at or below \(level)", distance: found.distance,
      deed: "\(title) shares losses from the first dollar: hold the reserve",
      clause: "at or below \(level) \(title) shares losses")
  }

  private var sizeLevel: WatchedLevel? {
    guard let leading = board.leading, let terms = board.outlooks[leading].terms.last else {
      return nil
    }
    let fewest = Double(terms.minimumRates.fewestForElection)
    let width = { (year: HistoryYear) in year.spread(year.assignedBeneficiaries, of: trials) }
    guard let found = nearest(fewest, \.assignedBeneficiaries.value, width) else { return nil }
    let level = DecimalText.grouped(terms.minimumRates.fewestForElection)
    return WatchedLevel(
      name: "Assigned beneficiaries of \(found.year.performanceYear)",
      seen: "quarterly in the assignment lists", expected: found.year.assignedBeneficiaries.count,
      spread: spreadWords(width(found.year), of: .size), level: "below \(level)",
      distance: found.distance,
      deed: "the rate by size replaces an elected one: add participants",
      clause: "below \(level) the minimum rate by size replaces an elected one")
  }

  private var qualityLevel: WatchedLevel? {
    let quality = scenario.assumptions.quality
    let standard = { (year: HistoryYear) in
      let place = year.performanceYear.calendarYear - years[0].performanceYear.calendarYear
      return quality.standard + quality.standardDrift * Double(place)
    }
    let width = { (year: HistoryYear) in year.spread(year.qualityScore, of: trials) }
    guard
      let found = nearest(0, { $0.qualityScore.value - standard($0) }, width)
    else { return nil }
    let level = Estimate(value: standard(found.year), standardError: 1e-4).percent
    return WatchedLevel(
      name: "Quality score of \(found.year.performanceYear)",
      seen: Self.seen(.qualityScore) ?? "", expected: found.year.qualityScore.percent,
      spread: spreadWords(width(found.year), of: .qualityScore), level: "below about \(level)",
      distance: found.distance,
      deed: "the full sharing rate is lost: close gaps before reporting ends",
      clause: "below about \(level) the full sharing rate is lost")
  }

  private var riskLevel: WatchedLevel? {
    guard
      let rules = try? Rulebook.current().adopting(scenario.editions),
      let terms = try? rules.benchmarkTerms(
        in: years[0].performanceYear, of: scenario.agreement.period)
    else { return nil }
    let (cap, beyond): (Rate, String)
    switch terms.riskRatioCap {
    case .aggregate(let rate): (cap, beyond) = (rate, " above the demographic ratio")
    case .perType(let rate): (cap, beyond) = (rate, " of one type")
    case .none: return nil
    }
    let weights = scenario.population.strata.map(\.personYears.count)
    let total = weights.sum { $0 }
    let growth = EnrollmentType.allCases.reduce(0) { sum, type in
      sum + scenario.assumptions.riskScore.mean[type] * weights[type] / max(1, total)
    }
    let level = Estimate(value: cap.fraction, standardError: 0).points + "%"
    return WatchedLevel(
      name: "Risk scores since the last benchmark year", seen: "yearly in CMS's results",
      expected: Input.riskScores.words(growth), spread: "–", level: "above \(level)\(beyond)",
      distance: nil,
      deed: "growth beyond it no longer raises the benchmark",
      clause: "above \(level)\(beyond) risk scores no longer raise the benchmark")
  }

  private var reserveLevel: WatchedLevel? {
    guard let cash = board.comparison.cash, cash.options.indices.contains(cash.followed) else {
      return nil
    }
    let (option, told) = (cash.options[cash.followed], CashBoard(board: board, cash: cash))
    guard let need = option.reserveNeeded.first else { return nil }
    let reserve = told.reserve.map { Estimate(value: $0.amount, standardError: 0).dollars }
    return WatchedLevel(
      name: "Cash since the first day", seen: "monthly in own books",
      expected: need.value == .zero
        ? "no need in 95% of futures" : "up to \(need.estimate.dollars) short in 95% of futures",
      spread: "–", level: reserve.map { "\($0) below zero" } ?? "no reserve is stated",
      distance: nil, deed: "the reserve is gone: arrange credit or cover",
      clause: "the reserve is gone")
  }
}

/// Both, or nothing.
private func both(_ a: Double?, _ b: Double?) -> (Double, Double)? {
  guard let a, let b, b > 0 else { return nil }
  return (a, b)
}
