import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// Every path walked together pays what it pays when it is settled alone.
@Suite struct PathLedgerTests {
  static let rules = Result { try Rulebook.current() }

  /// Paths by number: `ABCDE`, `N` for ENHANCED.
  enum Sample: String, CaseIterable {
    case first, advances, renewing, formerlyTwoSided, early, leaving

    /// 60 trials of an ACO near its benchmark, so that years are earned, owed and neither.
    var scenario: Scenario {
      var scenario = SamenessTests.lively(trials: 60)
      scenario.finances = Finances(
        programCost: [1e5, 2e5, 3e5, 4e5, 5e5].map { Dollars($0) }, discountRate: 0.03)
      scenario.appetite = Appetite(reserve: Dollars(1e6))
      scenario.assumptions.quality.mean = Array(repeating: 0.55, count: 5)
      switch self {
      case .first: break
      case .advances:
        scenario.agreement.advanceInvestmentPayments = [9e5, 6e5, 0, 0, 0].map { Dollars($0) }
        scenario.agreement.prepaidSharedSavings = [1e5, 2e5, 3e5, 4e5, 5e5].map { Dollars($0) }
      case .renewing:
        scenario = scenario.withHistory(region: 1.05, nation: 1.01, savings: 100)
        scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2027, month: 1, day: 1))
        scenario.agreement.number = 2
        scenario.agreement.experienced = true
      case .formerlyTwoSided:
        scenario.agreement.number = 2
        scenario.agreement.formerlyTwoSided = true
      case .early:
        scenario.agreement.prepaidSharedSavings = [1e5, 2e5, 3e5, 4e5, 5e5].map { Dollars($0) }
        scenario.agreement.options = [
          ParticipationOption(
            name: "leap", title: "Leap",
            years: [.basic(.a), .basic(.c)] + [.enhanced, .enhanced, .enhanced],
            renewsIn: 3)
        ].map { RequestedOption(option: $0, whatIf: nil) }
      case .leaving:
        scenario.agreement.advanceInvestmentPayments = [9e5, 6e5, 0, 0, 0].map { Dollars($0) }
        scenario.agreement.options = [
          ParticipationOption(
            name: "wary", title: "Wary", years: [.basic(.a), .basic(.a)] + ee(3),
            leave: ExitRule(by: .june30, lossYears: 1)),
          ParticipationOption(
            name: "warier", title: "Warier", years: ee(5),
            leave: ExitRule(by: .december31, lossYears: 2, lossBeyond: Dollars(1e5))),
        ].map { RequestedOption(option: $0, whatIf: nil) }
      }
      return scenario
    }

    private func ee(_ count: Int) -> [Track] { Array(repeating: .basic(.e), count: count) }

    var count: Int {
      switch self {
      case .first, .advances: 212
      case .renewing: 12
      case .formerlyTwoSided: 30
      case .early: 213
      case .leaving: 214
      }
    }

    func agreement() throws -> Agreement { try Agreement(scenario, under: try rules.get()) }

    /// The same ACO that asks for one path and nothing else.
    func alone(_ path: ElectedPath) throws -> Agreement {
      var scenario = scenario
      scenario.agreement.minimumRateChoice = path.minimumRate ?? .variable
      scenario.agreement.options = [
        RequestedOption(
          option: ParticipationOption(
            name: "alone", title: "Alone", years: path.years, renewsIn: path.renewsIn,
            leave: path.leave),
          whatIf: nil)
      ]
      return try Agreement(scenario, under: try rules.get())
    }
  }

  @Test(arguments: Sample.allCases)
  func `every path ends with the cents of that option settled alone`(sample: Sample) throws {
    let agreement = try sample.agreement()
    let paths = try agreement.electedPaths()
    #expect(paths.count == sample.count)
    let together = try agreement.pathLedger(paths, workers: 2)
    for (place, path) in paths.enumerated() {
      let alone = try sample.alone(path).ledger(workers: 1)
      let nets = alone.cumulativeNet(of: 0)
      #expect(firstMismatch(together.net(of: place), nets[4]) == nil, "\(path)")
      let (marks, worst) = (together.marks(of: place), alone.worstYear(of: 0))
      #expect(firstMismatch(marks.map(\.hasOwed), worst.map { $0 < 0 }) == nil, "\(path)")
      let exhausted = (0..<alone.trials).map { trial in
        nets.contains { $0[trial] < -100_000_000 }
      }
      #expect(firstMismatch(marks.map(\.hasExhaustedReserve), exhausted) == nil, "\(path)")
    }
    #expect(together.marks.contains { $0.hasOwed })
    #expect(together.marks.contains { !$0.hasOwed })
  }

  @Test func `each agreement's end is that of its years read one by one`() throws {
    let sample = Sample.first
    let agreement = try sample.agreement()
    let paths = try agreement.electedPaths()
    let ledger = try agreement.pathLedger(paths, workers: 2)
    var musts = Array(repeating: 0, count: 5)
    var mays = 0
    for (place, path) in paths.enumerated() where place % 7 == 0 {
      let alone = try sample.alone(path)
      for trial in 0..<ledger.trials {
        let years = alone.replay(trial: trial, option: 0)
        let failed = years.map { $0.result.quality.standing != .standardMet }
        let must = (1...5).first { year in
          (year > 1 && failed[year - 1] && failed[year - 2])
            || failed.prefix(year).count { $0 } >= 3
        }
        var overruns = 0
        let may = (1...5).first { year in
          let (result, minimum) = (
            years[year - 1].result, years[year - 1].settlement.minimumSavingsRate
          )
          let tested = Swift.max(result.benchmark.amount, result.guardrailBenchmark?.amount ?? 0)
          let over = result.expenditure.amount - tested
          if over > 0, over >= minimum.fraction * tested { overruns += 1 }
          return overruns >= 2
        }
        let marks = ledger.marks(of: place)
        let mark = marks[marks.startIndex + trial]
        #expect(mark.mayEndAfter == may ?? 0)
        #expect(mark.endsAfter == [must, may].compactMap { $0 }.min() ?? 0)
        if place == 0, let must { musts[must - 1] += 1 }
        if may != nil { mays += 1 }
      }
    }
    #expect((0..<5).map { ledger.mustEnd(after: $0) } == musts)
    #expect(musts.reduce(0, +) > 0 && mays > 0)
  }

  @Test func `net beyond the end is what the later years bring`() throws {
    let sample = Sample.first
    let agreement = try sample.agreement()
    let paths = try agreement.electedPaths()
    let ledger = try agreement.pathLedger(paths, workers: 2)
    let place = try #require(
      paths.firstIndex { $0.years == ParticipationOption.held(.enhanced).years })
    let alone = try sample.alone(paths[place]).ledger(workers: 1)
    let nets = alone.cumulativeNet(of: 0)
    var sum = 0.0
    for (trial, mark) in ledger.marks(of: place).enumerated() where mark.endsAfter > 0 {
      sum += Double(nets[4][trial] - nets[mark.endsAfter - 1][trial])
    }
    #expect(sum != 0)
    #expect(
      abs(Double(ledger.beyondEnd(ofLeaf: ledger.leaves[place]).sum) - sum) <= Double(ledger.trials)
    )
  }

  @Test func `some path is best in every trial, and none is better`() throws {
    let ledger = try Sample.first.agreement().pathLedger(
      try Sample.first.agreement().electedPaths(), workers: 2)
    for trial in 0..<ledger.trials {
      let nets = ledger.paths.indices.map {
        let net = ledger.net(of: $0)
        return net[net.startIndex + trial]
      }
      #expect(nets.max() == ledger.best[trial])
    }
  }

  @Test func `paths that begin alike share their years`() throws {
    let agreement = try Sample.first.agreement()
    let tree = try PathTree(try agreement.electedPaths(), of: agreement)
    // First years: A or B without a choice, C, D, E and ENHANCED with six each.
    #expect(tree.nodes[0].count == 1 + 4 * 6)
    #expect(tree.settlements.map(\.count) == Array(repeating: 25, count: 5))
  }

  /// A and B settle alike: of 2 + 6 · 35 paths, 1 + 6 · 20 differ in more than which of them a year is.
  @Test func `paths end in one leaf where they are settled alike in every year`() throws {
    let agreement = try Sample.first.agreement()
    let paths = try agreement.electedPaths()
    let tree = try PathTree(paths, of: agreement)
    let settled = paths.map { path in
      var path = path
      path.years = path.years.map { $0 == .basic(.b) ? .basic(.a) : $0 }
      path.listedAs = nil
      return path
    }
    #expect(paths.count == 212 && Set(settled).count == 121)
    #expect(tree.nodes[4].count == 121 && tree.leaves.count == 121)
    for (one, other) in zip(settled.indices.dropFirst(), settled.indices) {
      #expect((tree.leaves[one] == tree.leaves[other]) == (settled[one] == settled[other]))
    }
    // What they are told is one but for the path's name.
    let ledger = try agreement.pathLedger(paths, workers: 2)
    let outlook = agreement.pathOutlook(of: ledger)
    for (path, outcome) in outlook.outcomes.enumerated() {
      #expect(outcome.path == paths[path])
      let first = try #require(settled.firstIndex(of: settled[path]))
      #expect(outcome.net == outlook.outcomes[first].net)
      #expect(ledger.net(of: path) == ledger.net(of: first))
    }
  }

  /// Its place among the paths is not its leaf's among the leaves.
  @Test func `the best path found alone is that of the whole outlook`() throws {
    let agreement = try Sample.first.agreement()
    let ledger = try agreement.pathLedger(try agreement.electedPaths(), workers: 2)
    let outlook = agreement.pathOutlook(of: ledger)
    #expect(ledger.leaves[outlook.bestMean] != outlook.bestMean)
    #expect(try agreement.namedPath(workers: 2) == ledger.paths[outlook.bestMean])
  }

  @Test func `the scenario's own options are marked, its what-ifs are not among the paths`() throws
  {
    var scenario = Sample.first.scenario
    scenario.agreement.minimumRateChoice = .elected(Rate(0.01))
    scenario.agreement.options = [
      RequestedOption(option: .glidePath, whatIf: nil),
      RequestedOption(option: .held(.basic(.c)), whatIf: "it cannot be held."),
      RequestedOption(option: .held(.basic(.a)), whatIf: nil),
    ]
    let paths = try Agreement(scenario, under: try Self.rules.get()).electedPaths()
    let listed = paths.filter { $0.listedAs != nil }
    #expect(Set(listed.compactMap(\.listedAs)) == ["Glide path", "Level A"])
    #expect(listed.first { $0.listedAs == "Glide path" }?.minimumRate == .elected(Rate(0.01)))
    #expect(listed.first { $0.listedAs == "Level A" }?.minimumRate == nil)
    #expect(paths.count == 212)
  }
}
