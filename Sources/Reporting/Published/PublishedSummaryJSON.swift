import Evidence

extension PublishedTally {
  /// One JSON object.
  public var json: JSONText {
    .object([
      "file": .text(file),
      "performanceYears": .array(years.map { .number($0.description) }),
      "rows": whole(rows), "matched": whole(matched), "insideBand": whole(insideBand),
      "needsParticipantRevenue": named(needsRevenue),
      "notCheckable": .object(notCheckable.mapValues(named)),
      "missed": .object(
        Dictionary(uniqueKeysWithValues: missed.map { ($0.key.rawValue, named($0.value)) })),
      "refused": whole(refused),
      "problems": .array(problems.map { .text($0.description) }),
      "missingColumns": .array(
        unmet.map { .object(["column": .text($0.title), "without": .text($0.without)]) }),
      "notes": .array(notes.map { .text($0) }),
      "payments": side(payments), "lossesBeforeRelief": side(losses),
      "minimumSavingsRates": .object(
        Dictionary(
          uniqueKeysWithValues: PublishedSettlement.MinimumRateCheck.allCases.map {
            ($0.rawValue, whole(minimumRates[$0] ?? 0))
          })),
      "tests": comparison(tests), "finalSharingRates": comparison(finalSharingRates),
      "finalLossRates": comparison(finalLossRates),
    ])
  }

  private func whole(_ count: Int) -> JSONText { .number(String(count)) }

  private func named(_ rows: Named) -> JSONText {
    .object(["count": whole(rows.count), "first": .array(rows.first.map { .text($0) })])
  }

  private func comparison(_ count: Count) -> JSONText {
    .object(["compared": whole(count.compared), "equal": whole(count.equal)])
  }

  private func side(_ side: Side) -> JSONText {
    .object([
      "count": whole(side.count), "matched": whole(side.matched),
      "insideBand": whole(side.insideBand), "printed": JSONText(side.printed),
      "compared": JSONText(side.compared), "ours": JSONText(side.ours),
    ])
  }
}
