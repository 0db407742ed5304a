import Projection
import Regulation

extension Board {
  static let rulesName = "Rules in force"

  /// Every number in force in any year of the agreement, with its citation.
  func rulesSheet(_ rules: Rulebook) -> WorkbookSheet {
    let rows = rulesInForce(rules)
    let editions = comparison.scenario.editions
    return WorkbookSheet(
      name: Self.rulesName, title: "Every number in force, with its citation",
      says: "As `glidepath rules` prints them for an agreement that begins "
        + "\(comparison.scenario.agreement.period.firstDay); digest \(rules.digest). Laid over the "
        + "regulation: \(editions.isEmpty ? "nothing" : Names.clamped(editions.joined(separator: ", "), to: 120)).",
      tables: [
        WorkbookTable(
          "RulesInForce",
          [
            .words("Rule", rows.map(\.rule.name)), .words("Value", rows.map(\.rule.value)),
            .words("Unit", rows.map(\.rule.unit)), .words("Performance years", rows.map(\.years)),
            .words("Says", rows.map(\.rule.says)), .words("Citation", rows.map(\.rule.cite)),
            .words("Adopted", rows.map(\.rule.adopted)),
            .words("Evidence", rows.map(\.rule.evidence.rawValue)),
            .words("In force from", rows.map(\.rule.from.description)),
            .numbers("From year of agreement", rows.map { Double($0.rule.agreementYear) }, .plain),
          ])
      ])
  }

  /// One row for each value, with the years in which it holds.
  private func rulesInForce(_ rules: Rulebook) -> [(rule: RuleInForce, years: String)] {
    let period = comparison.scenario.agreement.period
    var rows: [String: [(rule: RuleInForce, years: [PerformanceYear])]] = [:]
    for year in years {
      for rule in rules.rulesInForce(for: nil, in: year, of: period) {
        if let place = rows[rule.name]?.indices.last, rows[rule.name]?[place].rule == rule {
          rows[rule.name]?[place].years.append(year)
        } else {
          rows[rule.name, default: []].append((rule, [year]))
        }
      }
    }
    return rows.sorted { $0.key < $1.key }.flatMap { $0.value }.map { rule, years in
      let (first, last) = (years.first?.description ?? "", years.last?.description ?? "")
      return (rule, first == last ? first : "\(first)–\(last)")
    }
  }
}
