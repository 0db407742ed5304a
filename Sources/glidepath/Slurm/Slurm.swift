import Foundation

/// Slurm's own commands, run as a user would.
enum Slurm {
  struct Answer {
    var status: Int32
    var output, errors: String
    /// What it complains of, on one line.
    var complaint: String {
      let line = errors.split(separator: "\n").last.map(String.init) ?? "status \(status)"
      return line.trimmingCharacters(in: .whitespaces)
    }
  }

  /// - Throws: `ExitCode`, after one sentence, where there is no such command.
  static func ask(_ command: String, _ arguments: [String]) throws -> Answer {
    let (process, output, errors) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    func text(_ pipe: Pipe) -> String {
      String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    let answer = (text(output), text(errors))
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      Leaving.say(
        "\(command) cannot be found. Allowed: a machine from which Slurm jobs are submitted. Log in to "
          + "one, or leave out --engine.")
      throw Leaving.missingInput
    }
    return Answer(status: process.terminationStatus, output: answer.0, errors: answer.1)
  }

  /// Submits a script and says its job's number.
  ///
  /// - Throws: `ExitCode`, after one sentence, where Slurm takes none.
  static func submit(_ script: String, _ options: [String]) throws -> Int {
    let answer = try ask("sbatch", ["--parsable"] + options + [script])
    // With several clusters the answer is `number;cluster`.
    let number = answer.output.split { $0 == ";" || $0.isWhitespace }.first.flatMap { Int($0) }
    guard answer.status == 0, let number else {
      Leaving.say(
        "\(script): sbatch does not take it: \(answer.complaint). Mend what it names (SBATCH_PARTITION, "
          + "SBATCH_ACCOUNT and the like are passed on), and give the same command again.")
      throw Leaving.internalFault
    }
    return number
  }

  /// What is queued of some jobs: one element a task, or a job of its own.
  struct Queued {
    var job: Int
    var state, reason: String
  }

  /// `nil` where Slurm does not answer now.
  static func queue(of jobs: [Int]) throws -> [Queued]? {
    guard !jobs.isEmpty else { return [] }
    let list = jobs.map(String.init).joined(separator: ",")
    let answer = try ask("squeue", ["-h", "-r", "-j", list, "-o", "%F %T %r"])
    guard answer.status == 0 else {
      return answer.errors.contains("Invalid job id") ? [] : nil
    }
    return answer.output.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count > 1, let job = Int(words[0]) else { return nil }
      return Queued(job: job, state: words[1], reason: words.count > 2 ? words[2] : "")
    }
  }
}
