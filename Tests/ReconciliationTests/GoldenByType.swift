import Regulation
import Testing
import Yams

/// One number, or a list of them, for one enrollment type of a golden case.
struct GoldenNumbers {
  var all: [Double]
  /// One number stands for all three years.
  var three: ByBenchmarkYear<Double> {
    ByBenchmarkYear(all) ?? ByBenchmarkYear(repeating: all[0])
  }
  var earlier: EarlierBenchmarkYears<Rate> {
    EarlierBenchmarkYears(first: Rate(all[0]), second: Rate(all[all.count - 1]))
  }
  var one: Double { all[0] }
  /// A ratio, or the later of two over the earlier.
  var growth: Double { all.count == 2 ? all[1] / all[0] : all[0] }
}

extension GoldenFields {
  static func empty(path: String) throws -> GoldenFields {
    try GoldenFields(Node([] as [(Node, Node)]), path: path)
  }

  /// Sets what a key gives: one value for all four types, or a mapping of some of them.
  mutating func set<Value>(
    _ key: String, of values: inout ByEnrollmentType<Value>,
    _ change: (inout Value, GoldenNumbers) -> Void,
    noting note: (ByEnrollmentType<GoldenNumbers>) -> Void = { _ in }
  ) throws {
    guard let node = take(key) else { return }
    guard node.mapping != nil else {
      let numbers = try numbers(node, key)
      for type in EnrollmentType.allCases { change(&values[type], numbers) }
      return note(ByEnrollmentType(repeating: numbers))
    }
    var inner = try GoldenFields(node, path: "\(path).\(key)")
    var byType = ByEnrollmentType(repeating: GoldenNumbers(all: [0]))
    for type in EnrollmentType.allCases {
      guard let node = inner.take(type.rawValue) else { continue }
      byType[type] = try numbers(node, type.rawValue)
      change(&values[type], byType[type])
    }
    note(byType)
    try inner.finish()
  }

  mutating func priorSavings() throws -> PriorSavings {
    let years = try #require(take("years")?.sequence.map(Array.init), "\(path).years is a list")
    let words = try take("standing")?.sequence.map { try $0.map { try #require($0.string) } }
    let savings = try years.enumerated().map { place, node in
      PriorSavings.Year(
        perCapita: PerCapita(try numbers(node, "years").one),
        standing: try words.map { try #require(PriorSavings.Standing(rawValue: $0[place])) }
          ?? .reconciled)
    }
    return PriorSavings(
      years: try #require(ByBenchmarkYear(savings), "\(path).years has three"),
      populationRatio: Rate(try number("populationRatio") ?? 1))
  }

  private func numbers(_ node: Node, _ key: String) throws -> GoldenNumbers {
    let nodes = node.sequence.map(Array.init) ?? [node]
    let numbers = try nodes.map {
      let text = try #require($0.scalar?.string, "\(path).\(key) is a number")
      return try #require(Double(text.replacing("_", with: "")), "\(path).\(key) is a number")
    }
    try #require(!numbers.isEmpty, "\(path).\(key) is there")
    return GoldenNumbers(all: numbers)
  }
}
