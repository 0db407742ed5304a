import Regulation
import Scenarios

extension RuleComparison {
  /// Every option under every rulebook on the way, on the same draws.
  ///
  /// The result is the same on any number of workers.
  ///
  /// - Parameters:
  ///   - walkingPaths: Whether every elected path is settled too, on fewer trials.
  ///   - progress: Called after each batch, from any worker, with the trials of that batch.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func outlook(
    walkingPaths: Bool, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> RuleChangeOutlook {
    var nets: [RuledNets] = []
    var ends: [Int: Comparison] = [:]
    for (place, agreement) in agreements.enumerated() {
      let ledger = try agreement.ledger(
        workers: workers, progress: progress, isCancelled: isCancelled)
      nets.append(RuledNets(ledger))
      if [chain[0], chain[chain.count - 1]].contains(place) {
        ends[place] = agreement.comparison(of: ledger)
      }
    }
    guard let first = ends[chain[0]], let last = ends[chain[chain.count - 1]] else {
      throw Interrupted()
    }
    var outlook = RuleChangeOutlook(
      before: try told(first, under: before), after: try told(last, under: after),
      effects: effects(nets), whole: nets[chain[chain.count - 1]].less(nets[chain[0]]),
      interaction: nets[chain[chain.count - 1]].less(
        nets[chain[0]].adding(alone.map { nets[$0] })))
    if walkingPaths {
      try walkPaths(
        into: &outlook, workers: workers, progress: progress, isCancelled: isCancelled)
    }
    return outlook
  }

  private func effects(_ nets: [RuledNets]) -> [RuleEffect] {
    changes.indices.map { place in
      RuleEffect(
        change: changes[place],
        changesTerms: alone[place] != chain[0] || chain[place + 1] != chain[place],
        inOrder: nets[chain[place + 1]].less(nets[chain[place]]),
        alone: nets[alone[place]].less(nets[chain[0]]))
    }
  }

  /// The comparison as those rules would have it read: by their editions, digest and refusals.
  private func told(_ comparison: Comparison, under rules: Rulebook) throws -> Comparison {
    var told = comparison
    told.scenario = try comparison.scenario.judged(under: rules)
    told.scenario.editions = rules.editions
    told.rulebookDigest = rules.digest
    for option in told.outlooks.indices {
      told.outlooks[option].requested = told.scenario.agreement.options[option]
    }
    return told
  }
}

/// What every trial left to every option after five years, in whole cents.
struct RuledNets: Sendable {
  /// By option.
  var cents: [[Int64]]

  init(_ ledger: Ledger) {
    cents = (0..<ledger.optionCount).map { ledger.cumulativeNet(of: $0, year: 4) }
  }

  func less(_ other: RuledNets) -> [PairedDifference] {
    zip(cents, other.cents).map { PairedDifference($0[...], less: $1[...]) }
  }

  /// These, and what each of the others has more.
  func adding(_ others: [RuledNets]) -> RuledNets {
    var sum = self
    for other in others {
      for option in cents.indices {
        for trial in cents[option].indices {
          sum.cents[option][trial] += other.cents[option][trial] - cents[option][trial]
        }
      }
    }
    return sum
  }
}
