import ArgumentParser
import Evidence
import Foundation
import Regulation
import Reporting
import Scenarios

/// Where a portfolio's scenarios come from: a folder's files, or the rows of a public-use file.
struct PortfolioSource: Sendable {
  /// One scenario, still to be read.
  struct Entry: Sendable {
    /// Without folders: `my-aco.yaml`, or `PY2022.csv:14`.
    var place: String
    /// The scenario file's name without ending, or the ACO's id.
    var name: String
    fileprivate var kind: Kind

    /// Tells the entry among all, in letters and digits.
    var mark: String { RunManifest.mark(of: place) }

    /// One sentence each.
    func faults(of error: any Error) -> [String] {
      switch error {
      case is Problems, is PublicUseProblems, is ScenarioFileMissing:
        Leaving.sentences(of: error).map(PortfolioSource.printed)
      case is ExitCode: ["\(place): was changed while it was read. Run the program again."]
      default: ["\(place): \(error)"]
      }
    }
  }

  fileprivate enum Kind: Sendable {
    case file(String)
    case row(PublicUseRow)
    case refused(PublicUseProblem)
  }

  /// As the report's title says it.
  let name: String
  let entries: [Entry]
  private let drafted: Drafted?

  private struct Drafted: Sendable {
    var path: String
    var file: PublicUseFile
    var start: Day
    var asFirstAgreement: Bool
  }

  /// - Throws: `ExitCode`, after one sentence, where there is no such folder or no scenario in it.
  init(folder: String) throws {
    let names = try Self.names(in: folder)
    let path = folder.hasSuffix("/") ? folder : folder + "/"
    entries = names.map {
      let url = URL(filePath: $0)
      return Entry(
        place: Self.printed($0), name: Self.printed(url.deletingPathExtension().lastPathComponent),
        kind: .file(path + $0))
    }
    name = URL(filePath: folder).standardizedFileURL.lastPathComponent
    drafted = nil
  }

  /// - Throws: `ExitCode`, after one sentence, where the file cannot be opened; `PublicUseProblems`.
  init(publicUseFile path: String, year: Int?, start: Day, asFirstAgreement: Bool) throws {
    try Reading.findPublishedFile(path)
    let file = try PublicUseFile(contentsOf: URL(filePath: path), performanceYear: year)
    var rows: [PublicUseRow] = []
    try file.forEachRow { rows.append($0) }
    guard !rows.isEmpty else {
      Leaving.say(
        "\(path): holds no ACO. Allowed: a public-use file with a row for each. Check that it is whole."
      )
      throw Leaving.badInput
    }
    let ofOne = Dictionary(grouping: rows) { $0.id.uppercased() }
    entries = rows.map { row in
      let others = row.id.isEmpty ? [] : ofOne[row.id.uppercased()] ?? []
      return Entry(
        place: "\(file.name):\(row.line)", name: row.id.isEmpty ? "line \(row.line)" : row.id,
        kind: row.problem(among: others).map(Kind.refused) ?? .row(row))
    }
    name = file.name
    drafted = Drafted(path: path, file: file, start: start, asFirstAgreement: asFirstAgreement)
  }

  /// The scenario and its text.
  ///
  /// - Throws: `Problems`, `PublicUseProblems`, `ScenarioFileMissing`.
  func scenario(of entry: Entry) throws -> (scenario: Scenario, text: Reading.Text) {
    switch entry.kind {
    case .file(let path):
      let scenario = try Reading.scenario(path)
      return (scenario, try Reading.text(of: path, read: scenario))
    case .row(let row):
      guard let drafted else { preconditionFailure("a row without its file") }
      let draft = try Draft(
        row, of: drafted.file, agreementStart: drafted.start,
        asFirstAgreement: drafted.asFirstAgreement)
      let scenario = try Scenario(
        yaml: draft.yaml, file: "\(entry.place), drafted as \(entry.name).yaml", name: entry.name)
      return (scenario, Reading.Text(fileName: "\(entry.name).yaml", text: draft.yaml))
    case .refused(let problem): throw PublicUseProblems(problems: [problem])
    }
  }

  /// A digest over every scenario as it is written and what the command line changes of all: parts are
  /// put together where theirs are equal.
  func roster(changedBy simulation: SimulationOptions) -> String {
    func digest(_ path: String) -> String { RunManifest.digest(ofFile: path) ?? "unreadable" }
    let texts = entries.map { entry -> String in
      if case .file(let path) = entry.kind { return "\(entry.place) \(digest(path))" }
      return entry.place
    }
    let changes = [
      simulation.trials.map { "trials \($0)" }, simulation.seed.map { "seed \($0)" },
      simulation.sampler.map { "sampler \($0.rawValue)" },
      drafted.map {
        "\(digest($0.path)) \($0.file.performanceYear) \($0.start) \($0.asFirstAgreement)"
      },
    ]
    let all = texts + changes.compactMap { $0 }
    return RunManifest.digest(of: Data(all.joined(separator: "\n").utf8))
  }

  /// A file's name on one line, whatever it holds.
  fileprivate static func printed(_ name: String) -> String {
    String(
      name.map { character in
        character.unicodeScalars.contains { $0.properties.generalCategory == .control }
          ? "\u{FFFD}" : character
      })
  }

  private static func names(in folder: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      Leaving.say("\(folder): there is no such folder. Check the path.")
      throw Leaving.missingInput
    }
    guard isFolder.boolValue else {
      Leaving.say(
        "\(folder): is a file. Allowed: a folder of scenario files. Name its folder, or give a "
          + "public-use file with --public-use-file.")
      throw Leaving.badInput
    }
    guard let all = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      Leaving.say("\(folder): the folder cannot be read. Check its permissions.")
      throw Leaving.missingInput
    }
    let names = all.filter { name in
      !name.hasPrefix(".") && [".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
    }
    guard !names.isEmpty else {
      Leaving.say(
        "\(folder): holds no scenario file. Allowed: files ending in .yaml or .yml. Put some there."
      )
      throw Leaving.missingInput
    }
    return names.sorted()
  }
}
