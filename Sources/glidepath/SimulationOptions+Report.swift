import Projection
import Regulation
import Reporting
import Scenarios

import struct Evidence.TrackRecord

extension SimulationOptions {
  /// Simulates, compares and stresses: everything a report tells.
  ///
  /// - Parameters:
  ///   - sampled: The same agreement, on the points that options are compared on.
  ///   - keepingTrials: Whether the report keeps every payment of every trial.
  ///   - checkpoint: What the run goes on from and writes; a run that keeps every trial has none.
  func report(
    under agreement: Agreement, sampled: Agreement, regulation: Rulebook, quiet: Bool,
    keepingTrials: Bool = false, from checkpoint: Checkpoint? = nil
  ) throws -> Report {
    let label = "Simulating \(agreement.scenario.name)"
    let bench = try TallyBench(
      sampled, workers: workerCount, isCancelled: Interruption.isRequested)
    let tally: Tally
    var kept: KeptPayments?
    var walks: PathWalks?
    if keepingTrials {
      let ledger = try self.ledger(of: sampled, label: label, quiet: quiet)
      tally = try bench.tally(of: ledger, workers: workerCount)
      kept = ledger.kept
    } else if let checkpoint {
      walks = try PathWalks(
        agreement, workers: workerCount, isCancelled: Interruption.isRequested)
      tally = try checkpoint.partial(
        on: bench, walking: &walks, workers: workerCount, label: label, quiet: quiet
      ).tally
    } else {
      tally = try self.tally(on: bench, label: label, quiet: quiet)
    }
    var report = try self.report(
      of: tally, following: walks, under: agreement, regulation: regulation, quiet: quiet)
    report.payments = kept
    return report
  }

  /// Everything a report tells of the trials tallied.
  ///
  /// - Parameter walks: Paths walked beside them; `nil` to walk them all.
  func report(
    of tally: Tally, following walks: PathWalks? = nil, under agreement: Agreement,
    regulation: Rulebook, quiet: Bool
  ) throws -> Report {
    let scenario = agreement.scenario
    let ledger = try agreement.firstTrials.ledger(
      workers: workerCount, isCancelled: Interruption.isRequested)
    var comparison = agreement.comparison(of: tally)
    comparison.parties = agreement.partyOutlook(of: ledger)
    comparison.benchmark = try agreement.benchmarkOutlook(
      of: ledger, workers: workerCount, isCancelled: Interruption.isRequested)
    comparison.paths = try ProgressLine.during(
      "Walking every path", total: agreement.pathTrials, quiet: quiet
    ) {
      try agreement.pathOutlook(
        following: walks, workers: workerCount, progress: $0,
        isCancelled: Interruption.isRequested)
    }
    if let paths = comparison.paths {
      comparison.inputs = try self.inputStudy(
        of: paths, under: agreement, label: "Inputs: \(scenario.name)", quiet: quiet)
    }
    if let paths = comparison.paths {
      comparison.programs = try self.programs(
        of: paths, under: agreement, label: "Programs of \(scenario.name)", quiet: quiet)
    }
    let named = comparison.paths.map { $0.outcomes[$0.named].path }
    comparison.leaving = try self.leaving(
      of: agreement, beside: named, label: "Leaving early: \(scenario.name)", quiet: quiet)
    comparison.spread = try self.spread(
      of: tally, under: agreement, label: "Luck or skill: \(scenario.name)", quiet: quiet)
    let followed = comparison.followedOption
    comparison.cash = try ProgressLine.during(
      "Moving cash", total: agreement.cashTrials, quiet: quiet
    ) {
      try agreement.cashOutlook(
        following: followed, workers: workerCount, progress: $0,
        isCancelled: Interruption.isRequested)
    }
    var report = Report(
      comparison: comparison, stresses: [], trackRecord: try TrackRecord.shipped(),
      engineVersion: Glidepath.version)
    if let named {
      let bench = try StressBench(
        agreement, ledger, under: regulation, choice: named, most: Self.stressTrials,
        workers: workerCount, isCancelled: Interruption.isRequested)
      report.stresses = try stressed(Stress.all(for: scenario), on: bench, quiet: quiet)
      report.readings = try stressed(Stress.readings(for: scenario), on: bench, quiet: quiet)
    }
    return report
  }

  /// Trials of each stress test, at most: enough for a table of changes, which are paired.
  private static let stressTrials = 10_000

  func spread(
    of tally: Tally, under agreement: Agreement, label: String, quiet: Bool
  ) throws -> SpreadBreakdown {
    try ProgressLine.during(label, total: agreement.walkCount, quiet: quiet) {
      try agreement.spreadBreakdown(
        ofSpreads: tally.netSpreads, workers: workerCount, progress: $0,
        isCancelled: Interruption.isRequested)
    }
  }

  func inputStudy(
    of paths: PathOutlook, under agreement: Agreement, label: String, quiet: Bool
  ) throws -> InputStudy {
    try ProgressLine.during(label, total: agreement.studyTrials, quiet: quiet) {
      try agreement.inputStudy(
        of: paths, workers: workerCount, progress: $0,
        isCancelled: Interruption.isRequested)
    }
  }

  /// `nil` where the scenario has no programs.
  func programs(
    of paths: PathOutlook, under agreement: Agreement, label: String, quiet: Bool
  ) throws -> ProgramOutlook? {
    guard !agreement.scenario.programs.isEmpty else { return nil }
    return try ProgressLine.during(label, total: agreement.programHistories, quiet: quiet) {
      try agreement.programOutlook(
        of: paths, workers: workerCount, progress: $0,
        isCancelled: Interruption.isRequested)
    }
  }

  /// - Parameter best: Valued where it is no option of the scenario.
  func leaving(
    of agreement: Agreement, beside best: ElectedPath?, label: String, quiet: Bool
  ) throws -> LeavingOutlook {
    try ProgressLine.during(label, total: agreement.leavingTrials, quiet: quiet) {
      try agreement.leavingOutlook(
        beside: best?.listedAs == nil ? best : nil, workers: workerCount, progress: $0,
        isCancelled: Interruption.isRequested)
    }
  }

  func tally(on bench: TallyBench, label: String, quiet: Bool) throws -> Tally {
    let blocks = 0..<bench.blocks
    return try ProgressLine.during(label, total: bench.trials(of: blocks).count, quiet: quiet) {
      try bench.tally(
        of: blocks, workers: workerCount, progress: $0,
        isCancelled: Interruption.isRequested)
    }
  }

  func ledger(of agreement: Agreement, label: String, quiet: Bool) throws -> Ledger {
    try ProgressLine.during(label, total: agreement.scenario.trials, quiet: quiet) {
      try agreement.ledger(
        workers: workerCount, progress: $0, isCancelled: Interruption.isRequested)
    }
  }
}
