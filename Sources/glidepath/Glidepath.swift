import ArgumentParser
import Foundation
import Probability

@main
struct Glidepath: ParsableCommand {
  static let version = "0.8.0"

  static let configuration = CommandConfiguration(
    commandName: "glidepath",
    abstract: "Which Shared Savings Program option to sign, what it pays, how badly it can hurt.",
    discussion: """
      EXAMPLES
        glidepath project Scenarios/rural-first-agreement.yaml
        glidepath check Scenarios/*.yaml
        glidepath compare Scenarios/rural-first-agreement.yaml MyScenario.yaml
        glidepath stress Scenarios/rural-first-agreement.yaml
        glidepath explain Scenarios/rural-first-agreement.yaml --percentile 5 --option enhanced
        glidepath verify Reports/rural-first-agreement
        glidepath shard Scenarios/rural-first-agreement.yaml --of 8 --index 0 --output part-0.glidepath
        glidepath merge part-*.glidepath
        glidepath portfolio Scenarios --output Reports/portfolio
        glidepath settle Scenarios/cases/loss-at-level-e.yaml --json
        glidepath benchmark Scenarios/cases/benchmark-second-agreement.yaml
        glidepath rules --track levelC --year 2027

      EXIT STATUS
        0 done · 1 ran, and the answer is no · 64 usage · 65 bad input · 66 missing input
        70 internal · 73 cannot write · 130 interrupted
      """,
    version: version,
    subcommands: [
      Calibrate.self, DraftCommand.self, Check.self, Project.self, ShardCommand.self,
      MergeCommand.self, PortfolioCommand.self, Compare.self, StressCommand.self,
      Explain.self, VerifyCommand.self, TrialsCommand.self, Settle.self,
      BenchmarkCommand.self, Rules.self,
      Schema.self, BacktestCommand.self,
    ])

  func validate() throws {
    guard let named = ProcessInfo.processInfo.environment[Registers.variable],
      let fault = Registers.fault(of: named)
    else { return }
    throw ValidationError(fault)
  }
}
