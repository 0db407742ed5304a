import Foundation
import Testing

@testable import Reporting

/// A file system of 64 KB, which only root can mount.
@Suite struct FullDiskTests {
  static let canMount: Bool = {
    guard geteuid() == 0, Outside.find("mount") != nil else { return false }
    return
      (try? Outside.withFolder { root in
        guard try mount(root) else { return false }
        _ = try Outside.run("/usr/bin/env", ["umount", root])
        return true
      }) ?? false
  }()

  static func mount(_ folder: String) throws -> Bool {
    try Outside.run(
      "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
    ).status == 0
  }

  @Test(.enabled(if: canMount, "no small file system can be mounted here"))
  func `a full disk keeps the old files, leaves nothing half-written and says so`() throws {
    try Outside.withFolder { root throws in
      #expect(try Self.mount(root))
      defer { _ = try? Outside.run("/usr/bin/env", ["umount", root]) }
      let folder = ReportFolder(path: root)
      try folder.write(ReportFolderTests.files, manifest: ReportFolderTests.manifest)
      let large = [(name: "deck.html", bytes: Data(repeating: 65, count: 200_000))]
      let error = #expect(throws: CannotWrite.self) {
        try folder.write(large, manifest: ReportFolderTests.manifest)
      }
      #expect(
        error?.description
          == "\(root)/deck.html cannot be written: no space is left on the device. Choose another "
          + "folder with --output, or mend this one.")
      #expect(
        try ReportFolderTests.names(in: root) == ["deck.html", "outcomes.csv", "run.json"])
      #expect(folder.state() == .complete)
    }
  }
}
