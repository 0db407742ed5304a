import Regulation

extension LeavingValue {
  /// - Parameters:
  ///   - place: Of the path in the table.
  ///   - listed: How many of the table's paths are the scenario's options.
  ///   - table: The trials that fit the policy, then as many that value it.
  init(
    _ path: ElectedPath, at place: Int, listed: Int, _ table: StudyTable, _ columns: ExitColumns,
    _ period: AgreementPeriod
  ) {
    let half = table.trials / 2
    let fitting = StoppingProblem(table, place, columns, 0..<half)
    let valuing = StoppingProblem(table, place, columns, half..<table.trials)
    let policy = StoppingPolicy(fittedTo: fitting)
    let stops = policy.stops(in: valuing)
    let fittedStops = policy.stops(in: fitting)
    let others = StoppingPolicy(fittedTo: valuing).stops(in: fitting)
    let effect = Self.effectOfFit(stops, others)
    self.init(
      option: place < listed ? place : nil, path: path,
      never: Self.dollars(valuing.never), policy: valuing.difference(stoppingAt: stops),
      inSample: fitting.difference(stoppingAt: fittedStops).mean,
      foresight: Self.dollars(zip(valuing.perfectForesight, valuing.never).map { $0 - $1 }),
      exits: Self.exits(stops, effect, in: valuing, period),
      chances: Self.chances(stops, effect: effect),
      rule: path.leave.map { _ in
        let ruled = table.column(columns.ruleExit(place), half..<table.trials).map { Int($0) }
        return RuledExit(
          difference: valuing.difference(stoppingAt: ruled), chances: Self.chances(ruled))
      },
      chanceOfLeaving: Chance(
        stops.count { $0 < ExitColumns.dates }, of: stops.count, effect: effect))
  }

  /// How many times the variance that the trials alone would give a chance of leaving has: what the
  /// trials of the fit add. From the policy of each half on the other, their chances by year and the
  /// chance to stay together, since two fits tell little of each alone.
  private static func effectOfFit(_ one: [Int], _ other: [Int]) -> Double {
    let shares = [one, other].map { stops in
      let left = counts(stops)
      return (left + [stops.count - left.reduce(0, +)]).map { Double($0) / Double(stops.count) }
    }
    let ratios = zip(shares[0], shares[1]).compactMap { first, second -> Double? in
      let mean = (first + second) / 2
      let ofTrials = mean * (1 - mean) / Double(one.count)
      return ofTrials > 0 ? (first - second) * (first - second) / 2 / ofTrials : nil
    }
    return ratios.isEmpty ? 1 : max(1, ratios.reduce(0, +) / Double(ratios.count))
  }

  private static func dollars(_ cents: [Double]) -> Estimate {
    let estimate = StudyTable.estimate(of: cents)
    return Estimate(value: estimate.value / 100, standardError: estimate.standardError / 100)
  }

  /// By year; five.
  private static func counts(_ stops: [Int]) -> [Int] {
    var counts = Array(repeating: 0, count: 5)
    for stop in stops where stop < ExitColumns.dates { counts[ExitColumns.year(stop)] += 1 }
    return counts
  }

  private static func chances(_ stops: [Int], effect: Double = 1) -> [Chance] {
    counts(stops).map { Chance($0, of: stops.count, effect: effect) }
  }

  private static func exits(
    _ stops: [Int], _ effect: Double, in problem: StoppingProblem, _ period: AgreementPeriod
  ) -> [PolicyExit] {
    (0..<ExitColumns.dates).compactMap { date in
      let count = stops.count { $0 == date }
      guard count > 0 else { return nil }
      return PolicyExit(
        date: ExitDate(
          performanceYear: period.performanceYear(ExitColumns.year(date) + 1),
          by: ExitColumns.isJune(date) ? .june30 : .december31),
        chance: Chance(count, of: stops.count, effect: effect),
        signal: PolicyExit.Signal(nearestTo: stops, on: date, in: problem))
    }
  }
}

extension StoppingProblem {
  /// One option's choices over some rows of a table.
  init(_ table: StudyTable, _ option: Int, _ columns: ExitColumns, _ rows: Range<Int>) {
    self.init(
      payoffs: (0..<ExitColumns.dates).map { table.column(columns.payoff(option, $0), rows) },
      never: table.column(columns.payoff(option, ExitColumns.dates), rows),
      known: (0..<ExitColumns.dates).map { table.known(on: $0, of: option, columns, rows) })
  }

  /// In dollars, what stopping so leaves more than never stopping.
  func difference(stoppingAt stops: [Int]) -> PairedDifference {
    let stopped = stops.indices.map { Int64(payoff($0, stoppingAt: stops[$0])) }
    return PairedDifference(stopped, less: never.map { Int64($0) })
  }
}

extension PolicyExit.Signal {
  /// The threshold of one known figure below which leaving agrees most often with a policy, among
  /// those who have not left before; `nil` where all of them leave, nothing is known, or no threshold
  /// comes nearer than letting all of them stay.
  init?(nearestTo stops: [Int], on date: Int, in problem: StoppingProblem) {
    let places = stops.indices.filter { stops[$0] >= date }
    let leaves = places.map { stops[$0] == date }
    guard leaves.contains(false) else { return nil }
    var best: Self?
    for (figure, place) in Self.figures(on: date) where place < problem.known[date].count {
      let values = places.map { problem.known[date][place][$0] }
      guard let (threshold, right) = Self.cut(values, leaves) else { continue }
      let agreement = Chance(right, of: places.count)
      if best.map({ $0.agreement.value < agreement.value }) ?? true {
        best = Self(figure: figure, threshold: threshold, agreement: agreement)
      }
    }
    guard let best else { return nil }
    self = best
  }

  /// Places of the two rates in `StudyTable.known`.
  private static func figures(on date: Int) -> [(Figure, Int)] {
    ExitColumns.isJune(date) ? [(.published, 2), (.claims, 0)] : [(.published, 0)]
  }

  /// Where to cut so that as many as can be lie right: leavers below, stayers at or above; `nil` where
  /// letting everyone stay is as near.
  private static func cut(
    _ values: [Double], _ leaves: [Bool]
  ) -> (threshold: Double, right: Int)? {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var right = leaves.count { !$0 }
    var best: (threshold: Double, right: Int)?
    var most = right
    for (place, next) in zip(order, order.dropFirst()) {
      right += leaves[place] ? 1 : -1
      guard right > most, values[next] > values[place] else { continue }
      most = right
      best = ((values[place] + values[next]) / 2, right)
    }
    return best
  }
}
