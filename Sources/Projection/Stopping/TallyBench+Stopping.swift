extension TallyBench {
  /// What a rule finds in the trials tallied: those of one of its looks.
  public func reached(_ rule: StoppingRule, by tally: Tally) -> StoppingReached {
    let look = rule.looks.firstIndex { $0 >= tally.trials } ?? rule.looks.count - 1
    return StoppingReached(
      agreement.comparison(of: tally), by: rule, look: look + 1, Reach(tally.randomisations))
  }

  /// Simulates in doubling rounds until a rule holds, or to the end of the run: trials counted in one
  /// round are added to in the next, and none is simulated twice. The same on any number of workers.
  ///
  /// - Parameters:
  ///   - rule: Its most trials are those of the run.
  ///   - progress: Called after each block, from any worker, with its trials.
  ///   - isCancelled: Asked before each block.
  /// - Throws: `Interrupted` once `isCancelled` has answered true.
  public func tally(
    until rule: StoppingRule, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Tally {
    var (tally, done) = (none, 0)
    for trials in rule.looks {
      let end = block(from: trials) ?? blocks
      tally.add(
        try self.tally(
          of: done..<end, workers: workers, progress: progress, isCancelled: isCancelled))
      done = end
      if reached(rule, by: tally).isReached { break }
    }
    return tally
  }
}

extension Agreement {
  /// The same agreement over so many trials.
  public func over(_ trials: Int) -> Agreement {
    var other = self
    other.scenario.trials = trials
    return other
  }
}
