import ArgumentParser
import Evidence
import Foundation
import Reporting

/// A folder of Performance Year Financial and Quality Results files, named on the command line.
struct PublicUseFolder {
  var path: String
  var url: URL { URL(filePath: path) }

  /// - Parameter through: A year the files must hold.
  func panel(through: Int?) throws -> Panel {
    try refuseUnlessReadable()
    let read = try PanelFolder(url) { RunManifest.digest(of: $0) }
    for name in read.leftAside {
      Leaving.say("\(name): no column of ACO ids; left aside.")
    }
    if let through, !read.panel.years.contains(through) {
      let held = read.panel.years.map(String.init).joined(separator: ", ")
      throw ValidationError("--through is \(through). Allowed: a year of the files, \(held).")
    }
    return read.panel
  }

  private func refuseUnlessReadable() throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      Leaving.say("\(path): there is no such folder. Check the path.")
      throw Leaving.missingInput
    }
    guard isFolder.boolValue else {
      Leaving.say("\(path): is a file. Allowed: a folder of public-use files. Name its folder.")
      throw Leaving.badInput
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      Leaving.say("\(path): the folder cannot be read. Check its permissions.")
      throw Leaving.missingInput
    }
  }
}
