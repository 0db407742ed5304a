import ArgumentParser
import Foundation
import Scenarios

/// Scenario files as a command line names them.
enum Reading {
  /// Every file read, or every fault of every file.
  static func scenarios(
    _ files: [String], _ simulation: SimulationOptions
  ) throws -> [Scenario] {
    var scenarios: [Scenario] = []
    var problems: [Problem] = []
    for file in files {
      do {
        scenarios.append(simulation.applied(to: try scenario(file)))
      } catch let found as Problems {
        problems += found.all
      }
    }
    if let all = Problems(problems) { throw all }
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
