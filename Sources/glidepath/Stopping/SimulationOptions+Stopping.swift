import Foundation
import Projection
import Regulation
import Reporting

extension SimulationOptions {
  /// Everything a report tells of the trials after which a rule ends the run: the report of a run of
  /// that number of trials, and what the rule found.
  ///
  /// - Parameters:
  ///   - rule: Its most trials are the scenario's.
  ///   - sampled: The same agreement, on the points that options are compared on.
  ///   - checkpoint: What the run goes on from and writes, of the same rule; it then also tells on
  ///     standard error what it took.
  func report(
    until rule: StoppingRule, under agreement: Agreement, sampled: Agreement,
    regulation: Rulebook, quiet: Bool, from checkpoint: Checkpoint? = nil
  ) throws -> Report {
    let began = Date()
    let bench = try TallyBench(
      sampled, workers: workerCount, isCancelled: Interruption.isRequested)
    let tally = try self.tally(
      on: bench, until: rule, label: "Simulating \(agreement.scenario.name)", quiet: quiet,
      from: checkpoint)
    let reached = bench.reached(rule, by: tally)
    if checkpoint != nil, !quiet { say(reached, -began.timeIntervalSinceNow) }
    var report = try self.report(
      of: tally, under: agreement.over(reached.trials), regulation: regulation, quiet: quiet)
    report.comparison.stopping = reached
    return report
  }

  private func tally(
    on bench: TallyBench, until rule: StoppingRule, label: String, quiet: Bool,
    from checkpoint: Checkpoint?
  ) throws -> Tally {
    let goals = rule.looks.enumerated().map { look, trials in
      ProgressLine.Goal(
        label: "\(label), round \(look + 1), to \(trials) trials",
        trials: trials)
    }
    let line = ProgressLine(goals, quiet: quiet)
    defer { line.finish() }
    guard let checkpoint else {
      return try bench.tally(
        until: rule, workers: workerCount, progress: { line.add($0) },
        isCancelled: Interruption.isRequested)
    }
    var walks: PathWalks?
    return try checkpoint.partial(
      on: bench, walking: &walks, workers: workerCount, until: rule, progress: { line.add($0) }
    ).tally
  }

  private func say(_ reached: StoppingReached, _ seconds: Double) {
    let tenths = (seconds * 10).rounded() / 10
    Leaving.say(
      "Simulated \(reached.trials) trials in \(reached.looks) "
        + "\(reached.looks == 1 ? "round" : "rounds"), \(tenths) seconds.")
  }
}
