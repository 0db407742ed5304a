import Foundation

/// A folder of public-use files, as CMS published them.
public struct PanelFolder: Sendable {
  public var panel: Panel
  /// Files ending in `.csv` that are no results of ACOs.
  public var leftAside: [String]

  /// - Parameter digest: SHA-256 of a file's bytes, as text.
  /// - Throws: `PublicUseProblems`; the error of reading a file.
  public init(_ folder: URL, digest: (Data) -> String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.lowercased().hasSuffix(".csv") }.sorted()
    leftAside = []
    var files: [(PublicUseFile, String)] = []
    var problems: [PublicUseProblem] = []
    for name in names {
      let bytes = try Self.bytes(of: folder.appending(path: name), name)
      guard try Self.holdsResults(bytes) else {
        leftAside.append(name)
        continue
      }
      do {
        files.append((try PublicUseFile(bytes: Array(bytes), name: name), digest(bytes)))
      } catch let fault as PublicUseProblems {
        problems += fault.problems
      }
    }
    guard problems.isEmpty else { throw PublicUseProblems(problems: problems) }
    panel = try Panel(files)
    try refuse(fewerThan: 2, in: folder)
  }

  private static func bytes(of file: URL, _ name: String) throws -> Data {
    do {
      return try Data(contentsOf: file)
    } catch {
      throw PublicUseProblems(problems: [
        PublicUseProblem(file: name, says: "the file cannot be read. Check its permissions.")
      ])
    }
  }

  /// Whether the first row names a column of ACO ids; so does an empty file, which is then refused.
  private static func holdsResults(_ bytes: Data) throws -> Bool {
    var rows = try CommaSeparatedRows(.memory(Array(bytes)))
    guard !rows.isUTF16, let first = try? rows.next(), !first.isBlank else { return true }
    return PublicUseHeader(names: (0..<first.count).map { first[$0] }).place(of: .id) != nil
  }

  private func refuse(fewerThan count: Int, in folder: URL) throws {
    let years = panel.years
    guard years.count < count else { return }
    let held =
      years.first.map { "only files of performance year \($0)" }
      ?? "no Performance Year Financial and Quality Results file"
    throw PublicUseProblems(problems: [
      PublicUseProblem(
        file: folder.lastPathComponent,
        says: "the folder holds \(held). Allowed: files of two performance years or more, each "
          + "ending in .csv. Fetch them from data.cms.gov.")
    ])
  }
}
