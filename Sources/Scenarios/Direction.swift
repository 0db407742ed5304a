extension Unicode.Scalar {
  /// Whether it turns the text after it, against the order in which it is written: embeddings and
  /// overrides of the Unicode bidirectional algorithm (UAX #9), which no name needs.
  public var turnsText: Bool { (0x202A...0x202E).contains(value) }

  /// Whether it opens or ends an isolate of that algorithm.
  var isolatesText: Bool { (0x2066...0x2069).contains(value) }
}
