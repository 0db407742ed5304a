extension Agreement {
  /// Trials kept one by one for what a tally does not hold: the studies of the benchmark and of
  /// stresses; and who gains, where the scenario says anything of it.
  public var firstTrialCount: Int {
    min(scenario.trials, division == nil ? Self.studied : Self.mostKeptPathTrials)
  }

  /// The same agreement over its first trials only.
  public var firstTrials: Agreement {
    var fewer = self
    fewer.scenario.trials = firstTrialCount
    return fewer
  }
}
