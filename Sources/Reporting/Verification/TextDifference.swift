import Foundation

/// The first line in which two texts differ.
struct TextDifference: Hashable, Sendable {
  /// From 1.
  var line: Int
  /// What stands there, a few dozen characters around the first that differs; `nil` past the end.
  var was, now: String?

  /// `nil` where nothing differs.
  init?(was before: String, is after: String) {
    self.init(was: Data(before.utf8), is: Data(after.utf8))
  }

  init?(was before: Data, is after: Data) {
    guard before != after else { return nil }
    let old = before.split(separator: 0x0A, omittingEmptySubsequences: false)
    let new = after.split(separator: 0x0A, omittingEmptySubsequences: false)
    let place =
      zip(old, new).enumerated().first { $0.1.0 != $0.1.1 }?.offset
      ?? min(old.count, new.count)
    line = place + 1
    let one = old.indices.contains(place) ? [UInt8](old[place]) : nil
    let other = new.indices.contains(place) ? [UInt8](new[place]) : nil
    let same = zip(one ?? [], other ?? []).prefix { $0 == $1 }.count
    was = one.map { Self.around(same, in: $0) }
    now = other.map { Self.around(same, in: $0) }
  }

  /// `line 12 was “trials: 100”, is “trials: 101”`.
  var words: String {
    "line \(DecimalText.grouped(line)) " + (was.map { "was “\($0)”" } ?? "was not there") + ", "
      + (now.map { "is “\($0)”" } ?? "is not there")
  }

  private static func around(_ place: Int, in line: [UInt8]) -> String {
    let start = max(0, place - 40)
    let part = line[start..<min(line.count, place + 40)]
    let text = String(decoding: part, as: UTF8.self).replacing("\u{FFFD}", with: "")
    return (start > 0 ? "…" : "") + Names.clamped(text, to: 80)
      + (start + part.count < line.count ? "…" : "")
  }
}
