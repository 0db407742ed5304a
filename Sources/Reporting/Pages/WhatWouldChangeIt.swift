import Projection

extension Board {
  /// The numbers at which another option would be the answer, as far as the comparison can tell.
  ///
  /// - Parameter room: Where there is less than for all, the price of safety gives way first, then
  ///   the shortfall, which the headline tells too.
  func changes(atMost room: Int) -> [Finding] {
    guard mayRecommend, !legal.isEmpty, let leading else { return [] }
    guard runnerUp != nil else { return [] }
    if tied.count > 1 { return [riskAmongTied] }
    var found = [
      tradeOff(leading), shortfall(leading), priceOfSafety(leading), stressVerdict(leading),
    ]
    for place in [2, 1, 0] where found.compactMap({ $0 }).count > room { found[place] = nil }
    return found.compactMap { $0 }
  }

  /// More on average for worse when it goes wrong, said where the leading option's bad case is
  /// clearly the worst of all that can be signed.
  private func tradeOff(_ leading: Int) -> Finding? {
    let tail = { (index: Int) in self.outlooks[index].net.tailMean }
    guard legal.count > 1, lowest(of: legal, by: tail) == [leading],
      let mildest = highest(of: legal, by: tail).first
    else { return nil }
    return Finding(
      "\(name(leading)) has the best mean and the worst bad case: in the worst 5% of futures it "
        + "nets \(tail(leading).dollars) on average, \(name(mildest)) \(tail(mildest).dollars).",
      number: tail(leading))
  }

  /// How much less the leading option alone would have to bring.
  private func shortfall(_ leading: Int) -> Finding? {
    guard let runnerUp else { return nil }
    let lead = comparison.differences[leading][runnerUp].mean
    let yearly = yearlyLead(lead)
    return Finding(
      "\(name(runnerUp)) overtakes if \(name(leading)) alone brings \(yearly.dollars) a year less "
        + "than projected\(ofBenchmark(yearly)).", number: yearly)
  }

  /// A lead over five performance years, spread evenly over them.
  func yearlyLead(_ lead: Estimate) -> Estimate {
    Estimate(value: lead.value / 5, standardError: lead.standardError / 5)
  }

  private func ofBenchmark(_ yearly: Estimate) -> String {
    let benchmarks = comparison.histories.map(\.benchmark.value)
    guard !benchmarks.isEmpty else { return "" }
    let mean = benchmarks.reduce(0, +) / Double(benchmarks.count)
    guard mean > 0 else { return "" }
    let share = Estimate(value: yearly.value / mean, standardError: yearly.standardError / mean)
    return ", which is \(share.percent) of the benchmark"
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
          + "does not clearly change the answer.", number: tail(leading))
    }
    guard price.value <= 5 else {
      return Finding(
        "No legal option makes the worst 5% of futures $1 milder on average for less than $5 of "
          + "expected net.", number: price)
    }
    return Finding(
      "\(name(rival)) is the better choice for a board that would give up more than "
        + "\(price.priceOfADollar) of expected net to make the worst 5% of futures $1 milder on "
        + "average.", number: price)
  }

  /// Under how many stress tests another option leads; where an appetite is stated, how it fares.
  private func stressVerdict(_ leading: Int) -> Finding? {
    guard !stresses.isEmpty else { return nil }
    if let verdicts = StressVerdicts(stresses), verdicts.hasLimits { return verdicts.finding }
    let overtaken = stresses.filter {
      !Board(comparison: $0.comparison, stresses: []).tied.contains(leading)
    }
    guard !overtaken.isEmpty else {
      return Finding(
        "In none of the \(stresses.count) stress tests does an option other than \(name(leading)) "
          + "come out clearly ahead.")
    }
    let winners = legal.compactMap { rival -> String? in
      let tests = overtaken.filter {
        Board(comparison: $0.comparison, stresses: []).leading == rival
      }
      guard !tests.isEmpty else { return nil }
      let titles = tests.map { Names.clamped($0.stress.title, to: 40) }
      return "\(name(rival)) under \(Names.list(titles))"
    }
    return Finding(
      "In \(overtaken.count) of \(stresses.count) stress tests an option other than "
        + "\(name(leading)) comes out ahead: \(winners.joined(separator: "; ")).")
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
  /// A price for each dollar: `about 26 cents`, `about $1.90`.
  var priceOfADollar: String {
    let precision = Precision(value: value, standardError: standardError)
    let rounded = precision.rounded(value)
    guard rounded >= 0.01 else { return "a cent" }
    return rounded < 1
      ? "about \(DecimalText.printed(rounded * 100, places: 0)) cents"
      : "about $\(DecimalText.printed(rounded, places: 2))"
  }
}
