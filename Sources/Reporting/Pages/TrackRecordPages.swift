import Evidence
import Regulation
import Scenarios

extension Board {
  /// Page 15: how the program's past forecasts held, at what is known when an agreement is signed.
  var trackRecordPages: [DeckPage] {
    guard let record = trackRecord, let pool = record.pool(ahead: 2), let all = pool[.all],
      !all.rows.isEmpty
    else { return [] }
    let told = TrackRecordWords(record: record, pool: pool, all: all)
    let own = ownGroups(pool)
    return [
      DeckPage(
        number: 15, part: 1, parts: 2, topic: "Track record", headline: told.headline,
        exhibits: [
          .chart(.coverage(told.chart(own: own))),
          .remarks(
            title: "This ACO in the record, and where the ranges were off",
            [nearest(pool, own), told.commonErrors, told.groupsOff].compactMap(\.self)),
        ],
        howToRead:
          "Simulated ranges against published savings rates: a mark on its dashed line held what "
          + "it promised, short of it the range was too narrow. Bars: two standard errors over ACOs. "
          + "Bold: where this ACO belongs."),
      DeckPage(
        number: 15, part: 2, parts: 2, topic: "Track record", headline: told.errorHeadline,
        exhibits: [
          .table(told.table),
          .remarks(title: "What else was scored", told.remarks),
        ],
        howToRead:
          "Error: the continuous ranked probability score in points of the savings rate; smaller "
          + "is better. A simple forecast above zero did worse than the simulation. ± is a "
          + "standard error over ACOs."),
    ]
  }

  /// The groups of past forecasts that the scenario at hand belongs to.
  private func ownGroups(_ pool: TrackRecord.Pool) -> [ForecastGroup] {
    let scenario = comparison.scenario
    let size = pool.nearest(to: Double(scenario.population.assignedBeneficiaries))
    let agreement: ForecastGroup =
      scenario.record?.continues == true ? .sameAgreement : .newAgreement
    let tracks = Set(subjects.flatMap { outlooks[$0].option.years.map { TrackGroup($0) } })
    return (size.map { [$0.name] } ?? []) + [agreement]
      + TrackGroup.allCases.filter(tracks.contains).map(ForecastGroup.track)
  }

  private func nearest(_ pool: TrackRecord.Pool, _ own: [ForecastGroup]) -> Finding? {
    let groups = own.compactMap { pool[$0] }
    guard let size = groups.first, case .size(let band) = size.name, let held = size.held80 else {
      return nil
    }
    let assigned = comparison.scenario.population.assignedBeneficiaries
    let others = groups.dropFirst().compactMap { group in
      group.held80.map { "\(group.name.place) \($0.shareWithError)" }
    }
    return Finding(
      "Nearest to this ACO's \(DecimalText.grouped(assigned)) beneficiaries are the ACOs of "
        + "\(band.title): their range for 80% held \(held.shareWithError) of "
        + "\(DecimalText.grouped(size.targets)) published rates"
        + (others.isEmpty ? "." : "; \(Names.list(others))."), number: held.told)
  }
}

extension BacktestTable.Group {
  /// What the program's own range for 80 percent held.
  var held80: Evidence.Estimate? { rows.first?.held80 }
}

extension BacktestTable.Row {
  var held80: Evidence.Estimate? {
    ScoredForecast.coverages.firstIndex(of: 0.8).flatMap {
      coverage.indices.contains($0) ? coverage[$0] : nil
    }
  }
}
