import Scenarios

extension PathChoice {
  /// The path of highest mean that keeps within an appetite, the first of equals.
  ///
  /// How sure that is comes from resampling blocks of trials, all paths together: paired errors and
  /// their correlations are in it, and so is that the best of many was looked for. Where another
  /// path comes out ahead in one resample in five, the chance that it truly is ahead is about one in
  /// five (the bootstrap distribution taken as a posterior under a flat prior; Efron, "Bayesians,
  /// frequentists, and scientists", 2005). It says nothing of the model or its assumptions.
  ///
  /// - Parameters:
  ///   - blocks: By leaf, at least one; all over the same trials.
  ///   - leaves: The paths'; by themselves one leaf for each.
  init(
    among blocks: [PathBlocks], _ leaves: PathLeaves? = nil, within appetite: Appetite,
    _ resamples: Resamples
  ) {
    let leaves = leaves ?? .apart(blocks.count)
    let (chosen, qualifying) = Self.best(among: blocks, leaves, within: appetite)
    let costs = concurrently(resamples.times.count) { resample -> Double? in
      let times = resamples.times[resample]
      let best = Self.named(among: blocks, leaves, within: appetite, counting: times)
      guard let best, let chosen else { return best == chosen ? nil : 0 }
      let own = blocks[leaves[chosen]].figures(counting: times)
      if !own.keeps(within: appetite) { return 0 }
      let more = blocks[leaves[best]].mean(counting: times) - own.mean
      return more > 0 ? more / 100 : nil
    }
    let others = costs.compactMap { $0 }
    let better = others.filter { $0 > 0 }
    let parts =
      appetite.hasLimits && chosen != nil
      ? Parts(
        breaking: Chance(others.count - better.count, of: costs.count),
        better: Chance(better.count, of: costs.count)) : nil
    self.init(
      path: chosen, qualifying: qualifying,
      chanceOfAnother: Chance(others.count, of: costs.count), parts: parts,
      costIfAnother: better.isEmpty ? 0 : better.reduce(0, +) / Double(better.count))
  }

  /// The path that would be named, all blocks counted once, `nil` where none keeps within the limits; and
  /// how many do.
  static func best(
    among blocks: [PathBlocks], _ leaves: PathLeaves, within appetite: Appetite
  ) -> (path: Int?, qualifying: Int) {
    let keeps = blocks.map { $0.figures.keeps(within: appetite) }
    return (
      named(among: blocks, leaves, within: appetite, counting: blocks[0].once),
      leaves.paths.count { keeps[leaves[$0]] }
    )
  }

  /// The path of highest mean that keeps within an appetite where each block is counted so often, the first
  /// of equals: the limits of the highest means alone are looked at.
  private static func named(
    among blocks: [PathBlocks], _ leaves: PathLeaves, within appetite: Appetite,
    counting times: [Double]
  ) -> Int? {
    let means = blocks.map { $0.mean(counting: times) }
    let order = blocks.indices.sorted {
      (means[$1], leaves.firsts[$0]) < (means[$0], leaves.firsts[$1])
    }
    let leaf = order.first { place in
      !appetite.hasLimits || blocks[place].figures(counting: times).keeps(within: appetite)
    }
    return leaf.map { leaves.firsts[$0] }
  }
}
