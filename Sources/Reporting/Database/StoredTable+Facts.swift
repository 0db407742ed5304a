import Projection
import Regulation
import Scenarios

/// What the run rests on.
extension StoredTable {
  static func runs(_ manifest: RunManifest, _ comparison: Comparison) -> StoredTable {
    typealias Field = StoredField<RunManifest>
    return StoredTable(
      "runs", "The run, one row.", source: "run.json", of: [manifest],
      [
        Field.text("scenario", "The scenario's name.") { $0.scenarioName },
        Field.text("title", "The organisation as reports print it.") { _ in
          comparison.scenario.title
        },
        Field.text("scenarioDigest", "SHA-256 of the scenario's text.") { $0.scenarioDigest },
        Field.text("rulebookDigest", "SHA-256 of the rules in force.") { $0.rulebookDigest },
        Field.text("editions", "Rule editions; empty for the regulation itself.") {
          $0.editions.joined(separator: " ")
        },
        Field.text("calibration", "What chance is calibrated on.") { $0.calibrationName },
        Field.text("calibrationDigest", "SHA-256 of the calibration.") { $0.calibrationDigest },
        Field.text("engineVersion", "Version of the program.") { $0.engineVersion },
        Field.text("seed", "Seed of the random numbers: text, as it may exceed 63 bits.") {
          String($0.seed)
        },
        Field.whole("trials", "trials", "Simulated histories, numbered from 0.") { $0.trials },
        Field.text("sampler", "How numbers are drawn: quantiles, or gsl.") {
          $0.sampler.rawValue
        },
        Field.text("sampling", "plain, or sobol: trials that fill their space evenly.") {
          $0.points.rawValue
        },
        Field.whole("firstYear", "calendar year", "First performance year.") { _ in
          comparison.scenario.agreement.period.performanceYear(1).calendarYear
        },
        Field.text(
          "paymentsChecksum",
          "Sum modulo 2^64 over all payments of mix(mix(trial * 65536 + option * 8 + year) XOR cents), "
            + "option and year counted from 0, mix being the finalizer of SplitMix64."
        ) {
          $0.paymentsChecksum
        },
      ])
  }

  static func scenarios(_ manifest: RunManifest) -> StoredTable {
    StoredTable(
      "scenarios", "The scenario as written.", source: "scenario file", of: [manifest],
      [
        StoredField.text("digest", "SHA-256 of the text.") { $0.scenarioDigest },
        StoredField.text("name", "The scenario's name.") { $0.scenarioName },
        StoredField.text("file", "The file's name.") { $0.scenarioFile },
        StoredField.text("text", "Every byte of it.") { $0.scenarioText },
      ])
  }

  static func assumptions(_ scenario: Scenario) -> StoredTable {
    StoredTable(
      "assumptions", "Every figure and assumption, in the order of the scenario's keys.",
      source: "scenario file, or the published defaults", of: scenario.provenance,
      [
        StoredField.text("key", "Path of keys in the scenario.") { $0.key },
        StoredField.text("value", "As the file, or the default, writes it.") { $0.value },
        StoredField.text("status", "real, stated, assumed or defaulted.") { $0.status.rawValue },
        StoredField.text("source", "Where it comes from.") { $0.source },
      ])
  }

  static func rules(_ rulebook: Rulebook, _ period: AgreementPeriod) -> StoredTable {
    typealias InYear = (year: PerformanceYear, rule: RuleInForce)
    let all = (1...5).flatMap { place in
      let year = period.performanceYear(place)
      return rulebook.rulesInForce(for: nil, in: year, of: period).map { (year, $0) as InYear }
    }
    typealias Field = StoredField<InYear>
    return StoredTable(
      "rules", "Every number of the program in force, by performance year.",
      source: "the regulation, as cited, with the run's editions", of: all,
      [
        Field.whole("performanceYear", "calendar year", "Year in which it is in force.") {
          $0.year.calendarYear
        },
        Field.text("rule", "File and key.") { $0.rule.name },
        Field.text("value", "In the rule's own unit.") { $0.rule.value },
        Field.text("unit", "Unit of the value.") { $0.rule.unit },
        Field.text("says", "What it is.") { $0.rule.says },
        Field.text("citation", "Where it is written.") { $0.rule.cite },
        Field.text("adopted", "By which rule it was adopted.") { $0.rule.adopted },
        Field.text("inForceFrom", "First day.") { $0.rule.from.description },
        Field.text("evidence", "How sure it is.") { $0.rule.evidence.rawValue },
      ])
  }

  static func manifest(_ manifest: RunManifest) -> StoredTable {
    typealias Fact = (name: String, value: String)
    let facts: [Fact] =
      [
        ("applicationFormat", String(RunDatabase.format)),
        ("asked", manifest.asked.map(\.rawValue).sorted().joined(separator: " ")),
        ("manifestFormat", String(RunManifest.format)),
      ] + manifest.filesRead.map { ("fileRead.\($0.use)", $0.digest) }
      + manifest.ruleDigests.sorted { $0.key < $1.key }.map { ("ruleDigest.\($0)", $1) }
    return StoredTable(
      "manifest", "What else run.json says of how the run was made.", source: "run.json", of: facts,
      [
        StoredField.text("fact", "Its name.") { $0.name },
        StoredField.text("value", "Its value.") { $0.value },
      ])
  }
}
