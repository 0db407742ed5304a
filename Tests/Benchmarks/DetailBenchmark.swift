import Dispatch
import Foundation
import Sampling
import Scenarios

/// Beneficiary-years a second, and memory: `swift run -c release Benchmarks beneficiaries`.
struct DetailBenchmark {
  var scenario: Scenario

  /// - Parameter assigned: Assigned beneficiaries; person-years follow in proportion.
  init(_ scenario: Scenario, assigned: Int) {
    self.scenario = scenario
    self.scenario.detail = .beneficiaries
    let size = Double(assigned) / Double(scenario.population.assignedBeneficiaries)
    self.scenario.population.assignedBeneficiaries = assigned
    self.scenario.population.strata = scenario.population.strata.map { stratum in
      var stratum = stratum
      stratum.personYears.count *= size
      return stratum
    }
  }

  /// Beneficiary-years written and the seconds they took, by this many threads.
  func run(trials: Int, threads: Int) -> (years: Double, seconds: Double) {
    let model = PathModel(scenario, seed: scenario.seed)
    let counts = UnsafeMutableBufferPointer<Double>.allocate(capacity: threads)
    defer { counts.deallocate() }
    // Unsafe only to the compiler: each thread writes its own slot.
    nonisolated(unsafe) let slots = counts
    let start = DispatchTime.now().uptimeNanoseconds
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var sampler = HistorySampler(model)
      var years = 0.0
      for trial in stride(from: thread, to: trials, by: threads) {
        sampler.start(trial: UInt32(trial))
        for _ in 0..<5 { years += Double(sampler.nextYear().assignedBeneficiaries) }
      }
      slots[thread] = years
    }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    return (counts.reduce(0, +), seconds)
  }

  static func report(_ scenario: Scenario) {
    for assigned in [1_000, 10_000, 100_000] {
      let benchmark = DetailBenchmark(scenario, assigned: assigned)
      for threads in [1, 2] {
        let trials = max(threads, 10_000_000 / assigned)
        let rates = (0..<3).map { _ -> Double in
          let found = benchmark.run(trials: trials, threads: threads)
          return found.years / found.seconds / 1e6
        }.sorted()
        print(
          "\(assigned) beneficiaries, \(threads) thread(s): \(Int(rates[1])) million "
            + "beneficiary-years a second [\(Int(rates[0])) … \(Int(rates[2]))]; most memory so "
            + "far \(mostMemory / 1_024) MB")
      }
    }
  }

  /// Kilobytes.
  private static var mostMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
