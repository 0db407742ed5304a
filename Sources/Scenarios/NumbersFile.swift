import Yams

/// Files of numbers that the program itself has written, such as its track record: read by their
/// types' own coding, since nobody types them.
public enum NumbersFile {
  /// - Throws: `YamlError` or `DecodingError`, both faults of whoever shipped the file.
  public static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value
  {
    try YAMLDecoder().decode(type, from: String(decoding: bytes, as: UTF8.self))
  }
}
