import Reconciliation
import Regulation

/// Settles published rows by the same terms and the same code as sampled histories.
struct PublishedSettler {
  let rules: Rulebook
  private var terms: [TermsKey: TrackTerms] = [:]
  private var choices: [PerformanceYear: [Rate]] = [:]

  init(_ rules: Rulebook) { self.rules = rules }

  private struct TermsKey: Hashable {
    var track: Track
    var year: PerformanceYear
    var agreement: AgreementPeriod
    var choice: MinimumRateChoice
  }

  mutating func terms(_ year: PublishedYear, _ reading: PublishedReading) throws -> TrackTerms {
    let key = TermsKey(
      track: year.track.inLaw, year: year.performanceYear, agreement: reading.agreement,
      choice: reading.choice)
    if let known = terms[key] { return known }
    let found = try rules.terms(
      for: key.track, in: key.year, of: key.agreement, choosing: key.choice)
    terms[key] = found
    return found
  }

  mutating func readings(of year: PublishedYear) throws -> [PublishedReading] {
    if let known = choices[year.performanceYear] { return year.readings(electing: known) }
    let agreement = AgreementPeriod(firstDay: year.performanceYear.firstDay)
    let found = try rules.minimumRateChoices(in: year.performanceYear, of: agreement)
    choices[year.performanceYear] = found
    return year.readings(electing: found)
  }

  /// The row settled; `nil` where it prints no totals.
  /// - Throws: `NotInForce` and `RuleFault` of the rulebook.
  mutating func settle(_ year: PublishedYear) throws -> PublishedSettlement? {
    let readings = try readings(of: year)
    guard let money = year.money, let reading = readings.first else { return nil }
    let main = try settle(year, money, reading)
    var amounts: [Dollars] = []
    for other in readings.dropFirst() {
      amounts.append(try settle(year, money, other).predicted(for: year))
    }
    let predicted = main.predicted(for: year)
    var settled = PublishedSettlement(
      year: year, terms: main.terms, result: main.result, settlement: main.settlement,
      predicted: predicted, band: try band(year, money, reading, around: predicted),
      checks: .init(), verdict: .matched)
    settled.checks = try checks(settled, money, reading)
    settled.verdict = try verdict(settled, money, reading, others: amounts)
    return settled
  }

  struct Settled {
    var terms: TrackTerms
    var result: PerformanceYearResult
    var settlement: Settlement

    /// After relief; a row under the guardrail is never paid.
    func predicted(for year: PublishedYear) -> Dollars {
      switch settlement.outcome {
      case .noShare: .zero
      case .sharedSavings(let savings): year.guardrailRelieves ? .zero : savings.amount
      case .sharedLosses(let losses):
        -losses.owed + (year.disasterAdjustment ?? .zero)
      }
    }
  }

  mutating func settle(
    _ year: PublishedYear, _ money: PublishedYear.Money, _ reading: PublishedReading
  ) throws -> Settled {
    let terms = try terms(year, reading)
    let ending =
      year.endsMidYear
      ? try rules.terminationTerms(in: year.performanceYear, of: reading.agreement) : nil
    let result = year.result(money, reading, endingUnder: ending)
    return Settled(terms: terms, result: result, settlement: result.settlement(under: terms))
  }

  private mutating func band(
    _ year: PublishedYear, _ money: PublishedYear.Money, _ reading: PublishedReading,
    around predicted: Dollars
  ) throws -> ClosedRange<Dollars> {
    guard let score = year.score else { return predicted...predicted }
    var ends = [predicted]
    for end in [score.band.lowerBound, score.band.upperBound] {
      var other = reading
      other.score = end
      ends.append(try settle(year, money, other).predicted(for: year))
    }
    return (ends.min() ?? predicted)...(ends.max() ?? predicted)
  }
}
