extension TallyBench {
  /// The blocks of one part of so many, as equal as whole blocks allow; none where there are more parts
  /// than blocks.
  ///
  /// - Parameter index: 0 for the first part.
  public func shard(_ index: Int, of count: Int) -> Range<Int> {
    index * blocks / count..<(index + 1) * blocks / count
  }

  /// The block that begins with this trial, the end of the run for the number of its trials; `nil` where
  /// none does.
  public func block(from trial: Int) -> Int? {
    if trial == agreement.scenario.trials { return blocks }
    return trial.isMultiple(of: Agreement.batch) && trial < agreement.scenario.trials
      ? trial / Agreement.batch : nil
  }
}
