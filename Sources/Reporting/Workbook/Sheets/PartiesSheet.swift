import Projection
import Regulation

extension Board {
  var partiesSheet: WorkbookSheet? {
    guard let parties = comparison.parties, parties.options.count == outlooks.count else {
      return nil
    }
    let (order, unit) = (legalFirst, workbookUnit)
    let of = order.map { parties.options[$0] }
    func distribution(
      _ title: String, _ figure: (PartyOption) -> Distribution
    ) -> [[WorkbookColumn]] {
      let amounts = of.map(figure)
      return [
        .dollars("\(title): mean", amounts.map(\.mean), unit),
        .quantiles("\(title): 5th percentile", amounts.map { $0.quantiles.first }, unit),
        .dollars("\(title): worst 5%", amounts.map(\.tailMean), unit),
        .chances("\(title): chance below zero", amounts.map(\.chanceToOwe)),
      ]
    }
    let who = WorkbookTable(
      "Parties", caption: "Five-year net by party",
      [.words("Option", order.map(label))] + distribution("ACO", \.aco)
        + distribution("Sponsor", \.sponsor) + distribution("Participants", \.participants)
        + distribution("ACO and sponsor", \.system) + [
          .dollars(
            "Contingent liability", of.map { $0.contingentLiability?.expected }, unit),
          .chances("Chance of it", of.map { $0.contingentLiability?.chance }),
          .quantiles("Liability at 95%", of.map { $0.contingentLiability?.at95 }, unit),
        ])
    let common = WorkbookTable(
      "PartiesCommon", caption: "The same under every option",
      [
        .words("Amount", ["Spending avoided by the ACO", "Sponsor's margin lost on it"]),
        .dollars("Mean", [parties.avoided, parties.lostMargin?.mean], unit),
      ])
    return WorkbookSheet(
      name: "Parties", title: "Who gains",
      says: "Each option's five-year net divided among the ACO, its sponsor and the other "
        + "participants; not to take part is zero for everybody.",
      tables: [who, common, accrualTable(parties)].filter { $0.rowCount > 0 })
  }

  private func accrualTable(_ parties: PartyOutlook) -> WorkbookTable {
    let rows = legalFirst.flatMap { option in
      parties.options[option].accruals.flatMap { year in
        ([year.unconditional] + year.given).map { (option, year, $0) }
      }
    }
    func quantile(_ place: Int) -> [QuantileEstimate?] {
      rows.map { $0.2.quantiles.indices.contains(place) ? $0.2.quantiles[place] : nil }
    }
    return WorkbookTable(
      "Accruals", caption: "What to book at each year's end, before CMS settles it",
      [
        .words("Option", rows.map { label($0.0) }),
        .words("Year", rows.map(\.1.performanceYear.description)),
        .words("The year before", rows.map { Self.known($0.2.known) }),
        .chances("Chance", rows.map(\.2.chance)),
        .dollars("Mean", rows.map(\.2.mean), workbookUnit),
        .quantiles("10th percentile", quantile(0), workbookUnit),
        .quantiles("Median", quantile(1), workbookUnit),
        .quantiles("90th percentile", quantile(2), workbookUnit),
      ])
  }

  private static func known(_ known: KnownSettlement?) -> String {
    switch known {
    case nil: "whatever it brought"
    case .owed: "owed"
    case .nothing: "nothing"
    case .earnedLess: "earned, below the median"
    case .earnedMore: "earned, from the median on"
    }
  }

  var programsSheet: WorkbookSheet? {
    guard let programs = comparison.programs else { return nil }
    let titles = programs.programs.map { Names.clamped($0.program.printedTitle, to: 60) }
    let rows: [(String, String, ProgramWorth, Estimate?)] =
      zip(titles, programs.programs).flatMap { title, value in
        [
          (title, "alone", value.alone, value.breakEven),
          (title, "beside the others", value.besideOthers, nil),
        ]
      } + [("All together", "against none", programs.together, nil)]
    let unit = workbookUnit
    let worth = WorkbookTable(
      "Programs", caption: "Along \(programs.recommended.title)",
      [
        .words("Program", rows.map(\.0)), .words("Against", rows.map(\.1)),
        .dollars("Adds to mean net", rows.map(\.2.recommended.net.mean), unit),
        .dollars("Adds to payments", rows.map(\.2.recommended.payment), unit),
        .dollars("Costs", rows.map(\.2.cost), unit), .dollars("Bills", rows.map(\.2.fees), unit),
        .dollars("Spending avoided", rows.map(\.2.avoided), unit),
        .dollars("Medicare saves", rows.map(\.2.saved), unit),
        .counts("Kept of each dollar saved", rows.map(\.2.recommended.kept)),
        .fractions("Change of chance to owe", rows.map(\.2.recommended.chanceOfOwing)),
        .dollars("Change of 5th percentile", rows.map(\.2.recommended.fifthPercentile), unit),
        .fractions("Pays for itself at an effect of", rows.map(\.3)),
      ])
    return WorkbookSheet(
      name: "Programs", title: "What the programs are worth",
      says: "Paired changes on the same \(DecimalText.grouped(programs.trials)) futures.",
      tables: [worth, programOptions(programs, rows.map { ($0.0, $0.1, $0.2) })])
  }

  private func programOptions(
    _ programs: ProgramOutlook, _ worths: [(String, String, ProgramWorth)]
  ) -> WorkbookTable {
    let rows = worths.flatMap { title, against, worth in
      legalFirst.filter { worth.options.indices.contains($0) }.map {
        (title, against, $0, worth.options[$0])
      }
    }
    return WorkbookTable(
      "ProgramsByOption", caption: "By option",
      [
        .words("Program", rows.map(\.0)), .words("Against", rows.map(\.1)),
        .words("Option", rows.map { label($0.2) }),
        .dollars("Adds to mean net", rows.map(\.3.net.mean), workbookUnit),
        .chances("Chance that it adds", rows.map(\.3.net.chanceOfMore)),
        .fractions("Change of chance to owe", rows.map(\.3.chanceOfOwing)),
        .dollars("Change of 5th percentile", rows.map(\.3.fifthPercentile), workbookUnit),
      ])
  }
}
