import Probability
import Regulation
import Samples
import Scenarios
import Testing

@testable import Sampling

/// Proof 7 one by one: what lies above a single beneficiary is the same number in both details, and
/// no purpose's numbers are moved by another's.
@Suite struct BeneficiaryPairingTests {
  typealias Part = PairingTests.Part

  static var lively: Scenario {
    var scenario = PairingTests.lively
    let one = BeneficiaryMomentTests.lively(assigned: 12_000)
    scenario.detail = .beneficiaries
    scenario.assumptions.spending = one.assumptions.spending
    scenario.assumptions.transitions = one.assumptions.transitions
    scenario.assumptions.retention = one.assumptions.retention
    scenario.assumptions.riskScore.personStandardDeviation = .init(repeating: 0.8)
    return scenario
  }

  static func histories(
    _ model: PathModel, redrawing redrawn: PurposeSet = []
  ) -> [PairingTests.Drawn] {
    var sampler = HistorySampler(model)
    return (UInt32(0)..<40).flatMap { trial in
      sampler.start(trial: trial, redrawing: redrawn)
      return (0..<5).map { _ in
        let year = sampler.nextYear()
        return PairingTests.Drawn(year: year, luck: sampler.benchmarkLuck)
      }
    }
  }

  static func isSame(_ part: Part, _ one: [PairingTests.Drawn], _ two: [PairingTests.Drawn]) -> Bool
  {
    zip(one, two).allSatisfy { part.values(of: $0) == part.values(of: $1) }
  }

  @Test func `both details share every number above a single beneficiary`() {
    var aggregate = Self.lively
    aggregate.detail = .aggregate
    let one = Self.histories(PairingTests.model(Self.lively))
    let means = Self.histories(PairingTests.model(aggregate))
    for part in Part.allCases {
      #expect(
        Self.isSame(part, one, means) == ![.size, .risk].contains(part), "\(part.rawValue)")
    }
  }

  @Test(
    arguments: [
      (Purpose.beneficiaryYear, Set<Part>([.size, .risk])),
      (.beneficiaryJoining, [.size, .risk]), (.retention, [.size, .risk]),
      (.nationalGrowth, [.nation]), (.regionalDeviation, [.region]), (.quality, [.quality]),
      (.historicalBenchmarkNoise, [.benchmark]), (.expenditureEffect, []),
    ] as [(Purpose, Set<Part>)])
  func `one purpose can be drawn again`(purpose: Purpose, moves: Set<Part>) {
    let scenario = Self.lively
    let before = Self.histories(PairingTests.model(scenario))
    let after = Self.histories(PairingTests.model(scenario), redrawing: [purpose])
    for part in Part.allCases {
      #expect(Self.isSame(part, before, after) == !moves.contains(part), "\(part.rawValue)")
    }
    #expect(before != after)
  }

  @Test func `claims' correlation moves nothing but spending`() {
    var changed = Self.lively
    changed.assumptions.claimsNoise.correlation = 0.4
    let before = Self.histories(PairingTests.model(Self.lively))
    let after = Self.histories(PairingTests.model(changed))
    for part in Part.allCases { #expect(Self.isSame(part, before, after), "\(part.rawValue)") }
    #expect(before != after)
  }

  /// Who leaves is picked by cost level, and levels are of the spending's shape.
  @Test func `spending's shape moves spending and who leaves, and nothing else`() {
    var changed = Self.lively
    changed.assumptions.spending.zeroShare = .init(repeating: 0.2)
    let before = Self.histories(PairingTests.model(Self.lively))
    let after = Self.histories(PairingTests.model(changed))
    for part in Part.allCases where ![.size, .risk].contains(part) {
      #expect(Self.isSame(part, before, after), "\(part.rawValue)")
    }
    #expect(before != after)
  }

  @Test func `trials may be asked for in any order, whatever the list grew to`() {
    let model = PairingTests.model(Self.lively)
    var sampler = HistorySampler(model)
    func years(_ trial: UInt32) -> [ObservedYear] {
      sampler.start(trial: trial)
      return (0..<6).map { _ in sampler.nextYear() }
    }
    let last = years(30)
    let first = years(0)
    for trial in 1..<30 { _ = years(UInt32(trial)) }
    #expect(years(30) == last)
    #expect(years(0) == first)
  }
}
