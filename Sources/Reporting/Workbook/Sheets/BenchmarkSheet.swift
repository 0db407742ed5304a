import Evidence
import Projection
import Regulation

extension Board {
  var benchmarkSheet: WorkbookSheet? {
    guard let benchmark = comparison.benchmark else { return nil }
    return WorkbookSheet(
      name: "Benchmark", title: "What the benchmark is made of, and the next one",
      says: "Means over the first \(DecimalText.grouped(benchmark.trials)) trials; the parts of a "
        + "year add up to its updated benchmark.",
      tables: [partTable(benchmark), historyTable, nextTable(benchmark.next)]
        + [nextOptionTable(benchmark.next)].filter { $0.rowCount > 0 })
  }

  private func partTable(_ benchmark: BenchmarkOutlook) -> WorkbookTable {
    let parts = BenchmarkOutlook.Part.allCases
    return WorkbookTable(
      "BenchmarkParts", caption: "From the benchmark years to the updated benchmark, dollars",
      [
        .words(
          "Part",
          parts.map { $0.words(isBuilt: comparison.scenario.history != nil) } + [
            "Updated benchmark"
          ])
      ]
        + benchmark.years.map { year in
          .dollars(
            year.performanceYear.description,
            parts.map { part in year.parts.first { $0.part == part }?.amount } + [year.total],
            MoneyUnit(for: [year.total.value]))
        })
  }

  private var historyTable: WorkbookTable {
    let years = comparison.histories
    let unit = MoneyUnit(for: years.map(\.benchmark.value))
    return WorkbookTable(
      "Histories", caption: "What the simulated histories look like, all trials",
      [
        .words("Year", years.map(\.performanceYear.description)),
        .counts("Assigned beneficiaries", years.map(\.assignedBeneficiaries)),
        .dollars("Updated benchmark", years.map(\.benchmark), unit),
        .dollars("Expenditure", years.map(\.expenditure), unit),
        .fractions("Savings rate", years.map(\.savingsRate)),
        .numbers(
          "Its standard deviation", years.map { $0.savingsRateStandardDeviation }, .percent(2)),
        .fractions("Quality score", years.map(\.qualityScore)),
        .chances("Quality standard met", years.map(\.qualityStandardMet)),
        .chances("Neither standard met", years.map(\.qualityNotMet)),
      ])
  }

  private func nextTable(_ next: BenchmarkOutlook.NextAgreement) -> WorkbookTable {
    WorkbookTable(
      "NextAgreement", caption: "The agreement from \(next.firstYear) on",
      [
        .words(
          "Figure",
          [
            "Last updated benchmark, dollars a person-year", "Rebased benchmark, the same dollars",
            "Change of the benchmark, percent of it", "Savings rate of the last year, percent",
            "Savings rate of the first year after, percent",
            "Points of benchmark for each point saved",
          ]),
        .counts(
          "Mean",
          [
            next.expiring, next.rebased, hundredfold(next.meanChange),
            hundredfold(next.lastSavingsRate), hundredfold(next.firstSavingsRate), next.ratchet,
          ]),
      ])
  }

  private func hundredfold(_ estimate: Projection.Estimate) -> Projection.Estimate {
    Projection.Estimate(
      value: estimate.value * 100, standardError: estimate.standardError * 100)
  }

  private func nextOptionTable(_ next: BenchmarkOutlook.NextAgreement) -> WorkbookTable {
    let rows = next.options.filter { outlooks.indices.contains($0.place) }
    return WorkbookTable(
      "NextAgreementOptions", caption: "Its first year, by the option held before",
      [
        .words("Option", rows.map { label($0.place) }),
        .words("Goes on under", rows.map(\.track.title)),
        .fractions("Savings rate", rows.map(\.savingsRate)),
        .dollars("Payment", rows.map(\.payment), workbookUnit),
        .chances("Chance to earn", rows.map(\.chanceToEarn)),
        .chances("Chance to owe", rows.map(\.chanceToOwe)),
      ])
  }

  var recordSheet: WorkbookSheet? {
    guard let record = trackRecord else { return nil }
    let rows = record.pools.flatMap { pool in
      pool.groups.flatMap { group in group.rows.map { (pool, group, $0) } }
    }
    guard !rows.isEmpty else { return nil }
    let told: (KeyPath<BacktestTable.Row, Evidence.Estimate>) -> [Projection.Estimate?] = { path in
      rows.map { $0.2[keyPath: path].told }
    }
    return WorkbookSheet(
      name: "Track record", title: "How past forecasts held against published results",
      says:
        "Savings rates forecast by \(record.version) from public files and held against what CMS "
        + "published; ± is the bootstrap's standard error over ACOs. Not of this scenario.",
      tables: [
        WorkbookTable(
          "TrackRecord",
          [
            .words("Group", rows.map(\.1.name.title)),
            .numbers("Years ahead", rows.map { Double($0.0.horizon) }, .plain),
            .words("Forecaster", rows.map(\.2.forecaster)),
            .numbers("Forecasts", rows.map { Double($0.1.targets) }),
            .numbers("ACOs", rows.map { Double($0.1.acos) }),
            .fractions("Mean error", told(\.bias)),
            .fractions("CRPS", told(\.crps)),
            .fractions("CRPS beyond glidepath's", told(\.crpsOverFirst)),
          ]
            + ScoredForecast.coverages.enumerated().map { place, promised in
              .fractions(
                "Range for \(DecimalText.printed(promised * 100, places: 0))% held",
                rows.map { $0.2.coverage.indices.contains(place) ? $0.2.coverage[place].told : nil }
              )
            })
      ])
  }
}
