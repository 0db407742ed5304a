import Foundation
import Projection
import Scenarios
import Testing

@testable import Reporting

@Suite struct ReportFolderTests {
  static let files = [("outcomes.csv", Data("a,b\r\n".utf8)), ("deck.html", Data("<p>".utf8))]
    .map { (name: $0.0, bytes: $0.1) }
  static let manifest = RunManifest(SampleComparison.standard, engineVersion: "1.2.3")

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `a written folder is complete and holds nothing else`() throws {
    try Outside.withFolder { root throws in
      let folder = ReportFolder(path: root + "/Reports/mountain-valley/")
      try folder.write(Self.files, manifest: Self.manifest)
      #expect(try Self.names(in: folder.path) == ["deck.html", "outcomes.csv", "run.json"])
      #expect(folder.state() == .complete)
    }
  }

  @Test func `the manifest is the same bytes anywhere and names no time, host or path`() throws {
    try Outside.withFolder { root throws in
      for name in ["one", "two"] {
        try ReportFolder(path: root + "/" + name).write(Self.files, manifest: Self.manifest)
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: root + "/one/run.json"))
      #expect(bytes == (try Data(contentsOf: URL(fileURLWithPath: root + "/two/run.json"))))
      let object = try #require(
        try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
      #expect(
        Set(object.keys) == [
          "asked", "calibration", "editions", "engineVersion", "filesRead", "format", "outputs",
          "paymentsChecksum", "ruleDigests", "rulebookDigest", "sampler", "sampling", "scenario",
          "seed", "trials",
        ])
      let calibration = try #require(object["calibration"] as? [String: String])
      #expect(calibration["digest"] == ShippedCalibration.current.digest)
      #expect(calibration["name"] == "CMS public-use files 2018–2022 (5 files)")
      let outputs = try #require(object["outputs"] as? [String: String])
      #expect(outputs["deck.html"] == RunManifest.digest(of: Data("<p>".utf8)))
      #expect(!String(decoding: bytes, as: UTF8.self).contains(root))
    }
  }

  @Test func `digests are SHA-256`() {
    #expect(
      RunManifest.digest(of: Data("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `a changed, missing or unnamed file is reported`() throws {
    try Outside.withFolder { root throws in
      let folder = ReportFolder(path: root)
      #expect(
        folder.state()
          == .incomplete("\(root) is incomplete: it holds no run.json. Run the project again."))
      try folder.write(Self.files, manifest: Self.manifest)
      try Data("changed".utf8).write(to: URL(fileURLWithPath: root + "/deck.html"))
      #expect(
        folder.state()
          == .incomplete(
            "\(root) is incomplete: deck.html is not the file that run.json names. "
              + "Run the project again."))
      try FileManager.default.removeItem(atPath: root + "/deck.html")
      #expect(
        folder.state()
          == .incomplete("\(root) is incomplete: deck.html is missing. Run the project again."))
      try Data("{}".utf8).write(to: URL(fileURLWithPath: root + "/run.json"))
      #expect(
        folder.state()
          == .incomplete("\(root)/run.json names no outputs. Run the project again."))
    }
  }

  @Test func `what a killed run left behind is cleared at the next writing`() throws {
    try Outside.withFolder { root throws in
      let leftover = root + "/" + WholeFile.temporaryPrefix + "deck.html"
      try Data("half".utf8).write(to: URL(fileURLWithPath: leftover))
      try ReportFolder(path: root).write(Self.files, manifest: Self.manifest)
      #expect(try Self.names(in: root) == ["deck.html", "outcomes.csv", "run.json"])
    }
  }

  @Test func `a path through a file is one sentence`() throws {
    try Outside.withFolder { root throws in
      try Data().write(to: URL(fileURLWithPath: root + "/file"))
      let error = #expect(throws: CannotWrite.self) {
        try ReportFolder(path: root + "/file/report").write(Self.files, manifest: Self.manifest)
      }
      #expect(
        error?.description
          == "\(root)/file/report cannot be written: part of the path is a file, not a folder. "
          + "Choose another folder with --output, or mend this one.")
      #expect(CannotWrite.exitCode == 73)
      #expect(try Self.names(in: root) == ["file"])
    }
  }

  @Test func `what only the run before wrote goes with it, and nothing else does`() throws {
    try Outside.withFolder { root throws in
      let kept = (name: "run.sqlite", bytes: Data("trials".utf8))
      try ReportFolder(path: root).write(Self.files + [kept], manifest: Self.manifest)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: root + "/notes.txt"))
      try ReportFolder(path: root).write(Self.files, manifest: Self.manifest)
      #expect(try Self.names(in: root) == ["deck.html", "notes.txt", "outcomes.csv", "run.json"])
      #expect(ReportFolder(path: root).state() == .complete)
    }
  }

  @Test func `a place is asked about without making it`() throws {
    try Outside.withFolder { root throws in
      try ReportFolder(path: root + "/new/report").probe()
      #expect(try Self.names(in: root).isEmpty)
      try Data().write(to: URL(fileURLWithPath: root + "/file"))
      for path in ["/file", "/file/report"] {
        let error = #expect(throws: CannotWrite.self) {
          try ReportFolder(path: root + path).probe()
        }
        #expect(error?.reason == "part of the path is a file, not a folder")
      }
      let long = ReportFolder(path: root + "/" + String(repeating: "n", count: 300))
      #expect(throws: CannotWrite(path: long.path, reason: "the name is too long")) {
        try long.probe()
      }
    }
  }

  /// A run that fails takes away the folder above, which it had made, while another makes its own in it.
  @Test func `a folder taken away while one is made in it is made again`() throws {
    try Outside.withFolder { root throws in
      let faults = concurrently(2) { run -> [String] in
        guard run == 0 else {
          for _ in 0..<20_000 {
            mkdir(root + "/above", 0o755)
            rmdir(root + "/above")
          }
          return []
        }
        return (0..<400).compactMap { _ in
          let folder = ReportFolder(path: root + "/above/report")
          do {
            try folder.write([], manifest: Self.manifest)
          } catch {
            return "\(error)"
          }
          unlink(folder.path + "/run.json")
          rmdir(folder.path)
          return nil
        }
      }
      #expect(faults.flatMap { $0 } == [])
    }
  }

  /// Eight runs begin together where no folder stands, each asks first, and all of them write.
  @Test func `runs that begin together do not take away one another's folders`() throws {
    try Outside.withFolder { root throws in
      for round in 0..<20 {
        let faults = concurrently(8) { run -> String? in
          let folder = ReportFolder(path: "\(root)/\(round)/deep/run\(run)")
          do {
            try folder.probe()
            try folder.write(Self.files, manifest: Self.manifest)
            return nil
          } catch {
            return "\(error)"
          }
        }
        #expect(faults.compactMap { $0 } == [])
        #expect(try Self.names(in: "\(root)/\(round)/deep").count == 8)
      }
    }
  }

  @Test func `a folder under a final name fails, and nothing temporary stays`() throws {
    try Outside.withFolder { root throws in
      try FileManager.default.createDirectory(
        atPath: root + "/deck.html", withIntermediateDirectories: false)
      let error = #expect(throws: CannotWrite.self) {
        try ReportFolder(path: root).write(Self.files, manifest: Self.manifest)
      }
      #expect(error?.path == root + "/deck.html")
      #expect(try Self.names(in: root) == ["deck.html", "outcomes.csv"])
      #expect(ReportFolder(path: root).state() != .complete)
    }
  }

  @Test func `an unwritable place leaves no folder behind`() {
    // The kernel's own file system refuses new folders even to root.
    let path = "/proc/glidepath-report"
    #expect(throws: CannotWrite.self) {
      try ReportFolder(path: path).write(Self.files, manifest: Self.manifest)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a second run does not write into the first one's folder`() throws {
    try Outside.withFolder { root throws in
      let held = open(root, O_RDONLY | O_DIRECTORY)
      defer { close(held) }
      #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
      let error = #expect(throws: CannotWrite.self) {
        try ReportFolder(path: root).write(Self.files, manifest: Self.manifest)
      }
      #expect(error?.reason == "another run is writing to it")
      #expect(try Self.names(in: root).isEmpty)
    }
  }

  @Test func `a report of something else is not replaced`() throws {
    try Outside.withFolder { root throws in
      let folder = ReportFolder(path: root)
      try folder.refuseReport { _ in false }
      try folder.write(Self.files, manifest: Self.manifest)
      try folder.refuseReport { $0.scenarioName == Self.manifest.scenarioName }
      let fault = try #require(throws: CannotWrite.self) {
        try folder.refuseReport { $0.outputs["portfolio.csv"] != nil }
      }
      #expect(
        fault.description
          == "\(root) cannot be written: it holds the report of \(Self.manifest.scenarioName). "
          + "Choose another folder with --output, or mend this one.")
    }
  }

  @Test func `a name that leaves the folder is refused`() throws {
    try Outside.withFolder { root throws in
      #expect(throws: CannotWrite.self) {
        try ReportFolder(path: root).write(
          [(name: "../deck.html", bytes: Data())], manifest: Self.manifest)
      }
      #expect(try Self.names(in: root).isEmpty)
    }
  }
}
