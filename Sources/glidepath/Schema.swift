import ArgumentParser
import Scenarios

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The JSON Schema of scenario files, for editors.",
    discussion: """
      EXAMPLE
        glidepath schema > scenario.schema.json
      """)

  func run() throws {
    try Leaving.onFault { try show(try ScenarioSchema.json()) }
  }
}
