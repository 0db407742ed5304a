import Projection
import Regulation
import Scenarios

/// What every path the ACO may sign comes to.
extension StoredTable {
  static func paths(_ outlook: PathOutlook?) -> StoredTable {
    let all = (outlook?.outcomes ?? []).enumerated().map { (place: $0, outcome: $1) }
    let best = Leaders(outlook)
    typealias Field = StoredField<(place: Int, outcome: PathOutcome)>
    let names: [[Field]] = [
      Field.whole("path", "", "0 for the first.") { $0.place },
      Field.text("title", "The path as reports print it.") { $0.outcome.path.title },
      Field.text("tracks", "Track of each performance year, in order.") {
        $0.outcome.path.years.map(\.key).joined(separator: " ")
      },
      Field.text("minimumRate", "variable, or the rate elected as a fraction.") {
        $0.outcome.path.minimumRate?.stored
      },
      Field.whole("renewsIn", "performance year", "The early renewal's, 2 through 5.") {
        $0.outcome.path.renewsIn
      },
      Field.text("leaves", "When its exit rule ends it.") {
        $0.outcome.path.leave.map { "\($0.by.rawValue), after \($0.conditions)" }
      },
      Field.text("listedAs", "Title of the scenario's own option that it is.") {
        $0.outcome.path.listedAs
      },
      Field.flag("isPresent", "The ACO is on it, or means to sign it.") {
        $0.outcome.path.isPresent
      },
      Field.text("leadsIn", "What it is best in of all paths.") { best.words($0.place) },
    ]
    return StoredTable(
      "paths", "Every path the ACO may sign, on the same histories; five-year net.",
      source: "simulation of the first \(outlook?.trials ?? 0) trials", of: all,
      names + figures)
  }

  private static var figures: [[StoredField<(place: Int, outcome: PathOutcome)>]] {
    typealias Field = StoredField<(place: Int, outcome: PathOutcome)>
    return [
      Field.estimate("mean", "dollars", "Mean five-year net.") { $0.outcome.net.mean },
      Field.quantile("p5", "5th percentile.") { $0.outcome.net.quantiles[0] },
      Field.quantile("p50", "Median.") { $0.outcome.net.quantiles[2] },
      Field.quantile("p95", "95th percentile.") { $0.outcome.net.quantiles[4] },
      Field.estimate("tailMean", "dollars", "Mean of the worst 5 percent of trials.") {
        $0.outcome.net.tailMean
      },
      Field.chance("chanceOfOwing", "An amount owed to CMS in any of the five years.") {
        $0.outcome.chanceOfOwing
      },
      Field.chance("chanceOfExhaustion", "Accumulated net ever falls below minus the reserve.") {
        $0.outcome.chanceOfExhaustion
      },
      Field.estimate("regret", "dollars", "Mean of what each future's best path has more.") {
        $0.outcome.regret
      },
      Field.quantile("regretP95", "95th percentile of regret.") { $0.outcome.regretAt95 },
      Field.flag("isEfficient", "No path is better in mean and worst 5 percent together.") {
        $0.outcome.isEfficient
      },
      Field.chance("chanceOfEarlyEnd", "CMS must or may terminate after one of four years.") {
        $0.outcome.chanceOfEarlyEnd
      },
    ]
  }

  private struct Leaders {
    var places: [(place: Int?, words: String)]
    init(_ outlook: PathOutlook?) {
      places = [
        (outlook?.bestMean, "mean"), (outlook?.withinAppetite?.path, "appetite"),
        (outlook?.mildest, "tailMean"), (outlook?.leastRegret, "regretP95"),
      ]
    }
    func words(_ place: Int) -> String? {
      let leads = places.filter { $0.place == place }.map(\.words)
      return leads.isEmpty ? nil : leads.joined(separator: " ")
    }
  }
}

extension MinimumRateChoice {
  fileprivate var stored: String {
    switch self {
    case .variable: "variable"
    case .elected(let rate): DecimalText.fixed(rate.fraction, places: 4)
    }
  }
}
