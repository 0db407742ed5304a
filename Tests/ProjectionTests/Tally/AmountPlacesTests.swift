import Regulation
import Scenarios
import Testing

@testable import Projection

@Suite struct AmountPlacesTests {
  /// Three options of five columns: the second is paid as the first, the third in the first two years.
  private static let columns = [0, 2, 4, 6, 8, 0, 2, 4, 6, 8, 0, 2, 5, 7, 9]

  @Test func `what is paid alike is tallied once, and what follows from it`() {
    let places = AmountPlaces(columns: Self.columns)
    #expect(Array(places.all[0..<12]) == Array(0..<12))
    #expect(Array(places.all[12..<24]) == Array(0..<12))
    #expect(Array(places.all[24..<36]) == [0, 1, 12, 13, 14, 5, 6, 15, 16, 17, 18, 19])
    #expect(places.firsts.count == 20)
    #expect(places.firsts[11] == .init(option: 0, amount: .worstYear))
    #expect(places.firsts[12] == .init(option: 2, amount: .payment(year: 2)))
    #expect(places.firsts[15] == .init(option: 2, amount: .net(year: 2)))
    #expect(places.ends == [0, 0, 1])
    #expect(places.places(of: .net(year: 4)) == [9, 17])
    #expect(places.places(of: .total) == [10, 18])
    #expect((places.count, places.endCount, places.pairCount) == (3, 2, 1))
  }

  /// Two options that are paid alike in the last year alone have that payment in common, and no net.
  @Test func `net is one where all payments through its year are`() {
    let places = AmountPlaces(columns: [0, 1, 2, 3, 8, 4, 5, 6, 7, 8])
    #expect(places.firsts.count == 23)
    #expect(places.payment(of: 1, year: 4) == places.payment(of: 0, year: 4))
    #expect(places.net(of: 1, year: 4) != places.net(of: 0, year: 4))
  }

  @Test func `pairs are numbered in order of the first, then of the second`() {
    let places = AmountPlaces(columns: Array(0..<20))
    let pairs = (0..<4).flatMap { first in (first + 1..<4).map { (first, $0) } }
    #expect(pairs.map { places.pair($0, $1) } == Array(0..<6))
    #expect(places.pairCount == 6)
  }

  @Test func `places read are those of a run`() {
    let all = AmountPlaces(columns: Self.columns).all
    #expect(AmountPlaces(all: all) == AmountPlaces(columns: Self.columns))
    #expect(AmountPlaces(all: []) == AmountPlaces(columns: []))
    #expect(AmountPlaces(all: Array(all.dropLast())) == nil)
    // A total that is shared though payments are not; a place that skips a number; one below zero.
    for (number, place) in [(34, 10), (26, 13), (0, -1)] {
      var other = all
      other[number] = place
      #expect(AmountPlaces(all: other) == nil)
    }
  }

  /// Payments: five of Level A, which are Level B's too; three more of the glide path, whose last is Level
  /// E's; four more of Level E; five of ENHANCED. Of net, which is one where all payments before it are: 5,
  /// 3, 5 and 5. Four totals and four worst years.
  private static let differing = 17 + 18 + 8
  private static let options: [ParticipationOption] = [
    .held(.basic(.a)), .held(.basic(.b)), .glidePath, .held(.basic(.e)), .held(.enhanced),
  ]

  private static func comparison(
    _ options: [ParticipationOption], _ points: Points, places: Int
  ) throws -> Comparison {
    var scenario = SamenessTests.lively(trials: 3_000)
    scenario.points = points
    scenario.agreement.options = options.map { RequestedOption(option: $0, whatIf: nil) }
    let agreement = try Agreement(scenario, under: .current()).sampled(workers: 2)
    let bench = try TallyBench(agreement, workers: 2)
    #expect(bench.none.places.firsts.count == places)
    return agreement.comparison(of: try bench.tally(of: 0..<bench.blocks, workers: 2))
  }

  /// No place is another option's.
  @Test func `an option beside others has what it has alone`() throws {
    let together = try Self.comparison(Self.options, .plain, places: Self.differing)
    for (option, beside) in zip(Self.options, together.outlooks) {
      let alone = try Self.comparison([option], .plain, places: 12).outlooks[0]
      #expect(beside.years == alone.years)
      #expect(beside.cumulativeNet == alone.cumulativeNet)
      #expect(beside.total == alone.total && beside.worstYear == alone.worstYear)
      #expect(beside.paymentLimitHits == alone.paymentLimitHits)
      #expect(beside.lossLimitHits == alone.lossLimitHits)
    }
  }

  /// Level B comes after Level E and is paid as Level A, which comes before: its difference to E is A's.
  @Test func `a difference has its own direction whichever option was tallied`() throws {
    let options: [ParticipationOption] = [
      .held(.basic(.a)), .held(.basic(.e)), .held(.basic(.b)),
    ]
    let together = try Self.comparison(options, .plain, places: 24)
    #expect(together.differences[2][1] == together.differences[0][1])
    #expect(together.differences[1][2] == together.differences[1][0])
    #expect(together.differences[0][1].mean.value == -together.differences[1][0].mean.value)
    #expect(together.differences[0][1].mean.value != 0)
  }

  @Test(arguments: [Points.plain, .sobol])
  func `options settled alike end alike, and are as far from any other`(points: Points) throws {
    let together = try Self.comparison(Self.options, points, places: Self.differing)
    #expect(together.outlooks[0].net == together.outlooks[1].net)
    #expect(together.outlooks[0].net != together.outlooks[2].net)
    #expect(together.differences[1][0].mean.value == 0)
    #expect(together.differences[2][1] == together.differences[2][0])
  }
}
