import Foundation
import Testing

@Suite struct CheckpointTests {
  static let name = ".glidepath-checkpoint"

  static func project(_ folder: URL, seed: String = "7") -> [String] {
    ["project", ShardCommandTests.example, "--quiet", "--checkpoint-every", "0"]
      + ["--output", folder.path, "--trials", "60000", "--seed", seed]
  }

  /// The files of the same run, never stopped.
  static let whole = Result {
    try inTemporaryFolder { folder in
      let run = try Command.run(project(folder))
      #expect(run.status == 0, "\(run.errors)")
      return try ShardCommandTests.contents(of: folder)
    }
  }

  static func checkpoint(in folder: URL) -> URL {
    folder.appending(path: "\(ShardCommandTests.report)/\(name)")
  }

  /// Starts the run and kills it so many seconds after its first checkpoint.
  static func kill(after seconds: Double, in folder: URL) throws {
    let process = Command.process(project(folder))
    process.standardError = FileHandle.nullDevice
    try process.run()
    let path = checkpoint(in: folder).path
    while process.isRunning, !FileManager.default.fileExists(atPath: path) {
      Thread.sleep(forTimeInterval: 0.001)
    }
    Thread.sleep(forTimeInterval: seconds)
    #expect(process.isRunning)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
  }

  /// Killed three times, a run of its own moments each: the last command ends with the same cents.
  @Test func `after kill -9 at any moment the same command ends with the same bytes`() throws {
    try inTemporaryFolder { folder in
      for seconds in [0, 0.013, 0.06, 0.1, 0.4] {
        try Self.kill(after: seconds, in: folder)
        #expect(FileManager.default.fileExists(atPath: Self.checkpoint(in: folder).path))
      }
      let run = try Command.run(Self.project(folder))
      #expect(run.status == 0)
      #expect(run.errors.isEmpty, "\(run.errors)")
      let (made, whole) = (try ShardCommandTests.contents(of: folder), try Self.whole.get())
      #expect(Set(made.keys) == Set(whole.keys))
      for (name, bytes) in whole { #expect(made[name] == bytes, "\(name)") }
    }
  }

  @Test func `another run's checkpoint, and a damaged one, are not used and said so`() throws {
    try inTemporaryFolder { folder in
      try Self.kill(after: 0, in: folder)
      let file = Self.checkpoint(in: folder)
      let kept = try Data(contentsOf: file)
      let other = try Command.run(Self.project(folder, seed: "8"))
      #expect(other.status == 0)
      #expect(
        other.errors
          == "\(file.path) is not used: it is of seed 7, not 8. Simulating from the first trial.\n")
      #expect(!FileManager.default.fileExists(atPath: file.path))
      try kept.dropLast().write(to: file)
      let damaged = try Command.run(Self.project(folder))
      #expect(damaged.status == 0)
      #expect(
        damaged.errors
          == "\(file.path) is not used: it is damaged. Simulating from the first trial.\n")
      #expect(try ShardCommandTests.contents(of: folder) == (try Self.whole.get()))
    }
  }

  @Test func `a short run leaves no checkpoint, and its interval has bounds`() throws {
    #expect(try Self.whole.get()[Self.name] == nil)
    let run = try Command.run(
      "project", ShardCommandTests.example, "--checkpoint-every", "90000")
    #expect(run.status == 64)
    #expect(
      run.faults.first
        == "Error: --checkpoint-every is 90000.0. Allowed: 0 through 86,400 seconds.")
  }
}
