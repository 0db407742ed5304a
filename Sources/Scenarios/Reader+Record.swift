import Regulation

/// Reading an ACO's own record.
extension Reader {
  /// A list of mappings, one for each past year.
  mutating func readRecordYears(_ key: Key, _ value: Written, at place: String, _ sources: Sources)
  {
    guard case .list(let items) = value.content, (1...Self.mostRecordYears) ~= items.count else {
      refuse(
        value, key, at: place, allowed: "a list of 1 through \(Self.mostRecordYears) past years",
        "Write each as {year: 2022, savingsRate: 0.021, assignedBeneficiaries: 12_000}.")
      return
    }
    for (index, item) in items.enumerated() where !item.isUnreadable {
      let place = "\(place).\(index + 1)"
      guard refuseUnlessMapping(item, of: RecordKeys.year, at: place) else { continue }
      scenario.record = Record(
        years: (scenario.record?.years ?? []) + [.blank],
        continues: scenario.record?.continues ?? false)
      read(RecordKeys.year, in: item, at: place, opening: item.spot, sources)
    }
  }

  static let mostRecordYears = 30

  /// Years of a record follow one another and are over before the agreement begins.
  mutating func checkRecord() {
    guard let record = scenario.record, isSound("record", "agreement.start") else { return }
    let years = record.years.map(\.year)
    let first = scenario.agreement.period.performanceYear(1).calendarYear
    for (index, year) in years.enumerated() {
      let place = "record.years.\(index + 1).year"
      if index > 0, year <= years[index - 1] {
        note(
          place, spot(place), "is \(year) after \(years[index - 1]).",
          "Allowed: each performance year once, oldest first. Put them in order.")
      }
      if year >= first {
        note(
          place, spot(place), "is \(year).",
          "Allowed: years before \(first), the first performance year. Leave later ones out.")
      }
    }
  }

  /// The prior of a position means nothing without a record: a default of it is not told.
  mutating func forgetUnusedPosition() {
    guard scenario.record == nil else { return }
    provenance.removeAll {
      $0.status == .defaulted && $0.key.hasPrefix("assumptions.startingPosition.")
    }
  }
}
