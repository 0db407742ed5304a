import ArgumentParser
import Foundation
import Scenarios

/// Scenario files as a command line names them.
enum Reading {
  /// Gives every scenario to `body`; every fault of every file is said before this throws.
  static func each(_ files: [String], _ body: (Scenario, _ file: String) throws -> Void) throws {
    var first: ExitCode?
    for file in files {
      do {
        try Leaving.onFault { try body(try scenario(file), file) }
      } catch let code as ExitCode {
        if code == Leaving.cannotWrite { throw code }
        first = first ?? code
      }
    }
    if let first { throw first }
  }

  /// Every file read, or every fault of every file.
  static func scenarios(
    _ files: [String], _ simulation: SimulationOptions
  ) throws -> [Scenario] {
    var scenarios: [Scenario] = []
    try each(files) { scenario, _ in scenarios.append(simulation.applied(to: scenario)) }
    if let twice = firstRepeated(scenarios.map(\.name)) {
      throw ValidationError(
        "Two scenario files are named \(twice); their reports would overwrite each other.")
    }
    return scenarios
  }

  static func scenario(_ file: String) throws -> Scenario {
    try Scenario(contentsOf: URL(filePath: file), displayedAs: file)
  }

  private static func firstRepeated(_ names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }
}
