import Evidence
import Foundation
import Regulation
import Scenarios
import Testing

/// The files in Scenarios/, as the reader takes them.
@Suite struct ScenarioFilesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios")

  private func scenario(_ path: String) throws -> Scenario {
    try Scenario(contentsOf: Self.folder.appending(path: path), displayedAs: "Scenarios/\(path)")
  }

  @Test(arguments: [
    "rural-first-agreement.yaml", "small-rural.yaml", "hospital-network.yaml", "large-aco.yaml",
    "renewing-aco.yaml", "measure-by-measure.yaml", "programs.yaml",
  ])
  func `a scenario file is accepted and most of its population is real`(_ path: String) throws {
    let scenario = try scenario(path)
    let real = scenario.provenance.filter { $0.status == .real }
    let strata = scenario.history == nil ? "population." : "history."
    #expect(real.count { $0.key.hasPrefix(strata) } >= 12)
    #expect(real.contains { $0.key == "population.assignedBeneficiaries" })
    #expect(real.allSatisfy { $0.source.contains("ACO \(scenario.aco)") })
    #expect(scenario.provenance.contains { $0.status == .defaulted })
  }

  @Test(arguments: [
    ("trendShock", "trend-shock"),
    ("trendShockWithoutGuardrail", "trend-shock-without-guardrail"),
    ("highChurn", "high-churn"), ("largestPracticeLeaves", "largest-practice-leaves"),
    ("qualityFailure", "quality-failure"), ("riskScoreCap", "risk-score-cap"),
    ("pandemicYear", "pandemic-year"),
    ("pandemicYearWithoutRelief", "pandemic-year-without-relief"), ("allAtOnce", "all-at-once"),
  ])
  func `the library applied to the example is the stress file`(
    _ name: String, _ file: String
  ) throws {
    let example = try scenario("rural-first-agreement.yaml")
    let stress = try #require(Stress.library(for: example).first { $0.name == name })
    var written = try scenario("stress/\(file).yaml")
    #expect(written.assumptions != example.assumptions)
    written.name = example.name
    written.digest = example.digest
    written.provenance = stress.changed.provenance
    #expect(stress.changed == written)
  }

  @Test(.enabled(if: PublishedFiles.folder != nil, PublishedFiles.absent))
  func `the figures of the files are those a draft gives`() throws {
    let file = try PublishedFiles.file("PY2022.csv")
    for path in [
      "rural-first-agreement.yaml", "small-rural.yaml", "hospital-network.yaml", "large-aco.yaml",
    ] {
      let written = try scenario(path)
      let draft = try Draft(try file.row(ofACO: written.aco), of: file)
      let drafted = try Scenario(yaml: draft.yaml, file: "draft.yaml", name: "draft")
      #expect(written.title == drafted.title)
      #expect(written.population == drafted.population, "\(path)")
      #expect(written.agreement.assignment == drafted.agreement.assignment)
      #expect(written.agreement.participantRevenue == drafted.agreement.participantRevenue)
      #expect(written.assumptions.quality.mean == drafted.assumptions.quality.mean)
    }
  }
}
