import Reconciliation
import Testing

/// Every benchmark in `Golden/benchmark-*` is worked by hand from the paragraph it cites.
@Suite struct GoldenBenchmarkTests {
  static let files = [
    "benchmark-worked-example", "benchmark-years", "benchmark-regional", "benchmark-highest",
    "benchmark-trend", "benchmark-risk", "benchmark-guardrail",
  ]

  @Test(arguments: try GoldenBenchmark.all(in: files))
  func `a benchmark worked by hand is built as it was worked`(_ golden: GoldenBenchmark) throws {
    let built = golden.built()
    #expect(!golden.expected.isEmpty)
    for (key, text) in golden.expected {
      let figure = try #require(built[key], "\(golden.name): \(key) is not in the benchmark")
      #expect(figure.agrees(with: text), "\(golden.name): \(key) is \(figure), worked as \(text)")
    }
  }

  @Test func `no two golden benchmarks bear one name, and there are more than forty`() throws {
    let names = try GoldenBenchmark.all(in: Self.files).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count > 40)
  }
}
