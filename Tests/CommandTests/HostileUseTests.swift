import Foundation
import Testing

/// Devices that are full, readers that go away, and files that are not what they seem.
@Suite struct HostileUseTests {
  static let verbs = [
    "rules --track levelC", "schema", "check Scenarios/rural-first-agreement.yaml",
    "settle Scenarios/cases/loss-at-level-e.yaml",
    "explain Scenarios/rural-first-agreement.yaml --trial 4",
  ]

  @Test(arguments: verbs)
  func `a full device or a closed output is 73 and one sentence`(verb: String) throws {
    for line in ["$glidepath \(verb) > /dev/full", "$glidepath \(verb) >&-"] {
      let run = try Command.shell(line)
      #expect(run.status == 73)
      #expect(run.faults.count == 1)
      #expect(run.errors.hasPrefix("Standard output cannot be written:"))
    }
  }

  @Test(arguments: verbs)
  func `a reader that goes away ends the program in silence`(verb: String) throws {
    for trap in ["", "trap '' PIPE; "] {
      let run = try Command.shell("\(trap)$glidepath \(verb) | true; exit ${PIPESTATUS[0]}")
      // A short text may be in the pipe before its reader has gone.
      #expect([0, 141].contains(run.status))
      #expect(run.errors.isEmpty)
    }
  }

  @Test func `a fault is still told by the status where standard error is full or closed`() throws {
    #expect(try Command.shell("$glidepath check nowhere.yaml 2> /dev/full").status == 66)
    #expect(try Command.shell("$glidepath check nowhere.yaml 2>&-").status == 66)
  }

  /// A row is looked for, and then read with its header: what a pipe held would be gone by then.
  @Test func `a draft is not made from a pipe`() throws {
    let run = try Command.shell(
      """
      set -e; folder=$(mktemp -d); mkfifo $folder/PY2022.csv
      timeout -k 9 20 $glidepath draft $folder/PY2022.csv --aco A1 || status=$?
      rm -r $folder; exit $status
      """)
    #expect(run.status == 65)
    #expect(run.faults.count == 1 && run.errors.contains("is a pipe or a device."))
  }

  @Test func `every missing and every faulty file is named, and nothing is simulated`() throws {
    try inTemporaryFolder { folder in
      let run = try Command.run(
        "project", "nowhere.yaml", FrontDoorTests.example, "Scenarios", "--output", folder.path)
      #expect(run.status == 66)
      #expect(run.faults.count == 2)
      #expect(names(in: folder).isEmpty)
    }
  }

  @Test func `an empty name of an output folder is misuse`() throws {
    let run = try Command.run("project", FrontDoorTests.example, "--output", "")
    #expect(run.status == 64)
    #expect(run.faults == ["Error: --output is empty. Allowed: the name of a folder."])
  }

  @Test(arguments: [
    ["--year", "1900"], ["--year=-5"], ["--year", "9223372036854775807"],
    ["--agreement-start", "2024-01-01", "--year", "2030"],
    ["--agreement-start", "2028-01-01", "--year", "2026"], ["--agreement-start", "2018-01-01"],
    ["--edition", "popular"], ["diff", "2023", "regulation"], ["diff", "1800", "2500"],
    ["--track", "levelF"],
  ])
  func `rules outside their years, tracks and editions are misuse in one sentence`(
    arguments: [String]
  ) throws {
    let line = arguments.joined(separator: " ")
    let run = try Command.shell("$glidepath rules \(line)")
    #expect(run.status == 64)
    #expect(run.faults.count == 1)
    #expect(run.output.isEmpty)
  }

  @Test func `the last year of an agreement that began in mid-year has rules`() throws {
    let run = try Command.run("rules", "--agreement-start", "2019-07-01", "--year", "2024")
    #expect(run.status == 0)
  }

  @Test func `a title cannot steer the terminal`() throws {
    try inTemporaryFolder { folder in
      let text = try String(
        contentsOf: Command.root.appending(path: FrontDoorTests.example), encoding: .utf8)
      let file = folder.appending(path: "steering.yaml")
      try text.replacing(/title: [^#]*#/) { _ in #"title: "A\e[2J\e]0;x\aB" #"# }
        .write(to: file, atomically: true, encoding: .utf8)
      let run = try Command.run("explain", file.path, "--trial", "1")
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("A[2J]0;xB, Level A"))
    }
  }

  /// A limit on the size of files is one that cannot be written, and no killed program.
  @Test func `a file that may not grow is told, and nothing half-written stays`() throws {
    try inTemporaryFolder { folder in
      let run = try Command.shell(
        "ulimit -f 100; $glidepath project \(Command.root.path)/\(FrontDoorTests.example) "
          + "--trials 200 --quiet --output .", in: folder)
      #expect(run.status == 73, "\(run.errors)")
      #expect(run.faults.count == 1)
      let left = names(in: folder).filter { $0.contains(".") }
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func `draft refuses a start that no scenario may have, and says what a name tells`() throws
  {
    try inTemporaryFolder { folder in
      let text = [PortfolioSourceTests.header, PortfolioSourceTests.row("A9001", "One")]
        .joined(separator: "\n")
      try Data((text + "\n").utf8).write(to: folder.appending(path: "PY2021.csv"))
      let late = try Command.run(
        "draft", "PY2021.csv", "--year", "2022", "--aco", "A9001", "--agreement-start",
        "2031-01-01", in: folder)
      #expect(late.status == 64 && late.output.isEmpty)
      #expect(
        late.errors.hasPrefix(
          "Error: --agreement-start is 2031-01-01. Allowed: the first of January of a year through "
            + "2030."))
      let named = try Command.run(
        "draft", "PY2021.csv", "--year", "2022", "--aco", "A9001", in: folder)
      #expect(named.status == 0)
      #expect(
        named.faults.contains(
          "PY2021.csv: its name says 2021; read as performance year 2022."))
    }
  }

  @Test func `draft tells a folder and a missing file apart`() throws {
    let folder = try Command.run("draft", "Scenarios", "--aco", "A1001")
    #expect(folder.status == 65)
    #expect(folder.faults.count == 1)
    #expect(folder.errors.hasPrefix("Scenarios: is a folder."))
    #expect(try Command.run("draft", "nowhere.csv", "--aco", "A1001").status == 66)
  }
}
