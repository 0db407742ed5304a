import ArgumentParser
import Foundation
import Projection
import Regulation
import Reporting
import Scenarios
import Synchronization

/// Every scenario of a portfolio read, simulated and told in its row: several at once, one worker each,
/// while there are as many as workers.
struct PortfolioRun: Sendable {
  var source: PortfolioSource
  /// Which of its entries, in order.
  var places: [Int]
  var simulation: SimulationOptions
  var checkpoints: CheckpointOptions
  /// The folder in which a long scenario's checkpoint is kept.
  var scratch: String
  var quiet: Bool

  /// What came of one scenario.
  private struct Told: Sendable {
    var row: PortfolioRow
    var assumptions = PortfolioAssumptions()
  }

  /// What the workers share.
  private final class Desk: Sendable {
    let places: Deal
    let told: Mutex<[Told?]>
    let fault = Mutex<(any Error)?>(nil)
    let journal: Mutex<PortfolioJournal>
    let progress: ProgressLine

    init(_ count: Int, _ journal: PortfolioJournal, _ progress: ProgressLine) {
      places = Deal(count)
      told = Mutex(Array(repeating: nil, count: count))
      self.journal = Mutex(journal)
      self.progress = progress
    }

    /// Whether a worker need not go on.
    var isClosed: Bool { Interruption.isRequested() || fault.withLock { $0 != nil } }
  }

  /// The rows in the order of the source, the same on any number of workers.
  ///
  /// - Throws: `Interrupted` once Ctrl-C was pressed; `CannotWrite` where a row cannot be kept.
  func rows(
    keepingIn journal: PortfolioJournal
  ) throws -> (rows: [PortfolioRow], assumptions: PortfolioAssumptions) {
    let count = places.count
    let regulation = try Rulebook.current()
    let progress = ProgressLine(
      "Portfolio of \(count)", total: count * Self.stepsOfOne, quiet: quiet)
    defer { progress.finish() }
    let desk = Desk(count, journal, progress)
    let atOnce = max(1, min(simulation.workerCount, count))
    let workers = max(1, simulation.workerCount / atOnce)
    _ = concurrently(atOnce) { _ in
      while !desk.isClosed, let place = desk.places.next() {
        settle(place, under: regulation, workers: workers, at: desk)
      }
    }
    if let fault = desk.fault.withLock({ $0 }) { throw fault }
    if Interruption.isRequested() { throw Interrupted() }
    let told = desk.told.withLock { $0.compactMap { $0 } }
    return (told.map(\.row), PortfolioAssumptions(adding: told.map(\.assumptions)))
  }

  /// Progress is told in this many steps a scenario.
  private static let stepsOfOne = 1_000

  private func settle(_ place: Int, under regulation: Rulebook, workers: Int, at desk: Desk) {
    let entry = source.entries[places[place]]
    do {
      let told = try told(of: entry, under: regulation, workers: workers, at: desk)
      desk.told.withLock { $0[place] = told }
    } catch let fault as CannotWrite {
      desk.fault.withLock { $0 = fault }
    } catch is Interrupted {
      return
    } catch {
      let row = PortfolioRow(place: entry.place, name: entry.name, faults: entry.faults(of: error))
      desk.told.withLock { $0[place] = Told(row: row) }
      desk.progress.add(Self.stepsOfOne)
    }
  }

  private func told(
    of entry: PortfolioSource.Entry, under regulation: Rulebook, workers: Int, at desk: Desk
  ) throws -> Told {
    let (read, text) = try source.scenario(of: entry)
    let agreement = try Agreement(simulation.applied(to: read), under: regulation)
    let assumptions = PortfolioAssumptions(read)
    let run = Partial.Run(
      agreement.scenario, file: text.fileName, text: text.text,
      rulebookDigest: agreement.rulebookDigest, engineVersion: Glidepath.version)
    let identity = PortfolioIdentity(run)
    if let kept = desk.journal.withLock({ $0.row(at: entry.place, of: identity) }) {
      desk.progress.add(Self.stepsOfOne)
      return Told(row: kept, assumptions: assumptions)
    }
    let row = PortfolioRow(
      place: entry.place, name: entry.name,
      try comparison(under: agreement, of: run, at: entry, workers: workers, desk.progress))
    try desk.journal.withLock { try $0.keep(row, of: identity) }
    return Told(row: row, assumptions: assumptions)
  }

  /// The options alone: what rests on the first trials only is left to `glidepath project`.
  private func comparison(
    under agreement: Agreement, of run: Partial.Run, at entry: PortfolioSource.Entry, workers: Int,
    _ progress: ProgressLine
  ) throws -> Comparison {
    let bench = try TallyBench(
      agreement, workers: workers, isCancelled: Interruption.isRequested)
    let checkpoint = Checkpoint(
      path: "\(scratch)/.glidepath-checkpoint-\(entry.mark)", of: run, ArrayTask(index: 0, of: 1),
      every: checkpoints.checkpointEvery)
    let steps = PortfolioSteps(of: Self.stepsOfOne, for: agreement.scenario.trials)
    var walks: PathWalks?
    let tally = try checkpoint.partial(on: bench, walking: &walks, workers: workers) {
      progress.add(steps.new(after: $0))
    }.tally
    checkpoint.remove()
    return agreement.comparison(of: tally)
  }
}

/// Trials of one scenario turned into steps of the whole portfolio's progress.
private final class PortfolioSteps: Sendable {
  private let done = Atomic(0)
  private let steps, trials: Int

  init(of steps: Int, for trials: Int) { (self.steps, self.trials) = (steps, trials) }

  /// The steps reached by so many trials more.
  func new(after more: Int) -> Int {
    let (before, now) = done.add(more, ordering: .relaxed)
    return now * steps / trials - before * steps / trials
  }
}
