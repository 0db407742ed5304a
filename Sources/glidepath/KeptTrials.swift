import Projection
import Regulation
import Reporting
import Scenarios

/// The trial at a percentile, from a kept run where one holds today's trials.
struct KeptTrials {
  /// A kept run's file; `nil` for the one in the scenario's report folder.
  var file: String?

  /// `nil` where no kept run can be used: silently where none was asked for and none is there, else
  /// after a sentence on standard error.
  func trial(
    atPercentile percentile: Double, of option: Int, under agreement: Agreement
  ) throws -> Int? {
    let scenario = agreement.scenario
    let path = file ?? "Reports/\(scenario.name)/\(RunDatabase.name)"
    do {
      let run = try KeptRun(path: path)
      if let reason = run.whyNot(
        scenarioDigest: scenario.digest, rulebookDigest: agreement.rulebookDigest,
        engineVersion: Glidepath.version, seed: scenario.seed, trials: scenario.trials)
      {
        say(path, reason)
        return nil
      }
      let totals = try run.totals(of: scenario.agreement.options[option].option.name)
      return Agreement.trial(atPercentile: percentile, ofTotals: totals)
    } catch let fault as KeptRunFault {
      if fault.isMissing, file == nil { return nil }
      if fault.isMissing { throw fault }
      say(path, fault.reason)
      return nil
    }
  }

  private func say(_ path: String, _ reason: String) {
    Leaving.say("\(path) is not used: \(reason). Simulating again.")
  }
}
