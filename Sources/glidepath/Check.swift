import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Every problem of a scenario file at once, or \"ready\".",
    discussion: """
      EXAMPLE
        glidepath check Scenarios/rural-first-agreement.yaml
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @Flag(name: .shortAndLong, help: "List which assumptions were left to their published defaults.")
  var verbose = false

  func run() throws {
    try Reading.each(files) { try report($0, $1) }
  }

  private func report(_ scenario: Scenario, _ file: String) throws {
    let defaulted = scenario.provenance.filter { $0.status == .defaulted }
    let real = scenario.provenance.filter { $0.status == .real }.count
    let whatIfs = scenario.agreement.options.filter { $0.whatIf != nil }
    try show("\(file): ready. \(real) real figures, \(defaulted.count) published defaults.\n")
    for option in whatIfs {
      try show("  what-if  \(option.option.title): \(option.whatIf ?? "")\n")
    }
    if let start = StartingOutlook(scenario) {
      try show("  record   \(start.sentence)\n  luck     \(start.luckSentence)\n")
    }
    guard verbose else { return }
    for entry in defaulted {
      try show("  default  \(entry.key) = \(entry.value)  (\(entry.source))\n")
    }
  }
}
