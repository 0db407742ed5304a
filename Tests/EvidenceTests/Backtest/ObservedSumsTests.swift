import Regulation
import Testing

@testable import Evidence

/// Sums of one agreement's years, and their baselines.
@Suite struct ObservedSumsTests {
  private func row(_ id: String, _ year: Int, _ rate: Double, from start: Int?) -> ACOYear {
    ACOYear(
      id: id, year: year, agreementStart: start.map { Day(year: $0, month: 1, day: 1) },
      assignedBeneficiaries: 10_000, savingsRate: rate)
  }

  @Test func `rates of one agreement are added, a rebasing within is told apart`() throws {
    let panel = Panel([
      row("A", 2030, 0.01, from: 2032), row("A", 2032, 0.03, from: 2032),
      row("A", 2033, 0.04, from: 2032), row("B", 2030, 0.02, from: 2028),
      row("B", 2032, 0.02, from: 2028), row("B", 2033, 0.02, from: 2033),
      row("C", 2030, 0.02, from: 2032), row("C", 2032, 0.02, from: 2032),
    ])
    let sums = panel.sums(over: 2032...2033, known: 2030)
    #expect(sums.map { $0.target.known.id } == ["A", "B"])
    #expect(sums.map { $0.isOne } == [true, false])
    #expect(abs(sums[0].target.later.savingsRate - 0.07) < 1e-12)
    #expect(sums[0].target.known.savingsRate == 0.01)
  }

  @Test func `an agreement nobody prints is no agreement's sum`() {
    let panel = Panel([2030, 2032, 2033].map { row("A", $0, 0.01, from: nil) })
    #expect(panel.sums(over: 2032...2033, known: 2030).map { $0.isOne } == [false])
  }

  @Test func `the repeated rate has the noise of its own year in every term`() throws {
    let past = Panel((0..<3).map { row("A", 2030 + $0, 0.01 * Double($0), from: 2030) })
    let forecaster = try #require(
      Forecaster.baselines(past, ofSumsOver: 2).first { $0.name == "last rate" })
    let target = ForecastTarget(
      known: row("Z", 2032, 0.03, from: 2030), later: row("Z", 2035, 0, from: 2030))
    guard case .normal(let mean, let deviation) = forecaster.forecast(target) else {
      Issue.record("not normal")
      return
    }
    // 2.136 √((2² + 2)/10,000).
    #expect(mean == 0.06)
    #expect(abs(deviation - 0.052_321_1) < 1e-6)
  }

  @Test func `climatology is of past sums, and a regression needs years two apart`() throws {
    let short = Panel((0..<3).map { row("A", 2030 + $0, 0.01 * Double($0), from: 2030) })
    let forecasters = Forecaster.baselines(short, ofSumsOver: 2)
    #expect(forecasters.map(\.name) == ["climatology", "last rate"])
    // Sums 0.01 and 0.03.
    let law = forecasters[0].forecast(
      ForecastTarget(known: row("Z", 2032, 0, from: nil), later: row("Z", 2035, 0, from: nil)))
    #expect(law.map { abs($0.mean - 0.02) < 1e-12 } == true)
    var rows: [ACOYear] = []
    for aco in 0..<40 {
      for year in 2030...2033 {
        let rate = Double((aco * 7 + year * 5) % 11) / 100
        rows.append(row("A\(aco)", year, rate, from: 2030))
      }
    }
    let long = Panel(rows)
    #expect(Forecaster.baselines(long, ofSumsOver: 2).map(\.name).last == "lag regression")
  }
}
