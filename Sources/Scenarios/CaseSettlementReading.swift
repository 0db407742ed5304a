import Regulation

/// Reads the totals of a performance year to settle, and holds them against the rules of the year.
struct SettlementReading {
  var fields: CaseFields
  let rules: Rulebook

  mutating func read(
    _ year: PerformanceYear?, _ agreement: AgreementPeriod?
  ) -> SettlementCase? {
    let track = readLevel()
    let dollars = CaseFields.dollars
    let benchmark = fields.number("benchmark", dollars.above(), missing: "300_000_000")
    let expenditure = fields.number("expenditure", dollars, missing: "295_000_000")
    let heads = fields.whole("assignedBeneficiaries", 1...10_000_000, missing: "12_000")
    let years = fields.number("personYears", Bounds(0...1e7, .personYears).above())
    let revenue = fields.number("participantRevenue", dollars)
    let lowRevenue = fields.flag("lowRevenue")
    let choice = readChoice(track, year, agreement)
    let quality = readQuality()
    let guardrail = readGuardrail(year, agreement)
    let circumstances = readCircumstances()
    let end = readTermination(in: year)
    let advances = fields.number("advanceInvestmentBalance", dollars)
    let prepaid = fields.number("prepaidBalance", dollars)
    guard let track, let benchmark, let expenditure, let heads, let choice, let quality else {
      return nil
    }
    return SettlementCase(
      track: track, benchmark: Dollars(benchmark), expenditure: Dollars(expenditure),
      assignedBeneficiaries: heads, personYears: years.map { PersonYears($0) },
      participantRevenue: revenue.map { Dollars($0) }, lowRevenue: lowRevenue,
      minimumRateChoice: choice, quality: quality,
      guardrailBenchmark: guardrail.map { Dollars($0) }, extremeCircumstances: circumstances,
      termination: end, advanceInvestmentBalance: Cents(rounding: Dollars(advances ?? 0)),
      prepaidBalance: Cents(rounding: Dollars(prepaid ?? 0)))
  }

  private mutating func readLevel() -> Track? {
    guard let value = fields.value("level", missing: "levelE") else { return nil }
    if case .scalar(let text, _) = value.content, let track = Track(key: text) { return track }
    let keys = Track.allCases.map(\.key)
    let question =
      if case .scalar(let text, _) = value.content { Spelling.question(text, among: keys) } else {
        ""
      }
    fields.note(
      "level", "is \(value.shown).",
      "Allowed: \(keys.joined(separator: ", ")), or A to E (42 CFR 425.600(a)). "
        + "\(question)Write one of these words.")
    return nil
  }

  // MARK: - The election

  private mutating func readChoice(
    _ track: Track?, _ year: PerformanceYear?, _ agreement: AgreementPeriod?
  ) -> MinimumRateChoice? {
    let value = fields.value("minimumRateChoice", missing: nil)
    guard let track, let year, let agreement else { return nil }
    guard let terms = terms(track, year, agreement) else { return nil }
    guard let value else {
      if terms.losses == nil { return .variable }
      if !fields.has("minimumRateChoice") { noteMissingChoice(year, agreement) }
      return nil
    }
    let text: String = if case .scalar(let text, isPlain: true) = value.content { text } else { "" }
    if text == "variable" { return .variable }
    let choices = choices(year, agreement)
    if case .success(let number) = NumberText.number(text), choices.contains(Rate(number)) {
      return .elected(Rate(number))
    }
    let number = try? NumberText.number(text).get()
    fields.note(
      "minimumRateChoice", "is \(value.shown).",
      "\(allowed(choices)) "
        + (number.map { $0 >= 0.1 } ?? false ? Measure.notPercents : "Write one of these."))
    return nil
  }

  private mutating func terms(
    _ track: Track, _ year: PerformanceYear, _ agreement: AgreementPeriod
  ) -> TrackTerms? {
    do {
      return try rules.terms(for: track, in: year, of: agreement, choosing: .variable)
    } catch {
      if fields.problems.isEmpty {
        fields.note("performanceYear", "is \(fields.shown("performanceYear")).", "\(error)")
      }
      return nil
    }
  }

  private mutating func noteMissingChoice(_ year: PerformanceYear, _ agreement: AgreementPeriod) {
    fields.note(
      "minimumRateChoice", "is missing.",
      "\(allowed(choices(year, agreement))) A two-sided level needs it: add "
        + "`minimumRateChoice: 0.01`.")
  }

  private func choices(_ year: PerformanceYear, _ agreement: AgreementPeriod) -> [Rate] {
    (try? rules.minimumRateChoices(in: year, of: agreement)) ?? []
  }

  private func allowed(_ choices: [Rate]) -> String {
    "Allowed: \(choices.map { Bounds.text($0.fraction) }.joined(separator: ", ")) or variable "
      + "(\(Paragraph.electedMinimumRate))."
  }

  // MARK: - Quality, guardrail, circumstances, end

  private mutating func readQuality() -> QualityResult? {
    guard
      var inner = fields.mapping("quality", missing: "{standing: standardMet, score: 0.80}")
    else { return nil }
    let standing = inner.word(
      "standing", QualityResult.Standing.allCases.map { ($0.rawValue, $0) },
      missing: "standardMet", cite: Paragraph.qualityPerformanceStandard.rawValue)
    let score = inner.number("score", Bounds(0...1, .fraction), missing: "0.80")
    inner.finish()
    fields.absorb(inner)
    guard let standing, let score else { return nil }
    return QualityResult(standing: standing, score: Rate(score))
  }

  private mutating func readGuardrail(
    _ year: PerformanceYear?, _ agreement: AgreementPeriod?
  ) -> Double? {
    let benchmark = fields.number("guardrailBenchmark", CaseFields.dollars.above())
    guard benchmark != nil, let year, let agreement,
      let terms = try? rules.benchmarkTerms(in: year, of: agreement), !terms.hasGuardrail
    else { return benchmark }
    fields.note(
      "guardrailBenchmark", "is \(fields.shown("guardrailBenchmark")).",
      "Allowed: only where the agreement has a guardrail, and one from \(agreement.firstDay) has "
        + "none (\(Paragraph.guardrail)). Delete it.")
    return nil
  }

  private mutating func readCircumstances() -> ExtremeCircumstances {
    guard var inner = fields.mapping("extremeCircumstances") else { return .none }
    let months = inner.whole(
      "months", 0...12, missing: "4", cite: Paragraph.extremeCircumstances.rawValue)
    let share = inner.number("shareOfBeneficiaries", Bounds(0...1, .fraction), missing: "0.30")
    inner.finish()
    fields.absorb(inner)
    return ExtremeCircumstances(months: months ?? 0, shareOfBeneficiaries: Rate(share ?? 0))
  }

  private mutating func readTermination(in year: PerformanceYear?) -> SettlementCase.End? {
    guard var inner = fields.mapping("termination") else { return nil }
    let day = inner.day("effective", missing: "\(year?.calendarYear ?? 2025)-09-30")
    let party = inner.word(
      "by", SettlementCase.End.Party.allCases.map { ($0.rawValue, $0) }, missing: "aco",
      cite: Paragraph.termination.rawValue)
    if let day, let year, day.year != year.calendarYear {
      inner.note(
        "effective", "is \(day).",
        "Allowed: a day of performance year \(year) (\(Paragraph.termination)). "
          + "Leave termination out where the agreement outlasts the year.")
    }
    inner.finish()
    fields.absorb(inner)
    guard let day, let party else { return nil }
    return SettlementCase.End(effective: day, by: party)
  }
}
