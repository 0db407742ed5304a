import Projection

extension PortfolioReport {
  /// What a terminal shows; at most 80 columns wide.
  public var summary: String {
    ([headline] + remarks).flatMap { Statement.wrapped($0, to: 80) }.map { $0 + "\n" }.joined()
  }

  /// How often each option is the best, in a sentence.
  public var headline: String {
    guard !told.isEmpty else {
      return rows.isEmpty ? "There is no scenario." : "No scenario could be run; see its faults."
    }
    let clear = told.filter { $0.outcome.best != nil && $0.outcome.isClear }.count
    let shares = wins.filter { $0.clear > 0 }.sorted { $0.clear > $1.clear }
    let led = told.filter { $0.outcome.best != nil }.count
    guard led > 0 else { return "The rules laid over the regulation allow no recommendation." }
    guard let most = shares.first else {
      return
        "In none of \(DecimalText.grouped(led)) scenarios can the best option be told from the "
        + "next by these trials."
    }
    let others = shares.dropFirst().map { "\($0.title) in \(DecimalText.grouped($0.clear))" }
    let rest =
      led > clear
      ? " In \(DecimalText.grouped(led - clear)) the best cannot be told from the next." : ""
    let after = others.isEmpty ? "" : "; " + Names.list(others, most: 9)
    return "\(most.title) has clearly the highest expected five-year net in "
      + "\(DecimalText.grouped(most.clear)) of \(DecimalText.grouped(led)) scenarios\(after).\(rest)"
  }

  /// For each option: in how many scenarios it is the best, and in how many of these clearly.
  var wins: [(title: String, best: Int, clear: Int)] {
    options.map { column in
      let best = told.map(\.outcome).filter { outcome in
        outcome.best.map { outcome.options[$0].path == column.path } ?? false
      }
      return (Names.clamped(column.title, to: 32), best.count, best.count(where: \.isClear))
    }
  }

  /// What the counts leave out; each a sentence.
  var remarks: [String] {
    let outcomes = told.map(\.outcome)
    let whatIf = outcomes.count(where: \.bestIsWhatIf)
    let none = outcomes.count { $0.best == nil }
    let losing = outcomes.count(where: \.bestLoses)
    return [
      losing > 0
        ? "In \(Self.scenarios(losing)) even the best is expected to cost more than it pays." : nil,
      whatIf > 0
        ? "\(Self.scenarios(whatIf)) may sign none of the options listed: the best is then a what-if."
        : nil,
      none > 0
        ? "\(Self.scenarios(none)) rest\(none == 1 ? "s" : "") on rules that allow no recommendation."
        : nil,
      refused.isEmpty
        ? nil : "\(Self.scenarios(refused.count)) could not be run; every fault is listed.",
    ].compactMap { $0 }
  }

  static func scenarios(_ count: Int) -> String {
    "\(DecimalText.grouped(count)) scenario\(count == 1 ? "" : "s")"
  }
}
