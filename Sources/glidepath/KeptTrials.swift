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
    let path = file ?? "Reports/\(agreement.scenario.name)/\(RunDatabase.name)"
    switch Result(catching: { () throws(KeptRunFault) in try KeptRun(path: path) }) {
    case .success(let run):
      return try trial(atPercentile: percentile, of: option, under: agreement, in: run)
    case .failure(let fault):
      if fault.isMissing, file != nil { throw fault }
      if !fault.isMissing { say(path, fault.reason) }
      return nil
    }
  }

  private func trial(
    atPercentile percentile: Double, of option: Int, under agreement: Agreement, in run: KeptRun
  ) throws -> Int? {
    let scenario = agreement.scenario
    if let reason = run.whyNot(
      of: scenario, rulebookDigest: agreement.rulebookDigest, engineVersion: Glidepath.version)
    {
      say(run.path, reason)
      return nil
    }
    let name = scenario.agreement.options[option].option.name
    switch Result(catching: { () throws(KeptRunFault) in try run.totals(of: name) }) {
    case .success(let totals):
      return Agreement.trial(atPercentile: percentile, ofTotals: totals)
    case .failure(let fault):
      say(run.path, fault.reason)
      return nil
    }
  }

  private func say(_ path: String, _ reason: String) {
    Leaving.say("\(path) is not used: \(reason). Simulating again.")
  }
}
