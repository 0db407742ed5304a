import Foundation
import Regulation

extension Case {
  /// The cases of a file: one mapping, or a list of them, in the order of the file.
  ///
  /// Throws `Problems` with every fault of the file, each with its line and column.
  public static func all(in bytes: [UInt8], file: String) throws -> [Case] {
    let text = try ScenarioText(bytes, file: file)
    let composition = Composition(text, file: file, acceptsList: true)
    var problems = composition.problems
    var cases: [Case] = []
    let rules = try Rulebook.current()
    for item in composition.root.map({ $0.items ?? [$0] }) ?? [] {
      guard let pairs = item.pairs else {
        if !item.isUnreadable { problems.append(notACase(item, file)) }
        continue
      }
      var reading = CaseReading(CaseFields(pairs, at: item.spot, file: file), under: rules)
      if let one = reading.read() { cases.append(one) }
      problems += reading.fields.problems
    }
    if let problems = Problems(problems) { throw problems }
    guard !cases.isEmpty else { throw Problems(noCase(file)) }
    return cases
  }

  /// The cases of the file at a path; throws `ScenarioFileMissing` where it cannot be opened.
  public static func all(contentsOf file: String) throws -> [Case] {
    try all(in: ScenarioFile.bytes(of: URL(filePath: file), displayedAs: file), file: file)
  }

  private static func notACase(_ written: Written, _ file: String) -> Problem {
    Problem(
      file: file, line: written.spot.line, column: written.spot.column, key: "the case",
      says: "is \(written.shown).",
      fix: "Allowed: one mapping of keys, or a list of them. Copy "
        + "Scenarios/cases/loss-at-level-e.yaml.")
  }
  private static func noCase(_ file: String) -> Problem {
    Problem(
      file: file, line: 1, column: 1, key: "the file", says: "holds no case.",
      fix: "Allowed: one mapping of keys, or a list of them. Copy "
        + "Scenarios/cases/loss-at-level-e.yaml.")
  }
}

extension Written {
  /// The items of a list.
  var items: [Written]? {
    guard case .list(let items) = content else { return nil }
    return items
  }
}
