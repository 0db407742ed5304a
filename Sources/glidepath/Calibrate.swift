import ArgumentParser
import Evidence
import Foundation
import Reporting

struct Calibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The chance model's constants, with their errors, from CMS public-use files.",
    discussion: """
      Writes every constant with its error, estimator, sample and the digests of the files it was
      fitted to, and prints them. Later years' files are fitted by the same code.

      EXAMPLES
        glidepath calibrate cms-files
        glidepath calibrate cms-files --through 2021 --output calibration-2021.yaml
      """)

  @Argument(help: "A folder of Performance Year Financial and Quality Results files (.csv).")
  var folder: String

  @Option(
    parsing: .unconditional,
    help: "The last performance year the fit may know. Default: the newest.")
  var through: Int?

  @Option(help: "Performance years to fit, ending there.")
  var years = Calibration.usualYears

  @Option(name: .shortAndLong, help: "The file to write; a calibration there is replaced.")
  var output = "calibration.yaml"

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  func validate() {
    if !(2...100).contains(years) { Misuse.note("--years is \(years). Allowed: 2 through 100.") }
    Misuse.noteEmpty("--output", output, ofA: "file")
  }

  func run() throws {
    try Leaving.onFault {
      let file = OwnFile(
        path: output, firstLine: Calibration.firstLine, kind: "calibration", option: "--output")
      try file.refuseUnwritable()
      let panel = try PublicUseFolder(path: folder).panel(through: through)
      if let through, let first = panel.years.first, through <= first {
        throw ValidationError(
          "--through is \(through), and the files begin with \(first). Allowed: a year with another before "
            + "it, since changes from one year to the next are fitted.")
      }
      let calibration = Calibration(panel, through: through, years: years)
      try file.write(calibration.yaml)
      try show(json ? calibration.json.document : calibration.table)
      Leaving.say("Wrote \(output).")
    }
  }
}

extension Calibration {
  /// One JSON object, in the words of the file.
  fileprivate var json: JSONText {
    .object([
      "years": .array(years.map { .number(String($0)) }),
      "inputs": .array(
        inputs.map {
          .object([
            "file": .text($0.file), "years": .array($0.years.map { .number(String($0)) }),
            "rows": .number(String($0.rows)), "sha256": .text($0.digest),
          ])
        }),
      "constants": .object(
        Dictionary(uniqueKeysWithValues: constants.map { ($0.name, $0.json) })),
      "errorCorrelations": .array(
        correlations.map {
          .object([
            "of": .array([.text($0.first), .text($0.second)]),
            "correlation": .number(Calibration.number($0.value)),
          ])
        }),
      "notes": .array(notes.map { .text($0) }),
    ])
  }
}

extension Constant {
  fileprivate var json: JSONText {
    var members: [String: JSONText] = [
      "unit": .text(unit), "estimator": .text(estimator),
      "sample": .object([
        "acos": .number(String(sample.acos)), "observations": .number(String(sample.observations)),
        "years": .array(sample.years.map { .number(String($0)) }),
      ]),
    ]
    if let estimate {
      members["value"] = .number(Calibration.number(estimate.value))
      members["standardError"] = .number(Calibration.number(estimate.standardError))
    }
    members["notEstimable"] = whyNot.map { .text($0) }
    return .object(members)
  }
}
