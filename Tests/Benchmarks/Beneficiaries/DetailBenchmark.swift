import Dispatch
import Foundation
import Sampling
import Scenarios

/// Beneficiary-years a second beside a scalar loop of GSL's, and memory: `swift run -c release
/// Benchmarks beneficiaries`.
struct DetailBenchmark {
  var scenario: Scenario
  let assigned: Int

  /// - Parameter assigned: Assigned beneficiaries; person-years follow in proportion.
  init(_ scenario: Scenario, assigned: Int) {
    self.scenario = scenario
    self.assigned = assigned
    self.scenario.detail = .beneficiaries
    let size = Double(assigned) / Double(scenario.population.assignedBeneficiaries)
    self.scenario.population.assignedBeneficiaries = assigned
    self.scenario.population.strata = scenario.population.strata.map { stratum in
      var stratum = stratum
      stratum.personYears.count *= size
      return stratum
    }
  }

  /// Runs are alternated: each round times all three, one after another.
  static func report(_ scenario: Scenario) throws {
    let law = BeneficiaryLaw()
    try BeneficiaryAgreement.check(law, assigned: 10_000, trials: 400)
    print("million beneficiary-years a second, medians of 5 alternated rounds [least … most]")
    for assigned in [1_000, 10_000, 100_000] {
      let benchmark = DetailBenchmark(scenario, assigned: assigned)
      for threads in [1, 2] { benchmark.row(law, threads: threads) }
    }
  }

  private func row(_ law: BeneficiaryLaw, threads: Int) {
    let trials = max(threads, 4_000_000 / assigned)
    var rates: [[Double]] = [[], [], []]
    for _ in 0..<5 {
      rates[0].append(histories(trials: trials, threads: threads))
      rates[1].append(lists(law, trials: trials, threads: threads))
      rates[2].append(scalar(law, trials: max(threads, trials / 10), threads: threads))
    }
    let medians = rates.map { $0.sorted()[2] }
    let words = zip(["histories", "lists alone", "scalar GSL"], rates).map { name, rates in
      let sorted = rates.sorted().map { String(format: "%.1f", $0) }
      return "\(name) \(sorted[2]) [\(sorted[0]) … \(sorted[4])]"
    }
    print(
      "\(assigned) beneficiaries, \(threads) thread(s): \(words.joined(separator: ", ")); over the "
        + String(
          format: "scalar %.1f and %.1f times", medians[0] / medians[2], medians[1] / medians[2])
        + "; most memory so far \(Usage.now.megabytes) MB")
  }

  /// Whole histories with this detail.
  private func histories(trials: Int, threads: Int) -> Double {
    let model = PathModel(scenario, seed: scenario.seed)
    return rate(threads: threads) { thread in
      var sampler = HistorySampler(model)
      var years = 0.0
      for trial in stride(from: thread, to: trials, by: threads) {
        sampler.start(trial: UInt32(trial))
        for _ in 0..<5 { years += Double(sampler.nextYear().assignedBeneficiaries) }
      }
      return years
    }
  }

  private func lists(_ law: BeneficiaryLaw, trials: Int, threads: Int) -> Double {
    let (counts, joiners) = (law.counts(of: assigned), law.joiners(of: assigned))
    return rate(threads: threads) { thread in
      let people = KernelBeneficiaries(law)
      var years = 0.0
      for trial in stride(from: thread, to: trials, by: threads) {
        people.begin(counts, trial: UInt32(trial))
        for _ in 0..<5 {
          people.nextYear(joiners)
          years += Double(people.sums[0..<4].reduce(0, +))
        }
      }
      return years
    }
  }

  private func scalar(_ law: BeneficiaryLaw, trials: Int, threads: Int) -> Double {
    let (counts, joiners) = (law.counts(of: assigned), law.joiners(of: assigned))
    return rate(threads: threads) { thread in
      var people = ScalarBeneficiaries(law, seed: UInt(thread) + 1)
      var years = 0.0
      for _ in stride(from: thread, to: trials, by: threads) {
        people.begin(counts)
        for _ in 0..<5 {
          people.nextYear(joiners)
          years += people.sums[0..<4].reduce(0, +)
        }
      }
      return years
    }
  }

  /// Millions a second by the wall, of what all threads together have written.
  private func rate(threads: Int, _ years: @Sendable (_ thread: Int) -> Double) -> Double {
    let counts = UnsafeMutableBufferPointer<Double>.allocate(capacity: threads)
    defer { counts.deallocate() }
    // Unsafe only to the compiler: each thread writes its own slot.
    nonisolated(unsafe) let slots = counts
    let start = DispatchTime.now().uptimeNanoseconds
    DispatchQueue.concurrentPerform(iterations: threads) { slots[$0] = years($0) }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    return counts.reduce(0, +) / seconds / 1e6
  }
}
