import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

struct Settle: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Settle one performance year from its totals, every line with its paragraph.",
    discussion: """
      A case file holds one case, or a list of them: totals and standing of a performance year, or \
      what a repayment mechanism, an advance investment payment or prepaid shared savings are \
      computed from. Scenarios/cases/loss-at-level-e.yaml is the example to copy.

      EXAMPLES
        glidepath settle Scenarios/cases/loss-at-level-e.yaml
        glidepath settle Scenarios/cases/worked-examples.yaml --json
      """)

  @Argument(help: "A case file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Flag(help: "JSON on standard output, with every intermediate: an object, or an array of them.")
  var json = false

  func run() throws {
    try Leaving.onFault {
      let regulation = try Rulebook.current()
      let cases = try Case.all(contentsOf: file)
      let statements = try cases.map { one in
        Statement(of: one, try one.settled(under: regulation))
      }
      try show(
        json ? array(statements.map(\.json)) : statements.map(\.text).joined(separator: "\n"))
    }
  }

  private func array(_ objects: [String]) -> String {
    objects.count == 1 ? objects[0] + "\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }
}
