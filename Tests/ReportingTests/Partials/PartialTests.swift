import Foundation
import Projection
import Regulation
import Scenarios
import Testing

@testable import Reporting

@Suite struct PartialTests {
  static let version = "0.1.0"

  /// Parts of a run of 3,000 trials, three blocks.
  struct Parts {
    var run: Partial.Run
    var bench: TallyBench

    init(seed: UInt64 = 7) throws {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scenarios/rural-first-agreement.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      var scenario = try Scenario(yaml: text, file: "file", name: "rural-first-agreement")
      (scenario.trials, scenario.seed) = (3_000, seed)
      let agreement = try Agreement(scenario, under: .current())
      bench = try TallyBench(agreement, workers: 2)
      run = Partial.Run(
        scenario, file: "rural-first-agreement.yaml", text: text,
        rulebookDigest: agreement.rulebookDigest, engineVersion: PartialTests.version)
    }

    func part(_ index: Int, of count: Int) throws -> Partial {
      let blocks = bench.shard(index, of: count)
      return Partial(
        run: run, index: index, of: count, range: bench.trials(of: blocks),
        tally: try bench.tally(of: blocks, workers: 2))
    }
  }

  static let parts = Result { try Parts() }

  static func inFolder<Value>(_ body: (_ path: (String) -> String) throws -> Value) throws -> Value
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body { folder.appendingPathComponent($0).path }
  }

  /// The sentences of a merge that is refused, each path told by its name alone.
  static func refused(_ files: [String]) throws -> [String] {
    let faults = #expect(throws: PartialFaults.self) {
      try MergedPartials(files, engineVersion: version)
    }
    let folder = URL(fileURLWithPath: files[0]).deletingLastPathComponent().path + "/"
    return (faults?.all ?? []).map { $0.description.replacing(folder, with: "") }
  }

  @Test(arguments: [1, 3, 5])
  func `parts on disk add up to the run`(count: Int) throws {
    let parts = try Self.parts.get()
    try Self.inFolder { path in
      let files = try (0..<count).map { index in
        let (file, part) = (path("\(index)"), try parts.part(index, of: count))
        try PartialFile(path: file).write(part)
        #expect(try PartialFile(path: file).read() == part)
        return file
      }
      let merged = try MergedPartials(files.reversed(), engineVersion: Self.version)
      #expect(merged.tally == (try parts.part(0, of: 1)).tally)
      #expect(merged.run == parts.run)
      let scenario = try merged.scenario(folder: ".")
      #expect(scenario.trials == 3_000 && scenario.seed == 7)
      #expect(merged.whyNot(rulebookDigest: parts.run.rulebookDigest) == nil)
      #expect(
        merged.whyNot(rulebookDigest: "0123456789")
          == "The partials rest on rules \(parts.run.rulebookDigest.prefix(8)), not 01234567. Allowed: "
          + "partials of this program's rules. Run the shards again.")
    }
  }

  @Test func `trials counted twice and trials not counted are named`() throws {
    let parts = try Self.parts.get()
    try Self.inFolder { path in
      for index in 0..<3 {
        try PartialFile(path: path("\(index)")).write(try parts.part(index, of: 3))
      }
      try PartialFile(path: path("half")).write(try parts.part(1, of: 2))
      #expect(
        try Self.refused([path("0"), path("2")]) == [
          "No partial counts trials 1,024 through 2,047 of 3,000. Allowed: every trial once. Missing of 3 "
            + "shards: --index 1. Run the shard that is missing, and name its file."
        ])
      #expect(
        try Self.refused([path("0"), path("1")]) == [
          "No partial counts trials 2,048 through 2,999 of 3,000. Allowed: every trial once. Missing of 3 "
            + "shards: --index 2. Run the shard that is missing, and name its file."
        ])
      #expect(
        try Self.refused([path("0"), path("1"), path("half")]) == [
          "half: counts trials 1,024 through 2,047, which 1 counts too. Allowed: each trial once. Leave "
            + "one of them out."
        ])
      #expect(
        try Self.refused([path("2"), path("0"), path("1"), path("0")]) == [
          "0: counts trials 0 through 1,023, which 0 counts too. Allowed: each trial once. Leave one of "
            + "them out."
        ])
    }
  }

  @Test func `parts of another run are told by what differs, all at once`() throws {
    let parts = try Self.parts.get()
    try Self.inFolder { path in
      try PartialFile(path: path("0")).write(try parts.part(0, of: 2))
      func other(_ name: String, _ change: (inout Partial) -> Void) throws {
        var part = try parts.part(1, of: 2)
        change(&part)
        try PartialFile(path: path(name)).write(part)
      }
      try other("rules") { $0.run.rulebookDigest = "abcdefghijk" }
      try other("several") {
        ($0.run.seed, $0.run.trials, $0.run.engineVersion) = (8, 4_000, "0.0.9")
      }
      try other("text") { $0.run.scenarioText += " " }
      #expect(
        try Self.refused([path("0"), path("rules"), path("several"), path("text"), path("none")])
          == [
            "none: there is no such file. Check the path, or run its shard.",
            "rules: is of rules abcdefgh, not \(parts.run.rulebookDigest.prefix(8)), as 0 is. Allowed: "
              + "partials of one run. Leave it out, or run its shard again.",
            "several: is of program version 0.0.9, not 0.1.0, seed 8, not 7 and trials 4,000, not 3,000, "
              + "as 0 is. Allowed: partials of one run. Leave it out, or run its shard again.",
            "text: is of another name or text of the scenario, as 0 is. Allowed: partials of one run. "
              + "Leave it out, or run its shard again.",
          ])
      var old = try parts.part(0, of: 1)
      (old.run.engineVersion, old.run.calibrationDigest) = ("0.0.9", "00000000ff")
      try PartialFile(path: path("old")).write(old)
      #expect(
        try Self.refused([path("old")]) == [
          "old: was made with program version 0.0.9, not 0.1.0. Allowed: partials of this program. Run its "
            + "shard again.",
          "old: was made with calibration 00000000, not "
            + "\(ShippedCalibration.current.digest.prefix(8)). Allowed: partials of this program. Run its "
            + "shard again.",
        ])
    }
  }

  /// What is merged is written under the scenario's name.
  @Test func `a partial that names its scenario by a path is refused`() throws {
    let parts = try Self.parts.get()
    try Self.inFolder { path in
      for name in ["../elsewhere", "a/b", "..", ".", ""] {
        var part = try parts.part(0, of: 1)
        part.run.scenarioName = name
        try PartialFile(path: path("p")).write(part)
        #expect(
          try Self.refused([path("p")]) == [
            "p: names its scenario \(name). Allowed: the name of a file, without a folder. Leave it "
              + "out."
          ])
      }
      var part = try parts.part(0, of: 1)
      part.run.scenarioFile = "../rural.yaml"
      try PartialFile(path: path("p")).write(part)
      #expect(try Self.refused([path("p")])[0].hasPrefix("p: names its scenario ../rural.yaml."))
    }
  }

  /// The largest process number is no process's; this one's is.
  @Test func `what a killed process of this machine left goes with the file, and nothing else`()
    throws
  {
    try Outside.withFolder { folder in
      let host = WholeFile.thisWriter.dropLast("\(getpid())-".count)
      let start = WholeFile.temporaryPrefix
      let (left, written) = ("\(start)\(host)2147483647-p", "\(start)\(host)\(getpid())-p")
      let others = [
        "\(start)elsewhere-2147483647-p", "\(start)\(host)2147483647-q", "\(start)\(host)x-p",
      ]
      for name in [left, written, "p"] + others {
        try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      }
      PartialFile(path: "\(folder)/p").remove()
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.sorted() == ([written] + others).sorted())
    }
  }

  @Test func `bytes that are not a whole partial are refused, one sentence each`() throws {
    let bytes = try Self.parts.get().part(0, of: 1).bytes
    try Self.inFolder { path in
      func says(_ bytes: Data) throws -> [String] {
        try bytes.write(to: URL(fileURLWithPath: path("p")))
        return try Self.refused([path("p")])
      }
      let none = ["p: is no partial. Allowed: a file that glidepath shard wrote. Leave it out."]
      for other in [Data(), Data("PK".utf8), bytes.dropFirst()] { #expect(try says(other) == none) }
      let damaged = ["p: is damaged: its digest is not that of its bytes. Run its shard again."]
      for count in [Partial.firstLine.utf8.count, 60, bytes.count / 2, bytes.count - 1] {
        #expect(try says(bytes.prefix(count)) == damaged)
      }
      #expect(try says(bytes + Data([0])) == damaged)
      for place in stride(from: 30, to: bytes.count, by: bytes.count / 40) {
        var changed = bytes
        changed[place] ^= 1
        #expect(try says(changed) == damaged)
      }
      var later = bytes
      later[Partial.firstLine.utf8.count] = 9
      #expect(
        try says(later) == [
          "p: its format is 9. Allowed: 3, as this version writes it. Run its shard again."
        ])
      try FileManager.default.createDirectory(
        atPath: path("folder"), withIntermediateDirectories: false)
      #expect(
        try Self.refused([path("folder")]) == [
          "folder: is a folder or a device. Allowed: a file that glidepath shard wrote. Name the file."
        ])
    }
  }
}
