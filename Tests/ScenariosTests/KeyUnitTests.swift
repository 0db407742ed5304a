import Testing

@testable import Scenarios

@Suite struct KeyUnitTests {
  @Test func `a path of keys knows in what its figure is measured`() {
    #expect(Scenario.unit(ofKey: "finances.programCost") == "dollars")
    #expect(Scenario.unit(ofKey: "population.esrd.personYears") == "person-years")
    #expect(Scenario.unit(ofKey: "population.assignedBeneficiaries") == "count")
    #expect(Scenario.unit(ofKey: "assumptions.nationalGrowth.mean.esrd") == "fraction a year")
    #expect(Scenario.unit(ofKey: "agreement.options") == nil)
    #expect(Scenario.unit(ofKey: "no.such.key") == nil)
    #expect(Scenario.unit(ofKey: "") == nil)
  }
}
