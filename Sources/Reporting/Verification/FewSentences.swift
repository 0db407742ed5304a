/// The first of many sentences about one file, and how many there are in all.
struct FewSentences: Hashable, Sendable {
  private(set) var shown: [String] = []
  private(set) var count = 0

  mutating func add(_ sentence: @autoclosure () -> String) {
    if count < Verification.mostSentences { shown.append(sentence()) }
    count += 1
  }

  mutating func add(_ sentences: [String]) {
    for sentence in sentences { add(sentence) }
  }

  /// `outcomes.csv: … .` each, and at last `outcomes.csv: 52 more figures differ.`
  func of(_ name: String, counting what: String) -> [String] {
    shown.map { "\(name): \($0)." }
      + (count > shown.count
        ? ["\(name): \(DecimalText.grouped(count - shown.count)) more \(what) differ."] : [])
  }
}
