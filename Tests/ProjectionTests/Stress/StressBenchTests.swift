import Foundation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct StressBenchTests {
  static func typical(trials: Int, seed: UInt64 = 1) throws -> Scenario {
    var scenario = try TypicalACO.scenario(assigned: 12_000, start: "2027-01-01", trials: trials)
    scenario.seed = seed
    return scenario
  }

  private func stress(_ name: String, of scenario: Scenario) throws -> Stress {
    try #require(Stress.all(for: scenario).first { $0.name == name })
  }

  private func bench(_ scenario: Scenario) throws -> (StressBench, Ledger, Agreement) {
    let rules = try Rulebook.current()
    let agreement = try Agreement(scenario, under: rules)
    let ledger = try agreement.ledger(workers: 2)
    let choice = try agreement.namedPath(workers: 2)
    return (
      try StressBench(agreement, ledger, under: rules, choice: choice, workers: 2), ledger,
      agreement
    )
  }

  /// No growth, no noise, savings of 2 percent: with a quarter gone from year 2 on (7,501 of 10,000
  /// heads, see ParticipantListTests) benchmark and expenditure are theirs, and the rate is kept.
  @Test func `the loss of the largest practice by hand: size, benchmark and rate`() throws {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0.02, law: .none, trials: 100)
    scenario.assumptions.historicalBenchmarkNoise.drawn = true
    let leaves = try stress("largestPracticeLeaves", of: scenario)
    #expect(leaves.changed.assumptions.participantChange.planned == [0, -0.287682, 0, 0, 0])
    let (bench, _, _) = try bench(scenario)
    let years = try bench.comparison(under: leaves, workers: 2).comparison.histories
    #expect(years.map(\.assignedBeneficiaries.value) == [10_000, 7_501, 7_501, 7_501, 7_501])
    for year in years {
      #expect(abs(year.savingsRate.value - 0.02) < 1e-9)
      #expect(abs(year.expenditure.value / year.benchmark.value - 0.98) < 1e-9)
    }
    // By type 38, 623, 435 and 6,405 heads left of 50, 830, 580 and 8,540, at 0.975 years each:
    // 38·85,829 + 623·11,099 + 435·17,054 + 6,405·10,604 = 85,513,289 dollars a year, × 0.975.
    #expect(abs(years[1].benchmark.value - 0.975 * 85_513_289) < 1)
    var told = scenario
    told.population.largestPractice = Rate(0.4)
    let larger = try stress("largestPracticeLeaves", of: told)
    // ln 0.6 = −0.510826.
    #expect(larger.changed.assumptions.participantChange.planned == [0, -0.510826, 0, 0, 0])
    #expect(larger.says.contains("with 40 percent of the beneficiaries"))
  }

  @Test func `without relief a pandemic never pays more than with it, trial by trial`() throws {
    var scenario = try Self.typical(trials: 4_000)
    scenario.assumptions.quality.mean = Array(repeating: 0.70, count: 5)
    let rules = try Rulebook.current()
    let ledgers = try ["pandemicYear", "pandemicYearWithoutRelief"].map { name in
      try Agreement(try stress(name, of: scenario).changed, under: rules).ledger(workers: 2)
    }
    var losses = (relieved: Int64.zero, full: Int64.zero)
    for (relieved, full) in zip(ledgers[0].payment, ledgers[1].payment) {
      #expect(full <= relieved)
      losses.relieved += max(0, -relieved)
      losses.full += max(0, -full)
    }
    #expect(losses.full > losses.relieved && losses.relieved > 0)
  }

  @Test func `a stress that changes nothing has changes of zero, without error`() throws {
    let scenario = try Self.typical(trials: 1_000)
    let (bench, _, _) = try bench(scenario)
    let idle = Stress(name: "idle", title: "Idle", says: "", source: "", changed: scenario)
    let stressed = try bench.comparison(under: idle, workers: 3)
    let zero = Estimate(value: 0, standardError: 0)
    for change in stressed.changes {
      #expect(
        change
          == StressChange(mean: zero, fifthPercentile: zero, tailMean: zero, chanceOfOwing: zero))
    }
    let choice = try #require(stressed.choice)
    #expect(choice.best == choice.unstressed && choice.costOfKeeping?.mean == zero)
  }

  /// Of every path, by hand: the highest mean of those whose own figures under the stress keep.
  @Test func `under an appetite the best is looked for among the paths that keep it`() throws {
    var scenario = try Self.typical(trials: 2_000)
    scenario.assumptions.expenditureEffect.plan = Array(repeating: -0.02, count: 5)
    let rules = try Rulebook.current()
    // What half of all paths keep; then no more of a loss than the best of those has without a stress.
    var outlook = try Agreement(scenario, under: rules).pathOutlook(workers: 2)
    let chances = outlook.outcomes.map(\.chanceOfOwing.value).sorted()
    let most = chances[chances.count / 2]
    scenario.appetite = Appetite(maxChanceOfOwing: most)
    outlook = try Agreement(scenario, under: rules).pathOutlook(workers: 2)
    let loss = -outlook.outcomes[outlook.named].net.tailMean.value + 1
    scenario.appetite?.maxLossInFiveYears = Dollars(loss)
    let (bench, _, agreement) = try bench(scenario)
    let calm = try agreement.pathOutlook(workers: 2)
    #expect(calm.named != calm.bestMean && calm.named == calm.withinAppetite?.path)
    #expect(try agreement.namedPath(workers: 2) == calm.outcomes[calm.named].path)
    var broken = 0
    for name in ["trendShock", "qualityFailure", "allAtOnce"] {
      let test = try stress(name, of: scenario)
      let choice = try #require(try bench.comparison(under: test, workers: 2).choice)
      let limits = try #require(choice.limits)
      var changed = test.changed
      changed.trials = bench.pathTrials
      let outcomes = try Agreement(changed, under: rules).pathOutlook(workers: 2).outcomes
      let kept = outcomes.filter {
        $0.chanceOfOwing.value <= most && $0.net.tailMean.value >= -loss
      }
      #expect(limits.qualifying == kept.count)
      let own = try #require(outcomes.first { $0.path == choice.unstressed })
      #expect(limits.isKept == kept.contains { $0.path == choice.unstressed })
      #expect(limits.chanceOfOwing == own.chanceOfOwing)
      // The outlook's is read off a histogram, to a ten-thousandth.
      let tail = own.net.tailMean.value
      #expect(abs(limits.tailMean.value - tail) < 1e-4 * tail.magnitude)
      #expect(limits.chanceOfExhaustion == nil)
      let best = kept.map(\.net.mean.value).max()
      // The choice stands where the stress lets it and the same trials would have it anyhow.
      let isAnyhow = choice.best == choice.unstressed && limits.isKept
      #expect(isAnyhow || choice.bestNet?.value == best)
      #expect((choice.best == nil) == kept.isEmpty)
      #expect((limits.chanceOfAnother == nil) == isAnyhow)
      broken += limits.isKept ? 0 : 1
    }
    #expect(broken > 0)
  }

  @Test func `a change is the difference of the figures, its error below the sum of theirs`() throws
  {
    let scenario = try Self.typical(trials: 4_000)
    let (bench, ledger, agreement) = try bench(scenario)
    let before = agreement.comparison(of: ledger)
    for name in ["trendShock", "qualityFailure", "allAtOnce"] {
      let stressed = try bench.comparison(under: try stress(name, of: scenario), workers: 2)
      for (option, change) in stressed.changes.enumerated() {
        let (after, calm) = (stressed.comparison.outlooks[option], before.outlooks[option])
        func check(_ change: Estimate, _ a: Estimate, _ b: Estimate) {
          #expect(abs(change.value - (a.value - b.value)) < 0.01)
          #expect(change.standardError <= a.standardError + b.standardError + 1e-9)
        }
        check(change.mean, after.net.mean, calm.net.mean)
        check(change.tailMean, after.net.tailMean, calm.net.tailMean)
        let (low, lowBefore) = (after.net.quantiles[0], calm.net.quantiles[0])
        check(
          change.fifthPercentile,
          Estimate(value: low.value.dollars.amount, standardError: low.standardError),
          Estimate(value: lowBefore.value.dollars.amount, standardError: lowBefore.standardError))
        let (owes, owed) = (after.chanceOfAnyRepayment, calm.chanceOfAnyRepayment)
        check(
          change.chanceOfOwing, Estimate(value: owes.value, standardError: owes.standardError),
          Estimate(value: owed.value, standardError: owed.standardError))
        // Of the mean clearly: the same draws move both.
        #expect(
          change.mean.standardError
            < 0.8 * (after.net.mean.standardError + calm.net.mean.standardError))
      }
    }
  }

  /// Over 60 seeds the root mean square of the printed errors is the spread of the changes, within 4
  /// standard errors of a spread of 60 (1/√120 = 0.09 of it), and a tenth for what the errors of a
  /// quantile and a tail are to first order only.
  @Test func `printed errors of changes are the spread over seeds`() throws {
    var changes: [StressChange] = []
    let rules = try Rulebook.current()
    for seed in 0..<UInt64(60) {
      var scenario = try Self.typical(trials: 2_000, seed: seed)
      scenario.agreement.options = scenario.agreement.options.filter {
        $0.option.name == "enhanced"
      }
      let stressed = try stress("trendShock", of: scenario)
      let ledgers = try [stressed.changed, scenario].map {
        try Agreement($0, under: rules).ledger(workers: 2)
      }
      changes.append(
        StressChange(
          OptionTrials(0, of: ledgers[0]),
          less: OptionTrials(0, of: ledgers[1])))
    }
    for figure in [
      \StressChange.mean, \.fifthPercentile, \.tailMean, \.chanceOfOwing,
    ] {
      let values = changes.map { $0[keyPath: figure].value }
      let printed = changes.map { $0[keyPath: figure].standardError }
      let spread = StudyTable.variance(of: values).squareRoot()
      let mean = (printed.reduce(0) { $0 + $1 * $1 } / Double(printed.count)).squareRoot()
      #expect(abs(mean / spread - 1) < 0.46, "\(figure): \(mean / spread)")
    }
  }

  /// The same mean of the same cents. Squares are added up exactly by one and in doubles by the other:
  /// 2,000 roundings, each of at most a part in 2^53.
  private static func isSame(_ one: Estimate, _ other: Estimate) -> Bool {
    one.value == other.value
      && abs(one.standardError / other.standardError - 1) < 2_000 * 0x1p-53
  }

  @Test func `the best path under a stress is that of the stressed scenario itself`() throws {
    let scenario = try Self.typical(trials: 2_000)
    let (bench, _, _) = try bench(scenario)
    let shock = try stress("trendShock", of: scenario)
    let choice = try #require(try bench.comparison(under: shock, workers: 2).choice)
    let outlook = try Agreement(shock.changed, under: try Rulebook.current())
      .pathOutlook(workers: 2)
    let best = outlook.outcomes[outlook.bestMean]
    #expect(choice.tried == outlook.outcomes.count && choice.trials == 2_000)
    let cost = try #require(choice.costOfKeeping).mean
    #expect(choice.best?.election == best.path.election)
    #expect(Self.isSame(try #require(choice.bestNet), best.net.mean))
    let kept = try #require(
      outlook.outcomes.first { $0.path.election == choice.unstressed.election })
    #expect(Self.isSame(choice.unstressedNet, kept.net.mean))
    #expect(
      abs(cost.value - (best.net.mean.value - kept.net.mean.value)) < 0.01)
    #expect(cost.value >= 0)
  }

  @Test(arguments: [1, 7])
  func `the same on any number of workers, and a run can be stopped`(workers: Int) throws {
    let scenario = try Self.typical(trials: 3_000)
    let (bench, _, _) = try bench(scenario)
    let shock = try stress("highChurn", of: scenario)
    #expect(
      try bench.comparison(under: shock, workers: workers)
        == bench.comparison(under: shock, workers: 2))
    #expect(throws: Interrupted.self) {
      try bench.comparison(under: shock, workers: workers, isCancelled: { true })
    }
  }
}
