extension OutcomesCSV {
  static let textColumns: Set<String> = ["option", "title", "standing", "performanceYear", "track"]

  /// Unit and meaning of a column of `outcomes.csv`.
  static func note(on column: String) -> (unit: String, meaning: String) {
    for (suffix, words) in parts where column.hasSuffix(suffix) && column != suffix {
      let base = String(column.dropLast(suffix.count))
      return (notes[base]?.unit ?? "", "\(words) of \(base).")
    }
    return notes[column] ?? ("", "")
  }

  private static let parts = [
    ("StandardError", "Monte Carlo standard error"),
    ("Low", "Lower end of the 95 percent interval"),
    ("High", "Upper end of the 95 percent interval"),
  ]

  private static let notes: [String: (unit: String, meaning: String)] = [
    "option": ("", "Key of the option."), "title": ("", "The option as reports print it."),
    "standing": ("", "legal, or whatIf for one that cannot be signed."),
    "performanceYear": ("calendar year", "Or total for the five payments added, net for net."),
    "track": ("", "Track of that year."),
    "trials": ("trials", "Simulated histories."), "mean": ("dollars", "Mean over all trials."),
    "standardDeviation": ("dollars", "Standard deviation over trials."),
    "p5": ("dollars", "5th percentile."), "p25": ("dollars", "25th percentile."),
    "p50": ("dollars", "Median."), "p75": ("dollars", "75th percentile."),
    "p95": ("dollars", "95th percentile."),
    "chanceToEarn": ("fraction of trials", "More than zero."),
    "chanceOfNothing": ("fraction of trials", "Exactly zero."),
    "chanceToOwe": ("fraction of trials", "Less than zero."),
    "tailMean": ("dollars", "Mean of the worst 5 percent of trials."),
    "worst": ("dollars", "Worst of all trials."), "best": ("dollars", "Best of all trials."),
    "chanceOfAnyRepayment": (
      "fraction of trials", "An amount owed to CMS in any of the five years; total rows alone."
    ),
    "paymentLimitHits": (
      "years", "Expected number of years in which the payment limit binds; total rows alone."
    ),
    "lossLimitHits": (
      "years",
      "Expected number of years in which the loss recoupment limit binds; total rows alone."
    ),
  ]
}
