import Foundation

/// What differs between two office files: their parts, whatever library packed them.
struct PackedDifference: Hashable, Sendable {
  /// One clause each; empty where every part is the same.
  private(set) var sentences: [String]

  /// Far more than any report holds.
  private static let limits = Archive.Limits(entries: 20_000, bytes: 1 << 30)

  init(of name: String, was before: Data, is after: Data) {
    do {
      let parts = Self.differences(
        try Archive.entries(of: before, within: Self.limits),
        try Archive.entries(of: after, within: Self.limits), within: "")
      var few = FewSentences()
      few.add(parts)
      sentences = few.of(name, counting: "parts")
    } catch {
      sentences = ["\(name): cannot be opened: \(error.reason)."]
    }
  }

  private static func differences(
    _ before: [Archive.Entry], _ after: [Archive.Entry], within outer: String
  ) -> [String] {
    let (old, new) = (byName(before), byName(after))
    return Set(old.keys).union(new.keys).sorted().flatMap { part -> [String] in
      let title = outer + Names.clamped(part, to: 120)
      guard let was = old[part] else { return ["\(title) was not there"] }
      guard let now = new[part] else { return ["\(title) is not there"] }
      guard was != now else { return [] }
      if part.hasSuffix(".xlsx"),
        let inside = try? (
          Archive.entries(of: was, within: limits), Archive.entries(of: now, within: limits)
        )
      {
        return differences(inside.0, inside.1, within: title + ": ")
      }
      return TextDifference(was: was, is: now).map { ["\(title), \($0.words)"] } ?? []
    }
  }

  private static func byName(_ entries: [Archive.Entry]) -> [String: Data] {
    Dictionary(entries.map { ($0.name, $0.bytes) }) { first, _ in first }
  }
}
