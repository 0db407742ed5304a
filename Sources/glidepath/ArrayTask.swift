import ArgumentParser
import Foundation
import Reporting

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
    /// How far the numbers of two tasks are apart: 1, for the count to be the number of parts.
    var step: String?
    /// What the index is of a job that is no array's.
    var alone: String?
  }

  private static let schedulers = [
    Scheduler(
      index: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT",
      lowest: "SLURM_ARRAY_TASK_MIN"),
    Scheduler(index: "JOB_COMPLETION_INDEX"),
    Scheduler(index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE"),
    Scheduler(index: "PBS_ARRAY_INDEX"),
    Scheduler(
      index: "SGE_TASK_ID", count: "SGE_TASK_LAST", first: 1, lowest: "SGE_TASK_FIRST",
      step: "SGE_TASK_STEPSIZE", alone: "undefined"),
    Scheduler(
      index: "LSB_JOBINDEX", count: "LSB_JOBINDEX_END", first: 1, step: "LSB_JOBINDEX_STEP",
      alone: "0"),
  ]

  /// - Throws: `ValidationError` where neither says which part, or how many there are, or two schedulers
  ///   say two.
  init(index given: Int?, of count: Int?, environment: [String: String]) throws {
    let telling = Self.schedulers.filter {
      environment[$0.index].map { [alone = $0.alone] in $0 != alone } ?? false
    }
    let scheduler = telling.first
    let told = try given == nil ? Self.part(telling, environment) : nil
    guard let count = count ?? scheduler.flatMap({ Self.count(by: $0, environment) }) else {
      let which = scheduler.map { "\($0.index) does not say how many parts there are" }
      throw ValidationError(
        "--of is missing\(which.map { ", and \($0)" } ?? ""). Allowed: 1 through 100,000. Give --of, "
          + "the number of parts.")
    }
    guard let index = given ?? told else {
      throw ValidationError(
        "--index is missing, and no scheduler says one. Allowed: 0 through \(count - 1). Give --index, or "
          + "run in a job array of Slurm, Kubernetes, AWS Batch, PBS, Grid Engine or LSF.")
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

  /// The part that all of these say; `nil` where there are none.
  private static func part(_ telling: [Scheduler], _ environment: [String: String]) throws -> Int? {
    let parts = try telling.map { try number($0.index, environment) - $0.first }
    if let other = parts.firstIndex(where: { $0 != parts[0] }) {
      func says(_ place: Int) -> String {
        "\(telling[place].index) is \(parts[place] + telling[place].first)"
      }
      throw ValidationError(
        "\(says(0)), and \(says(other)). Allowed: one part. Give --index, or unset one of them.")
    }
    return parts.first
  }

  /// - Throws: `ValidationError` where the variable holds none.
  private static func number(_ name: String, _ environment: [String: String]) throws -> Int {
    let text = environment[name] ?? ""
    guard let number = Int(text), number < 1 << 40 else {
      throw ValidationError(
        "\(name) is \(text.prefix(40)). Allowed: a task's number, as the scheduler sets it. Unset it, or "
          + "give --index.")
    }
    return number
  }

  private static func count(
    by scheduler: Scheduler, _ environment: [String: String]
  ) -> Int? {
    if let lowest = scheduler.lowest, environment[lowest] != String(scheduler.first) { return nil }
    if let step = scheduler.step.flatMap({ environment[$0] }), step != "1" { return nil }
    let count = scheduler.count.flatMap { environment[$0] }.flatMap(Int.init)
    return count.flatMap { (1...Partial.mostParts).contains($0) ? $0 : nil }
  }
}

/// Which part of a run a command makes.
struct PartOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Number of parts, 1 through 100,000.")
  var of: Int?

  @Option(parsing: .unconditional, help: "Which of them, the first being 0.")
  var index: Int?

  func validate() {
    if let of, !(1...Partial.mostParts).contains(of) {
      Misuse.note("--of is \(of). Allowed: 1 through 100,000.")
    }
  }

  var isGiven: Bool { of != nil || index != nil }

  var task: ArrayTask {
    get throws {
      try ArrayTask(index: index, of: of, environment: ProcessInfo.processInfo.environment)
    }
  }
}
