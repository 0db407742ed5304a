import Regulation
import Scenarios

extension Agreement {
  /// Trials along every path, at most: with 212 paths they take 212 MB, and a mean is known to a
  /// three-hundredth of its spread.
  static let mostPathTrials = 100_000

  /// Every path the ACO may sign, over the first trials of the comparison.
  ///
  /// - Throws: `Interrupted` once `isCancelled` has answered true; `NotInForce` for agreements that
  ///   start before the rules do.
  public func pathOutlook(
    workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> PathOutlook {
    var agreement = self
    agreement.scenario.trials = pathTrials
    let ledger = try agreement.pathLedger(
      try electedPaths(), workers: workers, progress: progress, isCancelled: isCancelled)
    return pathOutlook(of: ledger)
  }

  /// How many trials are walked along every path.
  public var pathTrials: Int { min(scenario.trials, Self.mostPathTrials) }

  func pathOutlook(of ledger: PathLedger) -> PathOutlook {
    let hasReserve = scenario.appetite?.reserve != nil
    let studied = concurrently(ledger.paths.count) { path in
      let outcome = PathOutcome(path, of: ledger, hasReserve: hasReserve)
      let edge = outcome.net.quantiles[0].value.count
      return (outcome, PathBlocks(ledger.net(of: path), ledger.marks(of: path), edge: edge))
    }
    let outcomes = studied.map(\.0).markedEfficient
    let blocks = studied.map(\.1)
    let resamples = Resamples(blocks: blocks[0].trials.count, for: scenario)
    let within = scenario.appetite.map { PathChoice(among: blocks, within: $0, resamples) }
    let choice = PathChoice(among: blocks, within: Appetite(), resamples)
    let leaders = PathLeaders(outcomes)
    let shown = leaders.shown(beside: within?.path, of: outcomes)
    let sorted = concurrently(shown.count) { ascending(ledger.net(of: shown[$0])) }
    var outlook = PathOutlook(
      trials: ledger.trials, outcomes: outcomes, bestMean: leaders.bestMean,
      mildest: leaders.mildest, leastRegret: leaders.leastRegret, choice: choice,
      withinAppetite: within, shown: shown,
      differences: shown.map { one in
        shown.map { PairedDifference(ledger.net(of: one), less: ledger.net(of: $0)) }
      },
      dominance: sorted.map { one in sorted.map { Dominance(of: one, over: $0) } },
      curves: shown.compactMap { MinimumRateCurve($0, of: outcomes) }.withoutRepeats.map {
        var curve = $0
        curve.differences = $0.choices.map {
          PairedDifference(ledger.net(of: $0), less: ledger.net(of: curve.of))
        }
        return curve
      },
      mustTerminate: (0..<5).map { Chance(ledger.mustEnd(after: $0), of: ledger.trials) })
    outlook.parties = ledger.parties.map(PathParties.init)
    return outlook
  }
}

extension PathOutcome {
  init(_ path: Int, of ledger: PathLedger, hasReserve: Bool) {
    let net = ledger.net(of: path)
    let marks = ledger.marks(of: path)
    let n = ledger.trials
    func chance(_ condition: (PathMarks) -> Bool) -> Chance {
      Chance(marks.count(where: condition), of: n)
    }
    let regrets = ascending(zip(ledger.best, net).map { $0 - $1 })
    let mean = exactMean(of: regrets)
    let squares = regrets.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let deviation = (squares / Double(max(1, n - 1))).squareRoot()
    let beyond = ledger.beyondEnd(of: path).estimate(of: Double(n))
    self.init(
      path: ledger.paths[path], net: Distribution(cents: net), chanceOfOwing: chance(\.hasOwed),
      chanceOfExhaustion: hasReserve ? chance(\.hasExhaustedReserve) : nil,
      regret: Estimate(
        value: mean / 100, standardError: deviation / Double(n).squareRoot() / 100),
      regretAt95: QuantileEstimate(level: 0.95, of: regrets),
      mayTerminate: (1...5).map { year in chance { $0.mayEndAfter == year } },
      chanceOfEarlyEnd: chance { (1...4).contains($0.endsAfter) },
      netBeyondEnd: Estimate(
        value: beyond.value / 100, standardError: beyond.standardError / 100))
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
