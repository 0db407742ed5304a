import Foundation
import Testing

/// CMS's own files, which are not part of the package.
private enum PublicUseFiles {
  static let folder: URL? = {
    let beside = Command.root.appending(path: "../shared/data/cms-puf").standardizedFileURL
    let named = ProcessInfo.processInfo.environment["GLIDEPATH_CMS_DATA"].map {
      URL(filePath: $0)
    }
    return [beside, named].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "PY2022.csv").path)
    }
  }()
}

/// The calibration that ships is what the program writes from CMS's own files.
@Suite(
  .enabled(
    if: PublicUseFiles.folder != nil, "no ../shared/data/cms-puf and no GLIDEPATH_CMS_DATA"))
struct ShippedCalibrationCommandTests {
  @Test func `calibrate writes the shipped file again, byte for byte`() throws {
    let files = try #require(PublicUseFiles.folder)
    let shipped = try Data(
      contentsOf: Command.root.appending(path: "Sources/Scenarios/Defaults/calibration.yaml"))
    try inTemporaryFolder { folder in
      let run = try Command.run(
        "calibrate", files.path, "--through", "2022", "--output", "again.yaml", in: folder)
      #expect(run.status == 0)
      let again = try Data(contentsOf: folder.appending(path: "again.yaml"))
      #expect(again == shipped)
    }
  }
}
