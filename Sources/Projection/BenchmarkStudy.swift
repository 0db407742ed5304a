import Reconciliation
import Regulation
import Scenarios

/// The columns of one trial in the study of the benchmark.
private struct StudyColumns {
  static let parts = BenchmarkOutlook.Part.allCases.count
  let options: Int

  func parts(of year: Int) -> Int { year * (Self.parts + 1) }
  func total(of year: Int) -> Int { parts(of: year) + Self.parts }
  var expiring: Int { parts(of: 5) }
  var rebased: Int { expiring + 1 }
  var kind: Int { expiring + 2 }
  var lastRate: Int { expiring + 3 }
  /// Mean of the years that make the next benchmark.
  var meanRate: Int { expiring + 4 }
  func rate(of option: Int) -> Int { expiring + 5 + 2 * option }
  /// In cents.
  func payment(of option: Int) -> Int { rate(of: option) + 1 }
  var count: Int { expiring + 5 + 2 * options }
}

/// One option's first year after the five.
private struct Continuation {
  var place: Int
  var period: Int
  var terms: TrackTerms
}

extension Agreement {
  /// Trials that are looked at again for the benchmark, at most.
  static let studied = 20_000

  /// What the benchmark is made of and what becomes of it, over the first trials of the ledger.
  ///
  /// Throws `Interrupted` once `isCancelled` has answered true, and `NotInForce` where a rule has no
  /// value for the next agreement.
  public func benchmarkOutlook(
    of ledger: Ledger, workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> BenchmarkOutlook {
    let trials = min(ledger.trials, Self.studied)
    let (periods, continuations) = try continuations()
    let columns = StudyColumns(options: continuations.count)
    let table = try table(
      trials, columns, periods, continuations, workers: workers, isCancelled: isCancelled)
    return BenchmarkOutlook(
      trials: trials,
      years: (0..<5).map { year in
        BenchmarkOutlook.Year(
          performanceYear: scenario.agreement.period.performanceYear(year + 1),
          parts: BenchmarkOutlook.Part.allCases.enumerated().map { place, part in
            BenchmarkOutlook.PartAmount(
              part: part, amount: table.estimate(columns.parts(of: year) + place))
          }, total: table.estimate(columns.total(of: year)))
      },
      next: next(table, columns, continuations, periods),
      spread: try SpreadShare.Side.allCases.map {
        try spread($0, ledger, trials, workers: workers, isCancelled: isCancelled)
      })
  }

  /// Every option whose agreement surely ends with the fifth year goes on under Level E or ENHANCED.
  private func continuations() throws -> ([BoundPeriod], [Continuation]) {
    var periods = self.periods
    var continuations: [Continuation] = []
    for (place, bound) in options.enumerated()
    where bound.requested.option.renewsIn == nil && bound.requested.option.leave == nil {
      let track: Track = bound.terms.last?.track == .enhanced ? .enhanced : .basic(.e)
      let period = periods.place(
        of: try BoundPeriod(scenario, from: 5, signing: track, under: rules))
      continuations.append(
        Continuation(
          place: place, period: period,
          terms: try rules.terms(
            for: track, in: scenario.agreement.period.performanceYear(6),
            of: periods[period].period, choosing: scenario.agreement.minimumRateChoice)))
    }
    if continuations.isEmpty {
      // Every option renews early: the agreement that would have followed is still told.
      _ = periods.place(
        of: try BoundPeriod(scenario, from: 5, signing: .enhanced, under: rules))
    }
    return (periods, continuations)
  }

  private func table(
    _ trials: Int, _ columns: StudyColumns, _ periods: [BoundPeriod],
    _ continuations: [Continuation], workers: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> StudyTable {
    var table = StudyTable(trials: trials, columns: columns.count)
    table.values.withUnsafeMutableBufferPointer { buffer in
      Self.deal(
        trials, workers: workers, progress: nil, isCancelled: isCancelled, writing: buffer,
        with: { TrialStudy(self, periods, continuations, columns) }
      ) { study, trial, _, values in
        study.run(
          trial,
          into: UnsafeMutableBufferPointer(
            rebasing: values[trial * columns.count..<(trial + 1) * columns.count]))
      }
    }
    if isCancelled() { throw Interrupted() }
    return table
  }

  private func next(
    _ table: StudyTable, _ columns: StudyColumns, _ continuations: [Continuation],
    _ periods: [BoundPeriod]
  ) -> BenchmarkOutlook.NextAgreement {
    let change = table.column(columns.rebased).indices.map {
      table[$0, columns.rebased] / table[$0, columns.expiring] - 1
    }
    let kinds = table.column(columns.kind)
    let first = continuations.indices.first.map { table.estimate(columns.rate(of: $0)) }
    return BenchmarkOutlook.NextAgreement(
      firstYear: scenario.agreement.period.performanceYear(6),
      expiring: table.estimate(columns.expiring), rebased: table.estimate(columns.rebased),
      meanChange: StudyTable.estimate(of: change),
      change: [0.05, 0.50, 0.95].map { StudyTable.quantile($0, of: change) },
      adjustments: HighestAdjustment.Kind.allCases.enumerated().map { place, kind in
        BenchmarkOutlook.AdjustmentChance(
          kind: kind, chance: Chance(kinds.count { $0 == Double(place) }, of: table.trials))
      },
      lastSavingsRate: table.estimate(columns.lastRate),
      firstSavingsRate: first ?? table.estimate(columns.lastRate),
      ratchet: StudyTable.slope(of: change, on: table.column(columns.meanRate)),
      options: continuations.indices.map { place in
        let payments = table.column(columns.payment(of: place))
        var dollars = table.estimate(columns.payment(of: place))
        dollars.value /= 100
        dollars.standardError /= 100
        return BenchmarkOutlook.Option(
          place: continuations[place].place, track: continuations[place].terms.track,
          savingsRate: table.estimate(columns.rate(of: place)), payment: dollars,
          chanceToEarn: Chance(payments.count { $0 > 0 }, of: table.trials),
          chanceToOwe: Chance(payments.count { $0 < 0 }, of: table.trials))
      })
  }
}

/// One worker's machinery: six years of a trial, the last under the next agreement.
private struct TrialStudy: ~Copyable {
  let agreement: Agreement
  let continuations: [Continuation]
  let columns: StudyColumns
  /// The first period that begins after the five years.
  let nextPeriod: Int
  var history: MeasuredHistory

  init(
    _ agreement: Agreement, _ periods: [BoundPeriod], _ continuations: [Continuation],
    _ columns: StudyColumns
  ) {
    self.agreement = agreement
    self.continuations = continuations
    self.columns = columns
    nextPeriod = periods.firstIndex { $0.firstYear == 5 } ?? periods.count - 1
    history = MeasuredHistory(agreement, periods: periods)
  }

  mutating func run(_ trial: Int, into row: UnsafeMutableBufferPointer<Double>) {
    history.start(trial: trial)
    row[columns.meanRate] = 0
    for year in 0..<5 {
      history.nextYear()
      let measured = history.measured[0]
      let start = columns.parts(of: year)
      measured.parts(
        signed: history.signedBenchmark(of: 0), others: history.othersGrowth,
        into: UnsafeMutableBufferPointer(rebasing: row[start..<start + StudyColumns.parts]))
      row[columns.total(of: year)] = measured.result.benchmark.amount
      let rate = measured.result.savingsRate
      row[columns.lastRate] = rate
      if year >= 2 { row[columns.meanRate] += rate / 3 }
    }
    renew(after: history.measured[0], into: row)
  }

  private mutating func renew(
    after last: MeasuredYear, into row: UnsafeMutableBufferPointer<Double>
  ) {
    history.nextYear()
    let signed = history.signedBenchmark(of: nextPeriod)
    let personYears = last.observed.strata.sum { $0.personYears.count }
    let rebased = EnrollmentType.allCases.reduce(0.0) { sum, type in
      sum + signed.historical[type].amount * last.observed.strata[type].personYears.count
    }
    row[columns.expiring] = last.result.benchmark.amount / personYears
    row[columns.rebased] = rebased / personYears
    let kind = signed.built?.adjustment.kind ?? .none
    row[columns.kind] = Double(HighestAdjustment.Kind.allCases.firstIndex(of: kind) ?? 0)
    for (place, continuation) in continuations.enumerated() {
      let measured = history.measured[continuation.period]
      row[columns.rate(of: place)] = measured.result.savingsRate
      row[columns.payment(of: place)] = Double(
        measured.result.settlement(under: continuation.terms).earned.count)
    }
  }
}
