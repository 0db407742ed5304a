import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// Paths walked on histories that a tally of options samples.
@Suite struct PathWalksTests {
  /// More trials than the pilot's, and no whole number of blocks.
  static let trials = Agreement.pilotTrials + 11 * Agreement.batch + 77

  static let agreement = Result {
    try Agreement(
      SamenessTests.lively(trials: trials), under: try Rulebook.current())
  }
  static let alone = Result { try agreement.get().pathOutlook(workers: 2) }

  /// Blocks lent: all, some in the middle as a run that went on from a checkpoint, none beyond the
  /// pilot.
  @Test(arguments: [0..<28, 19..<25, 0..<9], [1, 3])
  func `what was lent and what was not come to the same outlook`(
    blocks: Range<Int>, workers: Int
  ) throws {
    let agreement = try Self.agreement.get()
    let bench = try TallyBench(agreement, workers: 2)
    #expect(bench.blocks == 28)
    var walks: PathWalks? = try PathWalks(agreement, workers: workers)
    let tally = try bench.tally(of: blocks, walking: &walks, workers: workers)
    #expect(try tally == bench.tally(of: blocks, workers: 2))
    let walked = try #require(walks).walkedTrials
    let last = min(blocks.upperBound * Agreement.batch, Self.trials)
    #expect(
      walked
        == max(
          Agreement.pilotTrials,
          last - max(0, blocks.lowerBound * Agreement.batch - Agreement.pilotTrials)))
    let outlook = try agreement.pathOutlook(following: walks, workers: workers)
    #expect(outlook == (try Self.alone.get()))
  }

  /// The worst 5 percent of a block are told from another edge, which a run learns from its pilot.
  @Test(arguments: [1, 3])
  func `what is counted is every trial's column`(workers: Int) throws {
    var scenario = SamenessTests.lively(trials: Self.trials)
    scenario.assumptions.quality.mean = Array(repeating: 0.55, count: 5)
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    var walks = try PathWalks(agreement, workers: workers)
    try walks.finish(workers: workers)
    let ledger = try agreement.pathLedger(try agreement.electedPaths(), workers: 2)
    let (counted, every) = (walks.tally, agreement.pathTally(of: ledger))
    #expect(counted.trials == Self.trials && every.trials == Self.trials)
    #expect(counted.mustEnd == every.mustEnd && counted.mustEnd.contains { $0 > 0 })
    for (one, other) in zip(counted.sums, every.sums) {
      #expect(one.net == other.net)
      #expect(one.regret == other.regret)
      #expect(one.beyondEnd == other.beyondEnd)
      #expect((one.owed, one.exhausted) == (other.owed, other.exhausted))
      #expect((one.mayEnd, one.endedEarly) == (other.mayEnd, other.endedEarly))
      #expect((one.blocks.trials, one.blocks.net) == (other.blocks.trials, other.blocks.net))
      #expect(one.blocks.owed == other.blocks.owed)
    }
  }

  @Test func `paths compared were kept as they were walked, and are those walked again`() throws {
    let agreement = try Self.agreement.get()
    var walks = try PathWalks(agreement, workers: 2)
    try walks.finish(workers: 2)
    let outlook = try Self.alone.get()
    #expect(walks.nets.keeps(outlook.shown))
    let paths = try agreement.electedPaths()
    let again = try agreement.pathLedger(outlook.shown.map { paths[$0] }, workers: 2)
    for (place, path) in outlook.shown.enumerated() {
      #expect(walks.nets.net(of: path)[...] == again.net(of: place), "\(path)")
    }
    #expect(!walks.nets.keeps(Array(paths.indices)))
  }

  /// Points are the options' alone; paths stay on plain trials.
  @Test func `a run on points lends nothing`() throws {
    var scenario = SamenessTests.lively(trials: Self.trials)
    scenario.points = .sobol
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    let bench = try TallyBench(
      try agreement.sampled(workers: 2, isCancelled: { false }), workers: 2)
    var walks: PathWalks? = try PathWalks(agreement, workers: 2)
    _ = try bench.tally(of: 17..<19, walking: &walks, workers: 2)
    #expect(try #require(walks).walkedTrials == Agreement.pilotTrials)
  }
}
