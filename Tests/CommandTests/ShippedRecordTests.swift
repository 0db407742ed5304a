import Foundation
import Testing

/// The track record that ships is the one that the command writes from CMS's own files.
@Suite struct ShippedRecordTests {
  static let shipped = Command.root.appending(path: "Sources/Evidence/Record/track-record.yaml")

  static let folder: URL? = {
    let beside = Command.root.appending(path: "../shared/data/cms-puf").standardizedFileURL
    let named = ProcessInfo.processInfo.environment["GLIDEPATH_CMS_DATA"].map { URL(filePath: $0) }
    return [beside, named].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "PY2022.csv").path)
    }
  }()

  @Test(.enabled(if: folder != nil, "no ../shared/data/cms-puf and no GLIDEPATH_CMS_DATA"))
  func `the shipped record was made from these very files`() throws {
    let folder = try #require(Self.folder)
    let text = try String(contentsOf: Self.shipped, encoding: .utf8)
    let held = Dictionary(
      uniqueKeysWithValues: text.matches(
        of: /\{file: "([^"]+)", sha256: "([0-9a-f]{64})"\}/
      ).map { (String($0.1), String($0.2)) })
    let files = names(in: folder).filter { $0.hasPrefix("PY") && $0.hasSuffix(".csv") }
    #expect(held.keys.sorted() == files)
    for file in files {
      let digest = try Command.shell("sha256sum < '\(folder.appending(path: file).path)'").output
      #expect(held[file] == digest.split(separator: " ").first.map(String.init), "\(file)")
    }
  }

  /// About a minute of processor time.
  @Test(
    .enabled(
      if: folder != nil && ProcessInfo.processInfo.environment["GLIDEPATH_WHOLE_BACKTEST"] != nil,
      "a minute of processor time: set GLIDEPATH_WHOLE_BACKTEST, and have CMS's files"))
  func `the command writes the shipped record again, byte for byte`() throws {
    let folder = try #require(Self.folder)
    try inTemporaryFolder { scratch in
      let run = try Command.run("backtest", folder.path, "--record", "record.yaml", in: scratch)
      #expect(run.status == 0, "\(run.errors)")
      let fresh = try Data(contentsOf: scratch.appending(path: "record.yaml"))
      #expect(
        try fresh == Data(contentsOf: Self.shipped),
        "stale: glidepath backtest DIR --record Sources/Evidence/Record/track-record.yaml")
    }
  }
}
