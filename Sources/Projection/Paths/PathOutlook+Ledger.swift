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
  /// - Throws: `Interrupted` once `isCancelled` has answered true; `NotInForce` for agreements that
  ///   start before the rules do.
  public func pathOutlook(
    workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> PathOutlook {
    var agreement = self
    agreement.scenario.trials = pathTrials
    let (tally, pilot) = try agreement.pathTally(
      try electedPaths(), workers: workers, progress: progress, isCancelled: isCancelled)
    var outlook = try agreement.pathOutlook(of: tally) { places in
      if pilot.trials == tally.trials { return (pilot, places) }
      agreement.scenario.trials = min(pathTrials, Self.mostKeptPathTrials)
      let few = try agreement.pathLedger(
        places.map { tally.paths[$0] }, workers: workers, isCancelled: isCancelled)
      return (few, Array(places.indices))
    }
    outlook.parties = pilot.parties.map(PathParties.init)
    return outlook
  }

  /// How many trials are walked along every path.
  public var pathTrials: Int {
    min(scenario.trials, division == nil ? Self.mostPathTrials : Self.mostKeptPathTrials)
  }

  /// - Parameter ledger: Of every path.
  func pathOutlook(of ledger: PathLedger) -> PathOutlook {
    var outlook = pathOutlook(of: pathTally(of: ledger)) { (ledger, $0) }
    outlook.parties = ledger.parties.map(PathParties.init)
    return outlook
  }

  /// - Parameter ledger: Of paths told by their place in the tally every trial, or as many of the
  ///   first ones as there are, and their places in it.
  private func pathOutlook(
    of tally: PathTally, keeping ledger: ([Int]) throws -> (PathLedger, [Int])
  ) rethrows -> PathOutlook {
    let hasReserve = scenario.appetite?.reserve != nil
    let outcomes = concurrently(tally.paths.count) {
      PathOutcome($0, of: tally, hasReserve: hasReserve)
    }.markedEfficient
    let blocks = tally.sums.map(\.blocks)
    let resamples = Resamples(blocks: blocks[0].trials.count, for: scenario)
    let within = scenario.appetite.map { PathChoice(among: blocks, within: $0, resamples) }
    let choice = PathChoice(among: blocks, within: Appetite(), resamples)
    let leaders = PathLeaders(outcomes)
    let shown = leaders.shown(beside: within?.path, of: outcomes)
    let curves = shown.compactMap { MinimumRateCurve($0, of: outcomes) }.withoutRepeats
    let kept = try KeptPaths(shown + curves.flatMap(\.choices), ledger)
    let sorted = concurrently(shown.count) { ascending(kept.net(of: shown[$0])) }
    return PathOutlook(
      trials: tally.trials, pairedTrials: kept.ledger.trials, outcomes: outcomes,
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
  let ledger: PathLedger
  private let places: [Int: Int]

  /// - Parameter wanted: Places in the tally, in any order and as often as they are wanted.
  init(_ wanted: [Int], _ keeping: ([Int]) throws -> (PathLedger, [Int])) rethrows {
    let once = Set(wanted).sorted()
    let (ledger, found) = try keeping(once)
    self.ledger = ledger
    places = Dictionary(uniqueKeysWithValues: zip(once, found))
  }

  func net(of path: Int) -> ArraySlice<Int64> { ledger.net(of: places[path] ?? 0) }
}

extension PathOutcome {
  init(_ path: Int, of tally: PathTally, hasReserve: Bool) {
    let (sums, n) = (tally.sums[path], tally.trials)
    self.init(
      path: tally.paths[path], net: Distribution(sums.net),
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

/// The paths that lead in something; the first of equals.
private struct PathLeaders {
  var bestMean, mildest, leastRegret: Int

  init(_ outcomes: [PathOutcome]) {
    func first(by figure: (PathOutcome) -> Double) -> Int {
      outcomes.indices.max {
        let (a, b) = (figure(outcomes[$0]), figure(outcomes[$1]))
        return a < b || (a == b && $0 > $1)
      } ?? 0
    }
    bestMean = first { $0.net.mean.value }
    mildest = first { $0.net.tailMean.value }
    leastRegret = first { -$0.regretAt95.value.dollars.amount }
  }

  func shown(beside chosen: Int?, of outcomes: [PathOutcome]) -> [Int] {
    let leaders = [bestMean] + (chosen.map { [$0] } ?? []) + [mildest, leastRegret]
    let present = outcomes.indices.filter { outcomes[$0].path.isPresent }
    let listed = outcomes.indices.filter { outcomes[$0].path.listedAs != nil }
    return (leaders + present + listed).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
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
