import Regulation
import Testing

@testable import Scenarios

/// A standard error belongs to the shipped estimate, not to what an author states.
@Suite struct StandardErrorTests {
  private static func read(_ assumptions: String) throws -> Scenario {
    try Examples.read(Examples.least + "assumptions: {\(assumptions)}\n")
  }

  @Test func `what is left out has the shipped error, and both are told`() throws {
    let scenario = try Self.read("riskScore: {persistence: 0.9, source: own}")
    #expect(scenario.assumptions.riskScore.standardErrors.healthShare == 0.071)
    #expect(scenario.assumptions.riskScore.standardErrors.standardDeviation.agedDual == 0.0023)
    let told = scenario.provenance.filter { $0.key.contains("riskScore.standardErrors") }
    #expect(told.count == 10 && told.allSatisfy { $0.status == .defaulted })
  }

  @Test func `what is stated has none, and none is told`() throws {
    let scenario = try Self.read(
      "riskScore: {healthShare: 0.4, standardDeviation: 0.02, source: own}, "
        + "correlation: {quality: [0, 0, -0.07, 0, 1], source: own}")
    let errors = scenario.assumptions.riskScore.standardErrors
    #expect(errors.healthShare == 0)
    #expect(errors.standardDeviation == ByEnrollmentType(repeating: 0))
    #expect(errors.commonShare == 0.048)
    #expect(scenario.assumptions.correlation.standardErrors.quality == 0)
    let told = scenario.provenance.map(\.key)
    #expect(!told.contains("assumptions.riskScore.standardErrors.healthShare"))
    #expect(!told.contains { $0.hasPrefix("assumptions.riskScore.standardErrors.standardDev") })
    #expect(told.contains("assumptions.riskScore.standardErrors.commonShare"))
  }

  @Test func `what is stated with its error has that error`() throws {
    let scenario = try Self.read(
      "expenditureEffect: {persistence: 0.7, standardErrors: {persistence: 0.1}, source: own}")
    #expect(scenario.assumptions.expenditureEffect.standardErrors.persistence == 0.1)
    #expect(scenario.assumptions.expenditureEffect.standardErrors.persistentScale > 0)
  }

  @Test func `no spread is as uncertain as to have draws of any size`() throws {
    #expect(
      try Examples.problems(
        Examples.least + "assumptions: {riskScore: {standardErrors: {standardDeviation: "
          + "{esrd: 0.5, disabled: 0.01, agedDual: 0.01, agedNonDual: 0.01}}, source: own}, "
          + "joining: {dispersion: 0.2, standardErrors: {dispersion: 0.21}, source: own}}\n"
      ).map { String($0.drop { $0 != " " }.dropFirst()) } == [
        "assumptions.riskScore.standardErrors.standardDeviation.esrd is 0.5. Allowed: at most "
          + "0.0149, which is standardDeviation.esrd itself. Write a smaller error.",
        "assumptions.joining.standardErrors.dispersion is 0.21. Allowed: at most 0.2, which is "
          + "dispersion itself. Write a smaller error.",
      ])
  }

  @Test func `a share of one has no room for an error`() throws {
    #expect(
      try Examples.problems(
        Examples.least + "assumptions: {riskScore: {healthShare: 1, "
          + "standardErrors: {healthShare: 0.01}, source: own}}\n"
      ).map { String($0.drop { $0 != " " }.dropFirst()) } == [
        "assumptions.riskScore.standardErrors.healthShare is 0.01. Allowed: at most 0, the widest "
          + "spread about healthShare, which is 1. Write a smaller error."
      ])
  }
}
