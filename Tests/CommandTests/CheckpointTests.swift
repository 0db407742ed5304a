import Foundation
import Testing

@Suite struct CheckpointTests {
  /// A part of 300,000 trials, written after every few blocks.
  static func shard(_ output: URL, seed: String = "7", index: String = "0") -> [String] {
    [
      "shard", ShardCommandTests.example, "--of", "2", "--index", index, "--trials", "600000",
      "--seed", seed, "--checkpoint-every", "0", "--quiet", "--output", output.path,
    ]
  }

  /// Starts a command and kills it so many seconds after it has written this file, anew where it was
  /// there; `false` where it ended before.
  static func kill(_ arguments: [String], _ seconds: Double, after file: URL) throws -> Bool {
    let before = written(file)
    let process = Command.process(arguments)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while process.isRunning, written(file) == nil || written(file) == before {
      Thread.sleep(forTimeInterval: 0.001)
    }
    Thread.sleep(forTimeInterval: seconds)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// The number of the file's inode, which every writing changes.
  private static func written(_ file: URL) -> Int? {
    let facts = try? FileManager.default.attributesOfItem(atPath: file.path)
    return (facts?[.systemFileNumber] as? NSNumber)?.intValue
  }

  @Test func `after kill -9 at ten moments the same command ends with the same bytes`() throws {
    try inTemporaryFolder { folder in
      let whole = folder.appending(path: "whole")
      let never = try Command.run(Self.shard(whole))
      #expect(never.status == 0, "\(never.errors)")
      let part = folder.appending(path: "part")
      let checkpoint = folder.appending(path: "part.checkpoint")
      var killed = 0
      for moment in 0..<10 {
        // From at once to a twentieth of a second after a writing: while it counts, while it writes.
        let seconds = Double(moment * moment) / 1_620
        if try Self.kill(Self.shard(part), seconds, after: checkpoint) { killed += 1 }
        if FileManager.default.fileExists(atPath: part.path) {
          // It ended first: begin again, so that every moment is one of a running count.
          try FileManager.default.removeItem(at: part)
        }
      }
      #expect(killed >= 3)
      let last = try Command.run(Self.shard(part))
      #expect(last.status == 0)
      #expect(last.errors.isEmpty, "\(last.errors)")
      #expect(try Data(contentsOf: part) == (try Data(contentsOf: whole)))
      #expect(!FileManager.default.fileExists(atPath: checkpoint.path))
    }
  }

  @Test func `a project goes on where it was killed, to the same report`() throws {
    try inTemporaryFolder { folder in
      let (whole, killed) = (folder.appending(path: "whole"), folder.appending(path: "killed"))
      // More than the first round counts, so that it is written.
      func arguments(_ output: URL) -> [String] {
        ["project", ShardCommandTests.example, "--quiet", "--checkpoint-every", "0"]
          + ["--trials", "20000", "--seed", "7", "--output", output.path]
      }
      let report = killed.appending(path: ShardCommandTests.report)
      let checkpoint = report.appending(path: ".glidepath-checkpoint")
      #expect(try Self.kill(arguments(killed), 0.2, after: checkpoint))
      #expect(FileManager.default.fileExists(atPath: checkpoint.path))
      for output in [killed, whole] {
        let run = try Command.run(arguments(output))
        #expect(run.status == 0)
        #expect(run.errors.isEmpty, "\(run.errors)")
      }
      #expect(
        try ShardCommandTests.contents(of: killed) == (try ShardCommandTests.contents(of: whole)))
    }
  }

  @Test func `another run's checkpoint, and a damaged one, are not used and said so`() throws {
    try inTemporaryFolder { folder in
      let (part, file) = (
        folder.appending(path: "part"), folder.appending(path: "part.checkpoint")
      )
      #expect(try Self.kill(Self.shard(part), 0, after: file))
      let kept = try Data(contentsOf: file)
      func says(_ bytes: Data, _ arguments: [String]) throws -> String {
        try? FileManager.default.removeItem(at: part)
        try bytes.write(to: file)
        let run = try Command.run(arguments)
        #expect(run.status == 0)
        #expect(!FileManager.default.fileExists(atPath: file.path))
        return run.errors.replacing(folder.path + "/", with: "")
      }
      #expect(
        try says(kept, Self.shard(part, seed: "8"))
          == "part.checkpoint is not used: it is of seed 7, not 8. Simulating from the first trial.\n"
      )
      #expect(
        try says(kept, Self.shard(part, index: "1"))
          == "part.checkpoint is not used: it is of another part. Simulating from the first trial.\n"
      )
      #expect(
        try says(kept.dropLast(), Self.shard(part))
          == "part.checkpoint is not used: it is damaged. Simulating from the first trial.\n")
    }
  }

  @Test func `a run whose checkpoint cannot be written goes on, and says so once`() throws {
    try inTemporaryFolder { folder in
      let (whole, part) = (folder.appending(path: "whole"), folder.appending(path: "part"))
      #expect(try Command.run(Self.shard(whole)).status == 0)
      let taken = folder.appending(path: "part.checkpoint")
      try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: false)
      let run = try Command.run(Self.shard(part))
      #expect(run.status == 0)
      #expect(
        run.errors.replacing(folder.path + "/", with: "") == """
          part.checkpoint is not used: it is damaged. Simulating from the first trial.
          part.checkpoint cannot be written: a folder stands under that name. Choose another folder with --output, or mend \
          this one. The run goes on, and keeps nothing until it can.

          """)
      #expect(try Data(contentsOf: part) == (try Data(contentsOf: whole)))
      #expect(names(in: folder) == ["part", "part.checkpoint", "whole"])
    }
  }

  /// Interrupts a command once this file is there, or a second after its start.
  private static func interrupt(_ arguments: [String], after file: URL? = nil) throws -> Command {
    try inTemporaryFolder { scratch in
      let errors = scratch.appending(path: "errors")
      try Data().write(to: errors)
      let process = Command.process(arguments)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      let start = Date()
      while process.isRunning, file.map({ written($0) == nil }) ?? (start.timeIntervalSinceNow > -1)
      {
        Thread.sleep(forTimeInterval: 0.001)
      }
      process.interrupt()
      process.waitUntilExit()
      return Command(
        status: process.terminationStatus, output: "",
        errors: try String(contentsOf: errors, encoding: .utf8))
    }
  }

  @Test func `an interrupted run says whether the same command goes on from it`() throws {
    try inTemporaryFolder { folder in
      let checkpoint = folder.appending(path: "part.checkpoint")
      func shard(every seconds: String) -> [String] {
        [
          "shard", ShardCommandTests.example, "--of", "1", "--index", "0", "--trials", "10000000",
          "--checkpoint-every", seconds, "--quiet", "--output", folder.path + "/part",
        ]
      }
      let short = try Self.interrupt(shard(every: "3600"))
      #expect(short.status == 130)
      #expect(short.errors == "Interrupted; nothing was left half-written.\n")
      #expect(names(in: folder) == [])
      let long = try Self.interrupt(shard(every: "0"), after: checkpoint)
      #expect(long.status == 130)
      #expect(
        long.errors
          == "Interrupted; what was counted is kept, and the same command goes on from it.\n")
      #expect(names(in: folder) == ["part.checkpoint"])
    }
  }

  @Test func `a short run leaves no checkpoint, and its interval has bounds`() throws {
    #expect(try ShardCommandTests.whole.get()[".glidepath-checkpoint"] == nil)
    let run = try Command.run(
      "project", ShardCommandTests.example, "--checkpoint-every", "90000")
    #expect(run.status == 64)
    #expect(
      run.faults.first
        == "Error: --checkpoint-every is 90000.0. Allowed: 0 through 86,400 seconds.")
  }
}
