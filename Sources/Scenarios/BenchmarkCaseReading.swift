import Foundation
import Regulation

extension BenchmarkCase {
  private static let example = "Scenarios/cases/benchmark-second-agreement.yaml"

  /// The benchmarks of a file: one mapping, or a list of them, in the order of the file.
  ///
  /// Throws `Problems` with every fault of the file, each with its line and column.
  public static func all(in bytes: [UInt8], file: String) throws -> [BenchmarkCase] {
    let rules = try Rulebook.current()
    return try CaseFile(file: file, example: example).all(in: bytes) { fields in
      var reading = BenchmarkCaseReading(fields, under: rules)
      let one = reading.read()
      return (one, reading.fields.problems)
    }
  }

  /// The benchmarks of the file at a path; throws `ScenarioFileMissing` where it cannot be opened.
  public static func all(contentsOf file: String) throws -> [BenchmarkCase] {
    try all(in: ScenarioFile.bytes(of: URL(filePath: file), displayedAs: file), file: file)
  }
}

/// Reads one benchmark; every fault is in `fields.problems`, and `nil` is only given with one.
struct BenchmarkCaseReading {
  var fields: CaseFields
  private var rules: Rulebook
  private var timesCounted: RegionalTimesCounted?
  private var divisor: ProspectiveTrendDivisor?

  init(_ fields: CaseFields, under rules: Rulebook) {
    self.fields = fields
    self.rules = rules
  }

  mutating func read() -> BenchmarkCase? {
    _ = fields.whole("format", 1...1)
    let name = fields.text("name", missing: "A second agreement")
    let editions = fields.editions(laidOver: &rules)
    let start = fields.agreementStart(required: true)
    let agreement = start.map { AgreementPeriod(firstDay: $0) }
    let standing = readStanding()
    let terms = readTerms(agreement, standing)
    readReadings(terms)
    let history = readHistory(terms)
    let year = readYear(agreement, history, terms)
    fields.finish()
    guard fields.problems.isEmpty, let name, let agreement, let standing, let history else {
      return nil
    }
    return BenchmarkCase(
      name: name, agreement: agreement, editions: editions, standing: standing,
      timesCounted: timesCounted, divisor: divisor, history: history, year: year)
  }

  // MARK: - The agreement

  private mutating func readStanding() -> BenchmarkStanding? {
    let number = fields.whole(
      "agreementNumber", 1...20, missing: "1", cite: "42 CFR 425.600(f)")
    let track: Track? =
      fields.has("level")
      ? fields.word("level", Track.allCases.map { ($0.key, $0) }, cite: "42 CFR 425.600(a)") : nil
    var counts = (applied: 0, passed: 0)
    if var inner = fields.mapping("regionalAdjustments") {
      counts.applied =
        inner.whole("applied", 0...20, missing: "1", cite: Paragraph.regionalAdjustment.rawValue)
        ?? 0
      counts.passed = inner.whole("notApplied", 0...20) ?? 0
      inner.finish()
      fields.absorb(inner)
    }
    return number.map {
      BenchmarkStanding(
        agreementNumber: $0, regionalAdjustmentsApplied: counts.applied,
        regionalAdjustmentsPassed: counts.passed, track: track)
    }
  }

  private mutating func readTerms(
    _ agreement: AgreementPeriod?, _ standing: BenchmarkStanding?
  ) -> HistoricalBenchmarkTerms? {
    guard let agreement else { return nil }
    do {
      return try rules.historicalBenchmarkTerms(
        for: standing ?? BenchmarkStanding(agreementNumber: 1), of: agreement)
    } catch {
      fields.note(unknownStart: error)
      return nil
    }
  }

  private mutating func readReadings(_ terms: HistoricalBenchmarkTerms?) {
    guard var inner = fields.mapping("readings") else { return }
    timesCounted = inner.word(
      "timesCounted", RegionalTimesCounted.allCases.map { ($0.rawValue, $0) },
      cite: Paragraph.regionalAdjustment.rawValue)
    divisor = inner.word(
      "prospectiveTrendDivisor", ProspectiveTrendDivisor.allCases.map { ($0.rawValue, $0) },
      cite: Paragraph.prospectiveTrend.rawValue)
    if divisor != nil, let terms, terms.prospectiveTrendDivisor == nil {
      inner.refuse("prospectiveTrendDivisor", .prospectiveTrend, "a prospective trend")
    }
    inner.finish()
    fields.absorb(inner)
  }

  // MARK: - History and year

  private mutating func readHistory(_ terms: HistoricalBenchmarkTerms?) -> BenchmarkHistory? {
    let strata = fields.mapping("benchmarkYears", missing: "{esrd: {…}, …}").flatMap { years in
      var years = years
      let strata = years.byType { _, inner in inner.benchmarkStratum() }
      years.finish()
      fields.absorb(years)
      return strata
    }
    let needsDual = terms?.regional.offsetBounds != nil
    let fraction = BenchmarkBounds.share
    let dual = fields.number(
      "dualShare", fraction, missing: needsDual ? "0.08" : nil,
      cite: Paragraph.regionalAdjustment.rawValue)
    let low = fields.number(
      "lowIncomeOrDualShare", fraction, missing: terms?.population == nil ? nil : "0.16",
      cite: Paragraph.populationAdjustment.rawValue)
    let prior = readPriorSavings(terms)
    return strata.map {
      BenchmarkHistory(
        strata: $0, dualShare: Rate(dual ?? 0), lowIncomeOrDualShare: Rate(low ?? 0),
        priorSavings: prior)
    }
  }

  private mutating func readPriorSavings(_ terms: HistoricalBenchmarkTerms?) -> PriorSavings? {
    guard var inner = fields.mapping("priorSavings") else { return nil }
    let prior = inner.priorSavings()
    inner.finish()
    fields.absorb(inner)
    if let terms, terms.priorSavings == nil {
      fields.refuse("priorSavings", .priorSavings, "a prior savings adjustment")
    }
    return prior
  }

  private mutating func readYear(
    _ agreement: AgreementPeriod?, _ history: BenchmarkHistory?, _ terms: HistoricalBenchmarkTerms?
  ) -> BenchmarkCaseYear? {
    guard var inner = fields.mapping("performanceYear") else { return nil }
    var year = inner.benchmarkYear(
      marketShare: history?.strata.map(\.marketShare),
      hasProspectiveTrend: terms.map { $0.prospectiveTrendDivisor != nil })
    if let performanceYear = year?.performanceYear, let agreement, terms != nil {
      inner.check(performanceYear, of: agreement, under: rules, key: "year")
    }
    inner.finish()
    fields.absorb(inner)
    if !fields.problems.isEmpty { year = nil }
    return year
  }
}
