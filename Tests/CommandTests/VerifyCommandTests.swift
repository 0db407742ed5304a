import Foundation
import Testing

/// A report made in a folder of its own, changed, and verified from there.
@Suite struct VerifyCommandTests {
  static let name = "rural-first-agreement"

  /// `Scenarios/`, and `Reports/` with the report of a small run.
  static func withReport(
    _ arguments: [String] = [], _ body: (_ folder: URL) throws -> Void
  ) throws {
    try inTemporaryFolder { folder in
      let scenarios = folder.appending(path: "Scenarios")
      try FileManager.default.createDirectory(at: scenarios, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Command.root.appending(path: "Scenarios/\(name).yaml"),
        to: scenarios.appending(path: "\(name).yaml"))
      let run = try Command.run(
        ["project", "Scenarios/\(name).yaml", "--trials", "100", "--seed", "18446744073709551615"]
          + arguments, in: folder)
      try #require(run.status == 0, "\(run.errors)")
      try body(folder)
    }
  }

  static func replace(_ file: String, in folder: URL, _ old: String, _ new: String) throws {
    let url = folder.appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    try #require(text.contains(old), "\(old) is not in \(file)")
    try text.replacing(old, with: new, maxReplacements: 1)
      .write(to: url, atomically: true, encoding: .utf8)
  }

  @Test func `green where nothing has changed, red and told where a digit has`() throws {
    try Self.withReport(["--keep-trials"]) { folder in
      let green = try Command.run("verify", "Reports/\(Self.name)", in: folder)
      #expect(green.status == 0, "\(green.output)\(green.errors)")
      #expect(
        green.output
          == "Reports/\(Self.name): verified. Run again over 100 trials, every number of "
          + "deck.html, deck.pptx, documentation.html, documentation.md, outcomes.csv, "
          + "run.sqlite and workbook.xlsx is the same.\n")
      #expect(green.errors.isEmpty)
      try Self.replace("Scenarios/\(Self.name).yaml", in: folder, "  number: 1", "  number: 2")
      try Self.replace(
        "Reports/\(Self.name)/run.json", in: folder, "\"engineVersion\": \"",
        "\"engineVersion\": \"9")
      let before = names(in: folder)
      let red = try Command.run("verify", "Reports/\(Self.name)/", "--workers", "3", in: folder)
      #expect(red.status == 1)
      let lines = red.output.split(separator: "\n")
      #expect(
        lines.prefix(2) == [
          "Reports/\(Self.name): not verified.",
          "Scenarios/\(Self.name).yaml was changed since this report was written. "
            + "agreement.number was 1, is 2. agreement.regionalAdjustments.applied was 0, is 1.",
        ])
      // The version stands on the last page and in the documents; no figure differs.
      #expect(lines.contains { $0.hasPrefix("deck.html: line ") })
      #expect(lines.contains { $0.hasPrefix("deck.pptx: ppt/slides/slide") })
      #expect(!lines.contains { $0.hasPrefix("outcomes.csv: ") })
      #expect(red.output.contains("It was written by version 90.8.0 of glidepath and run again by"))
      #expect(names(in: folder) == before)
    }
  }

  /// It does not pass for one that is not there.
  @Test func `a folder where the scenario's file was is told`() throws {
    try Self.withReport { folder in
      let file = "Scenarios/\(Self.name).yaml"
      try FileManager.default.removeItem(at: folder.appending(path: file))
      let without = try Command.run("verify", "Reports/\(Self.name)", in: folder)
      #expect(without.status == 0 && !without.output.contains("Scenarios/"))
      try FileManager.default.createDirectory(
        at: folder.appending(path: file), withIntermediateDirectories: true)
      let beside = try Command.run("verify", "Reports/\(Self.name)", in: folder)
      #expect(beside.status == 0)
      #expect(
        beside.output.contains(
          "\(file) is no scenario file that can be read; it was not compared."))
    }
  }

  @Test func `one digit of the scenario that the report keeps`() throws {
    try Self.withReport { folder in
      let manifest = "Reports/\(Self.name)/run.json"
      try Self.replace(manifest, in: folder, "  number: 1", "  number: 2")
      let red = try Command.run("verify", "Reports/\(Self.name)", in: folder)
      #expect(red.status == 1)
      let lines = red.output.split(separator: "\n")
      #expect(lines[0] == "Reports/\(Self.name): not verified.")
      #expect(
        lines[1] == "The scenario that \(manifest) keeps was changed: it is not the one its digest "
          + "names. agreement.number was 1, is 2. agreement.regionalAdjustments.applied was 0, is 1."
      )
      #expect(lines.contains { $0.hasPrefix("outcomes.csv: levelA, 2027: ") })
      try Self.replace(manifest, in: folder, "  number: 2", "  number: two")
      let unreadable = try Command.run("verify", "Reports/\(Self.name)", in: folder)
      #expect(unreadable.status == 1)
      #expect(unreadable.output.contains("keeps cannot be run again. the scenario in \(manifest):"))
    }
  }

  @Test func `what is no report is one sentence`() throws {
    try inTemporaryFolder { folder in
      func said(_ manifest: String?) throws -> String {
        let report = folder.appending(path: "r")
        try? FileManager.default.createDirectory(at: report, withIntermediateDirectories: true)
        if let manifest {
          try Data(manifest.utf8).write(to: report.appending(path: "run.json"))
        }
        let run = try Command.run("verify", "r", in: folder)
        #expect(run.output.isEmpty)
        #expect(run.faults.count == 1)
        return "\(run.status) \(run.errors)"
      }
      let nowhere = try Command.run("verify", "nowhere", in: folder)
      #expect(nowhere.status == 66)
      #expect(
        nowhere.errors
          == "nowhere: there is no such folder. Name a folder that glidepath project wrote.\n")
      #expect(
        try said(nil)
          == "66 r: holds no run.json. Name a folder that glidepath project wrote, or run the project "
          + "again.\n")
      for garbage in ["", "{", "[1, 2]", "\u{0}\u{0}", String(repeating: "[", count: 100_000)] {
        #expect(
          try said(garbage)
            == "65 r/run.json: is not the JSON that glidepath project writes. Run the project again.\n"
        )
      }
      #expect(
        try said("{\"format\": 1}")
          == "65 r/run.json: format is 1. Allowed: 3, as this version writes it. Run the project "
          + "again.\n")
      #expect(
        try said(String(repeating: " ", count: 9_000_000))
          == "65 r/run.json: is 9,000,000 bytes long. Allowed: at most 8,388,608. Run the project "
          + "again.\n")
    }
  }

  @Test func `a manifest that leaves its folder or its bounds is one sentence`() throws {
    try Self.withReport { folder in
      let manifest = "Reports/\(Self.name)/run.json"
      func refuses(_ old: String, _ new: String, _ says: String) throws {
        try Self.replace(manifest, in: folder, old, new)
        defer { try? Self.replace(manifest, in: folder, new, old) }
        let run = try Command.run("verify", "Reports/\(Self.name)", in: folder)
        #expect(run.status == 65)
        #expect(run.errors == "\(manifest): \(says) Run the project again.\n")
      }
      try refuses(
        "\"outcomes.csv\": \"", "\"../outcomes.csv\": \"",
        "outputs names ../outcomes.csv. Allowed: names of files in the report's own folder.")
      try refuses(
        "\"trials\": 100", "\"trials\": 99000000",
        "trials is 99000000. Allowed: 100 through 10,000,000.")
      try refuses(
        "\"seed\": 18446744073709551615", "\"seed\": -1",
        "seed is no whole number. Allowed: a whole number, not negative.")
      try refuses(
        "\"asked\": []", "\"asked\": [\n    \"magic\"\n  ]",
        "asked has magic. Allowed: keepTrials, final.")
      try refuses(
        "\"file\": \"", "\"file\": \"../",
        "scenario.file is ../\(Self.name).yaml. Allowed: the name of a file without its folder.")
    }
  }
}
