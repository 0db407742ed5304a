import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

@Suite struct TornadoTests {
  /// Each end is the difference of two runs of the whole, and its error that of the paired
  /// differences.
  @Test func `a bar's ends are what the moved scenario pays more`() throws {
    let agreement = try Agreement(
      SamenessTests.lively(trials: 500), under: try Rulebook.current())
    let bench = try PointBench(
      agreement, try agreement.electedPaths(), trials: 500, PointBenchTests.watch)
    let ranges = try agreement.inputRanges(trials: 500)
    let ends = try TornadoEnds(bench, ranges, following: [211, 0])
    let tornados = ends.tornados([211, 0])
    #expect(tornados.map(\.less) == [nil, nil, 0])
    let before = try agreement.pathLedger(bench.paths, workers: 1)
    for bar in tornados[0].bars {
      let range = try #require(ranges.first { $0.input == bar.input })
      for (score, change) in [(-1, bar.atTenth), (1, bar.atNinetieth)] {
        let shift = range.shift(score: Double(score) * InputRange.ninetieth)
        let moved = try agreement.binding(
          agreement.scenario.moved(to: InputPoint(shifts: [bar.input: shift])))
        let after = try moved.pathLedger(bench.paths, workers: 1)
        let pair = PairedDifference(after.net(of: 211), less: before.net(of: 211)).mean
        #expect(abs(change.value - pair.value) < 1e-6)
        // Paired, and that of a level known from 500 histories.
        let (paired, ofLevel) = (pair.standardError, range.relativeError * pair.value)
        let error = (paired * paired + ofLevel * ofLevel).squareRoot()
        #expect(abs(change.standardError - error) < 1e-6 * (1 + error))
        #expect(range.relativeError > 0.02)
      }
    }
    let widths = tornados[0].bars.map(\.width)
    #expect(widths == widths.sorted(by: >) && widths.count >= 4)
    #expect(tornados[2].bars.map(\.input) == tornados[0].bars.map(\.input))
    for place in widths.indices {
      let (one, other, lead) = (
        tornados[0].bars[place], tornados[1].bars[place], tornados[2].bars[place]
      )
      #expect(abs(one.atTenth.value - other.atTenth.value - lead.atTenth.value) < 0.01)
    }
  }

  /// As it would be signed, where that is neither the highest mean nor listed.
  @Test func `the path to sign is followed`() throws {
    var scenario = SamenessTests.lively(trials: 200)
    scenario.agreement.options = [RequestedOption(option: .held(.enhanced), whatIf: nil)]
    let rules = try Rulebook.current()
    let chances = try Agreement(scenario, under: rules).pathOutlook(workers: 2).outcomes
      .map(\.chanceOfOwing.value).sorted()
    scenario.appetite = Appetite(maxChanceOfOwing: chances[chances.count / 3])
    let agreement = try Agreement(scenario, under: rules)
    let outlook = try agreement.pathOutlook(workers: 2)
    let study = try agreement.inputStudy(of: outlook, workers: 2)
    #expect(outlook.named != study.best && outlook.named != study.rival)
    // The best of the whole run, whatever the trials of the study have.
    var other = outlook
    other.bestMean =
      outlook.outcomes.indices.first { $0 != outlook.bestMean && $0 != outlook.named } ?? 0
    #expect(try agreement.inputStudy(of: other, workers: 2).best == other.bestMean)
    #expect(study.followed.contains(outlook.named))
    #expect(study.tornados.contains { $0.path == outlook.named && $0.less == nil })
  }

  @Test func `a bar on one side reaches from zero`() {
    func bar(_ low: Double, _ high: Double) -> Tornado.Bar {
      Tornado.Bar(
        input: .size, atTenth: Estimate(value: low, standardError: 0),
        atNinetieth: Estimate(value: high, standardError: 0))
    }
    #expect(bar(-3, 5).width == 8)
    #expect(bar(2, 5).width == 5)
    #expect(bar(-4, -1).width == 4)
  }

  /// The middle of a map is the scenario, and its corners lie where both ends of a tornado do.
  @Test func `a map's middle is the scenario as it stands`() throws {
    let agreement = try Agreement(
      SamenessTests.lively(trials: 300), under: try Rulebook.current())
    let bench = try PointBench(
      agreement, try agreement.electedPaths(), trials: 300, PointBenchTests.watch)
    let ranges = try agreement.inputRanges(trials: 300)
    let savings = try #require(ranges.first { $0.input == .trueSavings })
    let trend = try #require(ranges.first { $0.input == .trendMiss })
    let map = try bench.heatMap(savings, trend, following: 5)
    let base = try bench.look(at: [.scenario], following: [5])[0]
    #expect(map.cells[2][2].mean == base.mean(0) && map.cells[2][2].best == base.best)
    #expect(abs(map.rowLevels[0] - (savings.atTenth?.value ?? 0)) < 1e-9)
    #expect(abs(map.columnLevels[4] - (trend.atNinetieth?.value ?? 0)) < 1e-9)
    let corner = try bench.look(
      at: [
        InputPoint(shifts: [
          .trueSavings: savings.shift(score: -InputRange.ninetieth),
          .trendMiss: trend.shift(score: InputRange.ninetieth),
        ])
      ], following: [5])[0]
    #expect(abs(map.cells[0][4].mean.value - corner.mean(0).value) < 1)
  }
}
