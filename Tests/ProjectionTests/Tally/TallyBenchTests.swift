import Regulation
import Scenarios
import Testing

@testable import Projection

@Suite struct TallyBenchTests {
  /// - Parameter isAdvanced: Whether something is received in advance, so that net does not follow from
  ///   payments.
  static func bench(trials: Int = 5_000, isAdvanced: Bool = false) throws -> TallyBench {
    var scenario = SamenessTests.lively(trials: trials)
    scenario.finances.programCost = Array(repeating: Dollars(250_000), count: 5)
    if isAdvanced {
      scenario.agreement.prepaidSharedSavings = Array(repeating: Dollars(100_000), count: 5)
    }
    return try TallyBench(Agreement(scenario, under: .current()), workers: 2)
  }

  @Test(arguments: [false, true])
  func `counted block by block or from every trial kept, it is the same`(isAdvanced: Bool) throws {
    let bench = try Self.bench(isAdvanced: isAdvanced)
    let whole = try bench.tally(of: 0..<bench.blocks, workers: 2)
    let ledger = try bench.agreement.ledger(workers: 1)
    #expect((ledger.following == nil) == isAdvanced)
    let counted = try bench.tally(of: ledger, workers: 1)
    #expect(whole == counted)
    #expect(whole.trials == 5_000)
  }

  @Test(arguments: [1, 7, 64])
  func `parts add up to the whole, on any number of workers`(parts: Int) throws {
    // 69 blocks, the last not full: each of 64 parts has some.
    let bench = try Self.bench(trials: 70_000)
    let whole = try bench.tally(of: 0..<bench.blocks, workers: 1)
    let sum = try (0..<parts).reversed().reduce(into: bench.none) {
      $0.add(try bench.tally(of: bench.shard($1, of: parts), workers: 1 + $1 % 3))
    }
    #expect(sum == whole)
    #expect(bench.agreement.comparison(of: sum) == bench.agreement.comparison(of: whole))
    #expect(
      (0..<parts).flatMap { bench.trials(of: bench.shard($0, of: parts)) } == Array(0..<70_000))
  }

  @Test func `a comparison has the means, chances and checksum of every trial kept`() throws {
    let bench = try Self.bench()
    let ledger = try bench.agreement.ledger(workers: 2)
    let exact = bench.agreement.comparison(of: ledger)
    let read = bench.agreement.comparison(of: try bench.tally(of: ledger, workers: 1))
    #expect(read.paymentsChecksum == exact.paymentsChecksum)
    #expect(read.histories == exact.histories)
    for (one, other) in zip(exact.outlooks, read.outlooks) {
      #expect(one.chanceOfAnyRepayment == other.chanceOfAnyRepayment)
      #expect(one.paymentLimitHits.value == other.paymentLimitHits.value)
      #expect(one.lossLimitHits.value == other.lossLimitHits.value)
      #expect(one.histogram.zeros == other.histogram.zeros)
      let pairs = zip(
        one.years + one.cumulativeNet + [one.total, one.worstYear, one.net],
        other.years + other.cumulativeNet + [other.total, other.worstYear, other.net])
      for (a, b) in pairs {
        #expect(a.mean.value == b.mean.value)
        #expect(a.chanceToEarn == b.chanceToEarn && a.chanceToOwe == b.chanceToOwe)
        #expect(a.worst == b.worst && a.best == b.best)
        #expect(a.quantiles.map(\.isAtom) == b.quantiles.map(\.isAtom))
        for (p, q) in zip(a.quantiles, b.quantiles) {
          #expect((p.value.count - q.value.count).magnitude <= p.value.count.magnitude / 1_024)
          if p.low == p.high { #expect(p.value == q.value) }
        }
      }
    }
    for (row, others) in zip(exact.differences, read.differences) {
      for (one, other) in zip(row, others) {
        #expect(one.mean.value == other.mean.value)
        #expect(
          AmountTallyTests.isClose(
            one.mean.standardError, other.mean.standardError, within: 1e-9))
        #expect(one.chanceOfMore == other.chanceOfMore && one.chanceOfLess == other.chanceOfLess)
      }
    }
  }

  @Test func `costs that nothing offsets are found to be shared, to the cent`() throws {
    let tally = try Self.bench(trials: 3_000).tally(of: 0..<3, workers: 2)
    // The first year's cost where nothing is settled, level A: 250,000 dollars.
    #expect(tally.known[tally.places.net(of: 0, year: 0)].shared.contains(-25_000_000))
  }

  @Test func `spreads are the options' own`() throws {
    let bench = try Self.bench(trials: 3_000)
    let tally = try bench.tally(of: 0..<3, workers: 2)
    let outlooks = bench.agreement.comparison(of: tally).outlooks
    #expect(tally.netSpreads.map(\.value) == outlooks.map(\.net.standardDeviation))
    #expect(Set(tally.netSpreads.map(\.value)).count == 6)
  }

  @Test func `parts whose options share otherwise count otherwise`() {
    let known = Array(repeating: KnownAmounts(), count: 24)
    let (first, second) = (Array(0..<5), Array(5..<10))
    let tallies = [first + second + first, first + first + second].map {
      Tally(AmountPlaces(columns: $0), known)
    }
    #expect(tallies[0].known == tallies[1].known)
    #expect(tallies[0].counts(like: tallies[0]) && !tallies[0].counts(like: tallies[1]))
  }

  @Test func `an interrupted count gives none`() throws {
    let bench = try Self.bench(trials: 3_000)
    #expect(throws: Interrupted.self) {
      try bench.tally(of: 0..<3, workers: 2, isCancelled: { true })
    }
  }

  @Test func `bytes hold all of it, and any that are cut or lengthened are refused`() throws {
    let bench = try Self.bench(trials: 3_000)
    let tally = try bench.tally(of: 1..<3, workers: 2)
    let bytes = tally.bytes
    #expect(try Tally(bytes: bytes[...]) == tally)
    #expect(try Tally(bytes: bench.none.bytes[...]) == bench.none)
    for count in [0, 1, 2, bytes.count / 2, bytes.count - 1] {
      #expect(throws: DamagedBytes.self) { try Tally(bytes: bytes.prefix(count)) }
    }
    #expect(throws: DamagedBytes.self) { try Tally(bytes: (bytes + [0])[...]) }
    // Whatever byte is changed, it is refused or read; nothing traps.
    for place in stride(from: 0, to: bytes.count, by: 97) {
      var changed = bytes
      changed[place] ^= 0x55
      _ = try? Tally(bytes: changed[...])
    }
  }
}
