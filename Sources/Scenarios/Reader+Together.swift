import Regulation

/// What must hold between keys, checked once every key has been read.
extension Reader {
  /// Whether nothing at, above or below these paths was refused or missing.
  func isSound(_ paths: String...) -> Bool { isSound(paths) }

  func isSound(_ paths: [String]) -> Bool {
    paths.allSatisfy { path in
      !faulty.contains {
        $0 == path || $0.hasPrefix("\(path).") || path.hasPrefix("\($0).")
      }
    }
  }

  /// The place of a key the file gives, or of the nearest key above it.
  func spot(_ path: String) -> Spot {
    var keys = path.split(separator: ".")
    while !keys.isEmpty {
      if let spot = spots[keys.joined(separator: ".")] { return spot }
      keys.removeLast()
    }
    return .start
  }

  mutating func checkTogether() throws {
    checkForm()
    checkMeasuredYear()
    completeRegionalAdjustments()
    checkRegionalAdjustments()
    checkGlidePathAgreements()
    checkPersonYears()
    checkQualitySpread()
    forgetErrorsOfStatedFigures()
    checkShareErrors()
    checkSpreadErrors()
    try checkMeasures()
    checkPrograms()
    checkCorrelation()
    try checkBearing()
    checkPersonVariation()
    checkRecord()
    try checkCash()
    try checkAdvances()
    checkParties()
    applyMarks()
    forgetUnusedPosition()
    forgetUnusedQuality()
    try judgeOptions()
    checkPresentOption()
  }

  /// The present path is one of those compared.
  private mutating func checkPresentOption() {
    let place = "agreement.presentOption"
    guard let name = scenario.agreement.presentOption, isSound(place, "agreement.options") else {
      return
    }
    let names = requests.map(\.option.name)
    guard !names.contains(name) else { return }
    note(
      place, spot(place), "is \(name).",
      "Allowed: \(Self.choice(of: names)), the options listed. "
        + "\(Spelling.question(name, among: names))Add it to agreement.options, or name one of them."
    )
  }

  private mutating func checkMeasuredYear() {
    guard isSound("agreement.start", "population.measuredIn") else { return }
    let latest = scenario.agreement.period.firstDay.year - 1
    guard scenario.population.measuredIn > latest else { return }
    note(
      "population.measuredIn", spot("population.measuredIn"),
      "is \(scenario.population.measuredIn).",
      "Allowed: \(latest) or earlier, the year before agreement.start. "
        + "Figures of a later year cannot be in the benchmark (42 CFR 425.652(a)).")
  }

  private mutating func checkGlidePathAgreements() {
    guard isSound("agreement.number", "agreement.glidePathAgreements") else { return }
    let agreement = scenario.agreement
    guard agreement.glidePathAgreements >= agreement.number else { return }
    note(
      "agreement.glidePathAgreements", spot("agreement.glidePathAgreements"),
      "is \(agreement.glidePathAgreements).",
      "Allowed: fewer than agreement.number, which is \(agreement.number) (42 CFR 425.600(g)). "
        + "Count earlier agreements only.")
  }

  /// The four types' person-years together are the assigned beneficiaries' year: nearly all of
  /// it, since each counts for at most a whole year and few leave early.
  private mutating func checkPersonYears() {
    let types = EnrollmentType.allCases.map { "\(stratumPath($0)).personYears" }
    guard isSound(["population.assignedBeneficiaries"] + types) else { return }
    let assigned = Double(scenario.population.assignedBeneficiaries)
    let total = scenario.population.strata.sum { $0.personYears.count }
    guard total > assigned * 1.0001 || total < assigned / 2 else { return }
    let summed = "the four types' personYears\(form == .history ? " of year 3" : "")"
    note(
      "population.assignedBeneficiaries", spot("population.assignedBeneficiaries"),
      "is \(Bounds.text(assigned)), and \(summed) sum to \(Bounds.text(total)).",
      "Allowed: a sum from half of the assigned beneficiaries through all of them "
        + "(42 CFR 425.652(a)). Correct the headcount or the four personYears.")
  }

  /// A score between 0 and 1 can spread only so far about its mean.
  private mutating func checkQualitySpread() {
    let place = "assumptions.quality.standardDeviation"
    guard isSound(place, "assumptions.quality.mean") else { return }
    let quality = scenario.assumptions.quality
    let most = quality.mean.map { ($0 * (1 - $0)).squareRoot() }.min() ?? 0
    guard quality.standardDeviation >= most else { return }
    let shown = Double(Int(most * 1_000)) / 1_000
    note(
      place, spot(place), "is \(quality.standardDeviation).",
      "Allowed: below \(shown), the widest spread of a score with the means given. "
        + "Write a smaller spread.")
  }
}
