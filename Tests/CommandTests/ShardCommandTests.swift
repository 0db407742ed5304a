import Foundation
import Testing

@Suite struct ShardCommandTests {
  static let example = "Scenarios/rural-first-agreement.yaml"
  /// Three blocks: a report's fixed studies take longer the more there are.
  static let trials = ["--trials", "2100", "--seed", "7"]
  static let report = "rural-first-agreement"

  /// The files of the same run on one machine.
  static let whole = Result {
    try inTemporaryFolder { folder in
      let run = try Command.run(
        ["project", example, "--quiet", "--output", folder.path] + trials)
      #expect(run.status == 0, "\(run.errors)")
      return try contents(of: folder)
    }
  }

  static func contents(of folder: URL) throws -> [String: Data] {
    let report = folder.appending(path: report)
    return try Dictionary(
      uniqueKeysWithValues: names(in: report).map {
        ($0, try Data(contentsOf: report.appending(path: $0)))
      })
  }

  @Test(arguments: [1, 7])
  func `merged parts are the report of one machine, to the byte`(count: Int) throws {
    try inTemporaryFolder { folder in
      let files = (0..<count).map { folder.appending(path: "\($0).glidepath").path }
      for (index, file) in files.enumerated() {
        // Each tells its number as another scheduler would.
        let environment = [
          "SLURM_ARRAY_TASK_ID": "\(index)", "SLURM_ARRAY_TASK_COUNT": "\(count)",
          "SLURM_ARRAY_TASK_MIN": "0",
        ]
        let run = try Command.run(
          ["shard", Self.example, "--output", file] + Self.trials, environment: environment)
        #expect(run.status == 0, "\(run.errors)")
      }
      let merged = try Command.run(
        ["merge", "--quiet", "--output", folder.path] + files.reversed())
      #expect(merged.status == 0, "\(merged.errors)")
      let (made, whole) = (try Self.contents(of: folder), try Self.whole.get())
      #expect(Set(made.keys) == Set(whole.keys))
      for (name, bytes) in whole { #expect(made[name] == bytes, "\(name)") }
    }
  }

  @Test func `which part of how many comes from the command line or the scheduler`() throws {
    try inTemporaryFolder { folder in
      func shard(_ arguments: [String], _ environment: [String: String]) throws -> Command {
        try? FileManager.default.removeItem(at: folder.appending(path: "p"))
        return try Command.run(
          ["shard", Self.example, "--output", folder.appending(path: "p").path] + Self.trials
            + arguments, environment: environment)
      }
      let eight = ["--of", "8"]
      for environment in [
        ["JOB_COMPLETION_INDEX": "7"], ["PBS_ARRAY_INDEX": "0"],
        ["SGE_TASK_ID": "8", "SGE_TASK_FIRST": "8"], ["AWS_BATCH_JOB_ARRAY_INDEX": "3"],
        ["LSB_JOBINDEX": "8"], ["SGE_TASK_ID": "undefined", "JOB_COMPLETION_INDEX": "7"],
      ] {
        let run = try shard(eight, environment)
        #expect(run.status == 0, "\(environment)")
      }
      #expect(
        try shard([], ["AWS_BATCH_JOB_ARRAY_INDEX": "3", "AWS_BATCH_JOB_ARRAY_SIZE": "8"]).status
          == 0)
      #expect(try shard(eight + ["--index", "2"], ["SLURM_ARRAY_TASK_ID": "99"]).status == 0)
      #expect(try shard(eight + ["--index", "2"], ["SLURM_ARRAY_TASK_ID": "x"]).status == 0)
      #expect(try shard([], ["LSB_JOBINDEX": "8", "LSB_JOBINDEX_END": "8"]).status == 0)
      func says(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
        let run = try shard(arguments, environment)
        #expect(run.status == 64)
        return run.errors
      }
      #expect(
        try says(eight)
          == "Error: --index is missing, and no scheduler says one. Allowed: 0 through 7. Give --index, or "
          + "run in a job array of Slurm, Kubernetes, AWS Batch, PBS, Grid Engine or LSF.\n")
      #expect(
        try says(["--index", "3"])
          == "Error: --of is missing. Allowed: 1 through 100,000. Give --of, the number of parts.\n"
      )
      #expect(
        try says([], ["SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_MIN": "3"])
          == "Error: --of is missing, and SLURM_ARRAY_TASK_ID does not say how many parts there are. "
          + "Allowed: 1 through 100,000. Give --of, the number of parts.\n")
      #expect(
        try says(eight, ["SLURM_ARRAY_TASK_ID": "8"])
          == "Error: SLURM_ARRAY_TASK_ID is 8. Allowed: 0 through 7, as there are 8 parts. Number the "
          + "tasks from 0.\n")
      // A job array within another's task: both are parts of something, and only the user knows of what.
      #expect(
        try says(eight, ["SLURM_ARRAY_TASK_ID": "3", "SGE_TASK_ID": "5"])
          == "Error: SLURM_ARRAY_TASK_ID is 3, and SGE_TASK_ID is 5. Allowed: one part. Give --index, or "
          + "unset one of them.\n")
      #expect(try shard(eight, ["SLURM_ARRAY_TASK_ID": "3", "SGE_TASK_ID": "4"]).status == 0)
      for number in ["abc", "", "0x1", "12345678901234567890"] {
        #expect(
          try says(eight, ["PBS_ARRAY_INDEX": number])
            == "Error: PBS_ARRAY_INDEX is \(number). Allowed: a task's number, as the scheduler sets "
            + "it. Unset it, or give --index.\n")
      }
      // Every second task alone: how many parts there are it does not say.
      let second = ["SGE_TASK_ID": "3", "SGE_TASK_FIRST": "1", "SGE_TASK_LAST": "7"]
      #expect(try shard([], second.merging(["SGE_TASK_STEPSIZE": "1"]) { $1 }).status == 0)
      #expect(
        try says([], second.merging(["SGE_TASK_STEPSIZE": "2"]) { $1 })
          .hasPrefix("Error: --of is missing, and SGE_TASK_ID does not say"))
      #expect(try says(eight, ["LSB_JOBINDEX": "0"]).hasPrefix("Error: --index is missing"))
      #expect(
        try says(eight, ["SGE_TASK_ID": "0"])
          == "Error: SGE_TASK_ID is 0. Allowed: 1 through 8, as there are 8 parts. Number the tasks from "
          + "1.\n")
      #expect(
        try says(eight + ["--index", "8"])
          == "Error: --index is 8. Allowed: 0 through 7, as there are 8 parts. Number the tasks from 0.\n"
      )
    }
  }

  @Test func `a shard writes over nothing but a partial`() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "deck.pptx")
      try Data("PK".utf8).write(to: file)
      let run = try Command.run(
        ["shard", Self.example, "--of", "9", "--index", "0", "--output", file.path] + Self.trials)
      #expect(run.status == 73)
      #expect(
        run.errors
          == "\(file.path): is there already, and is no partial. Choose another --output, or move it "
          + "away.\n")
      #expect(try Data(contentsOf: file) == Data("PK".utf8))
      let merged = try Command.run("merge", file.path, "--output", folder.path)
      #expect(merged.status == 65)
      #expect(
        merged.errors
          == "\(file.path): is no partial. Allowed: a file that glidepath shard wrote. Leave it out.\n"
      )
      #expect(try Command.run("merge", "nowhere", "--output", folder.path).status == 66)
    }
  }

  @Test func `the Slurm script runs the parts that are missing, and those that are there not`()
    throws
  {
    try inTemporaryFolder { folder in
      let scenario = Command.root.appending(path: Self.example).path
      let line = """
        set -e; mkdir parts bin; ln -s "$glidepath" bin/glidepath; export PATH="$PWD/bin:$PATH" OF=3
        glidepath shard --template slurm > job.sh
        for task in 0 2; do SLURM_ARRAY_TASK_ID=$task bash job.sh "\(scenario)" --trials 2100; done
        glidepath merge parts/*.glidepath 2> refused && exit 9
        chmod 400 parts/0.glidepath parts/2.glidepath
        for task in 0 1 2; do SLURM_ARRAY_TASK_ID=$task bash job.sh "\(scenario)" --trials 2100; done
        ls parts | tr '\\n' ' '; cat refused
        """
      let run = try Command.shell(line, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.output
          == "0.glidepath 1.glidepath 2.glidepath No partial counts trials 1,024 through 2,047 of 2,100. "
          + "Allowed: every trial once. Missing of 3 shards: --index 1. Run the shard that is missing, and "
          + "name its file.\n")
    }
  }

  @Test func `a part of another run is not replaced, nor another part of this one`() throws {
    try inTemporaryFolder { folder in
      func says(_ status: Int32, _ index: String, seed: String = "7") throws -> String {
        let run = try Command.run(
          "shard", Command.root.appending(path: Self.example).path, "--of", "2", "--index", index,
          "--trials", "2100", "--seed", seed, "--quiet", "--output", "part", in: folder)
        #expect(run.status == status)
        return run.errors
      }
      #expect(try says(0, "1").isEmpty)
      let written = try Data(contentsOf: folder.appending(path: "part"))
      #expect(
        try says(73, "0")
          == "part: is there already, and is of part 1 of 2, not 0 of 2. Choose another --output, or "
          + "move it away.\n")
      #expect(
        try says(73, "1", seed: "8")
          == "part: is there already, and is of seed 7, not 8. Choose another --output, or move it "
          + "away.\n")
      #expect(try Data(contentsOf: folder.appending(path: "part")) == written)
      #expect(try says(0, "1").isEmpty)
      // What cannot be read as a part of anything is no loss.
      try written.dropLast().write(to: folder.appending(path: "part"))
      #expect(try says(0, "0").isEmpty)
    }
  }

  @Test func `each template is printed whole, and Python reads the driver`() throws {
    let job = try Command.run("shard", "--template", "kubernetes")
    #expect(job.status == 0)
    #expect(job.output.contains("completionMode: Indexed"))
    let driver = try Command.shell(
      "$glidepath shard --template dask | python3 -c 'import ast, sys; ast.parse(sys.stdin.read())'"
    )
    #expect(driver.status == 0, "\(driver.errors)")
    let other = try Command.run("shard", "--template", "lsf")
    #expect(other.status == 64)
    #expect(try Command.run("shard", "--of", "2", "--index", "0").status == 64)
  }
}
