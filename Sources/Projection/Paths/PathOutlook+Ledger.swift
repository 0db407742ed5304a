import Regulation
import Scenarios

extension Agreement {
  /// Trials along every path, at most, so that whoever merges parts of a longer run walks them in
  /// seconds: the mean is then known to a thousandth of its spread.
  static let mostPathTrials = 1_000_000
  /// Of these, the first whose net is kept one by one where pairs of paths are compared, or scenarios,
  /// or who gains.
  static let mostKeptPathTrials = 100_000

  /// Every path the ACO may sign, over the trials of the comparison.
  ///
  /// - Parameter walks: What was walked already, of this agreement.
  /// - Throws: `Interrupted` once `isCancelled` has answered true; `NotInForce` for agreements that
  ///   start before the rules do.
  public func pathOutlook(
    following walks: PathWalks? = nil, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> PathOutlook {
    var walks = try walks ?? PathWalks(self, workers: workers, isCancelled: isCancelled)
    try walks.finish(workers: workers, progress: progress, isCancelled: isCancelled)
    var agreement = walks.agreement
    let (tally, every, nets) = (walks.tally, walks.every, walks.nets)
    var outlook = try agreement.pathOutlook(of: tally) { places in
      if let every { return KeptPaths(every, places, at: places) }
      if nets.keeps(places) { return KeptPaths(nets, places) }
      agreement.scenario.trials = nets.trials
      let few = try agreement.pathLedger(
        places.map { tally.paths[$0] }, workers: workers, isCancelled: isCancelled)
      return KeptPaths(few, places, at: Array(places.indices))
    }
    outlook.parties = every?.parties.map(PathParties.init)
    return outlook
  }

  /// How many trials are walked along every path.
  public var pathTrials: Int {
    min(scenario.trials, division == nil ? Self.mostPathTrials : Self.mostKeptPathTrials)
  }

  /// - Parameter ledger: Of every path.
  func pathOutlook(of ledger: PathLedger) -> PathOutlook {
    var outlook = pathOutlook(of: pathTally(of: ledger)) { KeptPaths(ledger, $0, at: $0) }
    outlook.parties = ledger.parties.map(PathParties.init)
    return outlook
  }

  /// - Parameter keeping: Of paths told by their place in the tally every trial, or as many of the
  ///   first ones as are kept.
  private func pathOutlook(
    of tally: PathTally, keeping: ([Int]) throws -> KeptPaths
  ) rethrows -> PathOutlook {
    let hasReserve = scenario.appetite?.reserve != nil
    let outcomes = tally.outcomes(hasReserve: hasReserve).markedEfficient
    let blocks = tally.sums.map(\.blocks)
    let resamples = Resamples(blocks: blocks[0].trials.count, for: scenario)
    let within = scenario.appetite.map {
      PathChoice(among: blocks, tally.leaves, within: $0, resamples)
    }
    let choice = PathChoice(among: blocks, tally.leaves, within: Appetite(), resamples)
    let leaders = PathLeaders(outcomes)
    let shown = leaders.shown(beside: within?.path, of: outcomes)
    let curves = shown.compactMap { MinimumRateCurve($0, of: outcomes) }.withoutRepeats
    let kept = try keeping(Set(shown + curves.flatMap(\.choices)).sorted())
    let sorted = concurrently(shown.count) { ascending(kept.net(of: shown[$0])) }
    return PathOutlook(
      trials: tally.trials, pairedTrials: kept.trials, outcomes: outcomes,
      bestMean: leaders.bestMean, mildest: leaders.mildest, leastRegret: leaders.leastRegret,
      choice: choice, withinAppetite: within, shown: shown,
      differences: shown.map { one in
        shown.map { PairedDifference(kept.net(of: one), less: kept.net(of: $0)) }
      },
      dominance: sorted.map { one in sorted.map { Dominance(of: one, over: $0) } },
      curves: curves.map {
        var curve = $0
        curve.differences = $0.choices.map {
          PairedDifference(kept.net(of: $0), less: kept.net(of: curve.of))
        }
        return curve
      },
      mustTerminate: tally.mustEnd.map { Chance($0, of: tally.trials) })
  }
}

/// Some paths of a tally whose trials are kept one by one.
private struct KeptPaths {
  let trials: Int
  private let columns: [Int: ArraySlice<Int64>]

  /// - Parameters:
  ///   - paths: Places in the tally.
  ///   - places: The same paths' in the ledger.
  init(_ ledger: PathLedger, _ paths: [Int], at places: [Int]) {
    trials = ledger.trials
    columns = Dictionary(
      uniqueKeysWithValues: zip(paths, places).map { ($0, ledger.net(of: $1)) })
  }

  init(_ nets: PathNets, _ paths: [Int]) {
    trials = nets.trials
    columns = Dictionary(uniqueKeysWithValues: paths.map { ($0, nets.net(of: $0)[...]) })
  }

  func net(of path: Int) -> ArraySlice<Int64> { columns[path] ?? [] }
}

extension PathTally {
  /// Of each path; what ends in one leaf is told once.
  func outcomes(hasReserve: Bool) -> [PathOutcome] {
    let told = concurrently(sums.count) { leaf in
      PathOutcome(paths[leaves.firsts[leaf]], sums[leaf], trials, hasReserve: hasReserve)
    }
    return paths.indices.map { path in
      var outcome = told[leaves[path]]
      outcome.path = paths[path]
      return outcome
    }
  }
}

extension PathOutcome {
  fileprivate init(_ path: ElectedPath, _ sums: PathSums, _ n: Int, hasReserve: Bool) {
    self.init(
      path: path, net: Distribution(sums.net),
      chanceOfOwing: Chance(sums.owed, of: n),
      chanceOfExhaustion: hasReserve ? Chance(sums.exhausted, of: n) : nil,
      regret: sums.regret.moments.estimate(of: n, unit: 100),
      regretAt95: QuantileEstimate(level: 0.95, of: AmountSegments(sums.regret)),
      mayTerminate: sums.mayEnd.map { Chance($0, of: n) },
      chanceOfEarlyEnd: Chance(sums.endedEarly, of: n),
      netBeyondEnd: sums.beyondEnd.estimate(of: n, unit: 100))
  }
}

extension [PathOutcome] {
  fileprivate var markedEfficient: [PathOutcome] {
    let marks = efficient(map { ($0.net.mean.value, $0.net.tailMean.value) })
    return zip(self, marks).map { outcome, isEfficient in
      var outcome = outcome
      outcome.isEfficient = isEfficient
      return outcome
    }
  }
}

extension MinimumRateCurve {
  /// `nil` for a path with nothing to choose, or whose other choices were not tried.
  init?(_ place: Int, of outcomes: [PathOutcome]) {
    let path = outcomes[place].path
    let choices = outcomes.indices.filter {
      outcomes[$0].path.years == path.years && outcomes[$0].path.renewsIn == path.renewsIn
        && outcomes[$0].path.leave == path.leave
    }
    guard path.minimumRate != nil, choices.count > 1 else { return nil }
    self.init(of: place, choices: choices)
  }
}

extension [MinimumRateCurve] {
  fileprivate var withoutRepeats: [MinimumRateCurve] {
    reduce(into: []) { kept, curve in
      if !kept.contains(where: { $0.choices == curve.choices }) { kept.append(curve) }
    }
  }
}
