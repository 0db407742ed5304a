import Projection
import Regulation
import Scenarios

/// What was prescribed by law, and what was chosen and by whom.
extension PaperAuthor {
  var law: Paper.Section {
    let editions = comparison.scenario.editions.map { Names.clamped($0, to: 60) }
    let basis =
      editions.isEmpty
      ? "The rules are those of the regulation itself; no edition is laid over it."
      : "Laid over the regulation: \(Names.list(editions))."
    guard let rules else {
      return Paper.Section(
        title: "Prescribed by law", standards: [41, 56],
        blocks: [.text(basis), .text("The rules could not be read again.")])
    }
    let same =
      rules.digest == comparison.rulebookDigest
      ? "The rule digest is that of the run."
      : "The run was made under other rules than these: their digests differ."
    return Paper.Section(
      title: "Prescribed by law", standards: [41, 56],
      blocks: [
        .text(
          "\(basis) \(same) Listed is every value of the paragraphs that bear on the options and paths of "
            + "this run, also of those that stand behind what the scenario states itself, "
            + "with the years in which it holds, the day from which it is in force, where it is "
            + "written, and how sure it is: read in the regulation's text, checked against published "
            + "results, read in a secondary source, derived, unverified or proposed."),
        .table(ruleTable(rules.lines)),
        .heading("Relied on and not verified in the regulation's text"),
      ] + unverified(rules.unverified))
  }

  private func ruleTable(_ lines: [RulesRelied.Line]) -> Table {
    Table(
      caption: "Rules in force that bear on this run's options",
      columns: [
        .init("Rule", .text), .init("Value", .text), .init("Unit", .text), .init("Years", .text),
        .init("In force from", .text), .init("Where", .text), .init("Read in", .text),
        .init("Sure", .text),
      ],
      rows: lines.map { line in
        let rule = line.rule
        let year = rule.agreementYear > 1 ? ", agreement year \(rule.agreementYear) on" : ""
        return Table.Row(
          .plain,
          [
            rule.name, rule.value, rule.unit, line.span, "\(rule.from)\(year)", rule.cite,
            rule.adopted, Board.words(rule.evidence.rawValue),
          ])
      })
  }

  private func unverified(_ lines: [RulesRelied.Line]) -> [Paper.Block] {
    guard !lines.isEmpty else {
      return [.text("None: every rule relied on was read where its evidence says.")]
    }
    return [
      .table(
        Table(
          caption: "Unverified or proposed rules, and what another reading would do",
          columns: [
            .init("Rule", .text), .init("What it says", .text), .init("Value used", .text),
            .init("Years", .text), .init("Dollar effect on the recommendation", .text),
          ],
          rows: lines.map { line in
            Table.Row(
              .plain,
              [
                line.rule.name, line.rule.says, line.rule.value, line.span,
                board.effectWords(of: line.rule),
              ])
          })),
      .list(ownReadings),
    ]
  }

  /// Readings of the program that are in no rule file.
  private var ownReadings: [String] {
    let facts = comparison.scenario.agreement
    var found = [
      "Termination by CMS (42 CFR 425.316) is shown as a chance and ends no simulated history."
    ]
    if facts.prepaidSharedSavings.contains(where: { $0.amount > 0 }) {
      found.append(
        "A balance of prepaid shared savings is billed with the last results "
          + "(\(Paragraph.prepaidRecoupment)): a reading; its effect is not computed.")
    }
    if comparison.cash != nil {
      found.append(
        "The repayment mechanism is sized on truncated spending of two years before "
          + "(\(Paragraph.repaymentMechanism)), which speaks of total spending: a reading; its effect "
          + "is not computed.")
    }
    if comparison.scenario.reopening != nil {
      found.append(
        "Reopened years follow a stated chance and spread, not the procedure of 42 CFR 425.315; their "
          + "effect stands with the parties on page 13.")
    }
    return found
  }

  // MARK: - Chosen

  var choices: Paper.Section {
    let entries = comparison.scenario.provenance
    return Paper.Section(
      title: "Chosen, by whom and from what source", standards: [25, 41, 45, 56],
      blocks: [
        .text(
          "Every figure and assumption of the scenario that law does not prescribe. Stated: written by "
            + "the scenario's author. Assumed: standing in for a figure not known. Real: as published. "
            + "Default: left out by the author, so the published default holds.")
      ]
        + Provenance.Status.boardOrder.flatMap { status -> [Paper.Block] in
          let of = entries.filter { $0.status == status }
          guard !of.isEmpty else { return [] }
          return [.heading(status.title), .table(Self.table(of: of))]
        })
  }

  private static func table(of entries: [Provenance]) -> Table {
    Table(
      caption: "\(DecimalText.grouped(entries.count)) values",
      columns: [.init("Key", .text), .init("Value", .text), .init("Source", .text)],
      rows: entries.map { Table.Row(.plain, [$0.key, $0.value, $0.source]) })
  }
}
