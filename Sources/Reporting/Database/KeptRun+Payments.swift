import Foundation
import GRDB
import Projection
import Scenarios

extension KeptRun {
  /// The payments of one block, in cents, one a trial; year 0 is the first.
  ///
  /// - Throws: `KeptRunFault` where the block is missing or of another length.
  func payments(of option: String, year: Int, block: Int) throws(KeptRunFault) -> [Int64] {
    let trials = PaymentBlocks.trials(of: block, of: facts.trials).count
    let blob: Data?
    do {
      blob = try queue.read { database in
        try Data.fetchOne(
          database,
          sql: "SELECT cents FROM payments WHERE option = ? AND year = ? AND block = ?",
          arguments: [option, facts.firstYear + year, block])
      }
    } catch {
      throw KeptRunFault(path, "it is damaged")
    }
    guard let cents = blob.flatMap({ PaymentBlocks.cents($0, trials: trials) }) else {
      throw KeptRunFault(path, "it is damaged: payments are missing")
    }
    return cents
  }

  var blocks: Int { PaymentBlocks.count(of: facts.trials) }

  /// The five payments added, in cents, one a trial.
  ///
  /// - Throws: `KeptRunFault` where a payment is missing, or any payment of the run is not the one
  ///   its checksum is over.
  public func totals(of option: String) throws(KeptRunFault) -> [Int64] {
    var checksum = PaymentsChecksum()
    var totals = [Int64](repeating: 0, count: facts.trials)
    for (place, name) in facts.options.enumerated() {
      for year in 0..<5 {
        for block in 0..<blocks {
          let cents = try payments(of: name, year: year, block: block)
          let first = block * PaymentBlocks.trialsOfOne
          checksum.add(cents, option: place, year: year, firstTrial: first)
          guard name == option else { continue }
          for (trial, payment) in cents.enumerated() { totals[first + trial] &+= payment }
        }
      }
    }
    guard checksum.text == facts.paymentsChecksum else {
      throw KeptRunFault(path, "it is damaged: its payments are not those of its checksum")
    }
    return totals
  }

  /// - Throws: `KeptRunFault` where any payment is not the one the run's checksum is over.
  public func refuseDamaged() throws(KeptRunFault) {
    _ = try totals(of: facts.options.first ?? "")
  }

  /// Why it does not hold the trials of a run; `nil` where it does.
  public func whyNot(
    of scenario: Scenario, rulebookDigest: String, engineVersion: String
  ) -> String? {
    var others: [String] = []
    func compare(_ what: String, _ kept: String, _ now: String, _ most: Int = 40) {
      guard kept != now else { return }
      others.append(
        "\(what) \(Names.clamped(String(kept.prefix(most)), to: most)), not \(now.prefix(most))")
    }
    compare("scenario", facts.scenarioDigest, scenario.digest, 8)
    compare("rules", facts.rulebookDigest, rulebookDigest, 8)
    compare("engine version", facts.engineVersion, engineVersion)
    compare("seed", facts.seed, String(scenario.seed))
    compare("trials", String(facts.trials), String(scenario.trials))
    compare("sampler", facts.sampler, scenario.sampler.rawValue)
    compare("sampling", facts.sampling, scenario.points.rawValue)
    return others.isEmpty ? nil : "it keeps " + Names.list(others, most: others.count)
  }
}
