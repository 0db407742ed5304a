import Projection

extension Board {
  /// Page 3: earn, nothing or owe, by year and option.
  var yearPages: [DeckPage] {
    let sheets = panelSheets
    return sheets.enumerated().map { index, options in
      DeckPage(
        number: 3, part: index + 1, parts: sheets.count, topic: "Earn, nothing or owe",
        headline: yearsHeadline,
        exhibits: [.chart(.outcomes(outcomeChart(options)))],
        howToRead:
          "Each bar is one performance year and adds up to all futures: solid earns from CMS, "
          + "pale gets nothing, hatched owes CMS. A number is printed where its band is wide enough."
      )
    }
  }

  /// Expected number of years of five; the errors of the years may be fully correlated.
  private func expectedYears(_ index: Int, _ chance: (Distribution) -> Chance) -> Estimate {
    let chances = outlooks[index].years.map(chance)
    return Estimate(
      value: chances.reduce(0) { $0 + $1.value },
      standardError: chances.reduce(0) { $0 + $1.standardError })
  }

  private var yearsHeadline: Finding {
    let earning = { (index: Int) in self.expectedYears(index, \.chanceToEarn) }
    let owing = { (index: Int) in self.expectedYears(index, \.chanceToOwe) }
    let earners = highest(of: subjects, by: earning)
    let owers = highest(of: subjects, by: owing)
    guard let earner = earners.first, let ower = owers.first else {
      return Finding("There is no option to settle.")
    }
    let best = earning(earner)
    if best.value == 0, owing(ower).value == 0 {
      return Finding("No \(subjectNoun) earns or owes anything in any trial.", number: best)
    }
    let first =
      best.value == 0
      ? "No \(subjectNoun) earns in any trial"
      : "\(clause(earners, "earns", "earn")), in \(best.count) of five years on average"
    let second =
      owing(ower).value == 0
      ? "none owes CMS in any trial"
      : "\(clause(owers, "owes", "owe")), in \(owing(ower).count) of five"
    return Finding("\(first); \(second).".capitalizedFirst, number: best)
  }

  /// `Level E earns most often`, `Level D and Level E earn most often`, `all earn equally often`.
  private func clause(_ indices: [Int], _ one: String, _ many: String) -> String {
    if indices.count == 1 { return "\(name(indices[0])) \(one) most often" }
    if indices.count == subjects.count { return "all \(subjectNoun)s \(many) equally often" }
    return "\(Names.list(indices.map(name))) \(many) most often"
  }

  private func outcomeChart(_ options: [Int]) -> OutcomeChart {
    OutcomeChart(
      label: "Chance to earn, to get nothing and to owe in each performance year, by option",
      panels: options.map { index in
        let outlook = outlooks[index]
        let bars = zip(zip(outlook.years, outlook.terms), years).map { pair, year in
          let (distribution, terms) = pair
          return OutcomeChart.Year(
            name: year.description, track: terms.track.shortTitle,
            earn: distribution.chanceToEarn.value, nothing: distribution.chanceOfNothing.value,
            owe: distribution.chanceToOwe.value,
            tooltip: "\(label(index)), \(year), \(terms.track.title): earns "
              + "\(distribution.chanceToEarn.percent), nothing "
              + "\(distribution.chanceOfNothing.percent), owes \(distribution.chanceToOwe.percent)")
        }
        return .init(name: label(index), isWhatIf: isWhatIf(index), years: bars)
      })
  }
}
