import ArgumentParser
import Evidence
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

struct Settle: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Settle a performance year from its totals, or CMS's published results row by row.",
    discussion: """
      A case file (.yaml) holds one case, or a list of them: totals and standing of a performance \
      year, or what a repayment mechanism, an advance investment payment or prepaid shared savings \
      are computed from. Scenarios/cases/loss-at-level-e.yaml is the example to copy.

      Any other file is a Performance Year Financial and Quality Results file of CMS: every row is \
      settled by the same code and held against the figures CMS printed. Exit status 1 says that a \
      row differs and nothing the file withholds explains it.

      EXAMPLES
        glidepath settle Scenarios/cases/loss-at-level-e.yaml
        glidepath settle Scenarios/cases/worked-examples.yaml --json
        glidepath settle PY2021.csv PY2022.csv
        glidepath settle PY2022.csv --csv > PY2022-settled.csv
        glidepath settle PY2022.csv --explain A1001
      """)

  @Argument(
    help: "A case file, or CMS's published results.",
    completion: .file(extensions: ["yaml", "yml", "csv"]))
  var files: [String]

  @Flag(help: "JSON on standard output, with every intermediate.")
  var json = false

  @Flag(help: "Published results: every row as comma-separated values, with every intermediate.")
  var csv = false

  @Option(help: "Published results: the statement of one ACO, with citations.")
  var explain: String?

  @Option(
    parsing: .unconditional,
    help: "Published results: the performance year, where one file does not tell it.")
  var year: Int?

  func validate() {
    if !cases.isEmpty, cases.count < files.count {
      Misuse.note("Case files and published results cannot be settled together.")
    }
    if !cases.isEmpty, csv || explain != nil || year != nil {
      Misuse.note("--csv, --explain and --year are for published results.")
    }
    if csv, json || explain != nil { Misuse.note("--csv stands alone.") }
    if year != nil, files.count > 1 { Misuse.note("--year is for one file.") }
  }

  private var cases: [String] {
    files.filter { ["yaml", "yml"].contains(URL(filePath: $0).pathExtension.lowercased()) }
  }

  func run() throws {
    try Leaving.onFault {
      let regulation = try Rulebook.current()
      if cases.isEmpty {
        try SettlePublished(files: files, json: json, csv: csv, explain: explain, year: year)
          .run(under: regulation)
      } else {
        try settleCases(under: regulation)
      }
    }
  }

  private func settleCases(under regulation: Rulebook) throws {
    var statements: [Statement] = []
    try Leaving.onFault(ofEach: files) { file in
      statements += try Case.all(contentsOf: file).map { one in
        Statement(of: one, try one.settled(under: regulation))
      }
    }
    try show(json ? array(statements.map(\.json)) : statements.map(\.text).joined(separator: "\n"))
  }

  private func array(_ objects: [String]) -> String {
    objects.count == 1 ? objects[0] + "\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }
}
