import Probability

extension Comparison {
  /// How sure the simulation is, at the least, that an option's expected five-year net is the highest.
  ///
  /// One less the chance of each rival to be ahead by its own paired difference, which is normal in
  /// many trials; the sum bounds the chance of any of them (Bonferroni). Of Monte Carlo error alone. A
  /// rival that pays the same in every trial is not ahead.
  ///
  /// - Parameter rivals: Options it is held against; itself is left out.
  public func confidence(in option: Int, against rivals: [Int]) -> Double {
    let doubts = rivals.filter { $0 != option }.map { rival -> Double in
      let lead = differences[option][rival].mean
      guard lead.standardError > 0 else { return lead.value < 0 ? 1 : 0 }
      return normalProbability(below: -lead.value / lead.standardError)
    }
    return max(0, 1 - doubts.reduce(0, +))
  }
}
