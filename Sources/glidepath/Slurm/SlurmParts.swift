import Foundation
import Projection
import Reporting

/// The folder in which the parts of one run are gathered, beside its report: each run has its own, so
/// that none watches another's jobs or takes away its parts.
struct SlurmParts {
  let path: String
  let run: Partial.Run
  let count: Int

  init(beside report: ReportFolder, of run: Partial.Run, count: Int) {
    path =
      URL(filePath: report.path).standardizedFileURL.path
      + "/.glidepath-parts-\(run.mark)-of-\(count)"
    (self.run, self.count) = (run, count)
  }

  func make() throws(CannotWrite) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CannotWrite(path: path, reason: "the folder cannot be made")
    }
  }

  /// Numbers of the parts that are still to be run. Parts of another run, or cut otherwise, are removed:
  /// nothing but parts is kept here.
  func missing() -> [Int] {
    let found = Set(
      names.filter { $0.hasSuffix(".glidepath") }.compactMap { name -> Int? in
        let file = "\(path)/\(name)"
        let part = try? PartialFile(path: file).read()
        if let part, part.run == run, part.of == count, name == "\(part.index).glidepath" {
          return part.index
        }
        try? FileManager.default.removeItem(atPath: file)
        return nil
      })
    return (0..<count).filter { !found.contains($0) }
  }

  /// How many parts have been written; each appears whole.
  var written: Int { names.count { $0.hasSuffix(".glidepath") } }

  /// The jobs submitted last: the array, and its merge where that was submitted too.
  var jobs: [Int] {
    let text = FileManager.default.contents(atPath: path + "/jobs") ?? Data()
    return String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
  }

  func keep(jobs: [Int]) throws(CannotWrite) {
    try put(jobs.map { "\($0)\n" }.joined(), as: "jobs")
  }

  /// Writes a file of this name and says its path.
  @discardableResult
  func put(_ text: String, as name: String) throws(CannotWrite) -> String {
    let file = "\(path)/\(name)"
    do {
      try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      throw CannotWrite(path: file, reason: "its folder is missing, full or closed to writing")
    }
    return file
  }

  /// What a job wrote to its log; empty where there is none.
  func log(_ name: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: "\(path)/\(name).log") ?? Data(), as: UTF8.self
    )
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }
}
