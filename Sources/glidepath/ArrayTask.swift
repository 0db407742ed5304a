import ArgumentParser
import Foundation

/// Which part of how many: as the command line says, else as the scheduler says that started the
/// process.
struct ArrayTask: Hashable {
  /// 0 for the first.
  var index: Int
  var of: Int

  init(index: Int, of count: Int) { (self.index, self.of) = (index, count) }

  /// How a scheduler tells a task its number.
  private struct Scheduler {
    var index: String
    /// How many tasks there are; `nil` where it does not say.
    var count: String?
    /// The number of the first task.
    var first = 0
    /// What must be 0 or 1, as `first` is, for the count to be the number of parts: else the array is
    /// only some of them.
    var lowest: String?
  }

  private static let schedulers = [
    Scheduler(
      index: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT",
      lowest: "SLURM_ARRAY_TASK_MIN"),
    Scheduler(index: "JOB_COMPLETION_INDEX"),
    Scheduler(index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE"),
    Scheduler(index: "PBS_ARRAY_INDEX"),
    Scheduler(
      index: "SGE_TASK_ID", count: "SGE_TASK_LAST", first: 1, lowest: "SGE_TASK_FIRST"),
  ]

  /// - Throws: `ValidationError` where neither says which part, or how many there are.
  init(index given: Int?, of count: Int?, environment: [String: String]) throws {
    let scheduler = Self.schedulers.first { environment[$0.index].flatMap(Int.init) != nil }
    let told = scheduler.flatMap { environment[$0.index].flatMap(Int.init) }
    guard let count = count ?? scheduler.flatMap({ Self.count(by: $0, environment) }) else {
      let which = scheduler.map { "\($0.index) does not say how many parts there are" }
      throw ValidationError(
        "--of is missing\(which.map { ", and \($0)" } ?? ""). Allowed: 1 through 100,000. Give --of, "
          + "the number of parts.")
    }
    guard let index = given ?? scheduler.flatMap({ scheduler in told.map { $0 - scheduler.first } })
    else {
      throw ValidationError(
        "--index is missing, and no scheduler says one. Allowed: 0 through \(count - 1). Give --index, or "
          + "run in a job array of Slurm, Kubernetes, AWS Batch, PBS or Grid Engine.")
    }
    guard (0..<count).contains(index) else {
      let first = given == nil ? scheduler?.first ?? 0 : 0
      let name = given == nil ? scheduler?.index ?? "--index" : "--index"
      throw ValidationError(
        "\(name) is \(index + first). Allowed: \(first) through \(count - 1 + first), as there are "
          + "\(count) parts. Number the tasks from \(first).")
    }
    (self.index, self.of) = (index, count)
  }

  private static func count(
    by scheduler: Scheduler, _ environment: [String: String]
  ) -> Int? {
    if let lowest = scheduler.lowest, environment[lowest] != String(scheduler.first) { return nil }
    let count = scheduler.count.flatMap { environment[$0] }.flatMap(Int.init)
    return count.flatMap { (1...100_000).contains($0) ? $0 : nil }
  }
}

/// Which part of a run a command makes.
struct PartOptions: ParsableArguments {
  @Option(help: "Number of parts, 1 through 100,000.")
  var of: Int?

  @Option(help: "Which of them, the first being 0.")
  var index: Int?

  func validate() throws {
    if let of, !(1...100_000).contains(of) {
      throw ValidationError("--of is \(of). Allowed: 1 through 100,000.")
    }
  }

  var isGiven: Bool { of != nil || index != nil }

  var task: ArrayTask {
    get throws {
      try ArrayTask(index: index, of: of, environment: ProcessInfo.processInfo.environment)
    }
  }
}
