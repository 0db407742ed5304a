import Projection
import Scenarios

/// How to make the file again, what was changed, and who signs.
extension PaperAuthor {
  var reproduction: Paper.Section {
    Paper.Section(
      title: "Reproducibility", standards: [56],
      blocks: [
        .text(
          "The same scenario, rules, seed and number of trials give these figures again, to the cent, "
            + "on any number of workers; run.json beside this file holds the same facts and the digest "
            + "of every file."), .table(board.runTable(report.engineVersion)),
        .text("Checksum over every payment of every trial: \(checksum)."),
      ])
  }

  private var checksum: String {
    comparison.paymentsChecksum.isEmpty ? "none was kept" : comparison.paymentsChecksum
  }

  var changes: Paper.Section {
    let changes = comparison.scenario.documentation.changes
    return Paper.Section(
      title: "Change log", standards: [41],
      blocks: changes.isEmpty
        ? [.text("The scenario lists no change.")]
        : [
          .table(
            Table(
              caption: "As the author of the scenario lists them",
              columns: [.init("Date", .text), .init("What", .text), .init("Who", .text)],
              rows: changes.map { Table.Row(.plain, [$0.date, $0.what, $0.who]) }))
        ])
  }

  var signOff: Paper.Section {
    let person = comparison.scenario.documentation.responsiblePerson
    return Paper.Section(
      title: "Sign-off", standards: [41],
      blocks: [
        .text(
          "Left blank by the program. Whether the work meets the standards named in the headings is for "
            + "the one who signs to say."),
        .blank("Responsible person: \(person?.name ?? Responsibility.notStated)"),
        .blank("Reviewed by"), .blank("Accepted for the intended users by"),
      ])
  }
}
