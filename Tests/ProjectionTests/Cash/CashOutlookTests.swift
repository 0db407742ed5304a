import Reconciliation
import Regulation
import Samples
import Scenarios
import Testing

@testable import Probability
@testable import Projection

@Suite struct CashOutlookTests {
  static func scenario(trials: Int = 300, loading: Double? = 0.4) -> Scenario {
    var scenario = SamenessTests.lively(trials: trials)
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2026, month: 1, day: 1))
    scenario.population.measuredIn = 2025
    scenario.agreement.advanceInvestmentPayments = [9e5, 6e5, 0, 0, 0].map { Dollars($0) }
    scenario.agreement.prepaidSharedSavings = [1e5, 2e5, 3e5, 4e5, 5e5].map { Dollars($0) }
    scenario.finances = Finances(
      programCost: [1e5, 2e5, 3e5, 4e5, 5e5].map { Dollars($0) }, discountRate: 0.03)
    var cash = Cash()
    cash.openingReserve = Dollars(1e6)
    cash.mechanism = .init(form: .escrow, carryingCost: 0.012)
    cash.professionalRevenue = .init(
      amount: Dollars(8e6), growth: 0.03, qpRate: 0.9, mipsAdjustment: 0.002)
    cash.stopLoss = .init(
      basis: .yearly, attachment: Dollars(5e5), limit: Dollars(3e6), coinsurance: 0.1,
      premium: loading == nil ? Dollars(50_000) : nil, loading: loading)
    scenario.cash = cash
    return scenario
  }

  private func agreement(_ scenario: Scenario = Self.scenario()) throws -> Agreement {
    try Agreement(scenario, under: .current())
  }

  @Test func `net is the calendar's value on the first day, for every option and trial`() throws {
    let agreement = try agreement()
    let ledger = try agreement.ledger(workers: 2)
    for option in 0..<ledger.optionCount {
      let net = ledger.cumulativeNet(of: option, year: 4)
      for trial in stride(from: 0, to: ledger.trials, by: 37) {
        let calendar = try agreement.cashCalendar(trial: trial, option: option, workers: 2)
        #expect(abs(Double(net[trial]) - calendar.presentValue) < 3)
      }
    }
  }

  @Test func `every path ends with the cents of that option settled alone`() throws {
    let agreement = try agreement(Self.scenario(trials: 60))
    let paths = try agreement.electedPaths()
    let together = try agreement.pathLedger(paths, workers: 2)
    for (place, path) in paths.enumerated() where place % 9 == 0 {
      var scenario = Self.scenario(trials: 60)
      scenario.agreement.minimumRateChoice = path.minimumRate ?? .variable
      scenario.agreement.options = [
        RequestedOption(
          option: ParticipationOption(name: "alone", title: "Alone", years: path.years),
          whatIf: nil)
      ]
      let alone = try self.agreement(scenario).ledger(workers: 1)
      #expect(
        Array(together.net(of: place)) == Array(alone.cumulativeNet(of: 0, year: 4)), "\(path)")
    }
  }

  @Test func `the same on one worker and on seven`() throws {
    let agreement = try agreement(Self.scenario(trials: 2_500))
    let alone = try agreement.cashOutlook(following: 4, workers: 1)
    #expect(try agreement.cashOutlook(following: 4, workers: 7) == alone)
    #expect(try agreement.ledger(workers: 7).net == agreement.ledger(workers: 1).net)
  }

  /// Every calendar walked again, month by month, by adding up its movements.
  @Test func `liquidity is that of every calendar walked by itself`() throws {
    let agreement = try agreement()
    let outlook = try agreement.cashOutlook(following: 6, workers: 2)
    for option in [0, 4, 5, 6] {
      var needs: [Int64] = []
      var ends: [Day] = []
      for trial in 0..<300 {
        let calendar = try agreement.cashCalendar(trial: trial, option: option, workers: 2)
        var (low, at, sum) = (Int64(0), Day(year: 2026, month: 1, day: 31), Int64(0))
        for month in 0..<84 {
          let end = Day.last(of: month % 12 + 1, in: 2026 + month / 12)
          for movement in calendar.movements
          where movement.day.year == end.year && movement.day.month == end.month {
            sum += movement.amount.count
          }
          if sum < low { (low, at) = (sum, end) }
        }
        #expect(calendar.lowest.count == low && (low == 0 || calendar.lowestDay == at))
        needs.append(-low)
        if low < 0 { ends.append(at) }
      }
      let found = outlook.options[option]
      let sorted = needs.sorted()
      #expect(found.chanceOfExhaustion == Chance(needs.count { $0 > 100_000_000 }, of: 300))
      #expect(found.reserveNeeded.map(\.value.count) == [sorted[284], sorted[296]])
      #expect(found.chanceOfNoNeed == Chance(needs.count { $0 == 0 }, of: 300))
      let middle = ends.isEmpty ? nil : ends.sorted()[ends.count / 2]
      #expect(found.lowestAt.dropFirst().first == middle)
    }
  }

  @Test func `cash followed ends at what has moved`() throws {
    let agreement = try agreement()
    let outlook = try agreement.cashOutlook(following: 6, workers: 2)
    let last = try #require(outlook.points.last)
    #expect(last.day == Day("2032-12-31") && outlook.points.count == 14)
    let ends = try (0..<300).map {
      try agreement.cashCalendar(trial: $0, option: 6, workers: 2).balance(through: last.day).count
    }
    #expect(last.quantiles[2].value.count == ends.sorted()[149])
    let all = outlook.flows.flatMap(\.years).reduce(0) { $0 + $1.value }
    #expect(abs(all - Double(ends.reduce(0, +)) / 300 / 100) < 1)
  }

  /// Without the key: the settlement's and the mid-year's factors, bit for bit.
  @Test func `where the scenario does not say when money moves, net keeps its own timing`() throws {
    var scenario = Self.scenario()
    scenario.cash = nil
    scenario.agreement.prepaidSharedSavings = Array(repeating: .zero, count: 5)
    let agreement = try agreement(scenario)
    let ledger = try agreement.ledger(workers: 2)
    let force = logarithm(1.03)
    for option in 0..<ledger.optionCount {
      let nets = ledger.cumulativeNet(of: option)
      for trial in 0..<300 {
        var net = 0.0
        for year in 0..<5 {
          let paid = ledger.payments(of: option, year: year)
          let step = agreement.steps[year][option]
          net +=
            exponential(-force * (Double(year) + 1.75)) * Double(paid[paid.startIndex + trial])
            + exponential(-force * (Double(year) + 0.5))
            * (Double(step.received.count) - Double(year + 1) * 1e7)
          #expect(nets[year][trial] == Int64(net.rounded(.toNearestOrAwayFromZero)))
        }
      }
    }
    let outlook = try agreement.cashOutlook(following: 0, workers: 2)
    #expect(outlook.options.allSatisfy { $0.chanceOfExhaustion == nil && $0.cover == nil })
    #expect(!outlook.flows.contains { $0.kind == .mechanismFunded || $0.kind == .carryingCost })
    #expect(outlook.options[6].mechanism[0].value > 0)
  }

  @Test func `an interrupted study gives nothing`() throws {
    #expect(throws: Interrupted.self) {
      try agreement().cashOutlook(following: 0, workers: 2, isCancelled: { true })
    }
  }
}
