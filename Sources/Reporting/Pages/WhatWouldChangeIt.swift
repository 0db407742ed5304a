import Projection

extension Board {
  /// The numbers at which another option would be the answer, as far as the comparison can tell.
  var changes: [Finding] {
    guard mayRecommend, !legal.isEmpty, let leading else { return [] }
    guard runnerUp != nil else { return [] }
    if tied.count > 1 { return [riskAmongTied] }
    return [shortfall(leading), priceOfSafety(leading), stressVerdict(leading)].compactMap { $0 }
  }

  /// How much less the leading option alone would have to bring.
  private func shortfall(_ leading: Int) -> Finding? {
    guard let runnerUp else { return nil }
    let lead = comparison.differences[leading][runnerUp].mean
    let yearly = Estimate(value: lead.value / 5, standardError: lead.standardError / 5)
    return Finding(
      "\(name(runnerUp)) overtakes if \(name(leading)) alone nets \(lead.dollars) less over five "
        + "years than projected: \(yearly.dollars) a year\(ofBenchmark(yearly)).", number: yearly)
  }

  private func ofBenchmark(_ yearly: Estimate) -> String {
    let benchmarks = comparison.histories.map(\.benchmark.value)
    guard !benchmarks.isEmpty else { return "" }
    let mean = benchmarks.reduce(0, +) / Double(benchmarks.count)
    guard mean > 0 else { return "" }
    let share = Estimate(value: yearly.value / mean, standardError: yearly.standardError / mean)
    return ", \(share.percent) of the mean benchmark"
  }

  /// The price in expected net of each dollar by which another option softens the bad case.
  ///
  /// With mean + w × tail mean as the aim, the leading option is best until w reaches the smallest
  /// ratio of lead to tail advantage.
  private func priceOfSafety(_ leading: Int) -> Finding {
    let tail = { (index: Int) in self.outlooks[index].net.tailMean }
    let prices = legal.filter { $0 != leading }.compactMap { rival -> (Int, Estimate)? in
      let safer = Self.difference(tail(rival), tail(leading))
      guard safer.isClear, safer.value > 0 else { return nil }
      let lead = comparison.differences[leading][rival].mean
      let price = lead.value / safer.value
      let error = (lead.standardError + price * safer.standardError) / safer.value
      return (rival, Estimate(value: price, standardError: error))
    }
    guard let (rival, price) = prices.min(by: { $0.1.value < $1.1.value }) else {
      return Finding(
        "No legal option has a clearly milder mean of the worst 5%; weighing the bad case more "
          + "does not change the answer.", number: tail(leading))
    }
    return Finding(
      "\(name(rival)) is the better choice for a board that would give up more than "
        + "\(price.dollarsAndCents) of expected net for each $1 gained in the mean of the worst "
        + "5%.", number: price)
  }

  /// Under how many stress tests another option leads.
  private func stressVerdict(_ leading: Int) -> Finding? {
    let overtaken = stresses.compactMap { stressed -> String? in
      let board = Board(comparison: stressed.comparison, stresses: [])
      guard let winner = board.leading, !board.tied.contains(leading) else { return nil }
      return "\(board.name(winner)) under \(Names.clamped(stressed.stress.title, to: 40))"
    }
    guard !stresses.isEmpty else { return nil }
    guard !overtaken.isEmpty else {
      return Finding(
        "In none of the \(stresses.count) stress tests does another legal option come out "
          + "clearly ahead.")
    }
    return Finding(
      "In \(overtaken.count) of \(stresses.count) stress tests another legal option comes out "
        + "ahead: \(Names.list(Array(overtaken.prefix(4))))\(overtaken.count > 4 ? " first" : "").")
  }

  private var riskAmongTied: Finding {
    let tail = { (index: Int) in self.outlooks[index].net.tailMean }
    let mildest = highest(of: tied, by: tail)
    let amounts = tied.map { "\(name($0)) \(tail($0).dollars)" }
    let verdict =
      mildest.count == 1
      ? "\(name(mildest[0])) has the mildest bad case" : "their bad cases are alike too"
    return Finding(
      "Mean of the worst 5%: \(Names.list(amounts)); \(verdict).",
      number: mildest.first.map(tail))
  }
}

extension Estimate {
  /// A price of a dollar: `$0.26`.
  var dollarsAndCents: String {
    let precision = Precision(
      exponent: max(
        -2,
        Precision(
          value: value, standardError: standardError
        ).exponent))
    let rounded = precision.rounded(value)
    guard rounded > 0 else { return "$0.01" }
    return "$" + DecimalText.printed(rounded, places: max(0, -precision.exponent))
  }
}
