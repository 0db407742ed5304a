/// One thing wrong with a scenario file: where, what, and what would be right.
public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as the user gave it.
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  /// Path of keys to the value, such as `agreement.minimumRateChoice`; `the file` for the whole.
  public var key: String
  /// What is there: `is 2.0.`
  public var says: String
  /// What would be right, and how to get there.
  public var fix: String

  public init(file: String, line: Int, column: Int, key: String, says: String, fix: String) {
    self.file = file
    self.line = line
    self.column = column
    self.key = key
    self.says = says
    self.fix = fix
  }

  /// `file:line:column: key is V. Allowed: … (citation). Remedy.`, on one line.
  public var description: String { "\(file):\(line):\(column): \(key) \(says) \(fix)" }
}

/// Every problem of one file, in the order of the file; never empty.
public struct Problems: Error, Hashable, Sendable, CustomStringConvertible {
  public let all: [Problem]

  /// `nil` where there is nothing wrong.
  init?(_ found: some Sequence<Problem>) {
    var seen: Set<Problem> = []
    let sorted = found.filter { seen.insert($0).inserted }.sorted {
      ($0.line, $0.column, $0.key, $0.says) < ($1.line, $1.column, $1.key, $1.says)
    }
    guard !sorted.isEmpty else { return nil }
    all = sorted
  }

  init(_ only: Problem) { all = [only] }

  /// One line for each problem.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}

/// The scenario file is not there or cannot be opened: one sentence.
public struct ScenarioFileMissing: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var description: String
}
