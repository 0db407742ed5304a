import Foundation
import Projection

/// What differs between an `outcomes.csv` and the one a comparison gives, figure by figure.
struct OutcomesDifference: Hashable, Sendable {
  /// `outcomes.csv: levelE, 2029: mean was 12.34, is 12.35.`
  var sentences: [String]

  init(was bytes: Data, is comparison: Comparison) {
    let made = OutcomesCSV(comparison)
    let old = CSVText.rows(of: String(decoding: bytes, as: UTF8.self))
    let new = CSVText.rows(of: made.text)
    guard old.map(\.count) == new.map(\.count), old.first == new.first else {
      let words = TextDifference(was: bytes, is: made.bytes)?.words ?? "its line ends differ"
      sentences = ["\(OutcomesCSV.name): \(words)."]
      return
    }
    var all = FewSentences()
    for (one, other) in zip(old, new).dropFirst() { all.add(Self.words(one, other)) }
    sentences = all.of(OutcomesCSV.name, counting: "figures")
    if all.count == 0 { sentences = ["\(OutcomesCSV.name): its line ends or quotes differ."] }
  }

  private static func words(_ old: [String], _ new: [String]) -> [String] {
    let option = Names.clamped(new[0], to: 60)
    let year = Names.clamped(new[3], to: 20)
    return zip(OutcomesCSV.header, zip(old, new)).filter { $0.1.0 != $0.1.1 }.map { name, pair in
      let was = Names.clamped(pair.0, to: 60)
      let now = Names.clamped(pair.1, to: 60)
      return "\(option), \(year): \(name) was \(was.isEmpty ? "empty" : was), is "
        + "\(now.isEmpty ? "empty" : now)"
    }
  }
}
