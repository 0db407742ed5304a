import Regulation
import Scenarios

extension Agreement {
  /// Trials of each set, at most: the value is then known to a hundredth or so of its spread.
  static let mostLeavingTrials = 20_000
  private static let mostLeavingTrialsByBeneficiary = 2_000

  /// Trials of each of the two sets.
  private var leavingSet: Int {
    min(
      scenario.trials,
      scenario.detail == .beneficiaries
        ? Self.mostLeavingTrialsByBeneficiary : Self.mostLeavingTrials)
  }

  /// Trials that `leavingOutlook` simulates: both sets.
  public var leavingTrials: Int { 2 * leavingSet }

  /// What being able to leave is worth under each option of the scenario, and along one path more.
  ///
  /// The first trials fit each option's policy, as many after them value it; numbers that address the
  /// draws are not shared, so that the sets are independent. The same on any number of workers.
  ///
  /// - Parameter path: Valued beside the options; `nil` for none.
  /// - Throws: `Interrupted` once `isCancelled` has answered true; `NotInForce` as `init` does.
  public func leavingOutlook(
    beside path: ElectedPath? = nil, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> LeavingOutlook {
    let paths = scenario.agreement.options.map { requested in
      var path = ElectedPath(
        requested.option, choosing: scenario.agreement.minimumRateChoice)
      path.listedAs = requested.option.title
      return path
    }
    let all = paths + (path.map { [$0] } ?? [])
    let table = try leavingTable(
      all, workers: workers, progress: progress, isCancelled: isCancelled)
    let columns = ExitColumns(options: all.count)
    let period = scenario.agreement.period
    let values = concurrently(all.count) { place -> LeavingValue? in
      if isCancelled() { return nil }
      return LeavingValue(
        all[place], at: place, listed: paths.count, table, columns, period)
    }
    if isCancelled() { throw Interrupted() }
    return LeavingOutlook(trials: leavingSet, values: values.compactMap { $0 })
  }

  /// One row a trial, of both sets.
  func leavingTable(
    _ paths: [ElectedPath], workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> StudyTable {
    var binder = OptionBinder(scenario, under: rules, periods: Array(periods.prefix(1)))
    let bound = try paths.map { path in
      try binder.bind(
        RequestedOption(option: path.option, whatIf: nil), choosing: path.minimumRate)
    }
    let period = scenario.agreement.period
    let partServed = try (1...5).map { place in
      try rules.terminationTerms(in: period.performanceYear(place), of: period)
        .partServed(of: bound[0].terms[place - 1].monthsInYear)
    }
    let (agreements, settlements) = (binder.periods, binder.settlements)
    let book = try cashOfNet(
      settlements, agreements, workers: workers, isCancelled: isCancelled)
    let columns = ExitColumns(options: paths.count)
    var table = StudyTable(trials: leavingTrials, columns: columns.count)
    table.values.withUnsafeMutableBufferPointer { buffer in
      Self.deal(
        leavingTrials, workers: workers, progress: progress, isCancelled: isCancelled,
        writing: buffer,
        with: {
          ExitSimulation(
            self, bound, periods: agreements, settlements: settlements,
            partServed: partServed, book)
        }
      ) { simulation, trial, _, values in
        simulation.run(
          trial,
          into: UnsafeMutableBufferPointer(
            rebasing: values[trial * columns.count..<(trial + 1) * columns.count]))
      }
    }
    if isCancelled() { throw Interrupted() }
    return table
  }
}

extension ElectedPath {
  /// The path as an option of a scenario.
  var option: ParticipationOption {
    ParticipationOption(name: "", title: "", years: years, renewsIn: renewsIn, leave: leave)
  }
}
