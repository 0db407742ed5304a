import Projection
import Regulation
import Scenarios

extension Board {
  /// Page 16, before the manifest: who answers for the report, and which rules it relies on that
  /// nobody has read in the regulation; as many sheets as it takes.
  var responsibilityPages: [DeckPage] {
    let responsibility = Responsibility(documentation: comparison.scenario.documentation)
    let unverified = RulesRelied(comparison)?.unverified ?? []
    let headline = responsibilityHeadline(responsibility, unverified)
    let stated = Self.statedTable(responsibility)
    let rules = unverified.map { line in
      Table.Row(
        .plain,
        [
          line.rule.name, Names.clamped(line.rule.value, to: 60), line.rule.cite,
          effectWords(of: line.rule),
        ])
    }
    var sheets: [(stated: Bool, rules: [Table.Row])] = [(true, [])]
    for row in rules {
      let last = sheets[sheets.count - 1]
      let tried = Self.responsibilityPage(
        headline, last.stated ? stated : nil, last.rules + [row], 1, 1)
      if !fits(tried, size: 11.5), last.stated || !last.rules.isEmpty {
        sheets.append((false, [row]))
      } else {
        sheets[sheets.count - 1].rules.append(row)
      }
    }
    return sheets.enumerated().map { place, sheet in
      Self.responsibilityPage(
        headline, sheet.stated ? stated : nil, sheet.rules, place + 1, sheets.count)
    }
  }

  private static func responsibilityPage(
    _ headline: Finding, _ stated: Table?, _ rules: [Table.Row], _ part: Int, _ parts: Int
  ) -> DeckPage {
    let relied = Table(
      caption: "Rules relied on that were not verified in the text of the regulation",
      columns: [
        .init("Rule", .text), .init("Value used", .text), .init("Where it would be", .text),
        .init("Dollar effect of another reading on the recommendation", .text),
      ], rows: rules)
    return DeckPage(
      number: 16, part: part, parts: parts, topic: "Responsibility", headline: headline,
      exhibits: ([stated] + [rules.isEmpty ? nil : relied]).compactMap { $0.map(Exhibit.table) },
      howToRead:
        "As the scenario's author states it, shortened where long; documentation.md beside this deck "
        + "has every word, every rule and every assumption with its source.")
  }

  private static func statedTable(_ responsibility: Responsibility) -> Table {
    Table(
      caption: "Who answers for this report, and on what it rests",
      columns: [.init("Matter", .word), .init("Stated", .text)],
      rows: responsibility.rows.map {
        Table.Row(.plain, [$0.field, Names.clamped($0.text, to: 180)])
      } + [Table.Row(.plain, ["Signature, date", ""])])
  }

  private func responsibilityHeadline(
    _ responsibility: Responsibility, _ unverified: [RulesRelied.Line]
  ) -> Finding {
    let who =
      responsibility.documentation.responsiblePerson.map {
        "\(Names.clamped($0.name, to: 60)) answers for this report"
      } ?? "Nobody is named as answering for this report"
    let count = Set(unverified.map(\.rule.name)).count
    guard count > 0 else {
      return Finding("\(who); every rule it relies on has a source that was read.")
    }
    let rules =
      "it relies on \(count == 1 ? "1 rule" : "\(count) rules") not verified in the regulation's text"
    guard let largest = largestEffect, let option = recommended else {
      return Finding("\(who); \(rules), none of which was tried in another reading.")
    }
    let size =
      largest.change.value == 0 && largest.change.standardError == 0
      ? "changes nothing for \(told(option))"
      : largest.change.isClear
        ? "moves \(told(option)) most, by \(largest.change.dollars)\(againstMateriality(largest))"
        : "moves \(told(option)) by nothing the simulation can tell from zero"
    return Finding(
      "\(who); \(rules), of which the other reading of \(largest.rule) \(size).",
      number: largest.change)
  }

  /// Whether an effect matters by the author's own measure.
  private func againstMateriality(_ effect: ReadingEffect) -> String {
    guard let limit = comparison.scenario.documentation.materiality else { return "" }
    let words = Estimate(value: limit.amount, standardError: 0).dollars
    let away = effect.change.value.magnitude - limit.amount
    guard away.magnitude > 2 * effect.change.standardError else {
      return ", about what is material (\(words))"
    }
    return away > 0 ? ", more than is material (\(words))" : ", less than is material (\(words))"
  }
}
