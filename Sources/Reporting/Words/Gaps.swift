/// Columns of what only some rows have.
enum Gaps {
  /// The words of those that are there, written together so that they stand evenly; the rest by a mark.
  static func told<Value>(
    _ values: [Value?], nothing: String = "–", _ words: ([Value]) -> [String]
  ) -> [String] {
    var told = words(values.compactMap(\.self))[...]
    return values.map { $0 == nil ? nothing : told.removeFirst() }
  }
}
