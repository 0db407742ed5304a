import Foundation
import Testing

/// The same bytes on any number of workers, in any order of scenarios, on any processor.
@Suite struct SameBytesTests {
  static let scenarios = [
    "Scenarios/rural-first-agreement.yaml", "Scenarios/renewing-aco.yaml",
  ]

  static let plain = [
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4", "GLIDEPATH_REGISTERS": "baseline",
  ]

  /// The report's files after a run of both scenarios.
  func reports(
    _ arguments: [String] = [], order: [String] = scenarios, environment: [String: String] = [:]
  ) throws -> [String: Data] {
    try inTemporaryFolder { folder in
      let process = Command.process(
        ["project", "--quiet", "--trials", "100", "--output", folder.path] + arguments + order,
        environment: environment)
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      var files: [String: Data] = [:]
      for name in names(in: folder) where name.contains(".") {
        files[name] = try Data(contentsOf: folder.appending(path: name))
      }
      return files
    }
  }

  @Test func `a seed of zero is a seed, and another one`() throws {
    let first = Array(Self.scenarios.prefix(1))
    let zero = try reports(["--seed", "0"], order: first)
    #expect(try reports(["--seed", "0"], order: first) == zero)
    #expect(try reports(order: first) != zero)
  }

  @Test func `workers, order and instruction set change no byte`() throws {
    let once = try reports(["--workers", "1"])
    #expect(once.count > 2 * 3)
    // Everything else at once: where bytes differ, one thing at a time will tell which it was.
    #expect(
      try reports(
        ["--workers", "7"], order: Self.scenarios.reversed(), environment: Self.plain) == once)
  }

  /// More trials than one batch holds, so that workers share them; of the scenario with the most
  /// draws a trial.
  @Test func `workers and instruction set change no byte of two batches`() throws {
    let (last, trials) = (Array(Self.scenarios.suffix(1)), ["--trials", "1100", "--workers"])
    let once = try reports(trials + ["1"], order: last)
    #expect(try reports(trials + ["7"], order: last, environment: Self.plain) == once)
    let half = ["GLIDEPATH_REGISTERS": "avx2"]
    #expect(try reports(trials + ["2"], order: last, environment: half) == once)
  }

  @Test func `registers of another name are refused`() throws {
    let run = try Command.run(["rules"], environment: ["GLIDEPATH_REGISTERS": "fast"])
    #expect(run.status == 64)
    #expect(
      String(run.faults.first ?? "")
        == "Error: GLIDEPATH_REGISTERS is fast. Allowed: baseline, avx2 or avx512. Leave it out for the "
        + "widest that the processor has.")
  }
}
