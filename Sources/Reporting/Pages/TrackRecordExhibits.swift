import Evidence

extension TrackRecordWords {
  func chart(own: [ForecastGroup]) -> CoverageChart {
    var rows = pool.groups.compactMap { group in
      group.rows.first.map { row($0, group, group.name.title, isOwn: own.contains(group.name)) }
    }
    if let less = all.lessCommonError {
      rows.insert(
        row(less, all, "All, less each year's error", isOwn: false), at: min(1, rows.count))
    }
    let held = all.held80.map(\.told.percent) ?? "nothing"
    return CoverageChart(
      label: "Share of published savings rates that simulated ranges for 50%, 80% and 90% held, by "
        + "group of ACOs. All forecasts: the range for 80% held \(held).",
      promised: ScoredForecast.coverages, rows: rows)
  }

  private func row(
    _ row: BacktestTable.Row, _ group: BacktestTable.Group, _ name: String, isOwn: Bool
  ) -> CoverageChart.Row {
    let told = zip(ScoredForecast.coverages, row.coverage).map {
      "range for \(DecimalText.printed($0 * 100, places: 0))% held \($1.shareWithError)"
    }
    return CoverageChart.Row(
      name: name, isOwn: isOwn,
      held: row.coverage.map { .init(share: $0.value, standardError: $0.standardError) },
      count: group.targets,
      tooltip: "\(name), \(DecimalText.grouped(group.targets)) forecasts: \(Names.list(told))")
  }

  /// One row for each year and each last year known, those of one horizon under their pool.
  var table: Table {
    let rows = record.pools.flatMap { pool -> [Table.Row] in
      let title = pool.horizon == 2 ? "Two years ahead, as at signing" : "One year ahead"
      let runs = record.runs.filter { $0.horizon == pool.horizon }
      return [Table.Row(.group, [title])]
        + (pool[.all].map {
          [Table.Row(.leading, cells("all years", $0, payments: pool.payments, isYear: false))]
        } ?? [])
        + runs.compactMap { run in
          run[.all].map {
            Table.Row(
              .plain,
              cells("\(run.target), known \(run.known)", $0, payments: run.payments, isYear: true))
          }
        }
    }
    return Table(
      caption: "Error of the simulation and of three simple forecasts beside it, points",
      columns: [
        .init("Year forecast", .word), .init("ACOs"), .init("Simulation"),
        .init("Mean of past years"), .init("Last rate"), .init("Regression on it"),
        .init("Range for 80% held"), .init("Error common to all"), .init("Payments in range"),
      ], rows: rows)
  }

  private func cells(
    _ name: String, _ group: BacktestTable.Group, payments: PaymentScores?, isYear: Bool
  ) -> [String] {
    func over(_ baseline: String) -> String {
      guard let row = group.rows.dropFirst().first(where: { $0.forecaster == baseline }) else {
        return ""
      }
      return (row.crpsOverFirst.value > 0 ? "+" : "") + row.crpsOverFirst.pointsWithError
    }
    let common = isYear ? group.rows.first?.bias.value : nil
    return [
      name, DecimalText.grouped(group.targets), group.rows.first?.crps.pointsWithError ?? "",
      over("climatology"), over("last rate"), over("lag regression"),
      group.held80?.shareWithError ?? "",
      common.map { ($0 > 0 ? "+" : "") + DecimalText.printed($0 * 100, places: 1) } ?? "",
      payments?.covered.shareWithError ?? "",
    ]
  }

  // MARK: - Remarks below the table

  var remarks: [Finding] {
    [baselinesThatWon, rebased, payments] + (record.sums.isEmpty ? [] : [sums])
      + [leavers, source].compactMap(\.self)
  }

  private var baselinesThatWon: Finding {
    let won = record.runs.flatMap { run in
      (run[.all]?.rows.dropFirst() ?? []).filter { $0.crpsOverFirst.value < 0 }.map {
        "\($0.words) for \(run.target) known through \(run.known) (by "
          + "\(DecimalText.printed(-$0.crpsOverFirst.value * 100, places: 2)) ± "
          + "\(DecimalText.printed($0.crpsOverFirst.standardError * 100, places: 2)))"
      }
    }
    return Finding(
      won.isEmpty
        ? "No simple forecast came closer in any of the \(record.runs.count) runs."
        : "A simple forecast came closer in \(won.count) of \(record.runs.count * 3) comparisons: "
          + "\(Names.list(won)).")
  }

  private var rebased: Finding {
    let told = [ForecastGroup.newAgreement, .sameAgreement].compactMap { name -> String? in
      guard let group = pool[name], let row = group.rows.first, let held = row.held80 else {
        return nil
      }
      return "\(name.place) \(row.crps.pointsWithError) points over "
        + "\(DecimalText.grouped(group.targets)) rates, \(held.shareWithError) held"
    }
    return Finding("Two years ahead the error was \(Names.list(told)).")
  }

  private var payments: Finding {
    guard let payments = pool.payments else { return Finding("No payment was published.") }
    let good = payments.bins.count { $0.realised.side(of: $0.predicted) == 0 }
    return Finding(
      "Of \(DecimalText.grouped(payments.targets)) published payments "
        + "\(payments.covered.shareWithError) lay in the simulated range for 80%, of those not zero "
        + "\(payments.coveredWhereNotZero.shareWithError). The share that earned lay within two "
        + "standard errors of the simulated chance in \(good) of \(payments.bins.count) tenths of it.",
      number: payments.covered.told)
  }

  private var sums: Finding {
    let told = record.sums.map { sum in
      let held = sum.group.held80 ?? .init(value: 0, standardError: 0)
      return "\(held.shareWithError) of \(sum.group.targets) sums over \(sum.first) to "
        + "\(sum.last), known through \(sum.known)"
    }
    return Finding(
      "Of one agreement's years together the range for 80% held \(Names.list(told)); no longer sum "
        + "is published.", number: record.sums.first?.group.held80?.told)
  }

  private var leavers: Finding? {
    guard let run = record.runs.last(where: { $0.horizon == pool.horizon }) else { return nil }
    let leavers = run.leavers
    let size = DecimalText.printed(leavers.difference.value.magnitude * 100, places: 1)
    let error = DecimalText.printed(leavers.difference.standardError * 100, places: 1)
    return Finding(
      "Scored are those who stayed. Of \(leavers.leavers + leavers.stayers) ACOs of \(run.known) "
        + "\(leavers.leavers) were gone by \(run.target), their last rate \(size) ± \(error) points "
        + "\(leavers.difference.value < 0 ? "lower" : "higher"); weighing stayers by the inverse of "
        + "their chance to stay changes the error by \(leavers.crpsChange.pointsWithError).",
      number: leavers.difference.told)
  }

  private var source: Finding {
    Finding(
      "Measured by Glidepath \(Names.clamped(record.version, to: 40)) on \(record.inputs.count) files "
        + "of CMS, \(DecimalText.grouped(record.trials)) simulated histories an ACO. What the files "
        + "tell was fitted to earlier years only, all else is as shipped; a scenario's own "
        + "assumptions have no record.")
  }
}
