import Foundation

/// What a job array and its merge run: scripts that name every argument in full.
struct SlurmScripts {
  /// Absolute paths: of this program, the scenario, the folder of parts and the folder of reports.
  var program, scenario, parts, output: String
  var template: String?
  var count: Int
  var simulation: SimulationOptions

  /// One part of the array, told its number by Slurm.
  var part: String {
    """
    #!/bin/bash
    # One part of \(count) of a run of Glidepath; the array's task number says which.
    set -euo pipefail
    exec \(Self.quoted(program)) shard \(Self.quoted(scenario)) \(words(changes)) \\
      --workers "${SLURM_CPUS_PER_TASK:-1}" --of \(count) --index "$SLURM_ARRAY_TASK_ID" \\
      --output \(Self.quoted(parts))/"$SLURM_ARRAY_TASK_ID".glidepath --quiet

    """
  }

  /// All parts added up and the report written.
  var merge: String {
    let folder = URL(filePath: scenario).deletingLastPathComponent().path
    let look = template.map { ["--template", $0] } ?? []
    return """
      #!/bin/bash
      # The report of all \(count) parts, once every one of them is there.
      set -euo pipefail
      exec \(Self.quoted(program)) merge \(Self.quoted(parts))/*.glidepath \\
        \(words(["--output", output, "--scenarios", folder] + look)) \\
        --workers "${SLURM_CPUS_PER_TASK:-1}"

      """
  }

  /// What the command line changes of the scenario.
  private var changes: [String] {
    let given: [(String, String?)] = [
      ("--trials", simulation.trials.map(String.init)),
      ("--seed", simulation.seed.map(String.init)),
      ("--sampler", simulation.sampler?.rawValue),
    ]
    return given.flatMap { name, value in value.map { [name, $0] } ?? [] }
  }

  private func words(_ arguments: [String]) -> String {
    arguments.map(Self.quoted).joined(separator: " ")
  }

  /// One word to a shell, whatever it holds.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
