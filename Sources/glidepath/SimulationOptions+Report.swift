import Projection
import Regulation
import Reporting
import Scenarios

import struct Evidence.TrackRecord

extension SimulationOptions {
  /// Simulates, compares and stresses: everything a report tells.
  ///
  /// - Parameter keepingTrials: Whether the report keeps every payment of every trial.
  func report(
    of scenario: Scenario, under regulation: Rulebook, quiet: Bool, keepingTrials: Bool = false
  ) throws -> Report {
    let agreement = try Agreement(scenario, under: regulation)
    let ledger = try self.ledger(
      of: agreement, label: "Simulating \(scenario.name)", quiet: quiet)
    var comparison = agreement.comparison(of: ledger)
    comparison.benchmark = try agreement.benchmarkOutlook(
      of: ledger, workers: workerCount, isCancelled: { Interruption.isRequested })
    let walking = ProgressLine(
      "Walking every path", total: agreement.pathTrials, quiet: quiet)
    comparison.paths = try agreement.pathOutlook(
      workers: workerCount, progress: { walking.add($0) },
      isCancelled: { Interruption.isRequested })
    walking.finish()
    if let paths = comparison.paths {
      comparison.inputs = try self.inputStudy(
        of: paths, under: agreement, label: "Inputs: \(scenario.name)", quiet: quiet)
    }
    if let paths = comparison.paths {
      comparison.programs = try self.programs(
        of: paths, under: agreement, label: "Programs of \(scenario.name)", quiet: quiet)
    }
    let best = comparison.paths.map { $0.outcomes[$0.bestMean].path }
    comparison.leaving = try self.leaving(
      of: agreement, beside: best, label: "Leaving early: \(scenario.name)", quiet: quiet)
    comparison.spread = try self.spread(
      of: ledger, under: agreement, label: "Luck or skill: \(scenario.name)", quiet: quiet)
    let moving = ProgressLine("Moving cash", total: agreement.cashTrials, quiet: quiet)
    comparison.cash = try agreement.cashOutlook(
      following: comparison.leadingOption, workers: workerCount,
      progress: { moving.add($0) }, isCancelled: { Interruption.isRequested })
    moving.finish()
    var report = Report(
      comparison: comparison, stresses: [], trackRecord: try TrackRecord.shipped(),
      engineVersion: Glidepath.version)
    if let best {
      let bench = try StressBench(
        agreement, ledger, under: regulation, choice: best, most: Self.stressTrials)
      report.stresses = try stressed(Stress.all(for: scenario), on: bench, quiet: quiet)
      report.readings = try stressed(Stress.readings(for: scenario), on: bench, quiet: quiet)
    }
    if keepingTrials { report.payments = ledger.kept }
    return report
  }

  /// Trials of each stress test, at most: enough for a table of changes, which are paired.
  private static let stressTrials = 10_000

  func spread(
    of ledger: Ledger, under agreement: Agreement, label: String, quiet: Bool
  ) throws -> SpreadBreakdown {
    let progress = ProgressLine(label, total: agreement.walkCount, quiet: quiet)
    defer { progress.finish() }
    return try agreement.spreadBreakdown(
      of: ledger, workers: workerCount, progress: { progress.add($0) },
      isCancelled: { Interruption.isRequested })
  }

  func inputStudy(
    of paths: PathOutlook, under agreement: Agreement, label: String, quiet: Bool
  ) throws -> InputStudy {
    let progress = ProgressLine(label, total: agreement.studyTrials, quiet: quiet)
    defer { progress.finish() }
    return try agreement.inputStudy(
      of: paths, workers: workerCount, progress: { progress.add($0) },
      isCancelled: { Interruption.isRequested })
  }

  /// `nil` where the scenario has no programs.
  func programs(
    of paths: PathOutlook, under agreement: Agreement, label: String, quiet: Bool
  ) throws -> ProgramOutlook? {
    guard !agreement.scenario.programs.isEmpty else { return nil }
    let progress = ProgressLine(label, total: agreement.programHistories, quiet: quiet)
    defer { progress.finish() }
    return try agreement.programOutlook(
      of: paths, workers: workerCount, progress: { progress.add($0) },
      isCancelled: { Interruption.isRequested })
  }

  /// - Parameter best: Valued where it is no option of the scenario.
  func leaving(
    of agreement: Agreement, beside best: ElectedPath?, label: String, quiet: Bool
  ) throws -> LeavingOutlook {
    let progress = ProgressLine(label, total: agreement.leavingTrials, quiet: quiet)
    defer { progress.finish() }
    return try agreement.leavingOutlook(
      beside: best?.listedAs == nil ? best : nil, workers: workerCount,
      progress: { progress.add($0) }, isCancelled: { Interruption.isRequested })
  }

  func ledger(of agreement: Agreement, label: String, quiet: Bool) throws -> Ledger {
    let progress = ProgressLine(label, total: agreement.scenario.trials, quiet: quiet)
    defer { progress.finish() }
    return try agreement.ledger(
      workers: workerCount, progress: { progress.add($0) },
      isCancelled: { Interruption.isRequested })
  }
}
