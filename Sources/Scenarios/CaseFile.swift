import Foundation
import Regulation

extension Case {
  /// The file to copy from.
  private static let example = "Scenarios/cases/loss-at-level-e.yaml"

  /// The cases of a file: one mapping, or a list of them, in the order of the file.
  ///
  /// Throws `Problems` with every fault of the file, each with its line and column.
  public static func all(in bytes: [UInt8], file: String) throws -> [Case] {
    let rules = try Rulebook.current()
    return try CaseFile(file: file, example: example).all(in: bytes) { fields in
      var reading = CaseReading(fields, under: rules)
      let one = reading.read()
      return (one, reading.fields.problems)
    }
  }

  /// The cases of the file at a path; throws `ScenarioFileMissing` where it cannot be opened.
  public static func all(contentsOf file: String) throws -> [Case] {
    try all(in: ScenarioFile.bytes(of: URL(filePath: file), displayedAs: file), file: file)
  }
}

/// A file of one mapping, or of a list of them, each a case of one kind.
struct CaseFile {
  var file: String
  /// The file to copy from, which refusals name.
  var example: String

  /// Throws `Problems` with every fault of the file, each with its line and column.
  func all<One>(
    in bytes: [UInt8], reading read: (CaseFields) -> (one: One?, problems: [Problem])
  ) throws -> [One] {
    let text = try ScenarioText(bytes, file: file)
    let composition = Composition(text, file: file, acceptsList: true)
    var problems = composition.problems
    var cases: [One] = []
    for item in composition.root.map({ $0.items ?? [$0] }) ?? [] {
      guard let pairs = item.pairs else {
        if !item.isUnreadable { problems.append(notACase(item)) }
        continue
      }
      let reading = read(CaseFields(pairs, at: item.spot, file: file))
      if let one = reading.one { cases.append(one) }
      problems += reading.problems
    }
    if let problems = Problems(problems) { throw problems }
    guard !cases.isEmpty else { throw Problems(noCase) }
    return cases
  }

  private func notACase(_ written: Written) -> Problem {
    Problem(
      file: file, line: written.spot.line, column: written.spot.column, key: "the case",
      says: "is \(written.shown).", fix: fix)
  }

  private var noCase: Problem {
    Problem(file: file, line: 1, column: 1, key: "the file", says: "holds no case.", fix: fix)
  }

  private var fix: String { "Allowed: one mapping of keys, or a list of them. Copy \(example)." }
}

extension Written {
  /// The items of a list.
  var items: [Written]? {
    guard case .list(let items) = content else { return nil }
    return items
  }
}
