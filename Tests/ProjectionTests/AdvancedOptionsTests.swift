import Regulation
import Samples
import Scenarios
import Testing

@testable import Projection

/// What is paid in advance is settled along the paths it is paid to alone, 42 CFR 425.630(b), 425.640(b).
@Suite struct AdvancedOptionsTests {
  private static func steps(_ letters: String, renewsIn: Int? = nil) throws -> [Agreement.Step] {
    var scenario = Scenario.quiet(assigned: 10_000, savingsRate: 0.02, noise: 0, law: .none)
    scenario.agreement.period = AgreementPeriod(firstDay: Day(year: 2027, month: 1, day: 1))
    scenario.agreement.advanceInvestmentPayments = [5, 4, 0, 0, 0].map { Dollars($0) }
    scenario.agreement.prepaidSharedSavings = [1, 1, 1, 1, 1].map { Dollars($0) }
    let years = try letters.map { letter in
      letter == "N" ? .enhanced : try #require(Track(key: String(letter)))
    }
    scenario.agreement.options = [
      RequestedOption(
        option: ParticipationOption(name: "x", title: "X", years: years, renewsIn: renewsIn),
        whatIf: nil)
    ]
    let agreement = try Agreement(scenario, under: try Rulebook.current())
    return agreement.options[0].steps
  }

  @Test(
    arguments: [
      ("AAAAA", nil, [500, 400], [0, 0, 0, 0, 0]), ("ABCDE", nil, [500, 400], [0, 0, 1, 1, 1]),
      ("EEEEE", nil, [0, 0], [1, 1, 1, 1, 1]), ("NNNNN", nil, [0, 0], [1, 1, 1, 1, 1]),
      ("AANNN", 3, [500, 400], [0, 0, 1, 1, 1]), ("ANNNN", 2, [0, 0], [0, 1, 1, 1, 1]),
    ] as [(String, Int?, [Int64], [Int64])])
  func `what is paid in advance follows the levels held`(
    path: String, renewal: Int?, advanced: [Int64], prepaid: [Int64]
  ) throws {
    let steps = try Self.steps(path, renewsIn: renewal)
    #expect(steps.map(\.advanceInvestment.count) == advanced + [0, 0, 0])
    #expect(steps.map(\.prepaidSharedSavings.count) == prepaid.map { 100 * $0 })
  }
}
