import ArgumentParser
import Evidence
import Foundation
import Regulation
import Reporting
import Scenarios

struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "A scenario file from a row of a CMS public-use file.",
    discussion: """
      Figures as CMS printed them are marked real, everything else assumed, with its reason.

      EXAMPLES
        glidepath draft PY2022.csv --aco A1001 > Scenarios/my-aco.yaml
        glidepath draft PY2022.csv --aco A1001 --first-agreement --output Scenarios/my-aco.yaml
      """)

  @Argument(help: "A Performance Year Financial and Quality Results file.")
  var file: String

  @Option(help: "The ACO's id, as the file writes it.")
  var aco: String

  @Option(
    parsing: .unconditional, help: "The file's performance year, where its name does not tell.")
  var year: Int?

  @Option(help: "First day of the agreement to draft.")
  var agreementStart = "2027-01-01"

  @Flag(help: "Treat the ACO as new: a first agreement, inexperienced, never two-sided.")
  var firstAgreement = false

  @Option(name: .shortAndLong, help: "Write to this file, which must not exist yet.")
  var output: String?

  func validate() {
    Misuse.noteEmpty("--output", output, ofA: "file")
  }

  func run() throws {
    try Leaving.onFault {
      guard let start = Day(agreementStart) else {
        throw ValidationError(
          "--agreement-start is \(agreementStart). Allowed: a day, such as 2027-01-01.")
      }
      guard start.year <= Scenario.latestStart else {
        throw ValidationError(
          "--agreement-start is \(agreementStart). Allowed: the first of January of a year through "
            + "\(Scenario.latestStart).")
      }
      try Reading.findPublishedFile(file)
      let published = try PublicUseFile(contentsOf: URL(filePath: file), performanceYear: year)
      if let other = published.otherYearInName {
        Leaving.say(
          "\(file): its name says \(other); read as performance year \(published.performanceYear).")
      }
      let draft = try Draft(
        try published.row(ofACO: aco), of: published, agreementStart: start,
        asFirstAgreement: firstAgreement)
      for note in draft.notes { Leaving.say(note) }
      try deliver(draft.yaml)
    }
  }

  /// The file appears whole or not at all, and one that is there already is left alone.
  private func deliver(_ yaml: String) throws {
    guard let output else { return try show(yaml) }
    guard !FileManager.default.fileExists(atPath: output) else {
      Leaving.say("\(output): is there already. Choose another --output, or move it away.")
      throw Leaving.cannotWrite
    }
    do {
      try Data(yaml.utf8).write(to: URL(filePath: output), options: .atomic)
    } catch {
      Leaving.say(
        "\(output): cannot be written. Check its folder, permissions and space, or choose another "
          + "--output.")
      throw Leaving.cannotWrite
    }
    Leaving.say("Wrote \(output).")
  }
}
