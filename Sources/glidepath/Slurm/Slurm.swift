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

  /// - Throws: `ExitCode`, after one sentence, where one of the commands that a run needs is not there.
  static func find() throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for command in ["sbatch", "squeue"] {
      let isThere = path.split(separator: ":").contains { access("\($0)/\(command)", X_OK) == 0 }
      if !isThere { try leave(without: command) }
    }
  }

  private static func leave(without command: String) throws -> Never {
    Leaving.say(
      "\(command) cannot be found. Allowed: a machine from which Slurm jobs are submitted. Log in to "
        + "one, or leave out --engine.")
    throw Leaving.missingInput
  }

  /// - Throws: `ExitCode`, after one sentence, where there is no such command, and where Ctrl-C is pressed
  ///   before it answers.
  static func ask(_ command: String, _ arguments: [String]) throws -> Answer {
    let (process, output, errors) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let pipes = [output, errors].map(\.fileHandleForReading.fileDescriptor)
    guard let texts = read(pipes) else {
      process.terminate()
      Leaving.say("Interrupted while \(command) did not answer. See what is queued with squeue.")
      throw Leaving.interrupted
    }
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { try leave(without: command) }
    return Answer(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// What comes out of several pipes until all are closed: of all at once, since whoever fills one waits
  /// until it is read. `nil` once Ctrl-C is pressed.
  private static func read(_ pipes: [Int32]) -> [String]? {
    var (read, open) = (pipes.map { _ in [UInt8]() }, pipes)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !open.isEmpty {
      if Interruption.isRequested() { return nil }
      var asked = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&asked, nfds_t(asked.count), 100) > 0 else { continue }
      for pipe in asked where pipe.revents != 0 {
        let count = Foundation.read(pipe.fd, &buffer, buffer.count)
        if count > 0, let place = pipes.firstIndex(of: pipe.fd) {
          read[place] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          open.removeAll { $0 == pipe.fd }
        }
      }
    }
    return read.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Submits a script and says its job's number.
  ///
  /// - Throws: `ExitCode`, after one sentence, where Slurm takes none.
  static func submit(_ script: String, _ options: [String]) throws -> Int {
    let answer = try ask("sbatch", ["--parsable"] + options + [script])
    // With several clusters the answer is `number;cluster`.
    let number = answer.output.split { $0 == ";" || $0.isWhitespace }.first.flatMap { Int($0) }
    guard answer.status == 0 else {
      Leaving.say(
        "\(script): sbatch does not take it: \(answer.complaint). Mend what it names (SBATCH_PARTITION, "
          + "SBATCH_ACCOUNT and the like are passed on), and give the same command again.")
      throw Leaving.internalFault
    }
    guard let number, number > 0 else {
      let said =
        answer.output.split(separator: "\n").first.map { "\"\($0.prefix(80))\"" } ?? "nothing"
      Leaving.say(
        "\(script): sbatch answers \(said), which is no job's number. See with squeue whether a job was "
          + "submitted, end it with scancel, and give the same command again.")
      throw Leaving.internalFault
    }
    return number
  }

  /// What is queued of some jobs: one element a task, or a job of its own.
  struct Queued: Equatable {
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
    let queued = answer.output.split(whereSeparator: \.isNewline).map { line -> Queued? in
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count > 1, let job = Int(words[0]) else { return nil }
      return Queued(job: job, state: words[1], reason: words.count > 2 ? words[2] : "")
    }
    // Whoever writes anything else has not said that nothing is queued.
    return queued.contains { $0 == nil } ? nil : queued.compactMap { $0 }
  }
}
