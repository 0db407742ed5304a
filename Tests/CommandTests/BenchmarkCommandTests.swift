import Foundation
import Testing

@Suite struct BenchmarkCommandTests {
  static let example = "Scenarios/cases/benchmark-second-agreement.yaml"

  @Test func `benchmark prints the build, every line with its paragraph, in eighty columns`() throws
  {
    let run = try Command.run("benchmark", Self.example)
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("Updated benchmark, in all            $281,980,116.52"))
    for paragraph in ["425.652(a)(5)", "425.656", "425.658", "425.662", "425.652(a)(8)"] {
      #expect(run.output.contains(paragraph))
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `json is one object for one benchmark and an array for several`() throws {
    func json(_ file: String) throws -> Any {
      try JSONSerialization.jsonObject(
        with: Data(try Command.run("benchmark", file, "--json").output.utf8))
    }
    let one = try #require(try json(Self.example) as? [String: [String: Any]])
    #expect(Set(one.keys) == ["historical", "updated"])
    #expect(one["updated"]?["benchmark"] as? Double == 281_980_116.52)
    let several = try #require(
      try json("Scenarios/cases/benchmark-readings.yaml") as? [[String: Any]])
    #expect(several.count == 3)
  }

  @Test func `a bad file is 65 with a line for each fault, a missing one 66`() throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "bad.yaml")
      try Data("name: x\nagreementStart: 2017\n".utf8).write(to: file)
      let run = try Command.run("benchmark", file.path)
      #expect(run.status == 65 && run.output.isEmpty)
      #expect(run.errors.contains("bad.yaml:2:17: agreementStart is 2017. Allowed: agreements"))
      #expect(run.errors.contains("bad.yaml:1:1: benchmarkYears is missing."))
    }
    #expect(try Command.run("benchmark", "no/such.yaml").status == 66)
  }
}
