import ArgumentParser
import Foundation
import Regulation
import Reporting
import Scenarios

struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Build the benchmark of an agreement step by step, every line with its paragraph.",
    discussion: """
      A benchmark file holds one history, or a list of them: three benchmark years by enrollment \
      type, region, nation, prior savings and, where it gives one, the performance year to which \
      the benchmark is updated. Scenarios/cases/benchmark-second-agreement.yaml is the example to \
      copy.

      EXAMPLES
        glidepath benchmark Scenarios/cases/benchmark-second-agreement.yaml
        glidepath benchmark Scenarios/cases/benchmark-second-agreement.yaml --json
      """)

  @Argument(help: "A benchmark file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Flag(help: "JSON on standard output, with every intermediate: an object, or an array of them.")
  var json = false

  func run() throws {
    try Leaving.onFault { try show(told(under: Rulebook.current())) }
  }

  private func told(under regulation: Rulebook) throws -> String {
    let statements = try BenchmarkCase.all(contentsOf: file).map { one in
      Statement.all(of: one, try one.built(under: regulation))
    }
    return json
      ? array(statements.map(object)) : statements.joined().map(\.text).joined(separator: "\n")
  }

  private func object(_ statements: [Statement]) -> String {
    let updated = statements.count > 1 ? statements[1].json : "null"
    return "{\"historical\": \(statements[0].json), \"updated\": \(updated)}"
  }

  private func array(_ objects: [String]) -> String {
    objects.count == 1 ? objects[0] + "\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }
}
