import Projection
import Regulation

extension Board {
  static let pathsName = "Paths"

  var pathsSheet: WorkbookSheet {
    var sheet = WorkbookSheet(
      name: Self.pathsName, title: "Every path the ACO may sign",
      says: "Each way through the five years with its minimum-rate choice, settled on the same "
        + "futures; highest mean five-year net first. Regret: what the best path of each future "
        + "would have brought more.")
    guard let paths = PathBoard(self) else {
      sheet.absence =
        mayRecommend
        ? "No path was walked in this comparison."
        : "The rules in force are none to sign under, so no path is listed."
      return sheet
    }
    let order = paths.paths.outcomes.indices.sorted {
      (-paths.outcome($0).net.mean.value, $0) < (-paths.outcome($1).net.mean.value, $1)
    }
    sheet.says += " Over the first \(paths.trials) trials."
    let outcomes = order.map(paths.outcome)
    sheet.tables = [
      WorkbookTable(
        Self.pathsName,
        [
          .words("Path", order.map(paths.title)), .words("Leads in", order.map(paths.reasons)),
        ] + levelColumns(outcomes) + netColumns(outcomes) + riskColumns(outcomes))
    ]
    return sheet
  }

  private func levelColumns(_ outcomes: [PathOutcome]) -> [[WorkbookColumn]] {
    years.enumerated().map { place, year in
      .words(
        year.description,
        outcomes.map {
          $0.path.years.indices.contains(place) ? $0.path.years[place].title : ""
        })
    } + [
      .words("Minimum rate", outcomes.map { $0.path.minimumRate?.words ?? "" }),
      .numbers("Renews in year", outcomes.map { $0.path.renewsIn.map(Double.init) }, .plain),
      .words("Leaves", outcomes.map { $0.path.leave?.words ?? "" }),
    ]
  }

  private func netColumns(_ outcomes: [PathOutcome]) -> [[WorkbookColumn]] {
    let unit = workbookUnit
    func quantile(_ place: Int) -> [QuantileEstimate?] {
      outcomes.map {
        $0.net.quantiles.indices.contains(place) ? $0.net.quantiles[place] : nil
      }
    }
    return [
      .dollars("Mean net", outcomes.map(\.net.mean), unit),
      .quantiles("5th percentile", quantile(0), unit), .quantiles("Median", quantile(2), unit),
      .quantiles("95th percentile", quantile(4), unit),
      .dollars("Mean of worst 5%", outcomes.map(\.net.tailMean), unit),
    ]
  }

  private func riskColumns(_ outcomes: [PathOutcome]) -> [[WorkbookColumn]] {
    let unit = workbookUnit
    return [
      .chances("Chance to owe in any year", outcomes.map(\.chanceOfOwing)),
      .chances("Chance to exhaust the reserve", outcomes.map(\.chanceOfExhaustion)),
      .dollars("Mean regret", outcomes.map(\.regret), unit),
      .quantiles("Regret at 95%", outcomes.map(\.regretAt95), unit),
      .words("Beaten by none in mean and worst 5%", outcomes.map { $0.isEfficient ? "yes" : "no" }),
      .chances("Chance that CMS ends it early", outcomes.map(\.chanceOfEarlyEnd)),
      .dollars("Net beyond that end", outcomes.map(\.netBeyondEnd), unit),
    ]
  }
}
