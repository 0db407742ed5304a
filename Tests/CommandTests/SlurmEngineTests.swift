import Foundation
import Testing

/// `glidepath project --engine slurm` on a stand-in for Slurm: scripts that take sbatch's, squeue's and
/// scancel's place and run each task at once. Slurm itself is in Tests/Cluster/slurm.sh.
@Suite struct SlurmEngineTests {
  /// Runs the array's tasks, but the one in `$FAILS`, and the merge where all of them went well.
  private static let sbatch = """
    #!/bin/bash
    echo "sbatch $*" >> "$STANDIN/asked"
    job=$(($(cat "$STANDIN/job" 2>/dev/null || echo 100) + 1)); echo $job > "$STANDIN/job"
    for argument; do
      case $argument in
        --array=*) array=${argument#*=} ;;
        --output=*) log=${argument#*=} ;;
        --dependency=*) [ -e "$STANDIN/failed" ] && { rm "$STANDIN/failed"; echo $job; exit; } ;;
      esac
    done
    script=$argument
    tasks() { for range in ${array//,/ }; do seq ${range%-*} ${range#*-}; done; }
    if [ -z "$array" ]; then bash "$script" > "$log" 2>&1; fi
    [ -z "$array" ] || for task in $(tasks); do
      out=${log/\\%a/$task}
      if [ "$task" = "$FAILS" ]; then
        echo "slurmstepd: error: killed" > "$out"; touch "$STANDIN/failed"
      else
        SLURM_ARRAY_TASK_ID=$task bash "$script" > "$out" 2>&1
      fi
    done
    echo "$job;cluster"

    """

  private func inCluster(
    _ body: (URL, _ environment: [String: String]) throws -> Void
  ) throws {
    try inTemporaryFolder { folder in
      // A folder whose name a shell would take apart.
      let here = folder.appending(path: "it's here")
      for name in ["bin", "standin"] {
        try FileManager.default.createDirectory(
          at: here.appending(path: name), withIntermediateDirectories: true)
      }
      for (name, text) in [
        "sbatch": Self.sbatch, "squeue": "#!/bin/bash\nexit 0\n", "scancel": "#!/bin/bash\n",
      ] {
        let file = here.appending(path: "bin/\(name)")
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      }
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      try body(
        here,
        [
          "PATH": "\(here.path)/bin:\(path)", "STANDIN": here.appending(path: "standin").path,
        ])
    }
  }

  /// The folders in which parts are gathered.
  private static func parts(in folder: URL) throws -> [String] {
    let report = "\(folder.path)/out/\(ShardCommandTests.report)"
    return try FileManager.default.contentsOfDirectory(atPath: report)
      .filter { $0.hasPrefix(".glidepath-parts-") }.map { "\(report)/\($0)" }
  }

  private static let arguments =
    ["project", Command.root.appending(path: ShardCommandTests.example).path, "--engine", "slurm"]
    + ShardCommandTests.trials

  @Test func `a job array and its merge write the report of one machine, to the byte`() throws {
    try inCluster { folder, environment in
      let run = try Command.run(
        Self.arguments + ["--of", "3", "--output", "out"], environment: environment, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.errors == "Job 101: 3 of 3 parts.\nJob 102: the merge, once all of 101 is done.\n")
      #expect(run.output.contains("Wrote ") && run.output.contains("Five-year net"))
      #expect(
        try ShardCommandTests.contents(of: folder.appending(path: "out"))
          == (try ShardCommandTests.whole.get()))
      let asked = try String(
        contentsOf: folder.appending(path: "standin/asked"), encoding: .utf8)
      #expect(asked.contains("--array=0-2 ") && asked.contains("--dependency=afterok:101 "))
    }
  }

  @Test func `where a part failed nothing is written, and only that part is run again`() throws {
    try inCluster { folder, environment in
      let arguments = Self.arguments + ["--of", "3", "--output", "out"]
      let failed = try Command.run(
        arguments, environment: environment.merging(["FAILS": "1"]) { $1 }, in: folder)
      #expect(failed.status == 70)
      let parts = try #require(try Self.parts(in: folder).first)
      #expect(
        failed.errors
          == "Job 101: 3 of 3 parts.\nJob 102: the merge, once all of 101 is done.\n"
          + "1 of 3 parts are missing: 1. The merge was not run. See \(parts)/1.log. The log ends: "
          + "slurmstepd: error: killed\nGive the same command again: it runs only what is missing.\n"
      )
      #expect(!FileManager.default.fileExists(atPath: "\(parts)/../run.json"))
      // A part of another seed in its folder is not taken for one of this run.
      try FileManager.default.removeItem(atPath: "\(parts)/2.glidepath")
      let stranger = try Command.run(
        "shard", ShardCommandTests.example, "--trials", "2100", "--seed", "8", "--of", "3",
        "--index", "2", "--output", "\(parts)/2.glidepath")
      #expect(stranger.status == 0, "\(stranger.errors)")
      let again = try Command.run(arguments, environment: environment, in: folder)
      #expect(again.status == 0)
      #expect(
        again.errors
          == "Job 103: 2 of 3 parts, those that are missing.\n"
          + "Job 104: the merge, once all of 103 is done.\n")
      #expect(
        try ShardCommandTests.contents(of: folder.appending(path: "out"))
          == (try ShardCommandTests.whole.get()))
    }
  }

  /// Jobs 101 and 102 of 2,100 trials are queued still; a run of 2,200 neither watches them nor takes
  /// away their parts.
  @Test func `another run has parts and jobs of its own`() throws {
    try inCluster { folder, environment in
      let arguments = Self.arguments + ["--of", "3", "--output", "out"]
      let failing = environment.merging(["FAILS": "1"]) { $1 }
      #expect(try Command.run(arguments, environment: failing, in: folder).status == 70)
      let first = try #require(try Self.parts(in: folder).first)
      let queue = "#!/bin/bash\n[[ $* == *101* ]] && echo '101 RUNNING None'; exit 0\n"
      try Data(queue.utf8).write(to: folder.appending(path: "bin/squeue"))
      let other = try Command.run(
        arguments + ["--trials", "2200"], environment: failing, in: folder)
      #expect(other.status == 70)
      #expect(other.errors.hasPrefix("Job 103: 3 of 3 parts.\n"))
      #expect(try Self.parts(in: folder).count == 2)
      let kept = try FileManager.default.contentsOfDirectory(atPath: first)
      #expect(
        kept.filter { $0.hasSuffix(".glidepath") }.sorted() == ["0.glidepath", "2.glidepath"])
    }
  }

  @Test func `an answer that names no job is not taken for one`() throws {
    try inCluster { folder, environment in
      func says(_ command: String, _ script: String) throws -> String {
        try Data("#!/bin/bash\n\(script)\n".utf8).write(
          to: folder.appending(path: "bin/\(command)"))
        let run = try Command.run(
          Self.arguments + ["--output", "out"], environment: environment, in: folder)
        #expect(run.status == 70)
        return run.errors
      }
      for (answer, shown) in [("garbage here", "\"garbage here\""), ("-5", "\"-5\"")] {
        let said = try says("sbatch", "echo '\(answer)'")
        let parts = try #require(try Self.parts(in: folder).first)
        #expect(
          said
            == "\(parts)/part.sh: sbatch answers \(shown), which is no job's number. See with squeue "
            + "whether a job was submitted, end it with scancel, and give the same command again.\n"
        )
      }
      // More than a pipe holds, on the one that is read last.
      let loud = try says("sbatch", "head -c 300000 /dev/zero | tr '\\0' e >&2; echo; echo -5")
      #expect(loud.contains("which is no job's number"))
      _ = try says("sbatch", "echo 42")
      #expect(
        try says("squeue", "echo total garbage")
          == "squeue does not answer, or not with jobs. Give the same command again when Slurm does.\n"
      )
      try FileManager.default.removeItem(at: folder.appending(path: "bin/squeue"))
      let run = try Command.run(
        Self.arguments + ["--output", "elsewhere"],
        environment: environment.merging(["PATH": "\(folder.path)/bin"]) { $1 }, in: folder)
      #expect(run.status == 66)
      #expect(run.errors.hasPrefix("squeue cannot be found."))
    }
  }

  @Test func `what Slurm cannot do, or cannot be asked, is said in a sentence`() throws {
    try inCluster { folder, environment in
      func says(
        _ status: Int32, _ arguments: [String], _ environment: [String: String]
      ) throws -> String {
        let run = try Command.run(arguments, environment: environment, in: folder)
        #expect(run.status == status)
        return run.errors
      }
      let nowhere = environment.merging(["PATH": "/nowhere"]) { $1 }
      #expect(
        try says(66, Self.arguments + ["--output", "out"], nowhere)
          == "sbatch cannot be found. Allowed: a machine from which Slurm jobs are submitted. Log in to "
          + "one, or leave out --engine.\n")
      let refuses =
        "#!/bin/bash\necho 'sbatch: error: invalid partition specified: x' >&2; exit 1\n"
      try Data(refuses.utf8).write(to: folder.appending(path: "bin/sbatch"))
      let said = try says(70, Self.arguments + ["--output", "out"], environment)
      let parts = try #require(try Self.parts(in: folder).first)
      #expect(
        said
          == "\(parts)/part.sh: sbatch does not take it: sbatch: error: invalid partition specified: x. "
          + "Mend what it names (SBATCH_PARTITION, SBATCH_ACCOUNT and the like are passed on), and give "
          + "the same command again.\n")
      #expect(
        try says(64, Self.arguments + ["--keep-trials", "--json"], environment)
          == "Error: --keep-trials and --json cannot be had with --engine slurm. Allowed: on one "
          + "machine. Leave out one or the other.\n")
      #expect(
        try says(64, ["project", ShardCommandTests.example, "--of", "3"], environment).hasPrefix(
          "Error: --of is 3 without --engine. Allowed: with --engine slurm. Give both, or run one part "
            + "with glidepath shard.\n"))
    }
  }
}
