import Foundation
import Testing

@testable import Scenarios

/// Python's jsonschema, a validator we did not write.
enum Python {
  static let path = "/usr/bin/python3"

  static let isThere: Bool = {
    guard FileManager.default.isExecutableFile(atPath: path) else { return false }
    return (try? run("import jsonschema, yaml"))?.status == 0
  }()

  static func run(_ program: String, _ arguments: [String] = []) throws -> (
    status: Int32, output: String
  ) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-W", "ignore", "-c", program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// One line for each file: `accepts`, `rejects`, or `unreadable` where Python reads no YAML in
  /// it; dates stay text, as they are in JSON.
  static let validation = """
    import json, sys, yaml
    from jsonschema import Draft202012Validator
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
      first: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:timestamp"]
      for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    schema = json.load(open(sys.argv[1]))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for path in sys.argv[2:]:
      try:
        document = yaml.load(open(path), Loader)
      except (yaml.YAMLError, ValueError):
        print("unreadable")
      else:
        print("accepts" if validator.is_valid(document) else "rejects")
    """
}

@Suite struct ScenarioSchemaTests {
  private func verdicts(_ files: [URL]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
    let schema = folder.appending(path: "\(UUID().uuidString).json")
    try ScenarioSchema.json().write(to: schema, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: schema) }
    let run = try Python.run(Python.validation, [schema.path] + files.map(\.path))
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    try #require(lines.count == files.count)
    return lines
  }

  private func verdict(_ yaml: String) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    try yaml.write(to: url, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: url) }
    return try #require(try verdicts([url]).first)
  }

  private static let skip: Comment = "needs /usr/bin/python3 with jsonschema and yaml"

  @Test(.enabled(if: Python.isThere, skip))
  func `the schema accepts what the reader accepts`() throws {
    #expect(try verdict(Examples.least) == "accepts")
    let full = try Examples.least(
      "6.3e7", "6.3e+7", in: try Examples.least("6.4e7", "6.4e+7", in: Examples.full))
    #expect(try verdict(full) == "accepts")
    #expect(try verdict(Examples.leastHistory) == "accepts")
  }

  @Test(.enabled(if: Python.isThere, skip))
  func `the schema takes exactly one of the two forms`() throws {
    let history = try #require(Examples.leastHistory.range(of: "history:"))
    let both =
      try Examples.least("number: 1", "number: 2") + Examples.leastHistory[history.lowerBound...]
    let neither = String(Examples.leastHistory[..<history.lowerBound])
    let share = try Examples.least(
      "number: 2", "number: 2\n  marketShare: 0.1", in: Examples.leastHistory)
    for yaml in [both, neither, share] {
      #expect(try verdict(yaml) == "rejects")
      #expect(try Examples.problems(yaml).count == 1)
    }
  }

  @Test(.enabled(if: Python.isThere, skip))
  func `the schema accepts every shipped scenario`() throws {
    let folders = ["Scenarios", "Scenarios/stress"].map { Examples.root.appending(path: $0) }
    let files = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)) ?? [])
        .filter { $0.pathExtension == "yaml" }
    }
    for (file, verdict) in zip(files, try verdicts(files)) {
      #expect(verdict == "accepts", "\(file.lastPathComponent)")
    }
  }

  @Test(.enabled(if: Python.isThere, skip))
  func `the schema rejects each refused file whose fault it can express`() throws {
    let files = try RefusedFile.all
    var rejected = 0
    for (file, verdict) in zip(files, try verdicts(files.map(\.url))) {
      #expect((verdict == "rejects") == (try file.schemaRejects), "\(file.path): \(verdict)")
      rejected += verdict == "rejects" ? 1 : 0
    }
    #expect(rejected >= 24)
  }

  @Test func `every key of the reader is in the schema and every key of the schema is read`() throws
  {
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json().utf8))
    let schema = try #require(object as? [String: Any])
    let known = Self.paths(of: schema, at: "")
    let table = Self.paths(of: ScenarioKeys.all, at: "")
    #expect(known == table)
    #expect(known.count > 120)
  }

  @Test func `no object of the schema is open to other keys and every key is described`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json().utf8))
    var objects = 0
    func visit(_ value: Any, isProperty: Bool) {
      if let list = value as? [Any] { list.forEach { visit($0, isProperty: false) } }
      guard let members = value as? [String: Any] else { return }
      if members["type"] as? String == "object" {
        objects += 1
        #expect(members["additionalProperties"] as? Bool == false)
      }
      for (key, inner) in members {
        guard key == "properties", let properties = inner as? [String: Any] else {
          visit(inner, isProperty: false)
          continue
        }
        for property in properties.values { visit(property, isProperty: true) }
      }
    }
    visit(object, isProperty: false)
    #expect(objects > 20)
    let root = try #require(object as? [String: Any])
    let properties = try #require(root["properties"] as? [String: [String: Any]])
    #expect(properties.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
  }

  private static func paths(of keys: [Key], at path: String) -> Set<String> {
    Set(
      keys.flatMap { key -> Set<String> in
        let place = "\(path)/\(key.name)"
        let inner: Set<String> =
          switch key.form {
          case .mapping(let keys): paths(of: keys, at: place)
          case .assumption(let keys, _): paths(of: keys + [Reader.sourceKey], at: place)
          case .marks: paths(of: [Reader.sourceKey, Reader.markedKeys], at: place)
          case .options: paths(of: OptionKeys.all, at: place)
          case .recordYears: paths(of: RecordKeys.year, at: place)
          case .measures: paths(of: MeasureKeys.all, at: place)
          case .stresses: paths(of: StressKeys.all, at: place)
          case .programs: paths(of: ProgramKeys.all, at: place)
          case .changes: paths(of: DocumentationKeys.change, at: place)
          case .programMeasures: paths(of: ProgramKeys.measure, at: place)
          case .byType, .byTypeAndYear: paths(of: Self.types, at: place)
          default: []
          }
        return inner.union([place])
      })
  }

  private static let types = ["esrd", "disabled", "agedDual", "agedNonDual"].map {
    Key($0, .optionText, "")
  }

  private static func paths(of schema: [String: Any], at path: String) -> Set<String> {
    var found: Set<String> = []
    for (key, property) in schema["properties"] as? [String: Any] ?? [:] {
      found.insert("\(path)/\(key)")
      if let property = property as? [String: Any] {
        found.formUnion(paths(of: property, at: "\(path)/\(key)"))
      }
    }
    for choice in schema["anyOf"] as? [[String: Any]] ?? [] {
      found.formUnion(paths(of: choice, at: path))
    }
    if let items = schema["items"] as? [String: Any] { found.formUnion(paths(of: items, at: path)) }
    return found
  }
}
