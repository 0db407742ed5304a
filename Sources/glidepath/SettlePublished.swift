import ArgumentParser
import Evidence
import Foundation
import Projection
import Regulation
import Reporting

/// Settles CMS's published results: rows as they are read, what came of them at the end.
struct SettlePublished {
  var files: [String]
  var json: Bool
  var csv: Bool
  var explain: String?
  var year: Int?

  /// How the first file that could not be settled would have the program end.
  private var fileFault: ExitCode?
  private var tallies: [PublishedTally] = []
  private var output = BufferedOutput()
  private var statements: [Statement] = []
  private var hasExplainedMiss = false
  private var rowsWritten = 0

  init(files: [String], json: Bool, csv: Bool, explain: String?, year: Int?) {
    self.files = files
    self.json = json
    self.csv = csv
    self.explain = explain
    self.year = year
  }

  func run(under rules: Rulebook) throws {
    var work = self
    try work.settleAll(under: rules)
  }

  private mutating func settleAll(under rules: Rulebook) throws {
    Interruption.askBetweenBatches()
    var results = PublishedResults(under: rules)
    if explain == nil {
      if csv { try output.write(PublishedRowText.csvHeader) }
      if json { try output.write("{\"rows\": [\n") }
    }
    do {
      for file in files { try settle(file, &results) }
    } catch let interrupted as Interrupted {
      try endWhole()
      throw interrupted
    }
    try finish()
  }

  /// What has been written ends with a whole row, and JSON as a document that says it is cut short.
  private mutating func endWhole() throws {
    if json, explain == nil { try output.write("\n], \"interrupted\": true}\n") }
    try output.flush()
  }

  private static func leaveIfInterrupted() throws {
    if Interruption.isRequested() { throw Interrupted() }
  }

  private mutating func settle(_ path: String, _ results: inout PublishedResults) throws {
    do {
      try Reading.findPublishedFile(path)
      let file = try PublicUseFile(
        contentsOf: URL(filePath: path), performanceYear: year,
        beforeEachRow: Self.leaveIfInterrupted)
      let tally = try results.settle(file) { row, came in try keep(row, came) }
      tallies.append(tally)
      if csv { say(tally) }
    } catch let problems as PublicUseProblems {
      fileFault = fileFault ?? Leaving.badInput
      Leaving.say(problems.description)
    } catch let code as ExitCode where code == Leaving.badInput || code == Leaving.missingInput {
      fileFault = fileFault ?? code
    }
  }

  /// What the summary and JSON hold, and rows alone cannot.
  private func say(_ tally: PublishedTally) {
    for note in tally.notes { Leaving.say("\(tally.file): \(note)") }
    for need in tally.unmet {
      Leaving.say("\(tally.file): no column \(need.title). \(need.without)")
    }
  }

  private mutating func keep(_ row: PublicUseRow, _ came: PublishedRow) throws {
    if let explain {
      if row.id.uppercased() == explain.uppercased() { state(row, came) }
      return
    }
    if case .refused(let problems) = came {
      for problem in problems { Leaving.say(problem.description) }
    }
    if csv {
      try output.write(PublishedRowText.csv(row, came))
    } else if json {
      try output.write((rowsWritten == 0 ? "" : ",\n") + PublishedRowText.json(row, came))
      rowsWritten += 1
    }
  }

  private mutating func state(_ row: PublicUseRow, _ came: PublishedRow) {
    switch came {
    case .settled(let settled):
      statements.append(Statement(of: settled))
      if !settled.verdict.isExplained { hasExplainedMiss = true }
    case .notSettled(_, let why, _):
      Leaving.say("\(row.file):\(row.line): \(row.id) cannot be settled. \(why.sentence)")
    case .refused(let problems):
      for problem in problems { Leaving.say(problem.description) }
    }
  }

  private mutating func finish() throws {
    if let explain { return try tell(explain) }
    if json {
      try output.write("\n], \"files\": ")
      try output.write(JSONText.array(tallies.map(\.json)).document)
      try output.write("}\n")
    } else if !csv, !tallies.isEmpty {
      try output.write(PublishedSummary(tallies).text)
    }
    try output.flush()
    if let fileFault { throw fileFault }
    if tallies.contains(where: { $0.refused > 0 }) { throw Leaving.badInput }
    if tallies.contains(where: { $0.unexplained > 0 }) { throw ExitCode(1) }
  }

  private mutating func tell(_ aco: String) throws {
    if statements.isEmpty, let fileFault { throw fileFault }
    guard !statements.isEmpty else {
      Leaving.say(
        "\(files.joined(separator: ", ")): no settled row has the id \(aco). Allowed: an id of the "
          + "file. Choose one.")
      throw Leaving.badInput
    }
    let texts = statements.map { json ? $0.json : $0.text }
    let isList = json && texts.count > 1
    try output.write(
      isList
        ? "[\n\(texts.joined(separator: ",\n"))\n]\n"
        : texts.joined(separator: "\n") + (json ? "\n" : ""))
    try output.flush()
    if let fileFault { throw fileFault }
    if hasExplainedMiss { throw ExitCode(1) }
  }
}

/// Standard output in large pieces.
struct BufferedOutput {
  private var waiting = ""

  mutating func write(_ text: String) throws {
    waiting += text
    if waiting.utf8.count > 1 << 16 { try flush() }
  }

  mutating func flush() throws {
    if !waiting.isEmpty { try show(waiting) }
    waiting = ""
  }
}
