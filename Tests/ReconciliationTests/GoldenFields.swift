import Foundation
import Testing
import Yams

/// One mapping of a golden file, read strictly: a key nobody asks for is a fault, so that a
/// misspelt expectation cannot pass unseen.
struct GoldenFields {
  var path: String
  private var fields: [(key: String, node: Node)]

  init(_ node: Node, path: String) throws {
    let mapping = try #require(node.mapping, "\(path) is a mapping")
    self.path = path
    fields = mapping.map { (key: $0.key.string ?? "", node: $0.value) }
  }

  mutating func take(_ key: String) -> Node? {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return nil }
    return fields.remove(at: index).node
  }

  mutating func text(_ key: String) throws -> String? {
    try take(key).map { try #require($0.scalar?.string, "\(path).\(key) is a scalar") }
  }

  mutating func number(_ key: String) throws -> Double? {
    try text(key).map {
      try #require(Double($0.replacing("_", with: "")), "\(path).\(key) is a number")
    }
  }

  mutating func required(_ key: String) throws -> Double {
    try #require(try number(key), "\(path).\(key) is there")
  }

  mutating func word(_ key: String) throws -> String {
    try #require(try text(key), "\(path).\(key) is there")
  }

  mutating func fields(_ key: String) throws -> GoldenFields? {
    try take(key).map { try GoldenFields($0, path: "\(path).\(key)") }
  }

  mutating func mapping(_ key: String) throws -> GoldenFields {
    try GoldenFields(try #require(take(key), "\(path).\(key) is there"), path: "\(path).\(key)")
  }

  /// Every key that is left, with its text.
  mutating func rest() throws -> [(key: String, text: String)] {
    defer { fields = [] }
    return try fields.map { field in
      (field.key, try #require(field.node.scalar?.string, "\(path).\(field.key) is a scalar"))
    }
  }

  func finish() throws {
    try #require(fields.isEmpty, "\(path): unknown \(fields.map(\.key))")
  }
}

/// The mappings of the golden file with this name.
func goldenNodes(_ file: String) throws -> [Node] {
  let url = try #require(
    Bundle.module.url(forResource: file, withExtension: "yaml", subdirectory: "Golden"),
    "Golden/\(file).yaml is there")
  let root = try #require(try Yams.compose(yaml: String(contentsOf: url, encoding: .utf8)))
  return Array(try #require(root.sequence, "\(file) is a list"))
}
