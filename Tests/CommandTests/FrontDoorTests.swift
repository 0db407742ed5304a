import Foundation
import Testing

@Suite struct FrontDoorTests {
  static let example = "Scenarios/rural-first-agreement.yaml"

  @Test func `project writes a whole report and prints a summary`() throws {
    try inTemporaryFolder { folder in
      let run = try Command.run(
        "project", Self.example, "--trials", "100", "--output", folder.path)
      #expect(run.status == 0)
      #expect(
        names(in: folder.appending(path: "rural-first-agreement")) == [
          "deck.html", "deck.pptx", "documentation.html", "documentation.md", "outcomes.csv",
          "run.json", "workbook.xlsx",
        ])
      #expect(run.output.contains("ENHANCED"))
      #expect(run.errors.isEmpty, "no progress where standard error is not a terminal")
      let table = run.output.split(separator: "\n").filter { !$0.hasPrefix("Wrote ") }
      #expect(table.allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `json is one JSON object on standard output`() throws {
    try inTemporaryFolder { folder in
      let run = try Command.run(
        "project", Self.example, "--trials", "100", "--json", "--output", folder.path)
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      #expect(object is [String: Any])
    }
  }

  @Test func `every shipped scenario is ready`() throws {
    let folder = Command.root.appending(path: "Scenarios")
    let files = names(in: folder).filter {
      $0.hasSuffix(".yaml") && !$0.hasPrefix("refused") && !$0.hasPrefix("cases")
    }
    #expect(files.count >= 10)
    for file in files {
      let run = try Command.run("check", "Scenarios/\(file)")
      #expect(run.status == 0, "\(file): \(run.errors)")
      #expect(run.output.contains("ready"))
    }
  }

  @Test func `a missing file is 66, a bad one 65, a misspelt option 64`() throws {
    #expect(try Command.run("check", "Scenarios/nowhere.yaml").status == 66)
    let refused = try Command.run("project", "Scenarios/refused/percent-for-fraction.yaml")
    #expect(refused.status == 65)
    #expect(refused.errors.hasPrefix("Scenarios/refused/percent-for-fraction.yaml:"))
    #expect(try Command.run("project", Self.example, "--trails", "9").status == 64)
    #expect(try Command.run("project", Self.example, "--trials", "0").status == 64)
  }

  @Test(arguments: [
    ("--trials", "Allowed: 100 through 10,000,000."), ("--workers", "Allowed: 1 through 1024."),
  ])
  func `a number below zero is told as what it is`(option: String, allowed: String) throws {
    let run = try Command.run("project", Self.example, option, "-5")
    #expect(run.status == 64)
    #expect(run.faults.first == "Error: \(option) is -5. \(allowed)")
  }

  @Test func `an output folder that cannot be made is 73, and nothing is simulated first`() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "taken")
      try Data().write(to: file)
      let run = try Command.run("project", Self.example, "--output", file.path)
      #expect(run.status == 73)
      #expect(run.errors.contains(file.path))
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }

  @Test func `Ctrl-C in mid-run leaves nothing half-written and says so`() throws {
    try inTemporaryFolder { folder in
      let process = Command.process(
        ["project", Self.example, "--trials", "1000000", "--output", folder.path])
      let errors = Pipe()
      process.standardError = errors
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: 1)
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(said.contains("nterrupted"))
      #expect(names(in: folder).allSatisfy { !$0.contains(".") })
    }
  }

  @Test func `rules prints the loss rate of Level C with its paragraph`() throws {
    let run = try Command.run("rules", "--track", "levelC", "--year", "2027")
    #expect(run.status == 0)
    #expect(run.output.contains("basic-level-c.sharedLossRate  =  0.3"))
    #expect(run.output.contains("42 CFR 425.605(d)(1)(iii)(C)"))
    #expect(!run.output.contains("basic-level-d."))
    let diff = try Command.run("rules", "diff", "regulation", "popularSummary")
    #expect(diff.output.contains("basic-level-d.sharedLossRate"))
  }

  @Test func `explain settles the trial at a percentile line by line`() throws {
    let run = try Command.run(
      "explain", Self.example, "--trials", "1000", "--percentile", "5", "--option", "enhanced")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("425.610"))
    let unknown = try Command.run("explain", Self.example, "--option", "levelF", "--trial", "1")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("levelE"))
  }

  @Test func `the schema is JSON`() throws {
    let run = try Command.run("schema")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }
}
