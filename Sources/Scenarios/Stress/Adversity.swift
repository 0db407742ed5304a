import Foundation
import Regulation

/// One thing that goes wrong: what a stress of the library is made of.
struct Adversity {
  /// Keys below `assumptions` that it moves, and how.
  var moves: KeyValuePairs<String, String>
  var change: (inout Assumptions) -> Void
}

extension Adversity {
  /// Actual growth runs ahead of the trend fixed at signing.
  static var trendMissed: Adversity {
    Adversity(moves: ["nationalGrowth.mean": "year 1 plus 0.04"]) { assumptions in
      assumptions.nationalGrowth.mean = assumptions.nationalGrowth.mean.map { years in
        var years = years
        years[0] = exact(years[0] + 0.04)
        return years
      }
    }
  }

  /// Beneficiaries leave faster than the size plan foresees, and nobody takes their places.
  ///
  /// Who leaves besides is neither sicker nor dearer: planned leavers, among them those who die, are.
  static func highChurn(_ scenario: Scenario) -> Adversity {
    let planned = scenario.assumptions.retention.countedOn
    let mean = max(0.01, exact(scenario.assumptions.retention.mean - 0.12))
    return Adversity(moves: [
      "retention.mean": Bounds.text(mean), "retention.planned": Bounds.text(planned),
      "retention.leaverExpenditure": "1", "retention.leaverRisk": "1",
    ]) {
      $0.retention.mean = mean
      $0.retention.planned = planned
      $0.retention.leaverExpenditure = 1
      $0.retention.leaverRisk = 1
    }
  }

  /// The largest practice leaves the participant list with year 2, for good.
  static func largestPracticeLeaves(_ scenario: Scenario) -> Adversity {
    var planned = scenario.assumptions.participantChange.planned
    planned[1] = exact(planned[1] + log(1 - scenario.largestPracticeOrUsual))
    let text = "[\(planned.map { Bounds.text($0) }.joined(separator: ", "))]"
    return Adversity(moves: ["participantChange.planned": text]) {
      $0.participantChange.planned = planned
    }
  }

  /// The quality performance standard is missed, and often the alternative too.
  static func qualityFailure(_ scenario: Scenario) -> Adversity {
    Adversity(moves: [
      "quality.mean": "at most 0.60", "quality.alternativeProbability": "at most 0.5",
      "quality.incentiveProbability": "0", "quality.measures": "none",
    ]) { assumptions in
      assumptions.quality.mean = assumptions.quality.mean.map { min($0, 0.60) }
      assumptions.quality.alternativeProbability = min(
        assumptions.quality.alternativeProbability, 0.5)
      assumptions.quality.incentiveProbability = 0
      assumptions.quality.measures = []
    }
  }

  /// The population truly sickens, faster than the benchmark may follow.
  static var riskScoreCap: Adversity {
    Adversity(moves: ["riskScore.mean": "plus 0.02", "riskScore.healthShare": "1"]) {
      $0.riskScore.mean = $0.riskScore.mean.map { exact($0 + 0.02) }
      $0.riskScore.healthShare = 1
      $0.riskScore.standardErrors.healthShare = 0
    }
  }

  /// Care is put off in year 2, and comes back the next.
  static var careFallsAndReturns: Adversity {
    Adversity(moves: ["nationalGrowth.mean": "-0.06 in year 2, 0.10 in year 3"]) { assumptions in
      assumptions.nationalGrowth.mean = assumptions.nationalGrowth.mean.map { years in
        [years[0], -0.06, 0.10] + years.dropFirst(3)
      }
    }
  }

  /// Year 2 is declared extreme and uncontrollable, from its first month to its last.
  static var emergency: Adversity {
    Adversity(moves: [
      "extremeCircumstances.probability": "[0, 1, 0, 0, 0]",
      "extremeCircumstances.months": "12", "extremeCircumstances.share": "0.999",
      "extremeCircumstances.shareConcentration": "1_000",
    ]) {
      $0.extremeCircumstances.probability = [0, 1, 0, 0, 0]
      $0.extremeCircumstances.months = 12
      $0.extremeCircumstances.share = 0.999
      $0.extremeCircumstances.shareConcentration = 1_000
    }
  }

  /// No year is declared extreme and uncontrollable.
  static var noEmergency: Adversity {
    Adversity(moves: ["extremeCircumstances.probability": "[0, 0, 0, 0, 0]"]) {
      $0.extremeCircumstances.probability = Array(repeating: 0, count: 5)
    }
  }

  /// Six decimals, so that a sum equals the same number written in a file.
  private static func exact(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}

extension Scenario {
  /// The share of the beneficiaries that the largest practice takes with it: the scenario's, or a
  /// quarter.
  var largestPracticeOrUsual: Double { population.largestPractice?.fraction ?? 0.25 }
}

extension Stress {
  init(
    name: String, title: String, says: String, source: String, of adversities: [Adversity],
    in scenario: Scenario
  ) {
    var changed = scenario
    changed.stresses = []
    for adversity in adversities {
      adversity.change(&changed.assumptions)
      for (key, value) in adversity.moves {
        // Measures are set aside only where there are some.
        if key == "quality.measures", scenario.assumptions.quality.measures.isEmpty { continue }
        changed.provenance.restate("assumptions.\(key)", as: value, source: source)
        // What is stated is taken as known, as in a file.
        let error = key.replacing(".", with: ".\(StandardErrorKeys.name).")
        changed.provenance.removeAll { $0.key == "assumptions.\(error)" }
      }
    }
    self.init(name: name, title: title, says: says, source: source, changed: changed)
  }
}

extension [Provenance] {
  /// Marks the figures at or under a key as stated by a stress; adds the key where it is new.
  fileprivate mutating func restate(_ key: String, as value: String, source: String) {
    let stated = Provenance(key: key, value: value, status: .stated, source: source)
    let found = indices.filter { self[$0].key == key || self[$0].key.hasPrefix(key + ".") }
    guard let first = found.first else { return append(stated) }
    self[first] = stated
    for index in found.dropFirst().reversed() { remove(at: index) }
  }
}
