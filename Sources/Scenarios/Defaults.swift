import Regulation

/// The shipped defaults: a file of the scenario's own shape, with the source of every value.
struct Defaults: Sendable {
  private var root: Written
  private var sources: [String: String]

  static func shipped() throws -> Defaults { try embedded.get() }

  private static let embedded = Result {
    try Defaults(PackageResources.defaults_yaml, file: "defaults.yaml")
  }

  init(_ bytes: [UInt8], file: String) throws {
    let composition = Composition(try ScenarioText(bytes, file: file), file: file)
    if let problems = Problems(composition.problems) { throw problems }
    root = composition.root ?? .mapping()
    sources = [:]
    for pair in root["sources"]?.value.pairs ?? [] { sources[pair.key] = pair.value.inOneLine }
    for pair in root["assumptions"]?.value.pairs ?? [] {
      guard let source = pair.value["source"] else { continue }
      sources["assumptions.\(pair.key)"] = source.value.inOneLine
    }
  }

  /// The mapping at a path of keys; `nil` where nothing has a default.
  subscript(path: String) -> Written? {
    var written = root
    for key in path.split(separator: ".") {
      guard let next = written[String(key)]?.value else { return nil }
      written = next
    }
    return written.pairs == nil ? nil : written
  }

  /// The source of the nearest key on the way up; empty where there is none.
  func source(of path: String) -> String {
    var keys = path.split(separator: ".")
    while !keys.isEmpty {
      if let source = sources[keys.joined(separator: ".")] { return source }
      keys.removeLast()
    }
    return ""
  }
}
